"""When a kind of hiring day announces itself, and with which words."""

from datetime import time
from typing import Literal

from pydantic import Field, field_validator

from bot.center.record import Record, Text

FIRST, LAST = time(8), time(20)  # by day, and so early that it still leaves before the night (21:00)


class SeriesNews(Record):
    """News of a hiring day, so many days before it; on the morning of the day itself with 0.

    Its title, its time and its place are put under the words by themselves.
    """

    series: tuple[Literal["wednesday", "bitnag", "fair", "mini"], ...] = Field(min_length=1)
    days_before: int = Field(ge=0, le=60)
    at: time
    text: Text = Field(max_length=1000)
    english: Text | None = Field(default=None, max_length=1000)

    @field_validator("at")
    @classmethod
    def _is_by_day(cls, at: time) -> time:
        if not FIRST <= at <= LAST:
            raise ValueError(f"{at:%H:%M} is not between {FIRST:%H:%M} and {LAST:%H:%M}")
        return at
