"""Days on which the whole center differs from its calendar: entered by the staff, and taken back."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import Cause, Counselor, SpecialDay, Staff
from bot.services import locks, slots
from bot.services.absences.affected import Scope
from bot.services.absences.disrupting import Reason, put_right
from bot.services.absences.taking_back import take_back


class NotSpecial(Exception):  # noqa: N818 (a reason, not an error)
    """The day is over."""


@dataclass(frozen=True, slots=True)
class Special:
    """A day as models.SpecialDay has it."""

    day: date
    name: str
    closed: bool = True
    starts: time | None = None
    ends: time | None = None
    like_weekday: int | None = None


async def declare(
    session: AsyncSession, center: Center, staff: Staff, special: Special, now: datetime
) -> tuple[SpecialDay, int]:
    """From now on the day is like this, whatever was said of it before; how many people are told."""
    if special.day < now.astimezone(SEOUL).date():
        raise NotSpecial
    await locks.hold_timetable(session)
    for earlier in await _in_force(session, special.day):
        if _is(earlier, special):
            return earlier, 0
        await take_back(session, earlier, staff, now)
    assert staff.id is not None
    values = {name: getattr(special, name) for name in special.__dataclass_fields__}
    day = SpecialDay(entered_by_id=staff.id, entered_at=now, **values)
    session.add(day)
    await session.flush()
    return day, await _follow(session, center, staff, day, now)


async def undo_day(
    session: AsyncSession, center: Center, staff: Staff, day: SpecialDay, now: datetime
) -> int:
    """The day is as the calendar and center.toml have it; how many people hear of it."""
    await locks.hold_timetable(session)
    await session.refresh(day, with_for_update=locks.ROW)
    if day.undone_at is not None:
        return 0
    await take_back(session, day, staff, now)
    return await _follow(session, center, staff, day, now)


def scope_of_day(day: date) -> Scope:
    """Where a special day can be in the way."""
    return Scope(day, day)


async def _follow(session: AsyncSession, center: Center, staff: Staff, day: SpecialDay, now: datetime) -> int:
    everybody = (await session.exec(select(Counselor.id))).all()
    await slots.refresh(session, center, now, holding=[each for each in everybody if each])
    return await put_right(
        session, center, scope_of_day(day.day), Reason(Cause.CLOSURE, staff, special=day), now
    )


async def _in_force(session: AsyncSession, day: date) -> list[SpecialDay]:
    query = select(SpecialDay).where(SpecialDay.day == day, col(SpecialDay.undone_at).is_(None))
    return list((await session.exec(query.with_for_update(**locks.ROW))).all())


def _is(there: SpecialDay, special: Special) -> bool:
    return all(getattr(there, name) == getattr(special, name) for name in special.__dataclass_fields__)
