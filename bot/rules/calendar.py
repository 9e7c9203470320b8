"""Which days a center is open: the calendar of Korea, and what the center says about single days."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

import holidays

from bot.center import Closure


def is_open_day(day: date, closures: Sequence[Closure] = ()) -> bool:
    """Whether the center opens on this day; its own word wins over weekends and holidays."""
    said = _said(day, closures)
    if said is not None:
        return not said.closed
    return day.weekday() < 5 and public_holiday(day) is None


def next_working_day(after: date, closures: Sequence[Closure] = ()) -> date:
    """The first open day after this one."""
    day = after + timedelta(days=1)
    while not is_open_day(day, closures):
        day += timedelta(days=1)
    return day


def reason_closed(day: date, closures: Sequence[Closure] = ()) -> str | None:
    """The name of the day off, for people to read; None on open days and plain weekends."""
    said = _said(day, closures)
    if said is not None:
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
