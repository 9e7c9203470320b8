"""When a counselor is away, as they write it: "내일 오전 휴가", "12월 1일부터 3일까지 연차", "매주 수요일 오후 교육"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.korean.dates import day
from bot.korean.plain import plain
from bot.korean.single_days import WEEKDAYS, a_month_on
from bot.korean.unclear import Unclear, Why

Part = tuple[time, time]
NOON, MIDNIGHT, LATE = time(12), time(0), time(23, 59)
_KINDS = {
    "sick": r"아프|아파|병가|몸살|감기|독감|코로나|입원|병원|진료|다쳐|다쳤|열이\s*나|컨디션",
    "training": r"교육|연수|워크숍|워크샵|세미나|출장|회의|컨퍼런스",
    "leave": r"휴가|연차|월차|반차|반반차|휴무|쉬어|쉬겠|쉴게|쉽니다|쉬려|쉴\s|쉰다|쉬고|경조|결혼|오프",
}
_WEEKLY = re.compile(
    rf"매주\s*([{WEEKDAYS}])(?:요일|욜)?(?![가-힣])|([{WEEKDAYS}])(?:요일|욜)\s*마다|매주\s*([{WEEKDAYS}])(?:요일|욜)"
)
_CLOCK = (
    r"(?P<half{0}>오전|오후|아침|낮|저녁)?\s*"
    r"(?:(?P<hour{0}>\d{{1,2}})\s*시(?:\s*(?:(?P<min{0}>\d{{1,2}})\s*분|(?P<thirty{0}>반)))?|"
    r"(?P<h{0}>\d{{1,2}}):(?P<m{0}>\d\d))"
)
_FROM_TO = re.compile(_CLOCK.format(1) + r"\s*(?:부터|에서|[~\-–])\s*" + _CLOCK.format(2) + r"\s*(?:까지)?")
_FROM = re.compile(_CLOCK.format(1) + r"\s*(?:부터|이후(?:로|에)?|넘어서)")
_UNTIL = re.compile(_CLOCK.format(1) + r"\s*(?:까지|전까지|이전)")
_HALF = re.compile(r"(오전|오후)\s*(?:에는|에|엔|만|반차|부터|까지)?")
_WEEK = re.compile(
    r"(?P<which>이번|다음|담|다다음)\s*주(?:에|는)?(?:\s*(?:내내|전체|전부|한\s*주|일주일|통째로|동안|쭉|계속))?"
    rf"(?!\s*[{WEEKDAYS}](?:요일|욜)|\s*주말|[가-힣])"
)
_DAYS = re.compile(r"(?P<first>.+?)\s*(?:부터|[~–]|(?<=[일\d])\s*-\s*(?=\d))\s*(?P<last>.+?)\s*(?:까지|$)")
_FOR_DAYS = re.compile(r"(?:(?P<many>\d{1,2})\s*일|(?P<word>이틀|사흘|나흘|닷새|일주일|열흘))\s*(?:간|동안)?")
_LENGTHS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "일주일": 7, "열흘": 10}
_DAY_NUMBER = re.compile(r"\s*(\d{1,2})\s*일?\s*")
_WEEKDAY = re.compile(rf"\s*([{WEEKDAYS}])(?:요일|욜)\s*")
_NEGATED = re.compile(r"(?:휴가|연차|반차|교육)\s*(?:취소|안\s*(?:가|쓰)|말고)|취소(?:해|할|하)")
_ENDINGS = re.compile(
    r"(?:때문에|땜에|하루\s*(?:종일)?|종일|내내|갑자기|급하게|부득이|제가|저는|저|좀|못\s*[나가출]\S*|"
    r"자리\s*(?:를\s*)?(?:비[워웁우][가-힣]*|에\s*없[가-힣]*)|출근\s*못[가-힣]*|[썼쓸쓰씁]니?다?[가-힣]*|다녀[가-힣]*|갑니다|가요|"
    r"있어요|있습니다|있어서|예정(?:이에요|입니다)?|입니다|이에요|예요|할게요|합니다|해요|부탁[가-힣]*|등록[가-힣]*|신청[가-힣]*)"
)
FARTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Away:
    """Days in Seoul, both included, or each `weekday` (0 is Monday) from the first day on; the part of a day.

    `kind` is "leave", "sick", "training" or "other". Without `starts` and `ends` whole days.
    """

    kind: str
    first_day: date
    last_day: date | None
    weekday: int | None = None
    starts: time | None = None
    ends: time | None = None


def away(text: str, now: datetime) -> Away:
    """When somebody says that they cannot be met; `now` is aware, in Seoul.

    Raises Unclear: no day is named, or several; half a day without which half; days that have passed.
    """
    said = plain(text)
    if _NEGATED.search(said):
        raise Unclear(Why.NOTHING)
    kind = next((kind for kind, words in _KINDS.items() if re.search(words, said)), "other")
    rest, part = _part(said)
    if part is None and re.search(r"반차|반나절", said):
        raise Unclear(Why.SEVERAL, "오전", "오후")
    if re.search(r"반반차", said) and part in {(MIDNIGHT, NOON), (NOON, LATE)}:
        raise Unclear(Why.NOTHING)
    starts, ends = part or (None, None)
    if weekdays := {found for each in _WEEKLY.findall(rest) for found in each if found}:
        if len(weekdays) > 1:
            raise Unclear(Why.SEVERAL, *(f"{each}요일" for each in sorted(weekdays)))
        return Away(kind, now.date(), None, WEEKDAYS.index(weekdays.pop()), starts, ends)
    first, last = _days(_bare(rest), kind, now)
    if last < first:
        raise Unclear(Why.CONTRADICTION)
    if last > now.date() + FARTHEST:
        raise Unclear(Why.RANGE)
    return Away(kind, first, last, None, starts, ends)


def _part(said: str) -> tuple[str, Part | None]:
    """The part of the day, and the text without it."""
    if found := _FROM_TO.search(said):
        first = _hour(found, 1, None)
        last = _hour(found, 2, found["half2"] or found["half1"], after=first)
        if last <= first:
            raise Unclear(Why.CONTRADICTION)
        return _without(said, found), (first, last)
    if found := _UNTIL.search(said):
        return _without(said, found), (MIDNIGHT, _hour(found, 1, None))
    if found := _FROM.search(said):
        return _without(said, found), (_hour(found, 1, None), LATE)
    if re.search(r"\d\s*시(?!간)", said):
        raise Unclear(Why.RANGE)
    named = {found[1] for found in _HALF.finditer(said)}
    rest = _HALF.sub(" ", said)
    if len(named) != 1:
        return rest, None
    return rest, (MIDNIGHT, NOON) if named == {"오전"} else (NOON, LATE)


def _hour(found: re.Match[str], which: int, half: str | None, after: time | None = None) -> time:
    """A bare hour is one of the working day: 8 to 12 as they are, 1 to 7 in the afternoon."""
    half = found[f"half{which}"] or half
    hour = int(found[f"hour{which}"] or found[f"h{which}"])
    minute = 30 if found[f"thirty{which}"] else int(found[f"min{which}"] or found[f"m{which}"] or 0)
    if hour > 24 or minute > 59:
        raise Unclear(Why.CONTRADICTION)
    late = half in {"오후", "저녁", "낮"} or (half is None and hour < 8)
    past_noon = after is not None and hour < after.hour and not found[f"half{which}"]
    if hour < 12 and (late or past_noon):
        hour += 12
    return LATE if hour == 24 else time(hour, minute)


def _without(said: str, found: re.Match[str]) -> str:
    return said[: found.start()] + " " + said[found.end() :]


def _bare(rest: str) -> str:
    """The words for the days alone."""
    for words in _KINDS.values():
        rest = re.sub(rf"(?:{words})[가-힣]*", " ", rest)
    return " ".join(_ENDINGS.sub(" ", rest).split())


def _days(said: str, kind: str, now: datetime) -> tuple[date, date]:
    """The first and the last day."""
    today = now.date()
    if (found := _WEEK.search(said)) and "부터" not in said:
        monday = today - timedelta(days=today.weekday())
        weeks = {"이번": 0, "다음": 1, "담": 1, "다다음": 2}[found["which"]]
        first = max(today, monday + timedelta(weeks=weeks))
        return first, monday + timedelta(weeks=weeks, days=4)
    if found := _DAYS.fullmatch(said):
        first = _day(found["first"], now)
        return first, _last(found["last"], first, now)
    if (found := re.search(r"(.+?)\s*(?:부터)?\s+" + _FOR_DAYS.pattern + r"\s*$", said)) and found[1].strip():
        length = int(found["many"]) if found["many"] else _LENGTHS[found["word"]]
        if found["word"] or re.search(r"간|동안", found[0]):
            first = _day(found[1], now)
            return first, first + timedelta(days=length - 1)
    if kind == "sick" and not said:
        return today, today  # "아파서 못 나가요" is said of today
    first = _day(said, now)
    return first, first


def _last(said: str, first: date, now: datetime) -> date:
    """The day that ends a stretch: of its own, or counted within the month of the first."""
    found = _FOR_DAYS.fullmatch(said.strip())
    if found and (found["word"] or re.search(r"간|동안", said)):
        length = int(found["many"]) if found["many"] else _LENGTHS[found["word"]]
        return first + timedelta(days=length - 1)
    if found := _WEEKDAY.fullmatch(said):
        return first + timedelta(days=(WEEKDAYS.index(found[1]) - first.weekday()) % 7)
    if found := _DAY_NUMBER.fullmatch(said):
        number = int(found[1])
        month = first if number >= first.day else a_month_on(first.replace(day=1))
        try:
            return month.replace(day=number)
        except ValueError:
            raise Unclear(Why.CONTRADICTION) from None
    return _day(said, now)


def _day(said: str, now: datetime) -> date:
    return day(re.sub(r"\s*(?:에|엔|에는|은|는|,)\s*$", "", said.strip()), now)
