"""When a hiring day announces itself."""

from datetime import datetime, time

import pytest

from bot.center import SeriesNews
from bot.clock import SEOUL
from bot.rules.series_news import due_news

NEWS = [
    SeriesNews(series=("wednesday",), days_before=7, at=time(10), text="다음 주에 열려요."),
    SeriesNews(series=("wednesday",), days_before=1, at=time(10), text="내일 열려요."),
    SeriesNews(series=("wednesday",), days_before=0, at=time(8, 30), text="오늘 열려요."),
]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """In Seoul; days below 3 are of December."""
    return datetime(2026, 12 if day < 3 else 11, day, hour, minute, tzinfo=SEOUL)


STARTS = at(2, 14)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (at(24, 10), []),
        (at(25, 8, 59), []),
        (at(25, 9), [(7, at(25, 10))]),  # an hour ahead, so that it can be stopped
        (at(25, 9, 50), [(7, at(25, 10, 5))]),
        (at(25, 15), [(7, at(25, 15, 15))]),  # known late, still of use that day
        (at(25, 20, 44), [(7, at(25, 20, 59))]),
        (at(25, 20, 45), []),  # never at night
        (at(25, 23, 50), []),
        (at(26, 9), []),  # "next week" would be wrong by now
        (at(1, 9, 30), [(1, at(1, 10))]),
        (at(2, 7, 30), [(0, at(2, 8, 30))]),
        (at(2, 13, 40), [(0, at(2, 13, 55))]),
        (at(2, 13, 50), []),  # it begins
    ],
)
def test_it_is_told_on_its_day(now: datetime, told: list[tuple[int, datetime]]) -> None:
    found = due_news(NEWS, "wednesday", STARTS, now)

    assert [(due.news.days_before, due.goes_at) for due in found] == told


def test_other_series_are_silent() -> None:
    assert due_news(NEWS, "mini", STARTS, at(25, 10)) == []
