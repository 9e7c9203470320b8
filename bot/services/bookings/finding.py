"""The slots that may be given for a wish; the same for a new appointment and for one that moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Update
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, Service
from bot.models import BOOKED_STATES, Appointment, AppointmentState, Cause, Slot, Way
from bot.rules.booking import NotBookable, Refusal, fairest_first, in_the_way, refusal
from bot.services import locks, slots
from bot.services.bookings.claims import awaited
from bot.services.bookings.clearing import clear_over
from bot.services.bookings.invited import may_book
from bot.services.bookings.limits import check_person, with_room_that_day
from bot.services.bookings.openings import own_counselor
from bot.services.bookings.reading import loads
from bot.services.bookings.signing import signature
from bot.services.counselors import who_give
from bot.services.windows import notice_of, window_of


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody wants a service at a time; `moving` is the appointment that should move there.

    Without a way it is the service's first, or the one that the appointment had; without a counselor it is
    whoever comes first in fairness; `chosen` says that the person chose the counselor, not the time alone.
    What is arranged `by_staff` is not bound by the notice and the limits.
    """

    center: Center
    person_id: int
    service: str
    starts_at: datetime
    moving: Appointment | None = None
    way: Way | None = None
    counselor_id: int | None = None
    chosen: bool = False
    by_staff: bool = False

    @property
    def kind(self) -> Service:
        """What the center says of this service."""
        return self.center.service(self.service)

    @property
    def met(self) -> Way:
        """How the two will meet."""
        had = self.moving.way if self.moving else Way(self.kind.ways[0])
        return self.way or had

    @property
    def ends_at(self) -> datetime:
        """When the person may go."""
        return self.starts_at + timedelta(minutes=self.kind.minutes)

    @property
    def busy_until(self) -> datetime:
        """When the counselor has time again."""
        return self.starts_at + timedelta(minutes=self.kind.takes_minutes)


async def slots_for(
    session: AsyncSession, wish: Wish, now: datetime, own_holds: Sequence[Appointment] = ()
) -> list[Slot]:
    """The free slots for this wish, whom to ask first first, or the reason why there are none.

    The counselors are held from here on, so that what is free stays free; holds at that time that are over
    are gone. The person's own holds are in nobody's way.
    """
    _check_time(wish, now)
    await _check_person(session, wish, now)
    ignoring = [each.id for each in (wish.moving, *own_holds) if each and each.id]
    found = await _free(session, wish, now, ignoring)
    if not found:
        raise NotBookable(await _why_none(session, wish))
    moving = wish.moving.counselor_id if wish.moving else None
    counselors = {slot.counselor_id for slot in found}
    left = {each.counselor_id for each in own_holds} | ({moving} if moving else set())
    await locks.hold_counselors(session, counselors | left)
    await clear_over(session, sorted(counselors), now)
    found = await _held(session, await _free(session, wish, now, ignoring), counselors)
    if not found:
        raise NotBookable(Refusal.TAKEN)
    staying_with = moving or await own_counselor(session, wish.kind, wish.person_id)
    counselors = {slot.counselor_id for slot in found}
    return fairest_first(found, await loads(session, sorted(counselors), now), staying_with=staying_with)


async def _held(session: AsyncSession, free: Sequence[Slot], held: set[int]) -> list[Slot]:
    """The free slots of the counselors who are held.

    Where none is left, somebody may have become free meanwhile, as when a colleague took a meeting over:
    waiting for them now would be out of order, so they are held where nobody else is at them.
    """
    if left := [slot for slot in free if slot.counselor_id in held]:
        return left
    held = await locks.at_hand(session, {slot.counselor_id for slot in free})
    return [slot for slot in free if slot.counselor_id in held]


def _check_time(wish: Wish, now: datetime) -> None:
    notice, window = notice_of(wish.center, wish.service), window_of(wish.center, wish.service)
    reason = refusal(wish.starts_at, now, notice=timedelta() if wish.by_staff else notice, window=window)
    if reason:
        raise NotBookable(reason)


async def _check_person(session: AsyncSession, wish: Wish, now: datetime) -> None:
    """What the person has already may be in the way, or be enough."""
    if other := await obstacle(session, wish, now):
        raise NotBookable(Refusal.HAS_ONE, other)
    if not wish.by_staff:
        if wish.moving is None and not await may_book(session, wish.kind, wish.person_id):
            raise NotBookable(Refusal.NOT_OPEN)
        moving = wish.moving.id if wish.moving else None
        booked = await _live_appointments(session, wish.person_id)
        ahead = [each for each in booked if each.starts_at > now and each.id != moving]
        check_person(wish.center, wish.service, ahead, wish.starts_at)


async def obstacle(session: AsyncSession, wish: Wish, now: datetime) -> Appointment | None:
    """What the person already has and stands in the way; meetings that have begun count as over."""
    held = await _live_appointments(session, wish.person_id)
    if any(each.starts_at <= now for each in held):
        await session.exec(_close_begun(wish.person_id, now))
    moving = wish.moving.id if wish.moving else None
    ahead = [each for each in held if each.starts_at > now and each.id != moving]
    other = in_the_way(ahead, wish.service, wish.starts_at, wish.ends_at)
    return Appointment(**other.model_dump()) if other else None  # a copy outlives the transaction


async def _live_appointments(session: AsyncSession, person_id: int) -> list[Appointment]:
    """What this person has booked."""
    query = (
        select(Appointment)
        .where(Appointment.person_id == person_id, col(Appointment.state).in_(BOOKED_STATES))
        .order_by(col(Appointment.starts_at))
        .execution_options(populate_existing=True)
    )
    return list((await session.exec(query)).all())


def _close_begun(person_id: int, now: datetime) -> Update:
    return (
        update(Appointment)
        .where(
            col(Appointment.person_id) == person_id,
            col(Appointment.state).in_(BOOKED_STATES),
            col(Appointment.starts_at) <= now,
        )
        .values(state=AppointmentState.PAST, ended_at=now, **signature(None, Cause.OVER, now))
    )


async def _free(session: AsyncSession, wish: Wish, now: datetime, ignoring: list[int]) -> list[Slot]:
    """The free slots at exactly this moment; the one that is to be left is none of them."""
    keys = who_give(wish.center, wish.service, wish.met)
    found = await slots.free_at(session, keys, wish.starts_at, wish.busy_until, now, ignoring)
    moving = wish.moving
    fitting = [
        slot
        for slot in found
        if (moving is None or slot.id != moving.slot_id) and wish.counselor_id in {None, slot.counselor_id}
    ]
    if wish.by_staff:
        return fitting
    others = await awaited(session, wish.center, fitting, wish.person_id, now)
    theirs = [slot for slot in fitting if slot.id not in others]
    return await with_room_that_day(session, wish.center, wish.service, theirs, ignoring)


async def _why_none(session: AsyncSession, wish: Wish) -> Refusal:
    """Taken, when somebody could be met then; else the center is closed at that time."""
    keys = who_give(wish.center, wish.service, wish.met)
    query = slots.offered(keys).where(
        col(Slot.starts_at) == wish.starts_at, col(Slot.ends_at) >= wish.busy_until
    )
    return Refusal.TAKEN if (await session.exec(query)).first() else Refusal.CLOSED
