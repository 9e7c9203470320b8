"""Days told from another day: "12월 9일이 인정일인데 그 전날", "28일에 시험이라 그 다음 주 화요일"."""

import re
from datetime import date, datetime, timedelta

from bot.korean.mentions import Mention, mentions_of

_WEEKDAYS = "월화수목금토일"
_WEEK = re.compile(
    rf"(?:그|바로)\s*(?P<which>다음|전|지난)\s*주(?![말간])(?:에|의|로)?(?:\s*(?P<weekday>[{_WEEKDAYS}])\s*요일)?"
    rf"|(?P<feast>크리스마스|성탄절|추석|설날|신정|삼일절|광복절|한글날|개천절|현충일|어린이날)\s*(?P<next>다음)\s*주\s*(?P<day>[{_WEEKDAYS}])\s*요일"
)
_WEEKS = {"1": 1, "한": 1, "일": 1, "2": 2, "두": 2, "이": 2, "3": 3, "세": 3, "삼": 3}
_COUNTED = re.compile(
    rf"(?<![가-힣\d])(?P<weeks>{'|'.join(_WEEKS)})\s?주(?:일)?\s?(?:뒤|후)(?:에)?\s*(?P<day>[{_WEEKDAYS}])요일"
)
_EVE = re.compile(r"(?:그|바로)\s*(?:전|앞)\s*날")
# "추석 지나고 첫 월요일", "추석 다음다음 날", "설 전날의 전날".
_FIRST = re.compile(
    rf"(?:지나고|지나서|끝나고|끝난|쇠고|보내고|이후|다음|후|뒤)(?:에|\s*나서)?\s*(?:오는\s*)?첫\s*(?:번째\s*)?(?P<day>[{_WEEKDAYS}])\s*요일"
)
_TWO_ON = re.compile(r"(?:그\s*)?(?:다음\s?다음|다다음)\s?날")
_TWO_BACK = re.compile(r"(?<!그\s)전날(?:의)?\s*전날|전전날")
_LATER = re.compile(rf"(?<![가-힣])([{_WEEKDAYS}])\s*요일")


def _written(day: date) -> str:
    return f"{day.year}년 {day.month}월 {day.day}일"


def _in_week(anchor: date, weeks: int, weekday: str) -> date:
    return anchor + timedelta(days=7 * weeks - anchor.weekday() + _WEEKDAYS.index(weekday))


def _anchor(named: list[Mention], until: int) -> date | None:
    days = [each for each in named if each.end <= until and each.has_day and not each.is_stretch]
    return days[-1].expression.start.date() if days else None


def _beside_week(said: str, match: re.Match[str], named: list[Mention]) -> str:
    end = match.end("feast") if match["feast"] else match.start()
    anchor = _anchor(named, end)
    if anchor is None:
        return said
    weeks = -1 if match["which"] in {"전", "지난"} else 1
    weekday, behind = match["weekday"] or match["day"], said[match.end() :]
    if weekday:
        return f"{said[: match.start()]} {_written(_in_week(anchor, weeks, weekday))}{behind}"
    later = _LATER.search(behind)
    if later is None:
        return said
    day = _written(_in_week(anchor, weeks, later[1]))
    return f"{said[: match.start()]}그때로{behind[: later.start()]}{day}{behind[later.end() :]}"


def _of_counted_week(match: re.Match[str], today: date) -> str:
    weekday = _WEEKDAYS.index(match["day"])
    if weekday < today.weekday():
        return match[0]  # the weekday of that week, or the first one after it
    weeks = _WEEKS[match["weeks"]]
    return _written(_in_week(today, weeks, match["day"]))


def _first_after(day: date, match: re.Match[str]) -> date:
    return day + timedelta(days=(_WEEKDAYS.index(match["day"]) - day.weekday() - 1) % 7 + 1)


def _two_on(day: date, _: re.Match[str]) -> date:
    return day + timedelta(days=2)


def _two_back(day: date, _: re.Match[str]) -> date:
    return day - timedelta(days=2)


def _anchor_words(said: str, until: int, now: datetime) -> tuple[int, date] | None:
    """Where the day begins that a count is told from, and which it is."""
    days = [each for each in mentions_of(said[:until], now) if each.has_day and not each.is_stretch]
    return (days[-1].start, days[-1].expression.start.date()) if days else None


def anchored(said: str, now: datetime) -> str:
    """The sentence with such days as dates of their own."""
    said = _COUNTED.sub(lambda match: _of_counted_week(match, now.date()), said)
    for pattern, place in ((_FIRST, _first_after), (_TWO_ON, _two_on), (_TWO_BACK, _two_back)):
        if (match := pattern.search(said)) and (words := _anchor_words(said, match.start(), now)):
            return f"{said[: words[0]]} {_written(place(words[1], match))}{said[match.end() :]}"
    week, eve = _WEEK.search(said), _EVE.search(said)
    if week is None and eve is None:
        return said
    named = mentions_of(said, now)
    if week:
        return _beside_week(said, week, named)
    anchor = _anchor(named, eve.start()) if eve else None
    if eve is None or anchor is None:
        return said
    return f"{said[: eve.start()]}{_written(anchor - timedelta(days=1))}{said[eve.end() :]}"
