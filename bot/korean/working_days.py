"""Days counted by the calendar of work: "영업일 기준 나흘 뒤"."""

import re
from datetime import date, timedelta
from functools import cache

from bot.korean.numerals import NUMERAL, value

_DAYS = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "이레": 7,
    "여드레": 8,
    "아흐레": 9,
    "열흘": 10,
}
_COUNTED = re.compile(
    rf"(?<![가-힣])(?:(?:영업|근무)\s?일\s*(?:기준\s*)?(?:으로|로)?\s*(?:(?P<named>{'|'.join(_DAYS)})|(?P<days>{NUMERAL})\s?일)|(?P<open>{NUMERAL})\s?(?:영업|근무)\s?일)"
    r"\s*(?:뒤|후|있다가?)"
)
_MOST = 60


@cache
def _days_off(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415  # six megabytes that hardly any answer needs

    return frozenset(holidays.country_holidays("KR", years=year))


def working_days_on(today: date, count: int) -> date:
    """The day a number of working days after today, weekends and the public holidays of Korea left out."""
    day = today
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in _days_off(day.year)  # Saturday
    return day


def with_working_days(said: str, today: date) -> str:
    """The sentence with such a count as the date it comes to: "영업일 기준 이틀 뒤" → "2026년 11월 25일"."""

    def dated(match: re.Match[str]) -> str:
        count = _DAYS.get(match["named"] or "") or value(match["days"] or match["open"]) or 0
        if not 0 < count <= _MOST or count != int(count):
            return match[0]
        day = working_days_on(today, int(count))
        return f"{day.year}년 {day.month}월 {day.day}일"

    return _COUNTED.sub(dated, said)
