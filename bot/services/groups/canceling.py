"""A group session that does not take place: everybody hears it once, with what to do."""

from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    LIVE_STATES,
    Appointment,
    AppointmentState,
    Cause,
    Offer,
    OfferState,
    Staff,
    Waiting,
    WaitingHalf,
    WaitingState,
)
from bot.rules.waiting import half_of
from bot.services import locks
from bot.services.bookings import telling
from bot.services.bookings.ending import end
from bot.services.bookings.holding import anew, must_be_ahead, theirs
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.signing import sign
from bot.services.groups.reading import coming
from bot.services.notices import Notice
from bot.services.waitlist.closing import close_offer

OFF = AppointmentState.CANCELED_BY_CENTER


async def cancel(session: AsyncSession, staff: Staff, session_id: int, now: datetime) -> int:
    """Call it off, with all its seats; how many people hear of it. Twice changes nothing.

    Raises NotThere for a colleague's, for one that has begun, and for what is no session.
    """
    row = await theirs(session, staff, session_id)
    if row.places is None or row.session_id is not None:
        raise NotThere(Why.UNKNOWN)
    if row.state is OFF:
        return 0
    must_be_ahead(row, now)
    for person_id in sorted({each.person_id for each in await _seats(session, session_id) if each.person_id}):
        await locks.hold_person(session, person_id)
    await locks.hold_counselors(session, [row.counselor_id])
    row = await anew(session, row)
    if row.state is OFF:
        return 0
    await _end_offers(session, row, now)
    told = 0
    for seat in await _seats(session, session_id):  # somebody may have come while we waited
        sign(seat, staff, Cause.ASKED, now)
        await end(session, seat, OFF, now)
        await telling.tell_person(session, seat, Notice.GROUP_CANCELED, now)
        told += 1
    sign(row, staff, Cause.ASKED, now)
    await end(session, row, OFF, now)
    await _wait_no_longer(session, row, now)
    return told


async def _seats(session: AsyncSession, session_id: int) -> list[Appointment]:
    query = (
        select(Appointment)
        .where(Appointment.session_id == session_id, col(Appointment.state).in_(LIVE_STATES))
        .order_by(col(Appointment.seat))
        .execution_options(populate_existing=True)
    )
    return list((await session.exec(query)).all())


async def _end_offers(session: AsyncSession, row: Appointment, now: datetime) -> None:
    """A seat that is kept for somebody who waits is theirs no longer."""
    query = select(Offer).where(
        Offer.counselor_id == row.counselor_id,
        Offer.starts_at == row.starts_at,
        Offer.state == OfferState.OPEN,
    )
    for offer in (await session.exec(query)).all():
        await close_offer(session, offer, OfferState.WITHDRAWN, now)  # they hear it as the end of their wait


async def _wait_no_longer(session: AsyncSession, row: Appointment, now: datetime) -> None:
    """Nobody waits for its seats; whoever waited for nothing else hears it from the clock."""
    day, half = half_of(row.starts_at)
    others = await coming(session, now, row.service)
    if any(half_of(each.row.starts_at) == (day, half) for each in others):
        return
    waiting = select(Waiting.id).where(Waiting.service == row.service, Waiting.state == WaitingState.WAITING)
    await session.exec(
        delete(WaitingHalf).where(
            col(WaitingHalf.waiting_id).in_(waiting),
            col(WaitingHalf.day) == day,
            col(WaitingHalf.half) == half,
        )
    )
