"""Announcements: who gets one, when, and what came of it."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, update

from bot.models import Announcement, ConsentKind, Outbox, OutboxKind, OutboxState, Priority, Role
from bot.services import announcements, clockwork, consents, people
from bot.services.announcements import Reach
from tests.services.a_morning import NOW, House, at

NEWS, NIGHT = ConsentKind.NEWS, ConsentKind.NIGHT
EVENING = at(23, 22)


async def schedule(house: House, audience: dict[str, Any], due_at: datetime = NOW) -> Announcement:
    operator = await house.member("안내", Role.OPERATOR)
    async with house.database.transaction() as session:
        return await announcements.schedule(session, operator, "소식", audience, due_at, NOW)


async def tick(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.announce(session, house.center, now)


async def copies(house: House) -> list[Outbox]:
    return await house.rows(Outbox, Outbox.kind == OutboxKind.COPY)


async def send(house: House, many: int = 1000, state: OutboxState = OutboxState.SENT) -> None:
    """The sender has sent some rows that waited."""
    waiting = await house.rows(Outbox, Outbox.state == OutboxState.WAITING)
    ids = [row.id for row in waiting[:many]]
    async with house.database.transaction() as session:
        sent = update(Outbox).where(col(Outbox.id).in_(ids))
        await session.exec(sent.values(state=state, message_id=col(Outbox.id), body=None))


async def progress(house: House) -> list[Outbox]:
    return await house.rows(Outbox, Outbox.notice == "announcement.progress")


AUDIENCES = {
    "everybody who asked for news": ({}, {1, 2, 3}),
    "of one district": ({"district": "북구"}, {1, 2}),
    "of one field": ({"field": "0"}, {1, 3}),
    "of both": ({"district": "북구", "field": "0"}, {1}),
    "of a district where nobody is": ({"district": "동구"}, set()),
}


@pytest.mark.parametrize(("audience", "who"), AUDIENCES.values(), ids=AUDIENCES)
async def test_who_gets_a_copy(house: House, audience: dict[str, str], who: set[int]) -> None:
    first = await house.person(NEWS, district="북구", field="0")
    second = await house.person(NEWS, district="북구", field="8")
    third = await house.person(NEWS, district="남구", field="0")
    silent = await house.person(district="북구", field="0")
    gone = await house.person(NEWS, district="북구", field="0")
    async with house.database.transaction() as session:
        await people.became_unreachable(session, gone.chat_id, NOW)
        reach = await announcements.count(session, audience, NOW)
    planned = await schedule(house, audience)
    await tick(house, NOW)

    chats = {1: first.chat_id, 2: second.chat_id, 3: third.chat_id}
    assert {row.chat_id for row in await copies(house)} == {chats[number] for number in who}
    assert silent.chat_id not in {row.chat_id for row in await copies(house)}
    assert (reach.now, reach.held) == (len(who), 0)
    assert (await house.only(Announcement)).audience_size == len(who)
    assert {row.priority for row in await copies(house)} <= {Priority.ANNOUNCEMENT}
    async with house.database.reading() as session:
        assert sum((await announcements.tallies(session, planned.id)).values()) == len(who)


async def test_an_audience_is_district_or_field(house: House) -> None:
    with pytest.raises(ValueError, match="not by"):
        await schedule(house, {"age": 39})


async def test_how_many_it_would_reach(house: House) -> None:
    await house.person(NEWS, district="북구")
    await house.person(NEWS, NIGHT, district="북구")
    await house.person(district="북구")
    await house.person(NIGHT, district="북구")
    await house.person(NEWS, NIGHT, district="남구")
    async with house.database.reading() as session:
        by_day = await announcements.count(session, {"district": "북구"}, NOW)
        by_night = await announcements.count(session, {"district": "북구"}, EVENING)

    assert by_day == Reach(now=2, held=0, not_opted_in=2)
    assert by_night == Reach(now=1, held=1, not_opted_in=2)


async def test_nobody_is_woken(house: House) -> None:
    asleep, awake = await house.person(NEWS), await house.person(NEWS, NIGHT)
    await schedule(house, {}, EVENING)
    await tick(house, at(23, 21, 59))
    assert await copies(house) == []
    await tick(house, EVENING)

    assert {row.chat_id: row.due_at for row in await copies(house)} == {
        asleep.chat_id: at(24, 8),
        awake.chat_id: EVENING,
    }


async def test_a_copy_that_is_late_waits_for_the_morning(house: House) -> None:
    """Released before nine, not sent by nine: it was slow, or the process stood still."""
    asleep, awake = await house.person(NEWS), await house.person(NEWS, NIGHT)
    await schedule(house, {}, at(23, 20, 50))
    await tick(house, at(23, 20, 50))
    assert {row.due_at for row in await copies(house)} == {at(23, 20, 50)}
    async with house.database.reading() as session:
        late = {
            row.chat_id: await announcements.not_before(session, row, EVENING) for row in await copies(house)
        }
    await tick(house, at(23, 20, 59))

    morning = {asleep.chat_id: at(24, 8), awake.chat_id: at(23, 20, 50)}
    assert {row.chat_id: row.due_at for row in await copies(house)} == morning
    assert late == {asleep.chat_id: at(24, 8), awake.chat_id: EVENING}


async def test_released_once_whoever_ticks(house: House) -> None:
    for _ in range(5):
        await house.person(NEWS)
    await schedule(house, {})
    await asyncio.gather(*(tick(house, NOW) for _ in range(5)))

    assert len(await copies(house)) == 5
    assert (await house.only(Announcement)).audience_size == 5


async def test_the_operator_watches_one_message(house: House) -> None:
    """One message, then edits: never two waiting, the last one says all."""
    for _ in range(10):
        await house.person(NEWS)
    planned = await schedule(house, {})
    [message] = await progress(house)
    assert (message.id, message.body["state"]) == (planned.progress_id, "scheduled")
    await tick(house, NOW)
    [message] = await progress(house)
    assert (message.body["state"], message.body["open"]) == ("sending", 10)

    await send(house, 4)  # the message and three copies
    for _ in range(3):
        await tick(house, NOW + timedelta(seconds=1))
    [_, edit] = await progress(house)
    assert (edit.method, edit.edits_id, edit.body["open"]) == ("editMessageText", planned.progress_id, 7)

    await send(house)
    await tick(house, NOW + timedelta(seconds=2))
    [_, _, last] = await progress(house)
    assert (last.body["state"], last.body["tallies"]) == ("sent", {"sent": 10})
    assert (await house.only(Announcement)).ended_at == NOW + timedelta(seconds=2)
    await tick(house, NOW + timedelta(seconds=3))
    assert len(await progress(house)) == 3


async def test_an_audience_of_nobody_ends_at_once(house: House) -> None:
    await schedule(house, {})
    await tick(house, NOW)

    saved = await house.only(Announcement)
    assert (saved.state, saved.audience_size, saved.ended_at) == ("sent", 0, NOW)


async def test_stopping_on_the_way(house: House) -> None:
    for _ in range(4):
        await house.person(NEWS)
    planned = await schedule(house, {})
    await tick(house, NOW)
    await send(house, 2)  # the message and one copy
    for _ in range(2):
        async with house.database.transaction() as session:
            await announcements.cancel(session, planned.id, NOW)
    await tick(house, NOW)

    async with house.database.reading() as session:
        tallies = await announcements.tallies(session, planned.id)
    assert (tallies[OutboxState.SENT], tallies[OutboxState.CANCELED]) == (1, 3)
    saved = await house.only(Announcement)
    assert (saved.state, saved.ended_at) == ("canceled", NOW)
    assert (await progress(house))[-1].body["state"] == "canceled"


async def test_stopped_before_its_time_it_is_never_released(house: House) -> None:
    await house.person(NEWS)
    planned = await schedule(house, {}, EVENING)
    async with house.database.transaction() as session:
        await announcements.cancel(session, planned.id, NOW)
    await tick(house, EVENING)

    assert await copies(house) == []


async def test_who_has_had_enough_gets_nothing_that_is_on_its_way(house: House) -> None:
    tired, keen, other = [await house.person(NEWS) for _ in range(3)]
    await schedule(house, {})
    await tick(house, NOW)
    async with house.database.transaction() as session:
        await announcements.stop_news(session, tired, NOW)
        await consents.withdraw(session, other.id, [NEWS], NOW)

    states = {row.chat_id: row.state for row in await copies(house)}
    assert states == {tired.chat_id: "canceled", keen.chat_id: "waiting", other.chat_id: "canceled"}
    assert (await house.only(Announcement)).audience_size == 3
