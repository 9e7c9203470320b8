"""The day one mention names, or why it names none: past, open, against its weekday."""

import calendar
import re
from datetime import date, timedelta

from korean_datetime import Ambiguity

from bot.korean.mentions import Mention
from bot.korean.unclear import Unclear, Why

SUNDAY = 6
WEEKDAYS = "월화수목금토일"
_WEEKDAY = re.compile(r"([월화수목금토일])\s*요일")
_LOOSE_NEXT = re.compile(r"^(?:다음|담)\s*[월화수목금토일]\s*요일")
_MONTH_AND_DAY = re.compile(
    r"^(?:(?P<year>\d{2,4})\s*(?:년|[-./])\s*)?(?P<month>\d{1,2})\s*(?:월\s*|[-/])(?P<day>\d{1,2})"
)
_IN_MONTHS = re.compile(r"(?:달|개월|년|해)\s*(?:뒤|후|있다|지나)")
_ABOUT = re.compile(r"(?:쯤|정도|가량)\s*(?:뒤|후|있다)")
_ROUGHLY = re.compile(r"(?:뒤|후)(?:에)?\s*(?:쯤|정도|가량|즈음)")
_NTH_WEEK = re.compile(
    r"(?P<nth>첫|둘|두|셋|세|넷|네|(?<!\d)[1-4])(?:(?<=첫)|\s*(?:째|번째)|(?=\s*주))\s*(?:주\s*차?)?\s*"
    r"(?=[월화수목금토일]\s*요일)"
)
_NEARLY_A_YEAR = timedelta(days=335)
_BESIDE = re.compile(r"요일\s*(?:(?:바로\s*)?(?:다음|전)\s*날|전날)")
_NTH = {"첫": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4}


def a_month_on(day: date) -> date:
    """The same day of the next month, or its last."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _checked_month_and_day(mention: Mention, found: date, today: date) -> date:
    """A date without its year: this year's, next year's, or a question."""
    match = _MONTH_AND_DAY.match(mention.text)
    if match is None or match["year"]:
        return found
    month, day = int(match["month"]), int(match["day"])
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(today.year, month)[1]:
        raise Unclear(Why.CONTRADICTION)
    named = date(today.year, month, day)
    if named < today < a_month_on(named):
        raise Unclear(Why.PAST, named, found)
    return found


def _checked_weekday(mention: Mention, found: date, today: date) -> date:
    text = mention.text
    if _LOOSE_NEXT.match(text):
        monday = today - timedelta(days=today.weekday())
        coming = found if found > today else found + timedelta(days=7)
        next_week = monday + timedelta(days=7 + found.weekday())
        raise Unclear(Why.SEVERAL, *dict.fromkeys((coming, next_week)))
    if mention.is_bare_weekday and found.weekday() == today.weekday():
        raise Unclear(Why.SEVERAL, today, today + timedelta(days=7))
    weekday = _WEEKDAY.search(text)
    if weekday and not _BESIDE.search(text) and found.weekday() != WEEKDAYS.index(weekday[1]):
        raise Unclear(Why.CONTRADICTION, found)
    return found


def _checked_nth_week(mention: Mention, found: date) -> date:
    """ "첫째 주 수요일" is a row of the calendar or the first Wednesday: where they differ, a question."""
    spilled = Ambiguity.CALENDAR_ROW_SPILL in mention.expression.ambiguities
    match = _NTH_WEEK.search(mention.text)
    if match is None:
        if spilled:
            raise Unclear(Why.SEVERAL, found)
        return found
    nth = _NTH.get(match["nth"]) or int(match["nth"])
    first = found.replace(day=1)
    if spilled and found.day > 20:
        first = a_month_on(first)  # the first row begins in the month before
    other = first + timedelta(days=(found.weekday() - first.weekday()) % 7 + 7 * (nth - 1))
    if nth == 1 and spilled:
        return other  # the row of the calendar has no such day in the month
    if first.weekday() == SUNDAY and found.weekday() != SUNDAY:
        return other  # a row that is one Sunday is no week; every other way to count agrees
    if spilled or other != found:
        raise Unclear(Why.SEVERAL, *dict.fromkeys((found, other)))
    return found


def _checked_length(mention: Mention, found: date, today: date) -> None:
    """Raise where more than a day is named, or none to hold on to."""
    if (
        _IN_MONTHS.search(mention.text)
        or _ABOUT.search(mention.text)
        or _ROUGHLY.search(mention.text + mention.behind)
    ):
        raise Unclear(Why.RANGE, found)
    if mention.is_stretch or (mention.is_open_ended and not mention.has_hour):
        raise Unclear(Why.RANGE, found)
    if mention.is_holiday and found > today + _NEARLY_A_YEAR:
        raise Unclear(Why.PAST, found)  # it has just passed


_FIRST_OF_NOTHING = re.compile(r"^첫\s*(?:번째\s*)?[월화수목금토일]\s*요일")


def one_day(mention: Mention, today: date) -> date:
    """The day a mention names, or why it names none."""
    found = mention.expression.start.date()
    if _FIRST_OF_NOTHING.match(mention.text) and not mention.before.rstrip().endswith(("새해", "신년")):
        raise Unclear(Why.SEVERAL, found)  # of which month is not said
    _checked_length(mention, found, today)
    found = _checked_month_and_day(mention, found, today)
    found = _checked_nth_week(mention, _checked_weekday(mention, found, today))
    shifted = mention.is_bare_day and Ambiguity.CYCLE_SHIFTED in mention.expression.ambiguities
    if shifted and (
        found.month != a_month_on(today.replace(day=1)).month
        or _day_number(mention) > calendar.monthrange(today.year, today.month)[1]
    ):
        raise Unclear(Why.CONTRADICTION, found)
    if found < today:
        raise Unclear(Why.PAST, found)
    return found


def _day_number(mention: Mention) -> int:
    return int(re.match(r"\d+", mention.text)[0])  # type: ignore[index]  # a bare day begins with its number
