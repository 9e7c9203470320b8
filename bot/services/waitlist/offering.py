"""What the clock does for those who wait: a freed time is offered to one at a time, and ends after its lease.

It asks the book what is free, whatever freed it: a cancellation, a move, a hold that is over, new hours.
"""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, AppointmentState, Cause, Offer, OfferState, Slot, Waiting
from bot.services import locks
from bot.services.bookings.claims import anybody_waits, claims, free_times
from bot.services.bookings.finding import Wish
from bot.services.bookings.giving import first_that_holds, places_of
from bot.services.bookings.line import Claim
from bot.services.bookings.signing import signature
from bot.services.notices import Notice
from bot.services.waitlist.closing import close_offer
from bot.services.waitlist.ending import end_places
from bot.services.waitlist.losing import take_back
from bot.services.waitlist.making import make
from bot.services.waitlist.seats import offer_seats
from bot.services.waitlist.telling import tell


async def care(session: AsyncSession, center: Center, now: datetime) -> None:
    """All that is due on the waiting list."""
    if not await anybody_waits(session):
        return
    await _end_leases(session, now)
    await _take_back(session, now)
    await end_places(session, now)
    for claim in await claims(session, center, await free_times(session, center, now), now):
        await _offer(session, center, claim, now)
    await offer_seats(session, center, now)


async def _end_leases(session: AsyncSession, now: datetime) -> None:
    """Who did not answer keeps the place; the time goes to the next."""
    over = (
        select(Offer, Waiting).join(Waiting).where(Offer.state == OfferState.OPEN, Offer.leased_until <= now)
    )
    for offer, waiting in (await session.exec(over)).all():
        if await _held(session, offer, waiting):
            await close_offer(session, offer, OfferState.LAPSED, now)
            await tell(session, waiting, Notice.WAITING_LAPSED, {"offer": offer.id}, now)


async def _take_back(session: AsyncSession, now: datetime) -> None:
    """A time that the counselor no longer has is taken back; whoever heard of it hears that, too."""
    lost = (
        select(Offer, Waiting)
        .join(Waiting)
        .join(Appointment, col(Appointment.id) == Offer.appointment_id)
        .join(Slot, col(Slot.id) == Appointment.slot_id)
        .where(Offer.state == OfferState.OPEN, col(Slot.offered).is_(False))
    )
    for offer, waiting in (await session.exec(lost)).all():
        if await _held(session, offer, waiting):
            await take_back(session, offer, waiting, now)


async def _held(session: AsyncSession, offer: Offer, waiting: Waiting) -> bool:
    """Whether this offer is ours to end: nobody else is at it, and it is open still."""
    if not await locks.try_to_hold(session, waiting.person_id, [offer.counselor_id]):
        return False
    await session.refresh(offer)
    return offer.state is OfferState.OPEN


async def _offer(session: AsyncSession, center: Center, claim: Claim, now: datetime) -> None:
    counselors = {claim.slot.counselor_id} | ({claim.moving.counselor_id} if claim.moving else set())
    wish = _wish(center, claim)
    rooms = [room for _, room in await places_of(session, wish, [claim.slot])]
    if not await locks.try_to_hold(session, claim.waiting.person_id, counselors, rooms):
        return
    if not await _still_so(session, center, claim, now):
        return
    offer = Offer(
        waiting_id=claim.waiting.id or 0,
        counselor_id=claim.slot.counselor_id,
        starts_at=claim.slot.starts_at,
        offered_at=now,
        leased_until=claim.until,
    )
    await make(session, offer, claim.waiting, _hold(session, wish, claim, now), now)


async def _still_so(session: AsyncSession, center: Center, claim: Claim, now: datetime) -> bool:
    """Whether it is theirs now that nobody else is at it; else the next beat looks anew."""
    if await session.get(Slot, claim.slot.id, populate_existing=True) is None:
        return False  # the timetable has changed meanwhile
    again = await claims(session, center, [claim.slot], now)
    return [(each.waiting.id, each.moving) for each in again] == [(claim.waiting.id, claim.moving)]


def _wish(center: Center, claim: Claim) -> Wish:
    waiting = claim.waiting
    return Wish(
        center,
        waiting.person_id,
        waiting.service,
        claim.slot.starts_at,
        way=claim.way,
        counselor_id=claim.slot.counselor_id,
        chosen=waiting.counselor_id is not None,
    )


async def _hold(session: AsyncSession, wish: Wish, claim: Claim, now: datetime) -> Appointment:
    """Nobody else gets the time until the lease is over."""
    columns = {
        "state": AppointmentState.HELD,
        "held_until": claim.until,
        "moving_id": claim.moving.id if claim.moving else None,
        "requested_at": now,
    }
    signed = signature(None, Cause.WAITING_LIST, now)
    return await first_that_holds(session, wish, [claim.slot], columns, signed)
