"""Moments of a hiring day as its file writes them: a day and hours on Seoul's clock."""

from datetime import date, datetime, time

from bot.center import Hours
from bot.clock import SEOUL


def at(day: date, hour: time) -> datetime:
    """A moment of a day on Seoul's clock."""
    return datetime.combine(day, hour, SEOUL)


def span(day: date, hours: Hours) -> tuple[datetime, datetime]:
    """From when to when on that day."""
    return at(day, hours.starts), at(day, hours.ends)
