"""Hiring days that announce themselves: once each, seen by the operators before, and only while it is of use."""

from datetime import datetime, timedelta

from sqlmodel import col, update

from bot.models import Announcement, AnnouncementState, ConsentKind, Copy, CopyState, Fair, FairState, Role
from bot.services import clockwork, fairs
from tests.services.a_fair import on_the_day, plan
from tests.services.a_morning import House

NEWS = ConsentKind.NEWS
DAY = timedelta(days=1)
WEEK_BEFORE = on_the_day(10) - 7 * DAY


async def tick(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.announce(session, house.center, now)


async def holds(house: House, **other: object) -> Fair:
    async with house.database.transaction() as session:
        return await fairs.store(session, plan(**other), WEEK_BEFORE - 10 * DAY)


async def test_it_announces_itself_once(house: House) -> None:
    """The operators see it an hour before; who is registered has reminders of their own."""
    fair = await holds(house)
    operator = await house.member("하늘", Role.OPERATOR)
    free, registered, silent = await house.person(NEWS), await house.person(NEWS), await house.person()
    async with house.database.transaction() as session:
        await fairs.register(session, registered, fair.id or 0, WEEK_BEFORE - DAY)
    for minutes in (-61, -60, -59, -30, 0, 1, 5, 60):
        await tick(house, WEEK_BEFORE + timedelta(minutes=minutes))

    told = await house.only(Announcement)
    assert (told.due_at, told.fair, told.released_at) == (WEEK_BEFORE, "wednesday", WEEK_BEFORE)
    assert told.text == house.center.series_news[0].text
    assert {copy.person_id for copy in await house.rows(Copy)} == {free.id}
    assert silent.id != free.id
    assert "announcement.progress" in await house.told(operator.chat_id)


async def test_each_of_its_times(house: House) -> None:
    await holds(house)
    await house.person(NEWS)
    now = WEEK_BEFORE - 2 * DAY
    while now < on_the_day(18):
        await tick(house, now)
        async with house.database.transaction() as session:
            await session.exec(update(Copy).values(state=CopyState.SENT, message_id=1, ended_at=now))
        now += timedelta(minutes=30)

    told = await house.rows(Announcement)
    assert [each.due_at for each in told] == [WEEK_BEFORE, on_the_day(10) - DAY, on_the_day(8, 30)]
    assert [each.audience_size for each in told] == [1, 1, 1]


async def test_what_was_stopped_stays_stopped(house: House) -> None:
    """By an operator, or because the hiring day is full, called off or on another day."""
    fair = await holds(house)
    await house.person(NEWS)
    await tick(house, WEEK_BEFORE - timedelta(minutes=30))
    async with house.database.transaction() as session:
        full = update(Fair).where(col(Fair.id) == fair.id).values(state=FairState.FULL)
        await session.exec(full)
    for minutes in (-20, 0, 20):
        await tick(house, WEEK_BEFORE + timedelta(minutes=minutes))

    assert (await house.only(Announcement)).state is AnnouncementState.CANCELED
    assert await house.rows(Copy) == []


async def test_moved_to_another_day_it_is_told_anew(house: House) -> None:
    await holds(house)
    await house.person(NEWS)
    await tick(house, WEEK_BEFORE)
    async with house.database.transaction() as session:
        await fairs.store(session, plan(held_on="2026-12-03"), WEEK_BEFORE + timedelta(hours=1))
    await tick(house, WEEK_BEFORE + DAY)

    assert [each.due_at for each in await house.rows(Announcement)] == [
        WEEK_BEFORE + timedelta(minutes=15),
        WEEK_BEFORE + DAY + timedelta(minutes=15),
    ]


async def test_examples_are_not_announced(house: House) -> None:
    await holds(house, sample=True)
    await house.person(NEWS)
    await tick(house, WEEK_BEFORE)

    assert await house.rows(Announcement) == []
