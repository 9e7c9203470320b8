"""What keeps announcements gentle: a second person's word, two a day, waves, refusals, questions after two years."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import update

from bot.models import (
    Announcement,
    AnnouncementState,
    Consent,
    ConsentKind,
    Copy,
    CopyState,
    Fair,
    LegalClass,
    Person,
    RefusalKind,
    Role,
    Staff,
)
from bot.services import announcements, clockwork, consents, fairs
from bot.services.announcements import NotNow, NotOneself, Plan
from tests.services.a_fair import plan
from tests.services.a_morning import NOW, House, at

NEWS, ADS = ConsentKind.NEWS, ConsentKind.ADS
S = AnnouncementState


async def tick(house: House, now: Any = NOW) -> None:
    async with house.database.transaction() as session:
        await clockwork.announce(session, house.center, now)


async def hand_in(house: House, operator: Staff, plan: Plan, due_at: Any = NOW) -> Announcement:
    async with house.database.transaction() as session:
        written = await announcements.draft(session, operator, plan, NOW)
        return await announcements.hand_in(session, written, house.center, due_at, NOW)


async def delivered(house: House, now: Any = NOW) -> None:
    """All that waits has been sent."""
    async with house.database.transaction() as session:
        await session.exec(update(Copy).values(state=CopyState.SENT, message_id=1, ended_at=now))


async def reached(house: House, announcement: Announcement) -> set[int | None]:
    return {copy.person_id for copy in await house.rows(Copy, Copy.announcement_id == announcement.id)}


async def saved(house: House, told: Announcement | Consent) -> None:
    async with house.database.transaction() as session:
        session.add(told)


async def crowd(house: House, many: int) -> list[Person]:
    people = await house.crowd(many)
    async with house.database.transaction() as session:
        for person in people:
            await consents.give(session, person.id or 0, [NEWS], "2026-11", NOW)
    return people


async def test_a_second_person_reads_what_more_than_500_get(house: House) -> None:
    """Not the writer, not the writer's other role; nothing leaves before."""
    await crowd(house, 501)
    writer, second = await house.member("하늘", Role.OPERATOR), await house.member("바다", Role.OPERATOR)
    told = await hand_in(house, writer, Plan("소식"))
    assert (told.state, told.expected) == (S.AWAITING, 501)
    assert "announcement.approval" in await house.told(second.chat_id)
    assert "announcement.approval" not in await house.told(writer.chat_id)
    await tick(house)
    assert await house.rows(Copy) == []

    async with house.database.transaction() as session:
        with pytest.raises(NotOneself):
            await announcements.approve(session, writer, told.id or 0, NOW)
    async with house.database.transaction() as session:
        await announcements.approve(session, second, told.id or 0, NOW)
    await tick(house)
    assert len(await house.rows(Copy)) == 501
    async with house.database.transaction() as session:
        with pytest.raises(NotNow):
            await announcements.approve(session, second, told.id or 0, NOW)


async def test_500_need_no_second_person(house: House) -> None:
    await crowd(house, 500)
    told = await hand_in(house, await house.member("하늘", Role.OPERATOR), Plan("소식"))

    assert (told.state, told.expected) == (S.SCHEDULED, 500)


@pytest.mark.parametrize("state", ["scheduled", "sending", "sent"])
async def test_the_database_wants_the_second_word_too(house: House, state: str) -> None:
    """Also of code that forgot to ask, and of one person with two names."""
    writer = await house.member("하늘", Role.OPERATOR)
    wrong = {"text": "소식", "state": S(state), "due_at": NOW, "created_at": NOW, "released_at": NOW}
    for approved_by in (None, writer.id):
        told = Announcement(**wrong, staff_id=writer.id, expected=501, approved_by=approved_by)
        with pytest.raises(IntegrityError):
            await saved(house, told)


async def test_two_a_day_and_the_third_tomorrow(house: House) -> None:
    """A service notice is no news, and always comes; tomorrow is another day."""
    operator = await house.member("하늘", Role.OPERATOR)
    person = await house.person(NEWS)
    told = []
    for hour in (10, 11, 12):
        told.append(await hand_in(house, operator, Plan(f"소식 {hour}"), at(23, hour)))
        await tick(house, at(23, hour))
        await delivered(house, at(23, hour))
    assert [await reached(house, each) for each in told] == [{person.id}, {person.id}, set()]

    service = await hand_in(
        house, operator, Plan("바뀌었어요", {"got": told[0].id}, law=LegalClass.SERVICE), at(23, 13)
    )
    await tick(house, at(23, 13))
    assert await reached(house, service) == {person.id}
    tomorrow = await hand_in(house, operator, Plan("내일 소식"), at(24, 8))
    await tick(house, at(24, 8))
    assert await reached(house, tomorrow) == {person.id}


async def test_waves_follow_the_seats_and_stop_when_they_are_gone(house: House) -> None:
    """Five are told for each seat that is left, the next half an hour later, nobody once it is full.

    A consent that is nobody's does not stand in the way.
    """
    await saved(house, Consent(kind=ConsentKind.NIGHT, version="2026-11", given_at=NOW, receipt="someone"))
    operator, people = await house.member("하늘", Role.OPERATOR), await crowd(house, 40)
    async with house.database.transaction() as session:
        fair = await fairs.store(session, plan(capacity=3), NOW)
    told = await hand_in(house, operator, Plan("자리가 있어요", fair="wednesday", in_waves=True))
    await tick(house)
    assert len(await reached(house, told)) == 15
    await tick(house, NOW + timedelta(minutes=29))
    assert len(await reached(house, told)) == 15

    async with house.database.transaction() as session:
        for person in people[:2]:
            await fairs.register(session, person, fair.id or 0, NOW)
    await tick(house, NOW + timedelta(minutes=30))
    assert len(await reached(house, told)) == 20
    async with house.database.transaction() as session:
        await fairs.register(session, people[2], fair.id or 0, NOW)
    await tick(house, NOW + timedelta(minutes=60))
    copies = await house.rows(Copy)
    assert len(copies) == 20
    assert {copy.state for copy in copies} == {CopyState.CANCELED}
    assert (await house.only(Fair)).state == "full"


async def test_one_company_refused_and_taken_back(house: House) -> None:
    """Also what is on its way; the other companies still come."""
    operator, person = await house.member("하늘", Role.OPERATOR), await house.person(ADS)
    plans = {name: Plan("뽑아요", law=LegalClass.ADVERT, sponsor=name) for name in ("무등가전", "금남소프트")}
    first = await hand_in(house, operator, plans["무등가전"])
    await tick(house)
    async with house.database.transaction() as session:
        told = await announcements.told_of(session, first.id or 0)
        assert told
        assert await announcements.refuse(session, person, told, RefusalKind.COMPANY, NOW) == "무등가전"
        assert await announcements.refuse(session, person, told, RefusalKind.TOPIC, NOW) is None
    assert (await house.only(Copy)).state is CopyState.CANCELED

    again, other = [await hand_in(house, operator, plans[name], at(24, 10)) for name in plans]
    await tick(house, at(24, 10))
    assert (await reached(house, again), await reached(house, other)) == (set(), {person.id})
    async with house.database.transaction() as session:
        await announcements.allow_again(session, person, first, RefusalKind.COMPANY)
    third = await hand_in(house, operator, plans["무등가전"], at(25, 10))
    await tick(house, at(25, 10))
    assert await reached(house, third) == {person.id}


async def test_after_nearly_two_years_they_are_asked_once_and_by_day(house: House) -> None:
    """Who says yes keeps the news; who says nothing gets no more of them."""
    says_yes, silent = await house.person(NEWS), await house.person(NEWS)
    old = NOW + timedelta(days=701)
    for moment in (old + timedelta(hours=12), old + timedelta(hours=24), old + timedelta(hours=25)):
        await tick(house, moment)
    for person in (says_yes, silent):
        assert (await house.told(person.chat_id)).count("consent.confirm") == 1
    async with house.database.transaction() as session:
        await announcements.confirm(session, says_yes.id or 0, old + timedelta(days=2))

    operator = await house.member("하늘", Role.OPERATOR)
    told = await hand_in(house, operator, Plan("두 해 뒤의 소식"), NOW + timedelta(days=731))
    await tick(house, NOW + timedelta(days=731))
    assert await reached(house, told) == {says_yes.id}
