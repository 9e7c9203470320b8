"""What the clock does about meetings that cannot be: list whom to call, end what nobody moved in time."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import BOOKED_STATES, Appointment, AppointmentState, Call, CallWhy, Disruption
from bot.services import locks
from bot.services.absences.answering import cause_of, list_call
from bot.services.absences.disrupting import settle
from bot.services.bookings import telling
from bot.services.bookings.ending import end
from bot.services.bookings.signing import sign
from bot.services.notices import Notice

Open = Sequence[tuple[Disruption, Appointment]]


async def follow_up(session: AsyncSession, now: datetime) -> None:
    """Each step asks what is due; what locks counselors comes first."""
    await _end_what_began(session, now)
    await _settle_what_moved(session, now)
    await _call_the_silent(session, now)


async def _settle_what_moved(session: AsyncSession, now: datetime) -> None:
    """Moved or called off by any other way: nothing is lost any more."""
    elsewhere = or_(
        col(Appointment.state).not_in(BOOKED_STATES),
        col(Appointment.starts_at) != Disruption.starts_at,
        col(Appointment.counselor_id) != Disruption.counselor_id,
    )
    for disruption, appointment in await _open(session, elsewhere):
        await telling.call_off(session, appointment, now, [Notice.DISRUPTED])
        await settle(session, disruption, now)


async def _call_the_silent(session: AsyncSession, now: datetime) -> None:
    """Who has not answered in an hour is to be called."""
    listed = exists().where(
        col(Call.appointment_id) == Disruption.appointment_id,
        col(Call.why) == CallWhy.DISRUPTION,
        col(Call.listed_at) >= Disruption.call_at,
    )
    due = col(Disruption.call_at) <= now, col(Disruption.answer).is_(None), ~listed
    for _, appointment in await _open(session, *due):
        await list_call(session, appointment, CallWhy.DISRUPTION, now)


async def _end_what_began(session: AsyncSession, now: datetime) -> None:
    """Its time has come and nobody met: the center called it off, and somebody still calls the person."""
    begun = await _open(session, col(Disruption.starts_at) <= now)
    await locks.hold_counselors(session, {appointment.counselor_id for _, appointment in begun})
    for disruption, appointment in begun:
        await session.refresh(appointment)
        if appointment.state not in BOOKED_STATES or appointment.starts_at > now:
            continue
        why = CallWhy.DISRUPTION if disruption.answer is None else CallWhy.WANTED
        sign(appointment, None, cause_of(disruption), now)
        await end(session, appointment, AppointmentState.CANCELED_BY_CENTER, now)
        disruption.settled_at = now
        session.add(disruption)
        await session.flush()
        await list_call(session, appointment, why, now)


async def _open(session: AsyncSession, *conditions: object) -> Open:
    query = (
        select(Disruption, Appointment)
        .join(Appointment, col(Appointment.id) == Disruption.appointment_id)
        .where(col(Disruption.settled_at).is_(None), *conditions)  # type: ignore[arg-type]
        .order_by(col(Disruption.id))
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()
