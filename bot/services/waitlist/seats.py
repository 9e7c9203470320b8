"""A freed seat in a group session, offered to one of those who wait at a time."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, AppointmentState, Cause, Offer
from bot.services import locks
from bot.services.bookings.seat_claims import SeatClaim, claim_to_seat, is_offered
from bot.services.bookings.signing import signature
from bot.services.groups.reading import coming, free_seat
from bot.services.groups.seats import seat_in
from bot.services.waitlist.making import make


async def offer_seats(session: AsyncSession, center: Center, now: datetime) -> None:
    """Each session that has a free seat asks whoever waits for it first."""
    groups = {kind.key for kind in center.services if kind.is_group}
    if not groups:
        return
    for group in await coming(session, now):
        if group.left < 1 or group.row.service not in groups or await is_offered(session, group.row):
            continue
        if claim := await claim_to_seat(session, center, group.row, now):
            await _offer(session, center, group.row, claim, now)


async def _offer(
    session: AsyncSession, center: Center, row: Appointment, claim: SeatClaim, now: datetime
) -> None:
    if not await locks.try_to_hold(session, claim.waiting.person_id, [row.counselor_id]):
        return
    if not await _still_so(session, center, row, claim, now):
        return
    offer = _offer_of(row, claim, now)
    held = {"state": AppointmentState.HELD, "held_until": claim.until, "requested_at": now}
    signed = signature(None, Cause.WAITING_LIST, now)
    seat = seat_in(session, row, claim.waiting.person_id, {**held, **signed})
    await make(session, offer, claim.waiting, seat, now)


async def _still_so(
    session: AsyncSession, center: Center, row: Appointment, claim: SeatClaim, now: datetime
) -> bool:
    """Whether it is theirs now that nobody else is at it; else the next beat looks anew."""
    again = await claim_to_seat(session, center, row, now)
    if again is None or again.waiting.id != claim.waiting.id or await is_offered(session, row):
        return False
    return await free_seat(session, row) is not None


def _offer_of(row: Appointment, claim: SeatClaim, now: datetime) -> Offer:
    return Offer(
        waiting_id=claim.waiting.id or 0,
        counselor_id=row.counselor_id,
        starts_at=row.starts_at,
        offered_at=now,
        leased_until=claim.until,
    )
