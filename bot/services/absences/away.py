"""A counselor's leave, illness, training: entered in words, and taken back."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import Absence, AbsenceKind, Cause, Staff
from bot.services import locks, slots
from bot.services.absences.affected import Scope
from bot.services.absences.disrupting import Reason, put_right
from bot.services.absences.taking_back import take_back


@dataclass(frozen=True, slots=True)
class Leave:
    """Days or hours in Seoul, as in models.Absence."""

    kind: AbsenceKind
    first_day: date
    last_day: date | None = None
    weekday: int | None = None
    starts: time | None = None
    ends: time | None = None

    def of(self, counselor_id: int, staff: Staff, now: datetime) -> Absence:
        """The same as a row that is not saved yet."""
        assert staff.id is not None
        values: dict[str, Any] = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return Absence(counselor_id=counselor_id, entered_by_id=staff.id, entered_at=now, **values)


async def enter(
    session: AsyncSession, center: Center, staff: Staff, counselor_id: int, leave: Leave, now: datetime
) -> tuple[Absence, int]:
    """The counselor cannot be met then: slots go, and everybody concerned is told; how many that are.

    The same leave entered twice is one.
    """
    if same := await _same(session, counselor_id, leave):
        return same, 0
    absence = leave.of(counselor_id, staff, now)
    session.add(absence)
    await session.flush()
    await slots.refresh(session, center, now, holding=[counselor_id])
    reason = Reason(Cause.ABSENCE, staff, absence=absence)
    return absence, await put_right(session, center, scope_of(absence, now), reason, now)


async def undo(session: AsyncSession, center: Center, staff: Staff, absence: Absence, now: datetime) -> int:
    """The counselor is there after all: who has not chosen otherwise meets them; how many hear of it."""
    await locks.hold_timetable(session)
    await session.refresh(absence, with_for_update=locks.ROW)
    if absence.undone_at is not None:
        return 0
    await take_back(session, absence, staff, now)
    await slots.refresh(session, center, now, holding=[absence.counselor_id])
    reason = Reason(Cause.ABSENCE, staff, absence=absence)
    return await put_right(session, center, scope_of(absence, now), reason, now)


def scope_of(absence: Absence, now: datetime) -> Scope:
    """Where an absence can be in the way from now on."""
    today = now.astimezone(SEOUL).date()
    return Scope(max(absence.first_day, today), absence.last_day, frozenset({absence.counselor_id}))


async def whose(session: AsyncSession, counselor_id: int, now: datetime) -> list[Absence]:
    """This counselor's absences in force that are not over, soonest first."""
    today = now.astimezone(SEOUL).date()
    query = select(Absence).where(
        Absence.counselor_id == counselor_id,
        col(Absence.undone_at).is_(None),
        col(Absence.last_day).is_(None) | (col(Absence.last_day) >= today),
    )
    return list((await session.exec(query.order_by(col(Absence.first_day), col(Absence.id)))).all())


async def _same(session: AsyncSession, counselor_id: int, leave: Leave) -> Absence | None:
    columns = {"counselor_id": counselor_id} | {
        name: getattr(leave, name) for name in leave.__dataclass_fields__ if name != "kind"
    }
    query = select(Absence).where(col(Absence.undone_at).is_(None))
    for name, value in columns.items():
        query = query.where(getattr(Absence, name) == value)
    return (await session.exec(query)).first()
