"""To whom of those who wait a free time belongs, before anybody else gets it."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, false, or_, text
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, CounselorPlan
from bot.clock import SEOUL
from bot.models import (
    FREE,
    LIVE_STATES,
    Appointment,
    Counselor,
    Offer,
    OfferState,
    Person,
    Slot,
    Waiting,
    WaitingHalf,
    WaitingState,
)
from bot.rules.waiting import HalfDay, begin_of, end_of, half_of, in_order, lease_end
from bot.services.bookings.limits import with_room_that_day
from bot.services.bookings.line import Claim, Line, service_of
from bot.services.counselors import who_give

AGAIN = timedelta(minutes=10)  # until a time that could not be held is tried once more


async def claims(session: AsyncSession, center: Center, slots: Sequence[Slot], now: datetime) -> list[Claim]:
    """Who has the first claim to which of these free times, soonest first; nobody has two."""
    line = await _line(session, center, slots, now)
    found: list[Claim] = []
    if line.waiting:
        line.full = await _full(session, line, slots)
    for slot in sorted(slots, key=lambda each: (each.starts_at, each.counselor_id)):
        if claim := line.claim(slot, {each.waiting.id or 0 for each in found}):
            found.append(claim)
    return found


async def awaited(
    session: AsyncSession, center: Center, slots: Sequence[Slot], person_id: int, now: datetime
) -> set[int | None]:
    """Which of these slots belong to somebody else on the list first."""
    found = await claims(session, center, slots, now)
    return {claim.slot.id for claim in found if claim.waiting.person_id != person_id}


async def anybody_waits(session: AsyncSession) -> bool:
    """Whether there is a line at all."""
    query = select(Waiting.id).where(Waiting.state == WaitingState.WAITING).limit(1)
    return (await session.exec(query)).first() is not None


async def free_times(session: AsyncSession, center: Center, now: datetime) -> Sequence[Slot]:
    """Free slots in the halves of days that somebody waits for and has no offer for, of who gives it."""
    wished = (
        select(col(Waiting.service), col(WaitingHalf.day), col(WaitingHalf.half))
        .join(WaitingHalf, col(WaitingHalf.waiting_id) == Waiting.id)
        .where(*_waits(now), col(WaitingHalf.day) >= now.astimezone(SEOUL).date())
        .distinct()
    )
    halves: dict[str, list[HalfDay]] = defaultdict(list)
    for service, day, half in (await session.exec(wished)).all():
        halves[service].append((day, half))
    fitting = [_fitting(center, service, found, now) for service, found in halves.items()]
    free = (
        select(Slot)
        .join(Counselor, col(Counselor.id) == Slot.counselor_id)
        .where(text(FREE), col(Slot.offered).is_(True), or_(false(), *fitting))
        .execution_options(populate_existing=True)
    )
    return (await session.exec(free)).all() if fitting else []


def _fitting(center: Center, service: str, halves: Sequence[HalfDay], now: datetime) -> ColumnElement[bool]:
    """Slots that are long enough for this service, with those who give it, in these halves of days."""
    starts_at = col(Slot.starts_at)
    spans = [(max(begin_of(each), now), end_of(each)) for each in halves]
    takes = next((each.takes_minutes for each in center.services if each.key == service), 0)
    return and_(
        col(Counselor.key).in_(who_give(center, service)),
        col(Slot.free_minutes) >= takes,
        or_(*((starts_at >= begins) & (starts_at < ends) for begins, ends in spans)),
    )


async def _line(session: AsyncSession, center: Center, slots: Sequence[Slot], now: datetime) -> Line:
    halves = await halves_wished(session, {half_of(slot.starts_at) for slot in slots}, now)
    query = select(Waiting).where(col(Waiting.id).in_(halves)).execution_options(populate_existing=True)
    waiting = in_order((await session.exec(query)).all()) if halves else []
    return Line(
        center,
        now,
        lease_end(now, center.booking.lease_minutes),
        waiting,
        halves,
        await answered(session, halves, now) if waiting else set(),
        await booked_by(session, waiting, now) if waiting else [],
        await _plans(session, center) if waiting else {},
    )


def _waits(now: datetime) -> list[ColumnElement[bool]]:
    """They wait, can be reached, want to hear, and are not thinking about another time."""
    thinking = exists().where(col(Offer.waiting_id) == Waiting.id, col(Offer.state) == OfferState.OPEN)
    reached = exists().where(col(Person.id) == Waiting.person_id, col(Person.unreachable_at).is_(None))
    rested = or_(col(Waiting.rests_until).is_(None), col(Waiting.rests_until) <= now)
    return [col(Waiting.state) == WaitingState.WAITING, ~thinking, reached, rested]


async def halves_wished(
    session: AsyncSession, wanted: set[HalfDay], now: datetime
) -> dict[int, set[HalfDay]]:
    """For each who waits for any of these halves of days, which."""
    query = (
        select(col(WaitingHalf.waiting_id), col(WaitingHalf.day), col(WaitingHalf.half))
        .join(Waiting)
        .where(*_waits(now), col(WaitingHalf.day).in_({day for day, _ in wanted}))
    )
    found: dict[int, set[HalfDay]] = {}
    for waiting_id, day, half in (await session.exec(query)).all() if wanted else ():
        if (day, half) in wanted:
            found.setdefault(waiting_id, set()).add((day, half))
    return found


async def answered(
    session: AsyncSession, waiting_ids: Collection[int], now: datetime
) -> set[tuple[int, int, datetime]]:
    """What they have answered to, and what could not be held for them just now."""
    query = select(Offer.waiting_id, Offer.counselor_id, Offer.starts_at).where(
        col(Offer.waiting_id).in_(list(waiting_ids)),
        or_(col(Offer.state) != OfferState.WITHDRAWN, col(Offer.ended_at) > now - AGAIN),
    )
    return set((await session.exec(query)).all())


async def booked_by(session: AsyncSession, waiting: Sequence[Waiting], now: datetime) -> list[Appointment]:
    """What takes the time of these people from now on."""
    query = (
        select(Appointment)
        .where(
            col(Appointment.person_id).in_({each.person_id for each in waiting}),
            col(Appointment.state).in_(LIVE_STATES),
            col(Appointment.starts_at) > now,
        )
        .execution_options(populate_existing=True)
    )
    return list((await session.exec(query)).all())


async def _plans(session: AsyncSession, center: Center) -> dict[int, CounselorPlan]:
    plans = {plan.key: plan for plan in center.counselors}
    query = select(Counselor.id, Counselor.key).where(col(Counselor.active).is_(True))
    return {
        number: plans[key] for number, key in (await session.exec(query)).all() if number and key in plans
    }


async def _full(session: AsyncSession, line: Line, slots: Sequence[Slot]) -> set[tuple[str, int | None]]:
    """Times of counselors who have as many meetings that day as they may have."""
    kinds = {kind.key for each in line.waiting if (kind := service_of(line.center, each))}
    full: set[tuple[str, int | None]] = set()
    for key in kinds:
        left = {slot.id for slot in await with_room_that_day(session, line.center, key, slots)}
        full |= {(key, slot.id) for slot in slots if slot.id not in left}
    return full
