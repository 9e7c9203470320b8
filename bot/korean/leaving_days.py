"""The year in which somebody left a job, or will: "작년 12월이요", "지난달에 그만뒀어요", "다음 달에 나와요"."""

import re
from datetime import date, datetime, timedelta

from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why, only

_YEAR = re.compile(
    r"(?<!\d)(?:(?P<full>20\d\d)\s*(?:년|[./-]|(?=\D|$))|(?P<short>[12]\d)\s*년(?!\s*(?:전|차|간|동안)))"
)
_NAMED = {"재작년": -2, "작년": -1, "지난해": -1, "올해": 0, "금년": 0, "올 ": 0, "내년": 1, "내후년": 2}
_AGO = re.compile(r"(?P<many>\d+)\s*(?P<unit>년|개월|달|주|일)\s*(?:쯤|정도)?\s*(?P<way>전|뒤|후)")
_MONTH = re.compile(r"(?<!\d)(?P<month>1[0-2]|[1-9])\s*월")
_BESIDE = {
    "지지난달": -61, "저저번달": -61, "지난달": -30, "저번달": -30, "전달": -30, "이번달": 0, "이달": 0, "다음달": 30, "담달": 30,
    "지난주": -7, "저번주": -7, "이번주": 0, "다음주": 7, "담주": 7,
    "그저께": -2, "그제": -2, "어제": -1, "오늘": 0, "방금": 0, "내일": 1, "모레": 2,
}  # fmt: skip
_TO_COME = re.compile(r"예정|거예요|거에요|겁니다|려고|할게|할\s*거|나올|관둘|그만둘|끝나요|되면|만료")
_DAYS = {"년": 365.25, "개월": 30.44, "달": 30.44, "주": 7.0, "일": 1.0}
_FIRST = 1995  # the employment insurance began in July of this year (고용보험법)


def leaving_year(text: str, now: datetime) -> int:
    """The calendar year of a day of leaving, past or to come; `now` is aware, in Seoul.

    Raises Unclear: nothing was named, or two years.
    """
    said = plain(text)
    today = now.date()
    year = only(_named(said, today) or _beside(said, today) or _of_a_month(said, today))
    if not _FIRST <= year <= today.year + 2:
        raise Unclear(Why.NOTHING)
    return year


def _named(said: str, today: date) -> list[int]:
    """Years in digits, or named from this one."""
    written = [int(found["full"] or 2000 + int(found["short"])) for found in _YEAR.finditer(said)]
    words = "재작년" if "재작년" in said else next((word for word in _NAMED if word in said), None)
    return [*written, *([today.year + _NAMED[words]] if words else [])]


def _beside(said: str, today: date) -> list[int]:
    """Days counted from today."""
    counted = [_counted(found, today) for found in _AGO.finditer(said)]
    close = said.replace(" ", "")
    word = next((word for word in _BESIDE if word in close), None)
    return [*counted, *([_moved(today, word).year] if word else [])]


def _moved(today: date, word: str) -> date:
    """A month is counted from its middle, so that no 31st is in the wrong one."""
    return (today.replace(day=15) if "달" in word else today) + timedelta(days=_BESIDE[word])


def _counted(found: re.Match[str], today: date) -> int:
    if found["unit"] == "년":
        return today.year - int(found["many"]) * (1 if found["way"] == "전" else -1)
    days = timedelta(days=min(int(found["many"]), 9999) * _DAYS[found["unit"]])
    return (today - days if found["way"] == "전" else today + days).year


def _of_a_month(said: str, today: date) -> list[int]:
    """A month without a year: the one just passed, unless the words look ahead."""
    months = {int(found["month"]) for found in _MONTH.finditer(said)}
    ahead = _TO_COME.search(said) is not None
    if ahead:
        return [today.year if month >= today.month else today.year + 1 for month in months]
    return [today.year if month <= today.month else today.year - 1 for month in months]
