"""The days as they really are: the calendar and center.toml, and what the staff said of single days since."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, Closure, Hours
from bot.clock import SEOUL
from bot.models import Absence, SpecialDay


async def center_as_said(session: AsyncSession, center: Center, now: datetime) -> Center:
    """The center with the special days that are in force from today on."""
    found = await special_days(session, now.astimezone(SEOUL).date())
    said = tuple(_as_closure(each) for each in found)
    return center if said == center.special_days else center.model_copy(update={"special_days": said})


async def special_days(session: AsyncSession, since: date) -> Sequence[SpecialDay]:
    """The special days in force from this day on, soonest first."""
    query = (
        select(SpecialDay)
        .where(col(SpecialDay.undone_at).is_(None), SpecialDay.day >= since)
        .order_by(col(SpecialDay.day))
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()


def _as_closure(special: SpecialDay) -> Closure:
    part = special.closed and special.starts is not None
    hours = Hours.model_validate({"starts": special.starts, "ends": special.ends}) if part else None
    return Closure(
        date=special.day, name=special.name, closed=special.closed, hours=hours, like=special.like_weekday
    )


async def absences(session: AsyncSession, since: date) -> Mapping[int, Sequence[Absence]]:
    """The absences in force that are not over before this day, by counselor, the first entered first."""
    query = (
        select(Absence)
        .where(
            col(Absence.undone_at).is_(None),
            or_(col(Absence.last_day).is_(None), col(Absence.last_day) >= since),
        )
        .order_by(col(Absence.id))
        .execution_options(populate_existing=True)
    )
    by_counselor: dict[int, list[Absence]] = defaultdict(list)
    for absence in (await session.exec(query)).all():
        by_counselor[absence.counselor_id].append(absence)
    return by_counselor
