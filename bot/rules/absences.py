"""When a counselor is away against the timetable, and which meetings that makes impossible."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.clock import SEOUL
from bot.models import Absence
from bot.rules.calendar import NOON, WHOLE_DAY, Stretch

MORNING: Stretch = (time(0), NOON)
AFTERNOON: Stretch = (NOON, time(23, 59))


def away_on(absence: Absence, day: date) -> Stretch | None:
    """The part of this day on which the counselor is away; None where they are not."""
    if day < absence.first_day or (absence.last_day is not None and day > absence.last_day):
        return None
    if absence.weekday is not None and day.weekday() != absence.weekday:
        return None
    if absence.starts is None or absence.ends is None:
        return WHOLE_DAY
    return absence.starts, absence.ends


def away_during(absences: Iterable[Absence], starts_at: datetime, ends_at: datetime) -> Absence | None:
    """The absence that lies over this time, or None."""
    day = starts_at.astimezone(SEOUL).date()
    for absence in absences:
        stretch = away_on(absence, day)
        if stretch and overlaps(stretch, day, starts_at, ends_at):
            return absence
    return None


def overlaps(stretch: Stretch, day: date, starts_at: datetime, ends_at: datetime) -> bool:
    """Whether a stretch of this day in Seoul and that time have a moment in common."""
    begin, end = (datetime.combine(day, moment, SEOUL) for moment in stretch)
    return starts_at < end and begin < ends_at


def days_of(absence: Absence, now: datetime, farthest: timedelta) -> tuple[date, date]:
    """The first and the last day that an absence can concern from now on, both included."""
    today = now.astimezone(SEOUL).date()
    return max(absence.first_day, today), absence.last_day or today + farthest
