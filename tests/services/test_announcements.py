"""Announcements: who gets one, when, and what came of it."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.dialects.sqlite import dialect
from sqlmodel import col, func, select, update

from bot.db import Database
from bot.models import (
    Announcement,
    ConsentKind,
    Copy,
    CopyState,
    LegalClass,
    Outbox,
    OutboxState,
    Person,
    RefusalKind,
    Role,
)
from bot.services import announcements, clockwork, consents, people
from bot.services.announcements import Reach
from bot.services.announcements.audiences import OUT_OF_REACH
from tests.services.a_morning import NOW, House, at, scheduled

NEWS, NIGHT = ConsentKind.NEWS, ConsentKind.NIGHT
EVENING = at(23, 22)


async def schedule(house: House, audience: dict[str, Any], due_at: datetime = NOW) -> Announcement:
    operator = await house.member("안내", Role.OPERATOR)
    async with house.database.transaction() as session:
        return await scheduled(session, operator, "소식", audience, due_at, NOW)


async def tick(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.announce(session, house.center, now)


async def copies(house: House) -> list[Copy]:
    return await house.rows(Copy)


async def chats(house: House, *states: CopyState) -> set[int]:
    """Whose copies there are, in these states or in any."""
    persons = {person.id: person.chat_id for person in await house.rows(Person)}
    return {persons[row.person_id] for row in await copies(house) if not states or row.state in states}


async def count(house: House, audience: dict[str, Any], now: datetime, **more: Any) -> Reach:
    draft = Announcement(text="소식", audience=audience, due_at=now, created_at=now, **more)
    async with house.database.reading() as session:
        return await announcements.count(session, draft, house.center, now)


async def send(house: House, many: int = 1000, state: CopyState = CopyState.SENT) -> None:
    """The sender has sent the operator's messages, and some copies that waited."""
    waiting = await house.rows(Copy, Copy.state == CopyState.WAITING)
    ids = [row.id for row in waiting[:many]]
    async with house.database.transaction() as session:
        told = update(Outbox).where(col(Outbox.state) == OutboxState.WAITING)
        await session.exec(told.values(state=OutboxState.SENT, message_id=col(Outbox.id), body=None))
        sent = update(Copy).where(col(Copy.id).in_(ids))
        await session.exec(sent.values(state=state, message_id=col(Copy.id), ended_at=NOW))


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
    reach = await count(house, audience, NOW)
    planned = await schedule(house, audience)
    await tick(house, NOW)

    known = {1: first.chat_id, 2: second.chat_id, 3: third.chat_id}
    assert await chats(house) == {known[number] for number in who}
    assert silent.chat_id not in await chats(house)
    assert (reach.now, reach.held) == (len(who), 0)
    assert (await house.only(Announcement)).audience_size == len(who)
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
    by_day = await count(house, {"district": "북구"}, NOW)
    by_night = await count(house, {"district": "북구"}, EVENING)

    assert by_day == Reach(now=2, held=0, not_opted_in=2)
    assert by_night == Reach(now=1, held=1, not_opted_in=2)


async def test_of_everybody_who_is_out_of_reach_counts_as_nobody(house: House) -> None:
    """Blocked us, or told of despair lately; whoever may hear news again is not left out."""
    await house.person()
    _, blocked, hushed, again = [await house.person(NEWS) for _ in range(4)]
    async with house.database.transaction() as session:
        for person, change in (
            (blocked, {"unreachable_at": NOW}),
            (hushed, {"hushed_until": NOW + timedelta(days=1)}),
            (again, {"hushed_until": NOW - timedelta(days=1)}),
        ):
            await session.exec(update(Person).where(col(Person.id) == person.id).values(**change))

    assert await count(house, {}, NOW) == Reach(now=2, held=0, not_opted_in=1)


async def test_who_is_out_of_reach_is_known_from_an_index(sqlite: Database) -> None:
    """Its condition has to be said in the words of the index, or all people are looked at."""
    few = select(func.count()).select_from(Person).where(OUT_OF_REACH)
    async with sqlite.reading() as session:
        asked = f"EXPLAIN QUERY PLAN {few.compile(dialect=dialect())}"
        steps = (await (await session.connection()).exec_driver_sql(asked)).all()

    assert "ix_person_out_of_reach" in str(steps)


async def test_who_refused_this_company_or_topic_is_counted_before_sending(house: House) -> None:
    """Among those who asked for such news at all; a refusal of something else does not matter here."""
    ADS = ConsentKind.ADS  # noqa: N806
    _, *refusing = [await house.person(ADS) for _ in range(4)]
    async with house.database.transaction() as session:
        for company, person in zip(("무등가전", "무등가전", "금남소프트"), refusing, strict=True):
            told = Announcement(text="소식", sponsor=company, due_at=NOW, created_at=NOW)
            await announcements.refuse(session, await session.merge(person), told, RefusalKind.COMPANY, NOW)
    advert = {"law": LegalClass.ADVERT, "sponsor": "무등가전", "topic": "fair"}

    assert await count(house, {}, NOW, **advert) == Reach(now=2, held=0, not_opted_in=0, refused=2)
    assert await count(house, {}, EVENING, **advert) == Reach(now=0, held=2, not_opted_in=0, refused=2)


async def test_only_who_agreed_to_nights_is_told_at_night(house: House) -> None:
    """The sender looks at the hour; the copy says whether the person agreed."""
    await house.person(NEWS)
    awake = await house.person(NEWS, NIGHT)
    await schedule(house, {}, EVENING)
    await tick(house, at(23, 21, 59))
    assert await copies(house) == []
    await tick(house, EVENING)

    assert {row.person_id: row.night for row in await copies(house)}[awake.id] is True
    assert sorted(row.night for row in await copies(house)) == [False, True]


async def test_who_takes_the_consent_to_nights_back_sleeps(house: House) -> None:
    awake = await house.person(NEWS, NIGHT)
    await schedule(house, {}, EVENING)
    await tick(house, EVENING)
    async with house.database.transaction() as session:
        await consents.withdraw(session, awake.id, [NIGHT], EVENING)

    assert [(row.night, row.state) for row in await copies(house)] == [(False, "waiting")]


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

    await send(house, 3)
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


async def test_the_night_says_nothing_of_the_time_that_is_left(house: House) -> None:
    """What was held until the morning is measured from the morning on, not from the evening."""
    for _ in range(10):
        await house.person(NEWS)
    await schedule(house, {}, EVENING)
    await tick(house, EVENING)
    morning = at(24, 8)
    left = []
    for many, seconds in ((1, 1), (2, 3), (2, 5)):
        await send(house, many)
        await tick(house, morning + timedelta(seconds=seconds))
        left.append((await progress(house))[-1].body["left"])

    assert left == [None, 7, 5]  # seconds: one copy a second


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
    await send(house, 1)
    for _ in range(2):
        async with house.database.transaction() as session:
            await announcements.cancel(session, planned.id, NOW)
    await tick(house, NOW)

    async with house.database.reading() as session:
        tallies = await announcements.tallies(session, planned.id)
    assert (tallies[CopyState.SENT], tallies[CopyState.CANCELED]) == (1, 3)
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
        await consents.withdraw(session, tired.id, [NEWS, NIGHT], NOW)
        await consents.withdraw(session, other.id, [NEWS], NOW)

    assert await chats(house, CopyState.CANCELED) == {tired.chat_id, other.chat_id}
    assert await chats(house, CopyState.WAITING) == {keen.chat_id}
    assert (await house.only(Announcement)).audience_size == 3
