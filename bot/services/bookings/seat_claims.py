"""Who of those who wait for a group session has the first claim to a seat in it."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, Offer, OfferState, Waiting
from bot.rules.waiting import half_of, in_order, lease_end
from bot.services.bookings.claims import answered, booked_by, halves_wished
from bot.services.windows import notice_of


@dataclass(frozen=True, slots=True)
class SeatClaim:
    """Somebody who waits, and until when a seat would be kept for them."""

    waiting: Waiting
    until: datetime


async def claim_to_seat(
    session: AsyncSession, center: Center, row: Appointment, now: datetime
) -> SeatClaim | None:
    """Who is to be asked first of those who do not think about a seat already; None where nobody is."""
    until = lease_end(now, center.booking.lease_minutes)
    if row.starts_at - until < notice_of(center, row.service):
        return None
    halves = await halves_wished(session, {half_of(row.starts_at)}, now)
    query = select(Waiting).where(col(Waiting.id).in_(halves), Waiting.service == row.service)
    line = in_order((await session.exec(query)).all()) if halves else []
    said = await answered(session, halves, now) if line else set()
    booked = await booked_by(session, line, now) if line else []
    for each in line:
        busy = any(
            other.person_id == each.person_id
            and other.starts_at < row.ends_at
            and row.starts_at < other.ends_at
            for other in booked
        )
        if not busy and (each.id or 0, row.counselor_id, row.starts_at) not in said:
            return SeatClaim(each, until)
    return None


async def is_offered(session: AsyncSession, row: Appointment) -> bool:
    """Whether somebody is thinking about a seat: one is offered at a time."""
    query = select(Offer.id).where(
        Offer.counselor_id == row.counselor_id,
        Offer.starts_at == row.starts_at,
        Offer.state == OfferState.OPEN,
    )
    return (await session.exec(query)).first() is not None
