"""What the staff arrange for a person. No deadline binds them; the book does."""

from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, AppointmentState, Cause, Person, Staff
from bot.services.bookings import filing, invited, series, telling
from bot.services.bookings.finding import Wish, slots_for
from bot.services.bookings.giving import first_that_holds
from bot.services.bookings.holding import held_for_staff, hold_whom, must_be_ahead, must_be_alone, theirs
from bot.services.bookings.moving import move_to_first_that_holds, moved_by_staff
from bot.services.bookings.reasons import ARRANGE, NotThere, Why
from bot.services.bookings.signing import agreed, signature
from bot.services.notices import Notice


async def book_for(
    session: AsyncSession,
    center: Center,
    staff: Staff,
    person: Person,
    service: str,
    starts_at: datetime,
    now: datetime,
    **particulars: Any,
) -> Appointment:
    """Book for this person, who hears by whom, or raise NotBookable; NotThere for whoever may not.

    With a counselor's own time it is confirmed; a colleague is asked first. `why` stands in the history;
    `way` and `counselor_id` as in Wish.
    """
    if staff.role not in ARRANGE or staff.chat_id is None:
        raise NotThere(Why.NOT_YOURS)
    assert person.id is not None
    why = particulars.pop("why", Cause.BOOKED)
    await hold_whom(session, person)
    wish = Wish(center, person.id, service, starts_at, by_staff=True, **particulars)
    slots = await slots_for(session, wish, now)
    own = staff.counselor_id is not None and {slot.counselor_id for slot in slots} == {staff.counselor_id}
    columns = {"requested_at": now, **(agreed(now) if own else {"state": AppointmentState.REQUESTED})}
    booked = await first_that_holds(session, wish, slots, columns, signature(staff, why, now))
    await series.take_place(session, wish.kind, booked, now)
    await invited.followed(session, booked, now)
    await _tell(session, booked, staff, now, alerts=not own)
    return booked


async def _tell(
    session: AsyncSession, booked: Appointment, staff: Staff, now: datetime, *, alerts: bool
) -> None:
    """The person hears who did it; the counselor, too, where it was somebody else."""
    if alerts:
        await telling.alert_counselor(session, booked, booked.counselor_id, Notice.BOOKING_REQUESTED, now)
    await telling.tell_person(session, booked, Notice.BOOKING_BY_STAFF, now, by=staff.id)
    await telling.remind_person(session, booked, now)


async def book_again(
    session: AsyncSession, center: Center, staff: Staff, appointment_id: int, now: datetime
) -> Appointment:
    """What the center called off was a mistake: the same for the same person, under a new number.

    Raises NotBookable where somebody was quicker, and NotThere for all that the center has not called off.
    """
    off = await theirs(session, staff, appointment_id)
    person = await session.get(Person, off.person_id) if off.person_id else None
    if off.state is not AppointmentState.CANCELED_BY_CENTER or off.places is not None or person is None:
        raise NotThere(Why.UNKNOWN)
    same = {"way": off.way, "counselor_id": off.counselor_id}
    return await book_for(session, center, staff, person, off.service, off.starts_at, now, **same)


async def postpone(
    session: AsyncSession,
    center: Center,
    staff: Staff,
    appointment_id: int,
    starts_at: datetime,
    why: Cause,
    now: datetime,
) -> Appointment:
    """The counselor moves a meeting of theirs, and the person hears why, or raise NotBookable or NotThere.

    `why` is one of TOLD_CAUSES. It keeps its number and its counselor, and is confirmed: the counselor has
    chosen it.
    """
    appointment = await held_for_staff(session, staff, appointment_id)
    must_be_alone(appointment)
    must_be_ahead(appointment, now)
    if appointment.starts_at == starts_at:
        return appointment
    wish = moved_by_staff(center, appointment, starts_at, appointment.counselor_id)
    slots = await slots_for(session, wish, now)
    await move_to_first_that_holds(session, wish, slots, {**signature(staff, why, now), **agreed(now)})
    await telling.call_off_all(session, appointment, now)
    await telling.tell_person(session, appointment, Notice.BOOKING_POSTPONED, now, by=staff.id)
    await filing.renew_file(session, appointment, now)
    await telling.remind_person(session, appointment, now)
    return appointment
