"""What the staff arrange: free of deadlines, not of the book's guards; the person hears who did it and why."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from bot.models import (
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Assigned,
    Cause,
    ConsentKind,
    Counselor,
    Outbox,
    Person,
    Role,
    Staff,
    Way,
)
from bot.services import bookings, found, privacy
from bot.services.bookings import NotBookable, NotThere, Refusal, Why
from tests.services.a_morning import NOW, House, at

NINE, TEN = at(30, 9), at(30, 10)
AGREED = (ConsentKind.COLLECT, ConsentKind.ABROAD)


async def arranges(
    house: House, member: Staff, person: Person, starts_at: datetime, service: str = "finance", **more: Any
) -> Appointment:
    now = more.pop("now", NOW)
    async with house.database.transaction() as session:
        return await bookings.book_for(session, house.center, member, person, service, starts_at, now, **more)


async def postpones(
    house: House, member: Staff, appointment: Appointment, starts_at: datetime, **more: Any
) -> Appointment:
    now, why = more.get("now", NOW), more.get("why", Cause.ABSENCE)
    async with house.database.transaction() as session:
        return await bookings.postpone(
            session, house.center, member, appointment.id or 0, starts_at, why, now
        )


async def test_a_counselors_own_time_is_confirmed(house: House) -> None:
    person, member = await house.person(), await house.member("nuri")
    booked = await arranges(house, member, person, NINE)

    assert (booked.state, booked.decided_at, booked.assigned) == (
        AppointmentState.CONFIRMED,
        NOW,
        Assigned.STAFF,
    )
    [event] = await house.rows(AppointmentEvent)
    assert (event.by, event.staff_id, event.why) == ("staff", member.id, Cause.BOOKED)
    assert await house.told(member.chat_id) == []
    assert (await house.told(person.chat_id))[0] == "booking.by_staff"
    [told] = await house.rows(Outbox, Outbox.notice == "booking.by_staff")
    assert told.body["by"] == member.id


async def test_a_colleague_is_asked(house: House) -> None:
    member, colleague = await house.member("haneul"), await house.member("nuri")
    booked = await arranges(house, member, await house.person(), NINE)

    assert booked.state is AppointmentState.REQUESTED
    assert await house.told(colleague.chat_id) == ["booking.requested"]
    assert await house.told(member.chat_id) == []


async def test_an_operator_may_and_a_company_may_not(house: House) -> None:
    operator, company = await house.member("안내", Role.OPERATOR), await house.member("회사", Role.COMPANY)
    assert (await arranges(house, operator, await house.person(), NINE)).state is AppointmentState.REQUESTED
    with pytest.raises(NotThere) as refused:
        await arranges(house, company, await house.person(), TEN)
    assert refused.value.reason is Why.NOT_YOURS
    assert len(await house.rows(Appointment)) == 1


async def test_no_notice_and_no_limit_binds_the_staff(house: House) -> None:
    person, member = await house.person(), await house.member("yunseul")
    soon = at(23, 11)
    with pytest.raises(NotBookable) as refused:
        await house.book(person, soon, "leap")
    assert refused.value.reason is Refusal.TOO_SOON
    assert (await arranges(house, member, person, soon, "leap")).starts_at == soon
    async with house.database.reading() as session:
        search = bookings.Search(house.center, "intake", Way.VISIT, by_staff=True)
        first = (await bookings.openings(session, search, NOW, NOW))[0]
    assert first.starts_at - NOW < timedelta(hours=2)


async def test_the_books_guards_bind_the_staff(house: House) -> None:
    """Taken, closed, and what the person has already stay so."""
    person, member = await house.person(), await house.member("nuri")
    await arranges(house, member, await house.person(), NINE)
    for starts_at, service, reason in (
        (NINE, "finance", Refusal.TAKEN),
        (at(29, 9), "finance", Refusal.CLOSED),
        (at(23, 9), "finance", Refusal.PAST),
    ):
        with pytest.raises(NotBookable) as refused:
            await arranges(house, member, person, starts_at, service)
        assert refused.value.reason is reason
    await arranges(house, member, person, TEN)
    with pytest.raises(NotBookable) as refused:
        await arranges(house, member, person, at(30, 11))
    assert refused.value.reason is Refusal.HAS_ONE
    assert len(await house.rows(Appointment)) == 2


async def test_what_the_person_is_choosing_at_this_moment_stays_theirs(house: House) -> None:
    person, member = await house.person(), await house.member("nuri")
    async with house.database.transaction() as session:
        held = await bookings.hold(session, house.center, person, "intake", at(24, 9), NOW)
    await arranges(house, member, person, NINE)
    async with house.database.transaction() as session:
        kept = await bookings.confirm(session, house.center, person, held.id or 0, NOW, accepted=False)
    assert kept.state is AppointmentState.REQUESTED


async def test_postponed_with_a_history(house: House) -> None:
    """The same number and counselor, confirmed; the person hears why, and reminders are of the new time."""
    person, member = await house.person(), await house.member("nuri")
    booked = await house.book(person, NINE, "finance")
    late = NINE - timedelta(minutes=30)
    moved = await postpones(house, member, booked, at(30, 14), now=late)

    assert (moved.id, moved.number, moved.starts_at) == (booked.id, booked.number, at(30, 14))
    assert (moved.state, moved.decided_at) == (AppointmentState.CONFIRMED, late)
    event = (await house.rows(AppointmentEvent))[-1]
    assert (event.why, event.staff_id, event.from_starts_at) == (Cause.ABSENCE, member.id, NINE)
    told = await house.told(person.chat_id)
    assert told.count("booking.postponed") == 1
    waiting = await house.rows(Outbox, Outbox.notice == "reminder.two_hours", Outbox.state == "waiting")
    assert [row.due_at for row in waiting] == [at(30, 12)]


async def test_only_ones_own_and_only_what_is_ahead_is_postponed(house: House) -> None:
    person, member, other = await house.person(), await house.member("nuri"), await house.member("haneul")
    booked = await house.book(person, NINE, "finance")
    with pytest.raises(NotThere) as refused:
        await postpones(house, other, booked, TEN)
    assert refused.value.reason is Why.NOT_YOURS
    with pytest.raises(NotBookable):
        await postpones(house, member, booked, at(29, 9))
    await house.cancel(person, booked)
    with pytest.raises(NotThere) as refused:
        await postpones(house, member, booked, TEN)
    assert refused.value.reason is Why.CANCELED
    assert (await house.only(Appointment)).starts_at == NINE


async def test_found_by_number_or_telephone(house: House) -> None:
    person = await house.person(*AGREED, contact="01023456789")
    booked = await house.book(person, NINE, "finance")
    for number in (booked.number, "01023456789"):
        assert await behind(house, number) == person.id
    assert await behind(house, "01000000000") is None
    assert await behind(house, "B-00000") is None


async def test_who_took_the_agreement_back_or_was_forgotten_is_not_found(house: House) -> None:
    person = await house.person(contact="01023456789")
    booked = await house.book(person, NINE, "finance")
    assert await behind(house, "01023456789") is None
    other = await house.person(*AGREED, contact="01098765432")
    async with house.database.transaction() as session:
        await privacy.erase(session, await session.get_one(Person, other.id), NOW)
    assert await behind(house, "01098765432") is None
    assert await behind(house, booked.number) is None


async def behind(house: House, number: str) -> int | None:
    async with house.database.reading() as session:
        person = await found.person_behind(session, number)
        return person.id if person else None


async def test_whoever_gives_a_service(house: House) -> None:
    async with house.database.reading() as session:
        keys = (await session.exec(select(Counselor).order_by(col(Counselor.id)))).all()
        giving = {each.key for each in keys if await bookings.gives(session, "finance", each.id)}
    assert giving == {"nuri"}
