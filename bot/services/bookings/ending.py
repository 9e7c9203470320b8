"""How appointments end: called off, or over."""

from datetime import datetime

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import BOOKED_STATES, Appointment, AppointmentState, Cause, Person, Staff
from bot.services import locks
from bot.services.bookings import filing, telling
from bot.services.bookings.holding import (
    anew,
    held_for_person,
    held_for_staff,
    must_be_ahead,
    must_be_alone,
    must_be_in_time,
)
from bot.services.bookings.signing import sign, signature
from bot.services.notices import Notice
from bot.services.windows import cancel_deadline


async def cancel_by_person(
    session: AsyncSession, center: Center, person: Person, appointment_id: int, now: datetime
) -> Appointment:
    """The person does not come: the time is free again, no reminder goes out, the counselor hears of it."""
    appointment = await held_for_person(session, person, appointment_id)
    if appointment.state is AppointmentState.CANCELED_BY_PERSON:
        return appointment
    must_be_ahead(appointment, now)
    must_be_in_time(appointment, cancel_deadline(center, appointment.service), now)
    await locks.hold_counselors(session, [appointment.counselor_id])
    must_be_ahead(await anew(session, appointment), now)
    sign(appointment, person, Cause.ASKED, now)
    await end(session, appointment, AppointmentState.CANCELED_BY_PERSON, now)
    await telling.alert_counselor(
        session, appointment, appointment.counselor_id, Notice.BOOKING_CANCELED, now
    )
    return appointment


async def cancel_by_center(
    session: AsyncSession, staff: Staff, appointment_id: int, now: datetime, why: Cause | None = None
) -> Appointment:
    """The counselor calls it off: the time is free again, no reminder goes out, the person hears why.

    `why` is one of TOLD_CAUSES, or None where the person is told no reason. Raises NotThere for a
    colleague's, for a group session or a seat in one, and for what has begun.
    """
    appointment = await held_for_staff(session, staff, appointment_id)
    must_be_alone(appointment)
    if appointment.state is AppointmentState.CANCELED_BY_CENTER:
        return appointment
    must_be_ahead(appointment, now)
    sign(appointment, staff, why or Cause.ASKED, now)
    await end(session, appointment, AppointmentState.CANCELED_BY_CENTER, now)
    await telling.tell_person(session, appointment, Notice.BOOKING_CANCELED_BY_CENTER, now, why=why)
    return appointment


async def end(
    session: AsyncSession, appointment: Appointment, state: AppointmentState, now: datetime
) -> None:
    """The meeting, signed already, does not take place; nobody is told any longer that it does."""
    appointment.state, appointment.ended_at = state, now
    session.add(appointment)
    await session.flush()
    await telling.call_off_all(session, appointment, now)
    await filing.renew_file(session, appointment, now)


async def finish_past(session: AsyncSession, now: datetime) -> None:
    """Meetings whose time is over no longer take anybody's time: who arrived was there."""
    await _over(session, BOOKED_STATES, AppointmentState.PAST, now)
    await _over(session, (AppointmentState.ARRIVED,), AppointmentState.DONE, now)


async def _over(
    session: AsyncSession, states: tuple[AppointmentState, ...], then: AppointmentState, now: datetime
) -> None:
    over = (
        select(Appointment.id)
        .where(col(Appointment.state).in_(states), col(Appointment.ends_at) <= now)
        .with_for_update(skip_locked=True, **locks.ROW)
    )
    finished = update(Appointment).where(col(Appointment.id).in_(over))
    await session.exec(finished.values(state=then, ended_at=now, **signature(None, Cause.OVER, now)))
