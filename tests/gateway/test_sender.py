"""Each row ends in one state; what follows from it; what a killed sender leaves behind."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.db import Database
from bot.gateway.errors import MaybeDelivered, NotDelivered
from bot.gateway.leader import leader_of
from bot.gateway.pacing import MOST, Pacing
from bot.models import Outbox, OutboxKind, OutboxState, Priority
from tests.gateway.pretend_telegram import (
    MINJI,
    NOW,
    SUJIN,
    TOKEN,
    Pretend,
    StillClock,
    delivered,
    notice,
    outbox_rows,
    put,
    reply,
    sender_of,
    states,
)
from tests.paces import Unpaced


def because(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


def timed_out() -> Exception:
    return because(TimedOut(), MaybeDelivered("SocketTimeoutError"))


def unconnected() -> Exception:
    return because(NetworkError("ClientConnectorError"), NotDelivered("ClientConnectorError"))


@pytest.mark.parametrize(
    ("answer", "after"),
    [
        (None, ["sent"]),
        (True, ["sent"]),
        (Forbidden("Forbidden: bot was blocked by the user"), ["blocked"]),
        (BadRequest("Bad Request: can't parse entities"), ["failed"]),
        (timed_out(), ["unknown", "waiting"]),  # once more, as soon as the way is free again
        (because(NetworkError("Bad Gateway"), MaybeDelivered("HTTP 502")), ["unknown", "waiting"]),
        (RuntimeError("a fault of ours, who knows where"), ["unknown", "waiting"]),
        (TypeError("no JSON"), ["failed"]),
        (unconnected(), ["waiting"]),
        (RetryAfter(timedelta(seconds=3)), ["waiting"]),
        (InvalidToken(), ["waiting"]),
        (ChatMigrated(-5), ["sent"]),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_how_a_reply_ends(database: Database, answer: object, after: list[str]) -> None:
    await put(database, reply("안녕"))

    assert await delivered(database, Pretend(answer)) == after


async def test_what_was_delivered_is_not_kept(database: Database) -> None:
    await put(database, reply("안녕"))
    await delivered(database, Pretend())

    [row] = await outbox_rows(database)
    assert (row.body, row.message_id, row.ended_at, row.error) == (None, 101, NOW, None)


async def test_a_doubtful_reply_goes_out_once_more_and_never_again(database: Database) -> None:
    await put(database, reply("안녕", dedupe_key="appointment:12:booked"))
    await delivered(database, Pretend(timed_out()))
    assert await delivered(database, Pretend(timed_out())) == ["unknown", "unknown"]
    telegram = Pretend()
    await delivered(database, telegram)

    first, second = await outbox_rows(database)
    assert telegram.calls == []
    assert (second.copy_of, second.dedupe_key) == (first.id, "appointment:12:booked:again")


async def test_a_migrated_group_gets_all_it_is_owed(database: Database) -> None:
    await put(database, reply("one", -4), reply("two", -4))
    telegram = Pretend(ChatMigrated(-100500))

    assert await delivered(database, telegram) == ["sent", "sent"]
    assert [params["chat_id"] for _, params in telegram.calls] == [-4, -100500, -100500]


async def test_killed_before_the_call_is_doubt_as_well(database: Database) -> None:
    await put(database, reply("안녕", state=OutboxState.SENDING))
    telegram = Pretend()

    assert await delivered(database, telegram) == ["unknown", "sent"]
    assert telegram.texts == ["안녕"]


async def test_an_end_that_comes_after_the_judgment_changes_nothing(database: Database) -> None:
    """We lost the right to send; the next sender has judged our row already."""
    await put(database, reply("안녕"))
    answered = asyncio.Event()
    slow = sender_of(database, Pretend(answered.wait))
    await slow.send_due()
    await slow._leader.release()
    await delivered(database, Pretend())
    answered.set()
    await slow.close()

    assert await states(database) == ["unknown", "sent"]


async def test_rows_of_a_chat_go_in_order_one_at_a_time(database: Database) -> None:
    await put(database, *(reply(str(number)) for number in range(6)))
    telegram = Pretend()
    sender = sender_of(database, telegram)
    for expected in range(1, 7):
        await sender.send_due()
        assert await sender.send_due() == 0  # the first is still on its way
        await sender._flights.landed()
        assert len(telegram.calls) == expected
    await sender.close()

    assert telegram.texts == ["0", "1", "2", "3", "4", "5"]


async def test_due_later_and_too_late(database: Database) -> None:
    hour = timedelta(hours=1)
    await put(
        database,
        reply("tomorrow", due_at=NOW + hour),
        reply("now"),
        reply("too late", expires_at=NOW),
        reply("in time", expires_at=NOW + hour),
    )
    telegram = Pretend()

    assert await delivered(database, telegram) == ["waiting", "sent", "expired", "sent"]
    assert telegram.texts == ["now", "in time"]


async def test_a_notice_that_is_no_longer_true_is_canceled(database: Database) -> None:
    await put(database, notice("reminder", body={"text": "reminder", "true": False}), notice("booked"))

    assert await delivered(database, Pretend()) == ["canceled", "sent"]


async def test_a_notice_that_cannot_be_written_holds_up_nobody(database: Database) -> None:
    await put(database, notice("broken", body={}), notice("whole"))

    assert await delivered(database, Pretend()) == ["failed", "sent"]


class TestEdits:
    async def test_an_edit_names_the_message_that_its_row_became(self, database: Database) -> None:
        [card] = await put(database, reply("card"))
        await put(database, reply("edited", method="editMessageText", edits_id=card))
        telegram = Pretend()
        await delivered(database, telegram)

        assert telegram.calls[1] == (
            "editMessageText",
            {"text": "edited", "chat_id": MINJI, "message_id": 101},
        )

    async def test_an_edit_waits_for_what_it_edits_and_holds_up_nobody(self, database: Database) -> None:
        [card] = await put(database, reply("card", due_at=NOW + timedelta(minutes=1)))
        await put(database, reply("edited", edits_id=card), reply("other"))
        clock = StillClock()
        telegram = Pretend()
        sender = sender_of(database, telegram, clock=clock)
        await sender.drain()
        assert telegram.texts == ["other"]
        clock.advance(minutes=2)
        await sender.drain()
        await sender.close()

        assert telegram.texts == ["other", "card", "edited"]

    async def test_an_edit_of_a_doubtful_message_edits_its_copy(self, database: Database) -> None:
        [card] = await put(database, reply("card"))
        await put(database, reply("edited", edits_id=card))
        await delivered(database, Pretend(timed_out()))
        assert await states(database) == ["unknown", "waiting", "waiting"]
        telegram = Pretend()

        assert await delivered(database, telegram) == ["unknown", "sent", "sent"]
        assert [params.get("message_id") for _, params in telegram.calls] == [None, 101]

    async def test_nothing_to_edit(self, database: Database) -> None:
        [card] = await put(database, reply("card"))
        await put(database, reply("edited", edits_id=card))

        assert await delivered(database, Pretend(BadRequest("Bad Request: no"))) == ["failed", "canceled"]

    async def test_what_is_already_so_counts_as_sent(self, database: Database) -> None:
        [card] = await put(database, reply("card", state=OutboxState.SENT, message_id=55))
        await put(database, reply("card", edits_id=card))
        same = BadRequest("Bad Request: message is not modified: specified new message content is the same")

        assert await delivered(database, Pretend(same)) == ["sent", "sent"]
        assert [row.message_id for row in await outbox_rows(database)] == [55, 55]

    async def test_an_edit_may_name_the_message_itself(self, database: Database) -> None:
        await put(database, reply("card", method="editMessageText", body={"text": "card", "message_id": 77}))
        same = BadRequest("Bad Request: message is not modified")

        assert await delivered(database, Pretend(same)) == ["sent"]
        assert [row.message_id for row in await outbox_rows(database)] == [77]


class TestPauses:
    async def test_asked_for_silence_nobody_speaks(self, database: Database) -> None:
        await put(database, *(reply("hello", chat) for chat in range(1, 30)))
        moment = [0.0]
        pace = Pacing(0.0)
        telegram = Pretend(RetryAfter(timedelta(seconds=30)))
        sender = sender_of(database, telegram, pace=pace)
        sender._monotonic = lambda: moment[0]
        await sender.drain()
        begun = len(telegram.calls)
        moment[0] = 29.9
        await sender.drain()
        assert len(telegram.calls) == begun
        moment[0] = 31.0
        await sender.drain()
        await sender.close()

        assert len(telegram.calls) > begun


class TestPlaces:
    async def test_who_waits_goes_before_the_next_copy(self, database: Database) -> None:
        """Copies used up the second. An answer that finds no place keeps the next one free."""
        await put(database, reply("안녕"))
        moment, pace, telegram = [0.0], Pacing(0.0, copies=MOST), Pretend()
        sender = sender_of(database, telegram, pace=pace)
        sender._monotonic = lambda: moment[0]
        for chat in range(MOST):
            assert pace.spend(100 + chat, chat / 1000, copy=True)
        moment[0] = 0.5
        assert await sender.send_due() == 0
        moment[0] += pace.opens_in(0.5)
        assert pace.copy_in(moment[0]) > 0
        assert await sender.send_due() == 1
        await sender.close()

        assert telegram.texts == ["안녕"]
        assert pace.expects(moment[0]) is False

    async def test_whose_answer_is_being_written_is_expected(self, database: Database) -> None:
        pace = Pacing(1000.0)
        sender = sender_of(database, Pretend(), pace=pace)
        sender.expect()

        assert pace.expects(1000.0)
        await sender.close()


async def test_only_one_sends(database: Database) -> None:
    await put(database, reply("안녕"))
    first, second = sender_of(database, Pretend()), sender_of(database, Pretend())
    assert await first.send_due() == 1
    await put(database, reply("또"))
    assert await second.send_due() == 0
    await first.close()
    assert await second.send_due() == 1
    await second.close()


async def test_another_bot_has_its_own_sender(postgres_url: str) -> None:
    database = Database(postgres_url)
    one, other = leader_of(database, TOKEN), leader_of(database, "999:other")

    assert await one.acquire()
    assert await other.acquire()
    await one.release()
    await other.release()
    await database.close()


async def test_a_cut_connection_ends_the_right_to_send(postgres_url: str) -> None:
    database = Database(postgres_url)
    sender = sender_of(database, telegram := Pretend())
    await put(database, reply("one"))
    await sender.drain()
    async with database.transaction() as session:
        connection = await session.connection()
        await connection.execute(
            text("SELECT pg_terminate_backend(:pid)"), {"pid": sender._leader._connection.info.backend_pid}
        )
    await put(database, reply("two"))
    assert await sender.send_due() == 0
    assert telegram.texts == ["one"]
    await sender.drain()
    await sender.close()
    await database.close()

    assert telegram.texts == ["one", "two"]


async def test_a_commit_that_came_through_unseen_is_doubt(database: Database) -> None:
    """The rows are `sending`, the answer to our commit was lost, no call was made."""
    await put(database, reply("안녕"))
    telegram = Pretend()
    sender = sender_of(database, telegram)
    await sender.send_due()
    await sender._flights.landed()
    await put(database, reply("lost", SUJIN, state=OutboxState.SENDING))
    sender._leads = False  # as `run` does after an error of the database
    await sender.drain()
    await sender.close()

    assert await states(database) == ["sent", "unknown", "sent"]


async def test_the_error_of_a_row_quotes_nobody(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    await put(database, reply("<김민지>"))
    await delivered(
        database, Pretend(BadRequest('Bad Request: can\'t parse entities: Unsupported start tag "김민지"'))
    )

    assert "김민지" not in caplog.text + str((await outbox_rows(database))[0].error)


async def test_many_failures_at_once_are_one_trouble(database: Database) -> None:
    await put(database, *(reply("안녕", chat) for chat in range(1, 21)))
    pace = Unpaced()
    await delivered(database, Pretend(*(unconnected() for _ in range(20))), pace=pace)

    assert pace.paused_until <= 1000.5


def test_rows_are_what_the_sender_thinks() -> None:
    assert Priority.ALERT > Priority.INTERACTIVE
    assert Outbox(chat_id=1, kind=OutboxKind.REPLY, due_at=NOW, created_at=NOW).state is OutboxState.WAITING
