"""What a reader makes of a text: the value, or why there is none."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.korean.unclear import Unclear

SEOUL = ZoneInfo("Asia/Seoul")
MONDAY = datetime(2026, 11, 23, 10, tzinfo=SEOUL)


def outcome(read: Callable[[str], object], text: str) -> object:
    try:
        return read(text)
    except Unclear as unclear:
        return unclear.why
