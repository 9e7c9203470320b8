"""When is somebody at the center? Its weekly hours, without the days on which it is closed."""

from datetime import datetime, time, timedelta

from bot.center import Center
from bot.clock import SEOUL
from bot.rules.calendar import hours_on

FARTHEST = 31  # days: no center is closed for longer


def is_open(center: Center, now: datetime) -> bool:
    """Whether the center is open at this moment."""
    local = now.astimezone(SEOUL)
    today = hours_on(center.office_hours, local.date(), center.single_days)
    return any(hours.starts <= local.time() < hours.ends for hours in today)


def next_opening(center: Center, now: datetime) -> datetime | None:
    """The next moment at which the center opens; None where none is to come within a month."""
    today = now.astimezone(SEOUL).date()
    for ahead in range(FARTHEST):
        day = today + timedelta(days=ahead)
        for hours in hours_on(center.office_hours, day, center.single_days):
            opens_at = datetime.combine(day, time(hours.starts.hour, hours.starts.minute), SEOUL)
            if opens_at > now:
                return opens_at
    return None
