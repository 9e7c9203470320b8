"""What the counselor says to a request."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, AppointmentState, Cause, Staff
from bot.services.bookings import telling
from bot.services.bookings.holding import held_for_staff, must_be_ahead, must_be_alone, theirs
from bot.services.bookings.signing import sign
from bot.services.notices import Notice


async def to_decide(session: AsyncSession, staff: Staff, appointment_id: int, now: datetime) -> Appointment:
    """An appointment about which this counselor can still decide, or raise NotThere."""
    appointment = await theirs(session, staff, appointment_id)
    must_be_ahead(appointment, now)
    return appointment


async def accept(session: AsyncSession, staff: Staff, appointment_id: int, now: datetime) -> Appointment:
    """The counselor confirms; the person hears of it once."""
    appointment = await held_for_staff(session, staff, appointment_id)
    must_be_ahead(appointment, now)
    if appointment.state is AppointmentState.CONFIRMED and appointment.other_time_asked_at is None:
        return appointment
    await telling.call_off(session, appointment, now, [Notice.BOOKING_OTHER_TIME])
    await telling.withdraw(session, appointment, now)
    appointment.state, appointment.decided_at = AppointmentState.CONFIRMED, now
    appointment.other_time_asked_at = None
    sign(appointment, staff, Cause.ACCEPTED, now)
    session.add(appointment)
    await session.flush()
    await telling.tell_person(session, appointment, Notice.BOOKING_ACCEPTED, now)
    return appointment


async def ask_other_time(
    session: AsyncSession, staff: Staff, appointment_id: int, now: datetime
) -> Appointment:
    """The counselor cannot at that time: the person is asked for another, and keeps this one until then."""
    appointment = await held_for_staff(session, staff, appointment_id)
    must_be_alone(appointment)
    must_be_ahead(appointment, now)
    if appointment.other_time_asked_at is not None:
        return appointment
    await telling.call_off(session, appointment, now, [Notice.BOOKING_ACCEPTED])
    appointment.other_time_asked_at = now
    session.add(appointment)
    await session.flush()
    await telling.tell_person(session, appointment, Notice.BOOKING_OTHER_TIME, now)
    return appointment
