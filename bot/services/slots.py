"""The times at which counselors can be met: their weekly hours, without closures and absences."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, TypeVar

from sqlalchemy import exists, or_, text
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.center import Center, CounselorPlan, Hours
from bot.clock import SEOUL
from bot.models import BOOKED_STATES, FREE, Absence, Appointment, AppointmentState, Counselor, Slot
from bot.rules.absences import away_on
from bot.rules.calendar import hours_on, without
from bot.services import days, locks
from bot.services.counselors import engaged
from bot.services.rows import insert_into
from bot.services.windows import longest_window

Row = TypeVar("Row")
AT_ONCE = 2000  # rows a statement


class Times(NamedTuple):
    """With whom a meeting may begin when, and until when the hours go on."""

    counselor_id: int
    starts_at: datetime
    ends_at: datetime


async def refresh(session: AsyncSession, center: Center, now: datetime, holding: Iterable[int] = ()) -> None:
    """Make counselors and slots what the center's files, its special days and the absences say.

    What is right already is not touched. The counselors whose slots change are held from here on, in one go
    with those to be held for what follows (`holding`), so that nothing is booked meanwhile.
    """
    await locks.hold_timetable(session)
    counselors = await engaged(session, center)
    wanted = await _wanted(session, center, counselors, now)
    there = await slots_from(session, now)
    missing = wanted - {_times(slot) for slot in there if slot.offered}
    beginnings = {times[:2] for times in wanted}
    stale = [slot for slot in there if slot.offered and _times(slot)[:2] not in beginnings]
    changing = {slot.counselor_id for slot in stale} | {times.counselor_id for times in missing}
    await locks.hold_counselors(session, changing | set(holding))
    await _withdraw(session, stale)
    await _offer(session, missing)


async def _wanted(
    session: AsyncSession, center: Center, counselors: Mapping[str, int], now: datetime
) -> set[Times]:
    said = await days.center_as_said(session, center, now)
    away = await days.absences(session, now.astimezone(SEOUL).date())
    return {
        Times(counselors[plan.key], starts_at, ends_at)
        for plan in center.counselors
        for starts_at, ends_at in planned(said, plan, now, away.get(counselors[plan.key], ()))
    }


def planned(
    center: Center, plan: CounselorPlan, now: datetime, absences: Sequence[Absence] = ()
) -> Iterator[tuple[datetime, datetime]]:
    """When meetings with one counselor may begin, and until when the hours go on.

    As far ahead as the longest window of what they give: each service looks only as far as its own.
    """
    shortest = timedelta(
        minutes=min(each.takes_minutes for each in center.services if each.key in plan.services)
    )
    step = timedelta(minutes=center.booking.slot_minutes)
    today = now.astimezone(SEOUL).date()
    for day in (today + timedelta(days=ahead) for ahead in range(longest_window(center, plan).days + 1)):
        away = [stretch for absence in absences if (stretch := away_on(absence, day))]
        for hours in hours_on(plan.hours, day, center.single_days):
            left = [_moments(day, part) for part in without([hours], away)]
            starts_at, end = _moments(day, hours)
            while starts_at + shortest <= end:
                until = next((ends for begins, ends in left if begins <= starts_at < ends), starts_at)
                if now < starts_at and starts_at + shortest <= until:
                    yield starts_at, until
                starts_at += step


def _moments(day: date, hours: Hours) -> tuple[datetime, datetime]:
    starts_at, ends_at = (datetime.combine(day, hour, SEOUL) for hour in (hours.starts, hours.ends))
    return starts_at.astimezone(UTC), ends_at.astimezone(UTC)


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
    had = exists().where(col(Appointment.slot_id) == Slot.id)
    for some in _in_parts([slot.id for slot in stale]):
        await session.exec(delete(Slot).where(col(Slot.id).in_(some), ~had))
        await session.exec(update(Slot).where(col(Slot.id).in_(some)).values(offered=False))


def _times(slot: Slot) -> Times:
    return Times(slot.counselor_id, slot.starts_at, slot.ends_at)


async def _offer(session: AsyncSession, missing: Iterable[Times]) -> None:
    for some in _in_parts(sorted(missing)):
        insert = insert_into(session, Slot).values([times._asdict() | {"offered": True} for times in some])
        again = insert.on_conflict_do_update(
            index_elements=["counselor_id", "starts_at"],
            set_={"offered": True, "ends_at": insert.excluded.ends_at},
        )
        await session.exec(again)


def _in_parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """So many at once that a statement has room for their values: SQLite takes 32766."""
    return (rows[first : first + AT_ONCE] for first in range(0, len(rows), AT_ONCE))


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
