"""Stored before it is acknowledged, handled once, in order; what fails is tried again and then set aside."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.db import Database
from bot.gateway import inbox
from bot.gateway.errors import is_passing
from bot.gateway.updates import chat_of
from bot.gateway.worker import Worker
from bot.models import Inbox, InboxState
from tests.gateway.pretend_telegram import (
    MINJI,
    NOW,
    SUJIN,
    StillClock,
    inbox_rows,
    message,
    outbox_rows,
    press,
    reply,
)


async def store(database: Database, *updates: dict, now=NOW) -> None:
    async with database.transaction() as session:
        await inbox.store(session, list(updates), now)


async def answer(session, row, now) -> None:
    session.add(reply(f"to {row.update_id}", row.chat_id))


async def sorry(session, row, now) -> None:
    session.add(reply("sorry", row.chat_id))


def worker_of(database: Database, perform=answer, apologize=sorry, **more) -> Worker:
    return Worker(database, StillClock(), perform, apologize, **more)


async def said(database: Database) -> list[str]:
    return [row.body["text"] for row in await outbox_rows(database)]


async def test_an_update_is_stored_once(database: Database) -> None:
    await store(database, message(1), message(2))
    await store(database, message(2), message(3))
    await worker_of(database).drain()
    await store(database, message(1), message(2), message(3))

    assert [(row.update_id, row.state) for row in await inbox_rows(database)] == [
        (number, InboxState.DONE) for number in (1, 2, 3)
    ]
    assert await said(database) == ["to 1", "to 2", "to 3"]


async def test_numbers_that_start_anew_after_a_week_are_new_updates(database: Database) -> None:
    await store(database, message(1))
    await worker_of(database).drain()
    await store(database, message(1), now=NOW + timedelta(days=7, seconds=1))
    await worker_of(database).drain()

    assert await said(database) == ["to 1", "to 1"]


async def test_resident_numbers_are_never_stored(database: Database) -> None:
    await store(database, message(1, text="제 번호는 900101-1234567 이에요"))

    [row] = await inbox_rows(database)
    assert "1234567" not in str(row.body)


async def test_the_id_of_a_press_is_no_number_of_a_person(database: Database) -> None:
    pressed = press(1)
    pressed["callback_query"]["id"] = "4242424242424242"  # as a card's number would be
    await store(database, pressed)

    [row] = await inbox_rows(database)
    assert row.body == pressed


async def test_what_cannot_be_masked_is_not_kept(database: Database) -> None:
    deep: dict = {"update_id": 1, "message": {"chat": {"id": MINJI}}}
    inner = deep["message"]
    for _ in range(3000):
        inner["reply_to_message"] = inner = {}
    await store(database, deep, message(2))

    assert [(row.state, row.body is None) for row in await inbox_rows(database)] == [
        ("dead", True),
        ("waiting", False),
    ]


async def test_what_a_person_wrote_goes_when_it_is_answered(database: Database) -> None:
    await store(database, message(1))
    await worker_of(database).drain()

    [row] = await inbox_rows(database)
    assert (row.body, row.done_at) == (None, NOW)


async def test_claimed_is_the_oldest_of_each_chat(database: Database) -> None:
    await store(database, message(1), message(2), message(3, SUJIN))
    async with database.transaction() as session:
        heads = await inbox.claim(session, 10)
        assert [row.update_id for row in heads] == [1, 3]
        assert [row.update_id for row in await inbox.claim(session, 10, [MINJI])] == [3]


async def test_a_failing_update_is_tried_three_times_then_set_aside(database: Database) -> None:
    tries = []

    async def fail_on_first(session, row, now) -> None:
        session.add(reply("half done", row.chat_id))
        await session.flush()
        if row.update_id == 1:
            tries.append(row.attempts)
            raise ValueError("민지 010-1234-5678")
        await answer(session, row, now)

    await store(database, message(1), message(2), message(3, SUJIN))
    await worker_of(database, fail_on_first).drain()

    first, second, third = await inbox_rows(database)
    assert tries == [0, 1, 2]
    assert (first.state, first.error, first.attempts) == ("dead", "ValueError", 3)
    assert first.body is not None
    assert second.state == third.state == "done"
    assert sorted(await said(database)) == ["half done", "half done", "sorry", "to 2", "to 3"]
    assert [word for word in await said(database) if word in ("sorry", "to 2")] == ["sorry", "to 2"]


async def test_a_failure_rests_its_own_chat_only(database: Database) -> None:
    async def fail(session, row, now) -> None:
        if row.chat_id == MINJI:
            raise ValueError

    await store(database, message(1), message(2, SUJIN), message(3))
    worker = worker_of(database, fail)
    while await worker.work():
        pass

    assert [row.state for row in await inbox_rows(database)] == ["waiting", "done", "waiting"]


async def test_the_log_names_the_update_and_nothing_personal(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(session, row, now) -> None:
        connection = await session.connection()
        await connection.execute(text("SELECT :words FROM nowhere"), {"words": "민지 비밀"})

    await store(database, message(77))
    await worker_of(database, fail).drain()

    assert "Update 77 failed" in caplog.text
    assert "비밀" not in caplog.text


async def test_without_an_apology_a_dead_update_is_dead_all_the_same(database: Database) -> None:
    async def fail(session, row, now) -> None:
        raise ValueError

    await store(database, message(1))
    await worker_of(database, fail, fail).drain()

    assert [row.state for row in await inbox_rows(database)] == ["dead"]


async def test_killed_in_the_middle_of_a_turn(database: Database) -> None:
    begun = asyncio.Event()

    async def hang(session, row, now) -> None:
        await answer(session, row, now)
        await session.flush()
        begun.set()
        await asyncio.Event().wait()

    await store(database, message(1), message(2, SUJIN))
    turn = asyncio.create_task(worker_of(database, hang).work())
    await begun.wait()
    turn.cancel()
    with pytest.raises(asyncio.CancelledError):
        await turn
    assert await said(database) == []
    await worker_of(database).drain()

    assert sorted(await said(database)) == ["to 1", "to 2"]
    assert {row.attempts for row in await inbox_rows(database)} == {0}


async def test_a_transaction_that_breaks_at_its_end_finds_the_one_to_blame(database: Database) -> None:
    async def spoil(session, row, now) -> None:
        await answer(session, row, now)
        if row.update_id == 2:
            session.add(Inbox(update_id=1, chat_id=1, received_at=now))  # flushed with the turn: not unique

    await store(database, message(1), message(2, SUJIN), message(3, 7))
    await worker_of(database, spoil).drain()

    assert [row.state for row in await inbox_rows(database)] == ["done", "dead", "done"]


async def test_two_workers_share_one_postgres(postgres_url: str) -> None:
    database, other = Database(postgres_url), Database(postgres_url)
    turns: dict[int, list[int]] = {}
    inside: set[int] = set()

    async def note(session, row, now) -> None:
        assert row.chat_id not in inside
        inside.add(row.chat_id)
        await answer(session, row, now)
        await asyncio.sleep(0)
        turns.setdefault(row.chat_id, []).append(row.update_id)
        inside.discard(row.chat_id)

    await store(database, *(message(number, 1 + number % 7) for number in range(70)))
    workers = [worker_of(database, note), worker_of(other, note), worker_of(other, note)]
    while any(await asyncio.gather(*(worker.work() for worker in workers))):
        pass

    assert sum(map(len, turns.values())) == 70
    assert all(numbers == sorted(numbers) for numbers in turns.values())
    assert len(await said(database)) == 70
    await database.close()
    await other.close()


async def test_a_deadlock_is_nobodys_fault(postgres_url: str) -> None:
    database = Database(postgres_url)
    failures = iter([True, False])

    async def deadlock_once(session, row, now) -> None:
        if next(failures):
            connection = await session.connection()
            await connection.execute(
                text("DO $$ BEGIN RAISE EXCEPTION 'deadlock' USING ERRCODE = '40P01'; END $$")
            )

    await store(database, message(1))
    worker = worker_of(database, deadlock_once)
    with pytest.raises(OperationalError) as caught:
        await worker.work()
    await worker.work()

    assert is_passing(caught.value)
    [row] = await inbox_rows(database)
    assert (row.state, row.attempts) == ("done", 0)
    await database.close()


async def test_a_press_is_acknowledged_at_once_and_a_late_one_harms_nobody(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    pressed = []

    async def acknowledge(row) -> None:
        pressed.append(row.update_id)
        raise ValueError("query is too old")

    await store(database, press(1), message(2, SUJIN))
    await worker_of(database, acknowledge=acknowledge).drain()
    await asyncio.sleep(0)

    assert pressed == [1]
    assert [row.state for row in await inbox_rows(database)] == ["done", "done"]


async def test_a_running_worker_is_woken_and_stops(database: Database) -> None:
    stop = asyncio.Event()
    done = asyncio.Event()
    worker = worker_of(database, after_commit=done.set)
    running = asyncio.create_task(worker.run(stop))
    await asyncio.sleep(0)
    await store(database, message(1))
    worker.bell.ring()
    async with asyncio.timeout(5):
        await done.wait()
        stop.set()
        await running

    assert await said(database) == ["to 1"]


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        (message(1), MINJI),
        (press(1), MINJI),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -5}, "from": {"id": 3}}}, -5),
        ({"update_id": 1, "edited_message": {"chat": {"id": 4}}}, 4),
        ({"update_id": 1, "inline_query": {"id": "1", "from": {"id": 9}}}, 9),
        ({"update_id": 1, "poll_answer": {"poll_id": "1", "user": {"id": 8}}}, 8),
        ({"update_id": 1, "poll": {"id": "1"}}, 0),
        ({"update_id": 1}, 0),
    ],
    ids=lambda value: next(iter(list(value)[1:]), "empty") if isinstance(value, dict) else str(value),
)
def test_whose_update_it_is(update: dict, chat: int) -> None:
    assert chat_of(update) == chat
