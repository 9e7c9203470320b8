"""The slots that may be given for a wish; the same for a new appointment and for one that moves."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Update
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, Service
from bot.models import BOOKED_STATES, Appointment, AppointmentState, Cause, Slot
from bot.rules.booking import NotBookable, Refusal, fairest_first, in_the_way, refusal
from bot.services import locks, slots
from bot.services.bookings.reading import loads
from bot.services.bookings.signing import signature
from bot.services.counselors import who_give


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody wants a service at a time; `moving` is the appointment that should move there."""

    center: Center
    person_id: int
    service: str
    starts_at: datetime
    moving: Appointment | None = None

    @property
    def kind(self) -> Service:
        """What the center says of this service."""
        return self.center.service(self.service)

    @property
    def ends_at(self) -> datetime:
        """When the person may go."""
        return self.starts_at + timedelta(minutes=self.kind.minutes)

    @property
    def busy_until(self) -> datetime:
        """When the counselor has time again."""
        return self.starts_at + timedelta(minutes=self.kind.takes_minutes)


async def slots_for(session: AsyncSession, wish: Wish, now: datetime) -> list[Slot]:
    """The free slots for this wish, whom to ask first first, or the reason why there are none.

    The counselors are held from here on, so that what is free stays free.
    """
    booking = wish.center.booking
    notice, window = timedelta(minutes=booking.notice_minutes), timedelta(days=booking.window_days)
    if reason := refusal(wish.starts_at, now, notice=notice, window=window):
        raise NotBookable(reason)
    if other := await obstacle(session, wish, now):
        raise NotBookable(Refusal.HAS_ONE, other)
    found = await _free(session, wish)
    if not found:
        raise NotBookable(await _why_none(session, wish))
    moving = wish.moving.counselor_id if wish.moving else None
    counselors = {slot.counselor_id for slot in found}
    await locks.hold_counselors(session, counselors | ({moving} if moving else set()))
    # Somebody else may have become free meanwhile: holding them now would be out of order.
    found = [slot for slot in await _free(session, wish) if slot.counselor_id in counselors]
    if not found:
        raise NotBookable(Refusal.TAKEN)
    return fairest_first(found, await loads(session, sorted(counselors), now), staying_with=moving)


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


async def _free(session: AsyncSession, wish: Wish) -> list[Slot]:
    """The free slots at exactly this moment; the one that is to be left is none of them."""
    moving = wish.moving
    found = await slots.free_at(
        session,
        who_give(wish.center, wish.service),
        wish.starts_at,
        wish.busy_until,
        ignoring=moving.id if moving else None,
    )
    return [slot for slot in found if moving is None or slot.id != moving.slot_id]


async def _why_none(session: AsyncSession, wish: Wish) -> Refusal:
    """Taken, when somebody could be met then; else the center is closed at that time."""
    keys = who_give(wish.center, wish.service)
    query = slots.offered(keys).where(
        col(Slot.starts_at) == wish.starts_at, col(Slot.ends_at) >= wish.busy_until
    )
    return Refusal.TAKEN if (await session.exec(query)).first() else Refusal.CLOSED
