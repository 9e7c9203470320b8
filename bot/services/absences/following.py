"""What the clock does about meetings that cannot be: list whom to call, end what nobody moved in time."""

from datetime import datetime

from sqlalchemy import exists
from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import BOOKED_STATES, AppointmentState, Call, CallWhy, Disruption
from bot.services import locks
from bot.services.absences.answering import cause_of, list_call
from bot.services.absences.settling import settle_what_moved, unsettled
from bot.services.bookings.ending import end
from bot.services.bookings.signing import sign


async def follow_up(session: AsyncSession, now: datetime) -> None:
    """Each step asks what is due; what locks counselors comes first."""
    await _end_what_began(session, now)
    await settle_what_moved(session, now)
    await _call_the_silent(session, now)


async def _call_the_silent(session: AsyncSession, now: datetime) -> None:
    """Who has not answered in an hour is to be called."""
    listed = exists().where(
        col(Call.appointment_id) == Disruption.appointment_id,
        col(Call.why) == CallWhy.DISRUPTION,
        col(Call.listed_at) >= Disruption.call_at,
    )
    due = col(Disruption.call_at) <= now, col(Disruption.answer).is_(None), ~listed
    for _, appointment in await unsettled(session, *due):
        await list_call(session, appointment, CallWhy.DISRUPTION, now)


async def _end_what_began(session: AsyncSession, now: datetime) -> None:
    """Its time has come and nobody met: the center called it off, and somebody still calls the person."""
    begun = await unsettled(session, col(Disruption.starts_at) <= now)
    held = await locks.at_hand(session, {appointment.counselor_id for _, appointment in begun})
    for disruption, appointment in begun:
        if appointment.counselor_id not in held:  # at the next beat
            continue
        await session.refresh(appointment, with_for_update=locks.ROW)  # who books again closes what has begun
        if appointment.state not in BOOKED_STATES or appointment.starts_at > now:
            continue
        why = CallWhy.DISRUPTION if disruption.answer is None else CallWhy.WANTED
        sign(appointment, None, cause_of(disruption), now)
        await end(session, appointment, AppointmentState.CANCELED_BY_CENTER, now)
        disruption.settled_at = now
        session.add(disruption)
        await session.flush()
        await list_call(session, appointment, why, now)
