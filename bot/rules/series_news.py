"""When does a hiring day announce itself?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.center import SeriesNews
from bot.clock import SEOUL
from bot.rules.quiet import is_night

SEEN_BEFORE = timedelta(hours=1)  # operators see it so long before, and can stop it
AT_LEAST = timedelta(minutes=15)  # also where the hiring day became known late


@dataclass(frozen=True, slots=True)
class Due:
    """News to hand in now, and the moment at which they go out."""

    news: SeriesNews
    goes_at: datetime


def due_news(news: Iterable[SeriesNews], series: str, starts_at: datetime, now: datetime) -> list[Due]:
    """What is to be told today of a hiring day of this series that starts then.

    News belong to their day: what was missed is not told on another one, where its words may be wrong
    ("next week"), and nothing is told at night or once the hiring day has begun.
    """
    found = []
    for each in news:
        day = starts_at.astimezone(SEOUL).date() - timedelta(days=each.days_before)
        moment = datetime.combine(day, each.at, SEOUL)
        goes_at = max(moment, now + AT_LEAST)
        is_today = goes_at.astimezone(SEOUL).date() == day and not is_night(goes_at)
        if series in each.series and now >= moment - SEEN_BEFORE and is_today and goes_at < starts_at:
            found.append(Due(each, goes_at))
    return found
