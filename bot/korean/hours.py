"""An hour, as people say it: "세시 반", "오후 2시쯤", "10:30"."""

import re
from datetime import datetime, time
from enum import StrEnum

from korean_datetime import Ambiguity

from bot.korean.clauses import Meant
from bot.korean.essence import settled
from bot.korean.mentions import LONGEST_MOMENT, Mention
from bot.korean.numerals import ABOUT
from bot.korean.spelling import tidy
from bot.korean.unclear import Unclear, Why, only


class HalfDay(StrEnum):
    """Forenoon or afternoon, where only that was said."""

    AM = "AM"
    PM = "PM"


# The library wants a reference; which day it is does not change an hour.
_ANY_DAY = datetime(2026, 1, 5)  # noqa: DTZ001  # an hour of no day has no zone
_CLOCK = re.compile(r"시(?!간)|정오|자정|\d:\d|\d\s*[ap]\.?m")
_BOUND = re.compile(r"(?:늦어도|빨라도|빠르면|늦으면|일러도)\s*$")
_BOUNDED = re.compile(r"(?:이후|이전|까지|부터)$")
_RELATIVE = re.compile(r"(?:시간|분)\s*(?:반\s*)?(?:뒤|후|있다|이따|지나)")
# "3시에서 30분만 늦춰주세요", "6시쯤 도착하는데 그때 문 닫나요?": another hour, a question.
_MOVES_BY = re.compile(
    r"시인\s*날도|몇\s*시에?\s*끝날지|시(?:\s?반)?(?:에|까지)?\s*(?:문\s*)?(?:닫|여|열|쉬|퇴근하|영업하|끝나)(?:시)?(?:나요|까요|죠|지요|는지요?)\s*\??$|\d+\s*(?:분|시간)(?:만|정도|쯤)?\s*(?:더\s*)?(?:늦춰|미뤄|당겨|앞당)(?![^.]*\d\s*시)|그때\s*(?:문\s*)?(?:닫|열|하|쉬|퇴근)[가-힣]*(?:나요|까요|죠)"
)
_TWO_IN_ONE = re.compile(
    rf"(?<![가-힣])(?:{ABOUT}|\d\s*[,]\s*\d)\s*시(?!간)|\d\s*~\s*\d+\s*시|이나\s*그(?:보다|\s*이후|\s*후|\s*전|\s*뒤)"
)
_LEFT_OVER = re.compile(
    r"\d+\s*시(?!간|즌|리즈|청)|(?:오전|오후)\s*\d|시\s*\d+\s*분|시\s*[이삼사오]?십[일이삼사오육칠팔구]?\s*분|(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?=[고구라\s,.]|$)"
)
# "03:00" may be afternoon, "24시" the beginning or the end of a day.
_BARE_CLOCK = re.compile(r"^(?!.*(?:오전|새벽|아침|a\.?m)).*(?<!\d)(?:0[1-6]:|24\s*(?:시|:))")
_NUMBER = re.compile(r"(\d{1,2})\s*시|:")
# Parts of the day and the hours nobody says with them.
_ODD = (
    ("오전|새벽", {12}),
    ("아침", {1, 2, 3, 4, 12}),
    ("저녁", {1, 2, 3, 12}),
    ("낮|점심", {7, 8, 9}),
    ("밤", {4, 5, 6, 7}),
)


# Parts of the day that hold too many hours to be an answer, yet may stand beside one.
_LOOSE = {"새벽": (4, 8), "점심": (11, 15), "낮": (9, 18), "저녁": (17, 22), "밤": (18, 24)}


def _half_day(text: str) -> HalfDay:
    if re.search(r"오전|아침", text):
        return HalfDay.AM
    if "오후" in text:
        return HalfDay.PM
    raise Unclear(Why.RANGE, *(part for part in _LOOSE if part in text))


def _working_hour(at: time) -> time:
    """A bare hour is an hour of the working day; 7 and 8 are open."""
    if 9 <= at.hour <= 12:
        return at
    if at.hour in {7, 8}:
        raise Unclear(Why.SEVERAL, at, at.replace(hour=at.hour + 12))
    return at.replace(hour=at.hour + 12)


def _check_part_of_day(text: str, at: time) -> None:
    spoken = _NUMBER.search(text)
    hour = int(spoken[1]) if spoken and spoken[1] else at.hour % 12 or 12
    if re.search(r"오전|새벽|아침", text) and hour > 12:
        raise Unclear(Why.CONTRADICTION, at)
    for words, odd in _ODD:
        if re.search(rf"(?:{words})(?!\s*먹)", text) and hour in odd:
            raise Unclear(Why.SEVERAL, at.replace(hour=hour % 12), at.replace(hour=hour % 12 + 12))


def _of_mention(mention: Mention) -> time | HalfDay:
    """The hour a mention names, or why it names none."""
    expression = mention.expression
    if expression.is_range or _BOUND.search(mention.before) or _BOUNDED.search(mention.text):
        raise Unclear(Why.RANGE)
    if not _CLOCK.search(mention.text) and not _RELATIVE.search(mention.text):
        return _half_day(mention.text)
    at = expression.start.time().replace(second=0, microsecond=0)
    if {Ambiguity.MERIDIEM, Ambiguity.NOON_OR_MIDNIGHT} & set(expression.ambiguities):
        return _working_hour(at)
    if at.hour < 12 and _BARE_CLOCK.search(mention.text):
        raise Unclear(Why.SEVERAL, at, at.replace(hour=at.hour + 12))
    _check_part_of_day(mention.text, at)
    return at


def _fits(at: time, half: HalfDay) -> bool:
    return (at.hour < 12) == (half is HalfDay.AM)


def _open_hour(unclear: Unclear, halves: list[HalfDay], times: list[time]) -> time:
    """ "오후에 갈게요, 7시쯤": the half of the day settles what the hour left open."""
    named = [at for at in times if at in unclear.meanings]
    if len(set(named)) == 1:
        return named[0]
    fitting = [
        at for at in unclear.meanings if isinstance(at, time) and all(_fits(at, half) for half in halves)
    ]
    if not halves or len(fitting) != 1:
        raise unclear
    return fitting[0]


def _together(read: list[time | HalfDay], open_hours: list[Unclear]) -> time | HalfDay:
    halves = list(dict.fromkeys(part for part in read if isinstance(part, HalfDay)))
    times = [part for part in read if isinstance(part, time)]
    times += [_open_hour(unclear, halves, times) for unclear in open_hours]
    if not times:
        return only(halves)
    at = only(times)
    if halves and not all(_fits(at, half) for half in halves):
        raise Unclear(Why.SEVERAL, *halves, at)
    return at


def without_bounds(named: list[Mention]) -> list[Mention]:
    """ "여섯 시에 마치고 바로요, 여섯 시": a bound that is also named as the hour."""
    bounds = [
        each for each in named if each.is_open_ended or (each.is_before_an_end and _CLOCK.search(each.text))
    ]
    free = [each for each in named if each not in bounds]
    hours = {each.expression.start.time() for each in free}
    if any(each.expression.start.time() not in hours for each in bounds):
        raise Unclear(Why.RANGE)
    return free


def _within(at: time | HalfDay, loose: list[Unclear]) -> time | HalfDay:
    """ "낮에만 돼요, 1시요": the part of the day holds the hour."""
    bounds = [_LOOSE[str(part)] for unclear in loose for part in unclear.meanings]
    if bounds and not (isinstance(at, time) and all(first <= at.hour < last for first, last in bounds)):
        raise loose[0]
    return at


def chosen_hour(said: Meant) -> time | HalfDay | None:
    """The hour that stands, None where none is named at all."""
    read: list[time | HalfDay] = []
    open_hours: list[Unclear] = []
    loose: list[Unclear] = []
    named = [mention for mention in said.kept if mention.has_hour]
    for mention in without_bounds(named):
        try:
            read.append(_of_mention(mention))
        except Unclear as unclear:
            if unclear.why is not Why.SEVERAL and not unclear.meanings:
                raise
            (open_hours if unclear.why is Why.SEVERAL else loose).append(unclear)
    if not read and not open_hours:
        if loose:
            raise loose[0]
        return None
    return _within(_together(read, open_hours), loose)


def check_hours(said: str, found: list[Mention]) -> None:
    """Raise where the sentence holds an hour that no mention explains."""
    if _TWO_IN_ONE.search(said) or _MOVES_BY.search(said):
        raise Unclear(Why.RANGE)
    rest = said
    for mention in reversed(found):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    if _LEFT_OVER.search(rest):
        raise Unclear(Why.CONTRADICTION)


def _hour(said: str, found: list[Mention], chosen: Meant) -> time | HalfDay:
    check_hours(said, found)
    at = chosen_hour(
        Meant([each for each in chosen.kept if not _RELATIVE.search(each.text)], chosen.rejected)
    )
    if at is None:
        raise Unclear(Why.NOTHING)
    return at


def hour(text: str) -> time | HalfDay:
    """The one hour the text names, or AM or PM where only that was said."""
    return settled(tidy(text[:LONGEST_MOMENT]), _ANY_DAY, _hour)
