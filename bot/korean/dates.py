"""A day, as people write it: "담주 수욜이요", "내일 말고 모레", "12/2"."""

import calendar
import re
from datetime import date, datetime, timedelta

from korean_datetime import Ambiguity, parse

from bot.korean.clauses import Meant, meant
from bot.korean.mentions import OPTIONS, Mention, mentions
from bot.korean.unclear import Unclear, Why, only

_WEEKDAYS = "월화수목금토일"
_WEEKDAY = re.compile(r"([월화수목금토일])\s*요일")
_LOOSE_NEXT = re.compile(r"^(?:다음|담)\s*[월화수목금토일]\s*요일")
_THIS = re.compile(r"^이번\s*[월화수목금토일]\s*요일")
_MONTH_AND_DAY = re.compile(
    r"^(?:(?P<year>\d{2,4})\s*(?:년|[-./])\s*)?(?P<month>\d{1,2})\s*(?:월\s*|[-/])(?P<day>\d{1,2})"
)
_IN_MONTHS = re.compile(r"(?:달|개월|년|해)\s*(?:뒤|후|있다|지나)")
_ABOUT = re.compile(r"(?:쯤|정도|가량)\s*(?:뒤|후|있다)")
_NTH_WEEK = re.compile(
    r"(?P<nth>첫|둘|두|셋|세|넷|네|[1-4])\s*(?:째|번째)?\s*주?\s*(?:차)?\s*(?=[월화수목금토일]\s*요일)"
)
_NTH = {"첫": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4}
_REPEATED = re.compile(r"매주|매일|매달|마다(?![가-힣])|격주")
_LETTERS = re.compile(
    rf"(?<![가-힣])[{_WEEKDAYS}](?:\s*[,/·.]\s*[{_WEEKDAYS}])+(?:요일)?(?![가-힣])|(?<![가-힣])[월화수목금토]{{2,5}}(?:요일)?(?=\s|$|[,.!]|중에|다\s|이?요)"
)
_LEFT_OVER = re.compile(r"\d+\s*(?:월|일)(?!\s*(?:동안|간|째|치|차|급|당|용))")
_QUESTION = re.compile(
    r"(?:일|날|말)(?:에)?(?:도|은|는)\s*[가-힣\s]{0,8}\?|(?:쉬|열|여|문\s*(?:열|여|닫)|영업|운영|근무|휴무)[가-힣]*\s*(?:나|가|까|죠|지|해|해요|하|하나)?요?\s*\?"
)
_COMPACT = re.compile(
    r"(?:(?P<year>20\d\d|\d\d)(?=\d{4}))?(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?:이?요|일|입니다|이?에요)?[.!]?"
)


def _a_month_on(day: date) -> date:
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
    if named < today < _a_month_on(named):
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
    if weekday and found.weekday() != _WEEKDAYS.index(weekday[1]):
        raise Unclear(Why.CONTRADICTION, found)
    return found


def _checked_nth_week(mention: Mention, found: date) -> date:
    """ "첫째 주 수요일" is a row of the calendar or the first Wednesday: where they differ, a question."""
    match = _NTH_WEEK.search(mention.text)
    if match is None:
        return found
    nth = _NTH.get(match["nth"]) or int(match["nth"])
    first = found.replace(day=1)
    other = first + timedelta(days=(found.weekday() - first.weekday()) % 7 + 7 * (nth - 1))
    if Ambiguity.CALENDAR_ROW_SPILL in mention.expression.ambiguities or other != found:
        raise Unclear(Why.SEVERAL, *dict.fromkeys((found, other)))
    return found


def _one_day(mention: Mention, today: date) -> date:
    """The day a mention names, or why it names none."""
    found = mention.expression.start.date()
    if _IN_MONTHS.search(mention.text) or _ABOUT.search(mention.text):
        raise Unclear(Why.RANGE, found)
    if mention.is_stretch or (mention.is_open_ended and not mention.has_hour):
        raise Unclear(Why.RANGE, found)
    found = _checked_month_and_day(mention, found, today)
    found = _checked_nth_week(mention, _checked_weekday(mention, found, today))
    shifted = Ambiguity.CYCLE_SHIFTED in mention.expression.ambiguities
    if shifted and mention.is_bare_day and found.month != _a_month_on(today.replace(day=1)).month:
        raise Unclear(Why.CONTRADICTION, found)
    if (
        shifted
        and mention.is_bare_day
        and _day_number(mention) > calendar.monthrange(today.year, today.month)[1]
    ):
        raise Unclear(Why.CONTRADICTION, found)
    if found < today:
        raise Unclear(Why.PAST, found)
    return found


def _day_number(mention: Mention) -> int:
    return int(re.match(r"\d+", mention.text)[0])  # type: ignore[index]  # a bare day begins with its number


def _again(text: str, mention: Mention, now: datetime) -> Mention | None:
    """The mention read anew with the week or month it left unsaid."""
    expression = parse(text, now=now, options=OPTIONS)
    if expression is None:
        return None
    return Mention(expression, mention.start, mention.end, mention.before, mention.behind)


def _completed(mention: Mention, said: Meant, now: datetime) -> Mention:
    """ "다음 주요, 수요일": the weekday lies in the week that was named beside it."""
    if not (mention.is_bare_weekday or mention.is_bare_day):
        return mention
    others = [other for other in (*said.rejected, *said.kept) if other is not mention]
    for other in others:
        context = other.week if mention.is_bare_weekday else other.month
        if context is None:
            continue
        if other in said.rejected and other.is_stretch:
            raise Unclear(Why.SEVERAL)
        return _again(f"{context} {mention.text}", mention, now) or mention
    return mention


def _days(said: Meant, now: datetime) -> list[Mention]:
    """The mentions of days that stand, each complete, without the weeks and months that complete them."""
    named = [mention for mention in said.kept if mention.has_day]
    completed = [_completed(mention, said, now) for mention in named]
    narrower = [new for old, new in zip(named, completed, strict=True) if new is not old]
    if narrower:
        completed = [
            mention for mention in completed if not (mention.is_stretch and (mention.week or mention.month))
        ]
    future = [mention for mention in completed if mention.expression.end.date() > now.date()]
    return future or completed


def _agreed(days: list[tuple[Mention, date]]) -> date:
    """One day, where a weekday beside a date only confirms it."""
    different = list(dict.fromkeys(day for _, day in days))
    if len(different) == 1:
        return different[0]
    weekdays = {day.weekday() for mention, day in days if mention.is_bare_weekday}
    dates = list(dict.fromkeys(day for mention, day in days if not mention.is_bare_weekday))
    if len(dates) == 1 and weekdays == {dates[0].weekday()}:
        return dates[0]
    adjacent = all(not mention.before.strip(" ,.") for mention, _ in days[1:])
    why = Why.CONTRADICTION if adjacent and len(dates) == 1 and weekdays else Why.SEVERAL
    raise Unclear(why, *different)


def chosen_day(said: Meant, now: datetime) -> date | None:
    """The day that stands, None where none is named at all."""
    named = _days(said, now)
    if not named:
        return None
    return _agreed([(mention, _one_day(mention, now.date())) for mention in named])


def check_sentence(said: str, found: list[Mention]) -> None:
    """Raise where the sentence holds what no mention explains."""
    if _REPEATED.search(said):
        raise Unclear(Why.RANGE)
    if _LETTERS.search(said):
        raise Unclear(Why.SEVERAL)
    if _QUESTION.search(said):
        raise Unclear(Why.NOTHING)
    rest = said
    for mention in reversed(found):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    if _LEFT_OVER.search(rest):
        raise Unclear(Why.CONTRADICTION)


def inherited_day(said: Meant, now: datetime) -> date | None:
    """ "내일 3시 말고 4시": the hour was turned down, the day stands."""
    if not any(mention.has_hour for mention in said.kept):
        return None
    both = [mention for mention in said.rejected if mention.has_day and mention.has_hour]
    return only([_one_day(mention, now.date()) for mention in both]) if both else None


def _compact(text: str, now: datetime) -> date | None:
    match = _COMPACT.fullmatch(text.strip())
    if match is None:
        return None
    year = int(match["year"] or now.year)
    found = date(year + 2000 if year < 100 else year, int(match["month"]), 1)
    if int(match["day"]) > calendar.monthrange(found.year, found.month)[1]:
        raise Unclear(Why.CONTRADICTION)
    return found.replace(day=int(match["day"]))


def day(text: str, now: datetime) -> date:
    """The one day the text names."""
    if (compact := _compact(text, now)) is not None:
        if compact < now.date():
            raise Unclear(Why.PAST, compact)
        return compact
    sentence, found = mentions(text, now)
    check_sentence(sentence, found)
    said = meant(found)
    chosen = chosen_day(said, now) or inherited_day(said, now)
    if chosen is None:
        raise Unclear(Why.NOTHING)
    return chosen
