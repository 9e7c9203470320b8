"""Which days a center is open: the calendar of Korea, and what the center says about single days."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import cache

import holidays

from bot.center import Closure, Hours, WeeklyHours

Stretch = tuple[time, time]  # of one day in Seoul: from, until
NOON = time(12)
WHOLE_DAY: Stretch = (time.min, time.max)


def is_open_day(day: date, closures: Sequence[Closure] = ()) -> bool:
    """Whether the center opens on this day at all; its own word wins over weekends and holidays."""
    said = _said(day, closures)
    if said is not None and said.hours is None:
        return not said.closed
    return day.weekday() < 5 and public_holiday(day) is None


def hours_on(week: WeeklyHours, day: date, closures: Sequence[Closure] = ()) -> tuple[Hours, ...]:
    """The hours of this week that hold on this very day."""
    if not is_open_day(day, closures):
        return ()
    said = _said(day, closures)
    if said is None:
        return week.on(day)
    hours = week.days[day.weekday() if said.like is None else said.like]
    return without(hours, [_stretch(said.hours)]) if said.hours else hours


def closed_in(day: date, closures: Sequence[Closure]) -> Stretch | None:
    """When the center is closed on this day by its own word, not by the calendar; None where it is not."""
    said = _said(day, closures)
    if said is None or not said.closed:
        return None
    return _stretch(said.hours) if said.hours else WHOLE_DAY


def without(hours: Iterable[Hours], away: Iterable[Stretch]) -> tuple[Hours, ...]:
    """What is left of these hours without those stretches, in order."""
    left = [(each.starts, each.ends) for each in hours]
    for starts, ends in away:
        left = [
            part
            for begin, end in left
            for part in ((begin, min(end, starts)), (max(begin, ends), end))
            if part[0] < part[1]
        ]
    return tuple(Hours.model_validate({"starts": begin, "ends": end}) for begin, end in sorted(left))


def _stretch(hours: Hours) -> Stretch:
    return hours.starts, hours.ends


def reason_closed(day: date, closures: Sequence[Closure] = ()) -> str | None:
    """The name of the day off, for people to read; None on open days and plain weekends."""
    said = _said(day, closures)
    if said is not None and said.hours is None:
        return said.name if said.closed else None
    return public_holiday(day)


def public_holiday(day: date) -> str | None:
    """The Korean name of the public holiday, or None."""
    return _holidays(day.year).get(day)


@cache
def _holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("KR", years=year, language="ko"))


def _said(day: date, closures: Sequence[Closure]) -> Closure | None:
    return next((closure for closure in closures if closure.date == day), None)
