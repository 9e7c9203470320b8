"""The times at which counselors can be met: made from the center's weekly hours."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import exists, or_, text
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.center import Center, CounselorPlan
from bot.clock import SEOUL
from bot.models import BOOKED_STATES, FREE, Appointment, AppointmentState, Counselor, Slot
from bot.rules.calendar import is_open_day
from bot.services import locks
from bot.services.counselors import engaged
from bot.services.rows import insert_into


class Times(NamedTuple):
    """With whom a meeting may begin when, and until when the hours go on."""

    counselor_id: int
    starts_at: datetime
    ends_at: datetime


async def refresh(session: AsyncSession, center: Center, now: datetime) -> None:
    """Make counselors and slots what the center's files say; what is right already is not touched."""
    await locks.hold_timetable(session)
    counselors = await engaged(session, center)
    wanted = {
        Times(counselors[plan.key], starts_at, ends_at)
        for plan in center.counselors
        for starts_at, ends_at in planned(center, plan, now)
    }
    there = await slots_from(session, now)
    right = {_times(slot) for slot in there if slot.offered}
    if wanted == right:
        return
    beginnings = {times[:2] for times in wanted}
    await _withdraw(session, [slot for slot in there if _times(slot)[:2] not in beginnings])
    await _offer(session, wanted - right)


def planned(center: Center, plan: CounselorPlan, now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """When meetings with one counselor may begin in the booking window, and until when the hours go on."""
    shortest = timedelta(
        minutes=min(each.takes_minutes for each in center.services if each.key in plan.services)
    )
    today = now.astimezone(SEOUL).date()
    for ahead in range(center.booking.window_days + 1):
        day = today + timedelta(days=ahead)
        if not is_open_day(day, center.closures):
            continue
        for hours in plan.hours.on(day):
            starts_at = datetime.combine(day, hours.starts, SEOUL).astimezone(UTC)
            end = datetime.combine(day, hours.ends, SEOUL).astimezone(UTC)
            while starts_at + shortest <= end:
                if starts_at > now:
                    yield starts_at, end
                starts_at += timedelta(minutes=center.booking.slot_minutes)


async def slots_from(session: AsyncSession, now: datetime) -> Sequence[Slot]:
    """All slots still to come, whether offered or not."""
    query = select(Slot).where(col(Slot.starts_at) > now).execution_options(populate_existing=True)
    return (await session.exec(query)).all()


def offered(counselor_keys: Iterable[str]) -> SelectOfScalar[Slot]:
    """Slots that these counselors offer, soonest first."""
    return (
        select(Slot)
        .join(Counselor, col(Counselor.id) == Slot.counselor_id)
        .where(
            col(Slot.offered).is_(True),
            col(Counselor.active).is_(True),
            col(Counselor.key).in_(list(counselor_keys)),
        )
        .order_by(col(Slot.starts_at), col(Slot.counselor_id))
        .execution_options(populate_existing=True)
    )


async def _withdraw(session: AsyncSession, stale: Sequence[Slot]) -> None:
    """Stale slots go; one that somebody has or had stays, and is no longer offered."""
    await locks.hold_counselors(session, {slot.counselor_id for slot in stale})
    ids = [slot.id for slot in stale]
    had = exists().where(col(Appointment.slot_id) == Slot.id)
    await session.exec(delete(Slot).where(col(Slot.id).in_(ids), ~had))
    await session.exec(update(Slot).where(col(Slot.id).in_(ids)).values(offered=False))


def _times(slot: Slot) -> Times:
    return Times(slot.counselor_id, slot.starts_at, slot.ends_at)


async def _offer(session: AsyncSession, missing: Iterable[Times]) -> None:
    rows = [times._asdict() | {"offered": True} for times in sorted(missing)]
    if not rows:
        return
    insert = insert_into(session, Slot).values(rows)
    again = insert.on_conflict_do_update(
        index_elements=["counselor_id", "starts_at"],
        set_={"offered": True, "ends_at": insert.excluded.ends_at},
    )
    await session.exec(again)


async def free(
    session: AsyncSession, counselor_keys: Iterable[str], minutes: int, after: datetime, until: datetime
) -> list[Slot]:
    """Offered slots from `after` to before `until` with so many minutes that nobody has, soonest first."""
    query = offered(counselor_keys).where(
        text(FREE),
        col(Slot.starts_at) >= after,
        col(Slot.starts_at) < until,
        col(Slot.free_minutes) >= minutes,
    )
    return list((await session.exec(query)).all())


async def free_at(
    session: AsyncSession,
    counselor_keys: Iterable[str],
    starts_at: datetime,
    busy_until: datetime,
    now: datetime,
    ignoring: Collection[int] = (),
) -> list[Slot]:
    """Offered slots that begin at this moment and that nobody has until then.

    `ignoring` are the appointment that is about to be moved and the person's own holds: they do not stand in
    their own way. A hold that is over stands in nobody's.
    """
    in_the_way = exists().where(
        col(Appointment.counselor_id) == Slot.counselor_id,
        col(Appointment.id).not_in(list(ignoring)),
        or_(
            col(Appointment.state).in_((*BOOKED_STATES, AppointmentState.ARRIVED)),
            (col(Appointment.state) == AppointmentState.HELD) & (col(Appointment.held_until) > now),
        ),
        col(Appointment.starts_at) < busy_until,
        col(Appointment.busy_until) > starts_at,
    )
    query = offered(counselor_keys).where(
        col(Slot.starts_at) == starts_at, col(Slot.ends_at) >= busy_until, ~in_the_way
    )
    return list((await session.exec(query)).all())
