"""Meetings that could not be and are put right: nobody need choose or call any more."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import BOOKED_STATES, Appointment, Call, CallEnd, CallWhy, Disruption
from bot.services.bookings import telling
from bot.services.notices import Notice

Open = Sequence[tuple[Disruption, Appointment]]


async def settle(session: AsyncSession, disruption: Disruption, now: datetime) -> None:
    """Nothing is left to be done; nobody need call."""
    disruption.settled_at = now
    session.add(disruption)
    listed = update(Call).where(
        col(Call.appointment_id) == disruption.appointment_id,
        col(Call.why).in_((CallWhy.DISRUPTION, CallWhy.WANTED)),
        col(Call.done_at).is_(None),
    )
    await session.exec(listed.values(done_at=now, outcome=CallEnd.NOT_NEEDED))
    await session.flush()


async def settle_what_moved(session: AsyncSession, now: datetime) -> None:
    """Moved or called off by any other way: nothing is lost any more, and what comes then is told anew."""
    elsewhere = or_(
        col(Appointment.state).not_in(BOOKED_STATES),
        col(Appointment.starts_at) != Disruption.starts_at,
        col(Appointment.counselor_id) != Disruption.counselor_id,
    )
    for disruption, appointment in await unsettled(session, elsewhere):
        await telling.call_off(session, appointment, now, [Notice.DISRUPTED])
        await settle(session, disruption, now)


async def unsettled(session: AsyncSession, *conditions: object) -> Open:
    """Those that nobody has put right, each with its appointment, the first found first."""
    query = (
        select(Disruption, Appointment)
        .join(Appointment, col(Appointment.id) == Disruption.appointment_id)
        .where(col(Disruption.settled_at).is_(None), *conditions)  # type: ignore[arg-type]
        .order_by(col(Disruption.id))
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()
