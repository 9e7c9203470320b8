"""When is somebody at the center? Its weekly hours, without the days on which it is closed."""

from datetime import datetime, time, timedelta

from bot.center import Center
from bot.clock import SEOUL
from bot.rules.calendar import is_open_day

FARTHEST = 31  # days: no center is closed for longer


def is_open(center: Center, now: datetime) -> bool:
    """Whether the center is open at this moment."""
    local = now.astimezone(SEOUL)
    if not is_open_day(local.date(), center.closures):
        return False
    return any(hours.starts <= local.time() < hours.ends for hours in center.office_hours.on(local.date()))


def next_opening(center: Center, now: datetime) -> datetime | None:
    """The next moment at which the center opens; None where none is to come within a month."""
    today = now.astimezone(SEOUL).date()
    for ahead in range(FARTHEST):
        day = today + timedelta(days=ahead)
        if not is_open_day(day, center.closures):
            continue
        for hours in center.office_hours.on(day):
            opens_at = datetime.combine(day, time(hours.starts.hour, hours.starts.minute), SEOUL)
            if opens_at > now:
                return opens_at
    return None
