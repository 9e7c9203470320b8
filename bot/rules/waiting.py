"""The waiting list: who comes first, until when an offer is kept, which half of a day a time is in."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.clock import SEOUL
from bot.models import Half, Waiting
from bot.rules.calendar import NOON
from bot.rules.quiet import NIGHT_BEGINS, NIGHT_ENDS, earliest

HalfDay = tuple[date, Half]


def in_order(line: Iterable[Waiting]) -> list[Waiting]:
    """First those who must have met somebody by a date that the staff saw on paper; then by joining."""
    return sorted(line, key=lambda each: (each.needed_by or date.max, each.joined_at, each.id or 0))


def lease_end(offered_at: datetime, minutes: int) -> datetime:
    """Until when an offer is kept: so many minutes, of which none passes between 21:00 and 08:00 in Seoul.

    Weekends and holidays count like any day: to answer takes a tap and no office.
    """
    begins = earliest(offered_at, agreed_to_nights=False)
    left = timedelta(minutes=minutes)
    while (evening := _at(begins, NIGHT_BEGINS)) - begins < left:
        left -= evening - begins
        begins = _at(evening + timedelta(days=1), NIGHT_ENDS)
    return begins + left


def tomorrow_morning(now: datetime) -> datetime:
    """The end of the coming night in Seoul, for who wants to hear no more today."""
    return _at(now + timedelta(days=1), NIGHT_ENDS)


def half_of(moment: datetime) -> HalfDay:
    """The half of the day in Seoul in which it begins."""
    local = moment.astimezone(SEOUL)
    return local.date(), Half.AM if local.time() < NOON else Half.PM


def begin_of(half_day: HalfDay) -> datetime:
    """When this half of a day begins in Seoul: at midnight, or at noon."""
    day, half = half_day
    return datetime.combine(day, time() if half is Half.AM else NOON, SEOUL)


def end_of(half_day: HalfDay) -> datetime:
    """When it is over."""
    return begin_of(half_day) + timedelta(hours=12)


def still_ahead(wished: HalfDay, now: datetime) -> bool:
    """Whether any of this half of a day is still to come."""
    return _position(wished) >= _position(half_of(now))


def _position(half_day: HalfDay) -> tuple[date, bool]:
    return half_day[0], half_day[1] is Half.PM


def _at(moment: datetime, hour: time) -> datetime:
    return datetime.combine(moment.astimezone(SEOUL).date(), hour, SEOUL)
