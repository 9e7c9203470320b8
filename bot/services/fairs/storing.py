"""Taking over a fair as its file describes it: what changed is changed, and whom it concerns is told."""

import secrets
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import FairPlan
from bot.clock import SEOUL
from bot.models import Fair, FairGuest, FairInterview, FairSeries, FairState, GuestState
from bot.services import locks
from bot.services.fairs import finding, places, planning, registering, seating, stalls, telling
from bot.services.fairs.days import span
from bot.services.fairs.reasons import NotStored
from bot.services.fairs.rows import Effects
from bot.services.notices import Notice

CONCERNED = (GuestState.WAITING, GuestState.OFFERED, GuestState.REGISTERED, GuestState.ARRIVED)
PLAIN = ("title", "place", "about", "capacity", "walk_in", "walking_minutes", "sample")


async def store(session: AsyncSession, plan: FairPlan, now: datetime) -> Fair:
    """The fair, new or changed; raises NotStored, and then nothing may be kept."""
    fair = await finding.fair_called(session, plan.key)
    if fair is None:
        fair = _new(plan, now)
        session.add(fair)
        await session.flush()
        await _fill(session, fair, plan, now)
        return fair
    await locks.hold_fair(session, fair.id or 0)
    await session.refresh(fair)
    await _change(session, fair, plan, now)
    return fair


async def _change(session: AsyncSession, fair: Fair, plan: FairPlan, now: datetime) -> None:
    if fair.state is FairState.DONE:
        raise NotStored(("key",), "this fair is over and cannot be changed")
    if plan.state == "canceled":
        await _cancel(session, fair, now)
        return
    await _check_room(session, fair, plan)
    moved = await _move(session, fair, plan, now)
    place = fair.place != plan.place
    for name in PLAIN:
        setattr(fair, name, getattr(plan, name))
    _describe(fair, plan)
    await session.flush()
    effects = await _fill(session, fair, plan, now)
    for guest in await telling.guests(session, fair.id or 0, CONCERNED):
        told = effects.of(guest.id or 0)
        if moved or place or told:
            facts = {"moved": moved, "place": place, **told}
            await telling.tell(session, guest, Notice.FAIR_CHANGED, now, facts, states=CONCERNED)
    await places.offer(session, fair, now)
    await planning.give_times(session, fair, now)


async def _fill(session: AsyncSession, fair: Fair, plan: FairPlan, now: datetime) -> Effects:
    """Its companies and talks; what that means for whom."""
    effects = Effects()
    await stalls.store(session, fair, plan, effects, now)
    await seating.store(session, fair, plan, effects)
    await seating.give_back_clashing(session, fair, effects)
    return effects


async def _cancel(session: AsyncSession, fair: Fair, now: datetime) -> None:
    """Everybody who registered is told; their times are nobody's any more."""
    if fair.state is FairState.CANCELED:
        return
    fair.state = FairState.CANCELED
    for guest in await telling.guests(session, fair.id or 0, CONCERNED):
        if guest.state is not GuestState.ARRIVED:
            await registering.leave(session, guest, GuestState.WITHDRAWN, now)
        await telling.tell(session, guest, Notice.FAIR_CANCELED, now, states=list(GuestState))


async def _check_room(session: AsyncSession, fair: Fair, plan: FairPlan) -> None:
    """Fewer places: only as far as nobody loses theirs. Numbers above the new end move into free ones."""
    if plan.capacity >= fair.capacity:
        return
    query = select(FairGuest).where(FairGuest.fair_id == fair.id, col(FairGuest.place).is_not(None))
    guests = list((await session.exec(query.order_by(col(FairGuest.place)))).all())
    if len(guests) > plan.capacity:
        raise NotStored(("capacity",), f"{len(guests)} people have a place already")
    free = sorted(set(range(1, plan.capacity + 1)) - {guest.place for guest in guests})
    for guest in guests:
        if (guest.place or 0) > plan.capacity:
            guest.place = free.pop(0)
            await session.flush()


async def _move(session: AsyncSession, fair: Fair, plan: FairPlan, now: datetime) -> bool:
    """Whether the fair takes place at another time; interviews move with it, those after its end are off."""
    starts_at, ends_at = span(plan.held_on, plan.hours)
    by = starts_at - fair.starts_at
    if (starts_at, ends_at) == (fair.starts_at, fair.ends_at):
        return False
    for interview in await planning.planned(session, FairInterview.fair_id == fair.id):
        if interview.ends_at + by > ends_at:
            await planning.call_off(session, [interview], now)
    fair.starts_at, fair.ends_at = starts_at, ends_at
    await session.flush()
    if by:
        await _shift(session, fair, by)
    return True


async def _shift(session: AsyncSession, fair: Fair, by: timedelta) -> None:
    """Move every interview; the last first where they go later, so that none meets the next one."""
    interviews = await planning.planned(session, FairInterview.fair_id == fair.id)
    for interview in sorted(interviews, key=lambda each: each.starts_at, reverse=by > timedelta(0)):
        interview.starts_at += by
        interview.ends_at += by
        await session.flush()


def _new(plan: FairPlan, now: datetime) -> Fair:
    starts_at, ends_at = span(plan.held_on, plan.hours)
    fair = Fair(
        key=plan.key,
        series=FairSeries(plan.series),
        starts_at=starts_at,
        ends_at=ends_at,
        door=secrets.token_hex(6),
        created_at=now,
        **{name: getattr(plan, name) for name in PLAIN},
    )
    _describe(fair, plan)
    return fair


def _describe(fair: Fair, plan: FairPlan) -> None:
    """What nobody has to be told of."""
    fair.series = FairSeries(plan.series)
    fair.bring = list(plan.bring)
    fair.latitude = plan.map.latitude if plan.map else None
    fair.longitude = plan.map.longitude if plan.map else None
    fair.times_at = plan.times_at.replace(tzinfo=SEOUL) if plan.times_at else None
    if fair.state not in finding.SHOWN or plan.state != "open":
        fair.state = FairState(plan.state)
