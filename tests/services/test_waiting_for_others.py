"""Two are at the same meeting: who waited acts on what the other has left; nobody waits in a circle.

On PostgreSQL, where two can be at it. Each test begins when the second is seen to wait for the first.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

import pytest
from sqlalchemy import text
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.db import Database
from bot.models import (
    Absence,
    AbsenceKind,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Cause,
    Counselor,
    Disruption,
    Half,
    Person,
    SpecialDay,
    Staff,
    Waiting,
)
from bot.rules.appointment_states import state_after
from bot.services import absences, bookings, groups, locks, privacy, slots, waitlist
from bot.services.bookings import NotBookable, NotThere, Refusal, Why
from bot.services.bookings.signing import sign
from tests.services.a_morning import NOW, House, at

ONE = at(30, 13)
AFTERWARDS = at(30, 14)
WAITING = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
Came = TypeVar("Came")
Deed = Callable[[AsyncSession, Person, Appointment], Awaitable[object]]


@pytest.fixture
async def house(postgres_url: str, center: Center) -> AsyncIterator[House]:
    """The center's slots are there; nobody has come yet."""
    database = Database(postgres_url)
    async with database.transaction() as session:
        await slots.refresh(session, center, NOW)
    yield House(database, center)
    await database.close()


async def waits(house: House, deed: Coroutine[Any, Any, Came]) -> asyncio.Task[Came]:
    """It has begun, and can go on only when another has ended."""
    begun = asyncio.create_task(deed)
    async with asyncio.timeout(10), house.database.reading() as session:
        while not (await session.exec(WAITING)).scalar_one():  # type: ignore[call-overload]
            assert not begun.done()
    return begun


async def marked(house: House, staff: Staff, appointment: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.mark(session, staff, appointment.id or 0, AppointmentState.DONE, AFTERWARDS)


async def test_a_counselor_says_done_while_the_clock_ends_the_meeting(house: House) -> None:
    staff, person = await house.member("yunseul"), await house.person()
    async with house.database.transaction() as session:
        booked = await bookings.book_for(
            session, house.center, staff, person, "intake", ONE, NOW, counselor_id=staff.counselor_id
        )
    async with house.database.transaction() as clock:
        await bookings.finish_past(clock, AFTERWARDS)
        second = await waits(house, marked(house, staff, booked))
    assert (await second).state is AppointmentState.DONE

    events = await house.rows(AppointmentEvent)
    assert [each.state for each in events] == ["confirmed", "past", "done"]
    assert state_after(events) is AppointmentState.DONE
    assert [each.staff_id for each in events] == [staff.id, None, staff.id]


async def held_when_a_leave_comes(house: House, deed: Deed) -> asyncio.Task[object]:
    """Somebody holds a time and does something; a leave that had its counselor first takes the time away."""
    person = await house.person()
    async with house.database.transaction() as session:
        held = await bookings.hold(session, house.center, person, "intake", ONE, NOW)

    async def does_it() -> object:
        async with house.database.transaction() as session:
            return await deed(session, person, held)

    async with house.database.transaction() as leave:
        await locks.hold_counselors(leave, [held.counselor_id])
        await leave.exec(delete(Appointment).where(col(Appointment.id) == held.id))
        return await waits(house, does_it())


async def test_somebody_says_yes_to_a_hold_that_a_leave_takes(house: House) -> None:
    async def says_yes(session: AsyncSession, person: Person, held: Appointment) -> object:
        return await bookings.confirm(session, house.center, person, held.id or 0, NOW, accepted=False)

    second = await held_when_a_leave_comes(house, says_yes)
    with pytest.raises(NotBookable) as refused:
        await second
    assert refused.value.reason is Refusal.TAKEN
    assert await house.rows(Appointment) == []


async def test_somebody_wants_to_be_forgotten_while_a_leave_takes_what_they_hold(house: House) -> None:
    second = await held_when_a_leave_comes(
        house, lambda session, person, _: privacy.erase(session, person, NOW)
    )
    assert await second
    assert await house.rows(Appointment) == []
    assert await house.rows(Person) == []


async def test_somebody_cancels_what_the_clock_calls_off(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, ONE)

    async with house.database.transaction() as clock:
        await locks.hold_counselors(clock, [booked.counselor_id])
        [there] = await bookings.mine(clock, person, NOW)
        sign(there, None, Cause.CLOSURE, NOW)
        there.state, there.ended_at = AppointmentState.CANCELED_BY_CENTER, NOW
        clock.add(there)
        await clock.flush()
        second = await waits(house, house.cancel(person, booked))
    with pytest.raises(NotThere) as refused:
        await second
    assert refused.value.reason is Why.CANCELED
    assert [each.state for each in await house.rows(AppointmentEvent)] == ["requested", "canceled_by_center"]


async def test_one_notes_the_need_that_another_takes_back(house: House) -> None:
    first, second = await house.member("yunseul"), await house.member("haneul")
    person = await house.person()
    async with house.database.transaction() as session:
        wish = waitlist.Wish("intake", {(ONE.date(), Half.PM)})
        place = await waitlist.join(session, person, wish, NOW)
        await waitlist.note_need(session, first, place.id or 0, ONE.date())

    async def notes() -> Waiting:
        async with house.database.transaction() as session:
            return await waitlist.note_need(session, second, place.id or 0, ONE.date())

    async with house.database.transaction() as session:
        await waitlist.note_need(session, first, place.id or 0, None)
        other = await waits(house, notes())
    await other
    noted = await house.only(Waiting)
    assert (noted.needed_by, noted.need_seen_by_id) == (ONE.date(), second.id)


async def test_the_clock_waits_for_nobody(house: House) -> None:
    """It has rows already when it comes to counselors: what another is at is left to the next beat."""
    person = await house.person()
    async with house.database.transaction() as session:
        held = await bookings.hold(session, house.center, person, "intake", ONE, NOW)
    async with house.database.transaction() as other, asyncio.timeout(10):
        await locks.hold_counselors(other, [held.counselor_id])
        async with house.database.transaction() as clock:
            await bookings.clear_all_over(clock, ONE)
        assert len(await house.rows(Appointment)) == 1

    async with house.database.transaction() as clock:
        await bookings.clear_all_over(clock, ONE)
    assert await house.rows(Appointment) == []


async def test_what_began_and_cannot_be_is_called_off_when_its_counselor_is_at_hand(house: House) -> None:
    staff, person = await house.member("yunseul"), await house.person()
    booked = await house.book(person, ONE, "leap")
    async with house.database.transaction() as session:
        await absences.enter(session, house.center, staff, booked.counselor_id, SICK, NOW)
    states = []
    for holds in ([booked.counselor_id], []):
        async with house.database.transaction() as other, asyncio.timeout(10):
            await locks.hold_counselors(other, holds)
            async with house.database.transaction() as clock:
                await absences.follow_up(clock, AFTERWARDS)
        states.append((await house.only(Appointment)).state)
    assert states == [AppointmentState.REQUESTED, AppointmentState.CANCELED_BY_CENTER]


SICK = absences.Leave(AbsenceKind.SICK, ONE.date(), ONE.date())
CLOSED = absences.Special(ONE.date(), "임시휴무")


@pytest.mark.parametrize("what", ["a leave", "a closed day", "a closed day by another"])
async def test_somebody_does_without_while_the_reason_is_taken_back(house: House, what: str) -> None:
    """Who takes it back has its row and waits for the counselor, whom the person's turn has: no circle."""
    staff, person = await house.member("yunseul"), await house.person()
    booked = await house.book(person, ONE, "leap")
    async with house.database.transaction() as session:
        given = session, house.center, staff
        if what == "a leave":
            reason, _ = await absences.enter(*given, booked.counselor_id, SICK, NOW)
        else:
            reason, _ = await absences.declare(*given, CLOSED, NOW)
    lost = await house.only(Disruption)

    async def taken_back() -> int:
        async with house.database.transaction() as session:
            given = session, house.center, staff
            if isinstance(reason, Absence):
                return await absences.undo(*given, await session.get_one(Absence, reason.id), NOW)
            if what == "a closed day":
                return await absences.undo_day(*given, await session.get_one(SpecialDay, reason.id), NOW)
            return (await absences.declare(*given, replace(CLOSED, closed=False, like_weekday=0), NOW))[1]

    async with house.database.transaction() as turn:
        await locks.hold_person(turn, person.id)
        await locks.hold_counselors(turn, [booked.counselor_id])
        other = await waits(house, taken_back())
        off = await absences.cancel(turn, person, lost.id or 0, NOW)
    assert off.state is AppointmentState.CANCELED_BY_PERSON
    assert await other == 0
    assert (await house.only(Disruption)).settled_at == NOW


async def test_two_people_are_moved_into_one_room(house: House) -> None:
    """Each into the hour that the other leaves. Who comes second waits before anything is written; whoever
    already was at it would else wait for the one who waits."""
    shared = [each.model_copy(update={"room": "room_1"}) for each in house.center.counselors]
    house.center = house.center.model_copy(update={"counselors": tuple(shared)})
    there = [(await house.member("yunseul"), at(30, 13)), (await house.member("nuri"), at(30, 14))]
    one, other = [await given(house, staff, begins) for staff, begins in there]

    async def moved(session: AsyncSession, staff: Staff, number: int | None, there: datetime) -> datetime:
        given = house.center, staff, number or 0, there, Cause.ASKED, NOW
        return (await bookings.postpone(session, *given)).starts_at

    async def follows() -> datetime:
        async with house.database.transaction() as session:
            return await moved(session, there[1][0], other.id, at(30, 13))

    async with house.database.transaction() as session:
        await moved(session, there[0][0], one.id, at(30, 16))
        second = await waits(house, follows())
        with pytest.raises(NotBookable) as refused:  # the other is there still, and not on the way
            await moved(session, there[0][0], one.id, at(30, 14))
    assert refused.value.reason is Refusal.TAKEN
    assert await second == at(30, 13)


async def given(house: House, staff: Staff, begins: datetime) -> Appointment:
    """An intake of somebody new with this counselor."""
    person = await house.person()
    async with house.database.transaction() as session:
        booked = house.center, staff, person, "intake", begins, NOW
        return await bookings.book_for(session, *booked, counselor_id=staff.counselor_id)


async def test_a_group_is_planned_while_its_counselor_goes_on_leave(house: House) -> None:
    plans = house.center.counselors
    leads = [each.model_copy(update={"services": (*each.services, "group")}) for each in plans[:1]]
    house.center = house.center.model_copy(update={"counselors": (*leads, *plans[1:])})
    staff = await house.member("yunseul")

    async def planned() -> Appointment:
        async with house.database.transaction() as session:
            wanted = groups.Plan("group", ONE, "group_room", 3)
            return await groups.plan(session, house.center, staff, wanted, NOW)

    async with house.database.transaction() as leave:
        counselor_id = (await leave.exec(select(Counselor.id).where(Counselor.key == "yunseul"))).one()
        await absences.enter(leave, house.center, staff, counselor_id or 0, SICK, NOW)
        other = await waits(house, planned())
    with pytest.raises(NotBookable) as refused:
        await other
    assert refused.value.reason is Refusal.CLOSED
    assert await house.rows(Appointment) == []
