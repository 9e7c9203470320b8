"""Which meetings an absence or a special day concerns, and which of them it makes impossible."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import BOOKED_STATES, Absence, Appointment, AppointmentState, Slot
from bot.rules.absences import away_during, overlaps
from bot.rules.calendar import closed_in
from bot.services import days

IN_THE_WAY = (AppointmentState.HELD, *BOOKED_STATES)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: days in Seoul, both included (no last one: for good), and counselors (None: all)."""

    first_day: date
    last_day: date | None
    counselors: frozenset[int] | None = None


async def affected(
    session: AsyncSession, center: Center, scope: Scope, now: datetime, planned: Sequence[Absence] = ()
) -> list[Appointment]:
    """The meetings ahead, and holds, that cannot be; the center knows its special days.

    `planned` are absences that are not entered yet.
    """
    away = {key: list(each) for key, each in (await days.absences(session, scope.first_day)).items()}
    for absence in planned:
        away.setdefault(absence.counselor_id, []).append(absence)
    found = await ahead(session, scope, now)
    gone = await _withdrawn(session, {each.slot_id for each in found if each.slot_id})
    return [each for each in found if each.slot_id in gone or _cannot_be(each, center, away)]


def _cannot_be(appointment: Appointment, center: Center, away: Mapping[int, Sequence[Absence]]) -> bool:
    starts_at, ends_at = appointment.starts_at, appointment.ends_at
    if away_during(away.get(appointment.counselor_id, ()), starts_at, ends_at):
        return True
    day = starts_at.astimezone(SEOUL).date()
    closed = closed_in(day, center.single_days)
    return closed is not None and overlaps(closed, day, starts_at, ends_at)


def people_in(meetings: Iterable[Appointment]) -> int:
    """How many of these are somebody's meeting: no hold, and no group session, whose seats are rows too."""
    return sum(each.person_id is not None and each.state is not AppointmentState.HELD for each in meetings)


async def ahead(session: AsyncSession, scope: Scope, now: datetime) -> Sequence[Appointment]:
    """What is held or agreed on there and has not begun, soonest first."""
    begin = datetime.combine(scope.first_day, time(), SEOUL)
    query = select(Appointment).where(
        col(Appointment.state).in_(IN_THE_WAY),
        col(Appointment.starts_at) > now,
        col(Appointment.starts_at) >= begin,
    )
    if scope.last_day is not None:
        end = datetime.combine(scope.last_day, time(), SEOUL) + timedelta(days=1)
        query = query.where(col(Appointment.starts_at) < end)
    if scope.counselors is not None:
        query = query.where(col(Appointment.counselor_id).in_(scope.counselors))
    query = query.order_by(col(Appointment.starts_at), col(Appointment.id))
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def _withdrawn(session: AsyncSession, slot_ids: Collection[int]) -> set[int | None]:
    """Those of these slots that are no longer offered."""
    query = select(Slot.id).where(col(Slot.id).in_(slot_ids), col(Slot.offered).is_(False))
    return set((await session.exec(query)).all())
