"""Copies of announcements: each ends in one state, whatever happens on the way."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import col, select, update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.db import Database
from bot.gateway.errors import MaybeDelivered
from bot.gateway.leader import leader_of
from bot.models import Announcement, AnnouncementState, Copy, LegalClass, Person
from tests.gateway.pretend_telegram import (
    MINJI,
    NOW,
    SUJIN,
    TOKEN,
    Pretend,
    StillClock,
    announced,
    copy_states,
    killed,
    never,
    notice,
    phrase,
    put,
    reply,
    sender_of,
    states,
)
from tests.paces import Unpaced


def timed_out() -> Exception:
    error = TimedOut()
    error.__cause__ = MaybeDelivered("SocketTimeoutError")
    return error


async def sent(database: Database, telegram: Pretend, **more: object) -> list[str]:
    """Send all that is due, as one process would from start to end; the copies' states then."""
    sender = sender_of(database, telegram, **more)
    await sender.drain()
    await sender.close()
    return await copy_states(database)


class OneByOne(Unpaced):
    """Takes one copy at a time."""

    def page(self, now: float) -> int:
        return 1


async def only(database: Database) -> Announcement:
    async with database.reading() as session:
        return (await session.exec(select(Announcement))).one()


@pytest.mark.parametrize(
    ("answer", "after"),
    [
        (None, "sent"),
        (Forbidden("Forbidden: bot was blocked by the user"), "blocked"),
        (BadRequest("Bad Request: can't parse entities"), "failed"),
        (timed_out(), "unknown"),
        (RuntimeError("a fault of ours, who knows where"), "unknown"),
        (RetryAfter(timedelta(seconds=3)), "waiting"),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_how_a_copy_ends(database: Database, answer: object, after: str) -> None:
    await announced(database, MINJI)

    assert await sent(database, Pretend(answer)) == [after]


async def test_a_copy_is_never_sent_again(database: Database) -> None:
    await announced(database, MINJI)
    assert await sent(database, Pretend(timed_out())) == ["unknown"]
    telegram = Pretend()

    assert await sent(database, telegram) == ["unknown"]
    assert telegram.calls == []


async def test_a_delivered_copy_knows_its_message(database: Database) -> None:
    await announced(database, MINJI)
    await sent(database, Pretend())

    async with database.reading() as session:
        [copy] = (await session.exec(select(Copy))).all()
    assert (copy.message_id, copy.ended_at) == (101, NOW)


async def test_a_person_who_blocked_us_gets_no_further_news(database: Database) -> None:
    await announced(database, MINJI, law=LegalClass.PROGRAM)
    await announced(database, MINJI, law=LegalClass.ADVERT, sponsor="무등")
    telegram = Pretend(Forbidden("Forbidden: user is deactivated"))
    await sent(database, telegram, pace=OneByOne())

    async with database.reading() as session:
        assert (await session.exec(select(Person.unreachable_at))).one() == NOW
    assert await copy_states(database) == ["blocked", "blocked"]
    assert len(telegram.calls) == 1


async def test_a_killed_sender_leaves_doubt_and_nothing_is_sent_twice(database: Database) -> None:
    await announced(database, 7, 8)
    await put(database, notice("booked"), notice("moved", SUJIN))
    dying = sender_of(database, Pretend(never, never, never, never))
    await dying.send_due()
    await dying.send_copies()
    await asyncio.sleep(0)
    assert await copy_states(database) == ["sending", "sending"]
    await killed(dying)
    after = Pretend()

    assert await sent(database, after) == ["unknown", "unknown"]
    assert sorted(after.texts) == ["booked", "moved"]


async def test_who_goes_first(database: Database) -> None:
    await announced(database, 7, MINJI)
    await put(database, notice("alert", 8), reply("answer", MINJI))
    telegram = Pretend()
    await sent(database, telegram)

    assert telegram.texts[:2] == ["answer", "alert"]
    assert len(telegram.calls) == 4


async def test_it_is_written_once_a_language(database: Database) -> None:
    told = await announced(database, *range(1, 4))
    await announced(database, *range(4, 7), language="en")
    async with database.transaction() as session:
        await session.exec(update(Copy).values(announcement_id=told))
    written = []

    async def write(session: object, ids: tuple[int, ...], language: str, rewrites: bool) -> object:
        written.append((ids, language))
        return await phrase(session, ids, language, rewrites)

    telegram = Pretend()
    await sent(database, telegram, phrase=write)

    assert sorted(written) == [((told,), "en"), ((told,), "ko")]
    assert len(telegram.calls) == 6


async def test_what_falls_together_becomes_one_message(database: Database) -> None:
    first = await announced(database, MINJI, SUJIN)
    second = await announced(database, MINJI)
    telegram = Pretend()

    assert await sent(database, telegram) == ["sent", "sent", "sent"]
    assert sorted(telegram.texts) == sorted(
        [f"announcement {first} and {second} in ko", f"announcement {first} in ko"]
    )


async def test_what_is_too_long_together_stays_apart(database: Database) -> None:
    for _ in range(3):
        await announced(database, MINJI)
    telegram = Pretend()

    assert await sent(database, telegram) == ["sent"] * 3
    assert len(telegram.calls) == 3


@pytest.mark.parametrize(
    "other",
    [{"law": LegalClass.ADVERT, "sponsor": "무등"}, {"picture": "AgAC"}],
    ids=["advertisement", "picture"],
)
async def test_what_does_not_belong_together_stays_apart(
    database: Database, other: dict[str, object]
) -> None:
    await announced(database, MINJI)
    await announced(database, MINJI, **other)
    telegram = Pretend()
    await sent(database, telegram)

    assert len(telegram.calls) == 2


async def test_states_add_up(database: Database) -> None:
    await announced(database, *range(1, 101))
    answers = [None, None, Forbidden("no"), *([None] * 16), BadRequest("no")]
    telegram = Pretend(*answers * 5)
    ended = await sent(database, telegram)

    assert len(telegram.calls) == 100
    assert {state: ended.count(state) for state in ended} == {"sent": 90, "blocked": 5, "failed": 5}
    assert (await only(database)).state is AnnouncementState.SENDING


async def test_it_stops_by_itself_when_too_many_fail(database: Database) -> None:
    """Seven of two hundred are more than 3 %."""
    await announced(database, *range(1, 301))
    answers = [None] * 90 + [BadRequest("no")] * 7
    telegram = Pretend(*answers)
    ended = await sent(database, telegram)
    told = await only(database)

    assert (told.state, told.paused_why) == (AnnouncementState.PAUSED, "failures")
    assert ended.count("failed") == 7
    assert 100 <= ended.count("waiting") <= 210
    assert ended.count("waiting") + ended.count("sent") == 293


@pytest.mark.parametrize("state", [AnnouncementState.PAUSED, AnnouncementState.CANCELED])
async def test_stopped_by_an_operator_nothing_more_is_taken(
    database: Database, state: AnnouncementState
) -> None:
    await announced(database, *range(1, 301))
    telegram = Pretend()
    sender = sender_of(database, telegram)
    await sender.send_copies()
    async with database.transaction() as session:
        await session.exec(update(Announcement).values(state=state))
    await sender.drain()
    await sender.close()

    assert len(telegram.calls) == 100  # the page that was taken
    assert (await copy_states(database)).count("waiting") == 200


async def test_nobody_is_woken(database: Database) -> None:
    """The hour is looked at when a copy is taken: it does not matter why it is late."""
    await announced(database, MINJI, SUJIN)
    async with database.transaction() as session:
        of_sujin = select(Person.id).where(Person.chat_id == SUJIN).scalar_subquery()
        await session.exec(update(Copy).where(col(Copy.person_id) == of_sujin).values(night=True))
    clock, telegram = StillClock(), Pretend()
    sender = sender_of(database, telegram, clock=clock)
    clock.advance(hours=10, minutes=59, seconds=1)  # 20:59:01 in Seoul: on its way it would be nine
    await sender.drain()
    assert [params["chat_id"] for _, params in telegram.calls] == [SUJIN]
    clock.advance(hours=11)  # 07:59:01
    await sender.drain()
    assert len(telegram.calls) == 1
    clock.advance(minutes=1)
    await sender.drain()
    await sender.close()

    assert [params["chat_id"] for _, params in telegram.calls] == [SUJIN, MINJI]


class Expecting(Unpaced):
    """Somebody has written and has not been answered yet."""

    def __init__(self) -> None:
        super().__init__()
        self.somebody = False

    def expects(self, now: float) -> bool:
        return self.somebody

    def copy_in(self, now: float) -> float:
        return 0.1


async def test_while_somebody_waits_for_an_answer_the_database_is_theirs(database: Database) -> None:
    """As long as there are copies in hand; without any, the next are taken all the same."""
    await announced(database, *range(1, 301))
    pace = Expecting()
    sender = sender_of(database, Pretend(), pace=pace)
    pace.somebody = True
    assert await sender.send_copies() == 100
    assert await sender.send_copies() == 0
    sender._stream._queue.clear()
    assert await sender.send_copies() == 100
    sender._stream.cut()
    await sender.close()


async def test_an_outage_does_not_eat_an_announcement(database: Database) -> None:
    await announced(database, *range(1, 101))
    ended = await sent(database, Pretend(*(timed_out() for _ in range(100))))

    assert ended.count("unknown") <= 25
    assert ended.count("waiting") >= 75


async def test_told_to_wait_what_was_taken_is_given_back(database: Database) -> None:
    """Nothing is in doubt that never left."""
    await announced(database, *range(1, 101))
    ended = await sent(database, Pretend(RetryAfter(timedelta(seconds=30))))

    assert set(ended) <= {"waiting", "sent"}
    assert ended.count("waiting") >= 70


async def test_an_end_that_comes_after_the_judgment_changes_nothing(database: Database) -> None:
    await announced(database, MINJI)
    answered = asyncio.Event()
    slow = sender_of(database, Pretend(answered.wait))
    await slow.send_copies()
    await asyncio.sleep(0)
    await slow._leader.release()
    await sent(database, Pretend())
    answered.set()
    await slow.close()

    assert await copy_states(database) == ["unknown"]


async def test_without_the_right_to_send_nothing_is_taken(postgres_url: str) -> None:
    database = Database(postgres_url)
    await announced(database, MINJI)
    sender = sender_of(database, telegram := Pretend())
    await sender.send_due()
    await sender._may_lead()
    await sender._leader.release()
    other = leader_of(database, TOKEN)
    assert await other.acquire()

    assert await sender.send_copies() == 0
    assert await copy_states(database) == ["waiting"]
    assert telegram.calls == []
    await other.release()
    await sender.close()
    await database.close()


async def test_a_message_is_rewritten_with_all_that_it_tells(database: Database) -> None:
    first = await announced(database, MINJI, SUJIN)
    second = await announced(database, MINJI)
    await sent(database, Pretend())
    async with database.transaction() as session:
        await session.exec(update(Announcement).values(state=AnnouncementState.SENDING))
        copies = (await session.exec(select(Copy).where(Copy.announcement_id == first))).all()
        messages = {copy.person_id: copy.message_id for copy in copies}
    rewriting = await announced(database, edits_id=first)
    for person, message in messages.items():
        await put(database, Copy(announcement_id=rewriting, person_id=person, edits=message, night=True))
    telegram = Pretend(True, BadRequest("Bad Request: message is not modified: same"))

    assert (await sent(database, telegram))[-2:] == ["sent", "sent"]
    assert {method for method, _ in telegram.calls} == {"editMessageText"}
    assert sorted(telegram.texts) == sorted(
        [f"announcement {first} and {second} in ko", f"announcement {first} in ko"]
    )
    assert {params["message_id"] for _, params in telegram.calls} == set(messages.values())


async def test_a_lost_database_keeps_the_ends(sqlite: Database) -> None:
    """The calls are made: their ends are written once the database is back."""
    await announced(sqlite, MINJI)
    sender = sender_of(sqlite, Pretend())
    await sender.send_copies()
    await asyncio.wait(sender._stream._lanes)
    turn, sender._stream._pages.turn = sender._stream._pages.turn, broken
    with pytest.raises(NetworkError):
        await sender._stream.landed()
    sender._stream._pages.turn = turn
    await sender.close()

    assert await copy_states(sqlite) == ["sent"]
    assert await states(sqlite) == []


async def broken(*_: object) -> None:
    raise NetworkError("away")
