"""A day, as people write it: "담주 수욜이요", "내일 말고 모레", "12/2"."""

import calendar
import re
from datetime import date, datetime
from functools import partial

from bot.korean.anchored import anchored
from bot.korean.clauses import Meant
from bot.korean.days_meant import days_meant
from bot.korean.essence import settled
from bot.korean.mentions import LONGEST_MOMENT, Mention
from bot.korean.moment_asides import without_asides
from bot.korean.single_days import WEEKDAYS, a_month_on, one_day
from bot.korean.spelling import tidy
from bot.korean.unclear import Unclear, Why, only
from bot.korean.working_days import with_working_days

_REPEATED = re.compile(
    r"(?<![가-힣])(?:일)?주(?:일에)?\s*\d\s*(?:일|회|번)|매주|매일|매달|매월|마다(?![가-힣])|격주"
)
# "그 뒤에 갈게요", "물어보고 정할게요": nothing is settled yet.
_UNSETTLED = re.compile(
    r"그\s*(?:뒤|후|이후|다음)(?:에|로)\s*(?:갈|가겠|가께|방문|뵐|연락|정[할하])|(?:될|되는|갈|올)지(?:는|도)?\s*모르겠[가-힣]*[.!\s]*$|"
    r"(?:물어\s*보고|상의하고|상의해서|의논하고|확인하고|확인해\s*보고|알아보고|거\s*보고|보고\s*나서|그때)\s*"
    r"(?:다시\s*)?(?:정[할하해]|결정|연락\s*드|알려\s*드|말씀\s*드|전화\s*드)|"
    r"(?:은|는|이|가)\s*(?:공휴일|휴일|휴무|빨간\s*날)(?:이죠|인가요|이지요|인지요?)[?\s]*$|왜\s*[가-힣\s]{1,8}(?:어요|아요|나요|죠)\??$"
)
_VAGUE = re.compile(
    r"(?:며칠|몇\s*일|몇\s*주)(?!\s*전)|조만간|언젠가|(?<![가-힣])한참\s*(?:뒤|후)|"
    r"\d\s*일\s*(?:이후|이내|이전)|(?<![가-힣])한\s(?:일주일|열흘|보름|이틀|사흘|나흘|\d+\s*일)\s*(?:뒤|후|있다)|(?:영업|근무|평)일\s*(?:기준|로)?|"
    r"낀\s*주(?![가-힣])|일이나\s*(?:될까|되려나|될랑가)|같기도|(?:언제든|아무\s*때나?)[^.]*[일레피]도\s*(?:좋|괜찮|되|돼|가능)|봐서(?:요)?\s*[.~!]*$|생각해\s*(?:보(?!니)|볼)"
)
# "화요" is how Tuesday is called; a bare 일 may be work, and 금 gold.
_INITIAL = re.compile(rf"([{WEEKDAYS[:6]}])\s*(?:이?요|여|날|쯤|에요)?[.!~\s]*")
_LETTERS = re.compile(
    rf"(?<![가-힣])[{WEEKDAYS}](?:\s*[,/·.]\s*[{WEEKDAYS}])+(?:요일)?(?![가-힣])|"
    rf"(?<![가-힣])[월화수목금토]{{2,5}}(?:요일)?(?=\s|$|[,.!]|중에|다\s|이?요)"
    r"|둘\s*다(?![가-힣])|둘다|\d\s*[,·]\s*\d+\s*일(?!요)"
)
_LEFT_OVER = re.compile(r"\d\s*/\s*\d|\d+\s*(?:월|일)(?!\s*(?:동안|간|째|치|차|급|당|용))")
_QUESTION = re.compile(
    r"안\s*(?:되|돼)[가-힣]*면\s*(?:언제|며칠|무슨\s*요일)|(?:일|날|말)(?:에)?(?:도|은|는)(?!\s*안\s*[되돼될됩])\s*(?![가-힣\s]*어[때떠떤떨])[가-힣\s]{0,8}\?|(?:일|날|말|시|반)(?:에)?도\s*(?:하|되|여|열|쉬)[가-힣]{0,4}(?:나|까)요?$|(?:쉬|열(?!흘|시|한|두|일)|"
    r"여(?=[나세는십])|문\s*(?:열|여|닫)|영업|운영|근무|"
    r"휴무)[가-힣]*\s*(?:나|가|까|죠|지|해|해요|하|하나)?요?\s*\?"
)
FARTHEST = 10  # years
_COMPACT = re.compile(
    r"(?:(?P<year>20\d\d|\d\d)(?=\d{4}))?(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|"
    r"3[01])(?:이?요|일|입니다|이?에요)?[.!]?"
)


def _agreed(days: list[tuple[Mention, date]]) -> date:
    """One day, where a weekday beside a date only confirms it."""
    different = list(dict.fromkeys(day for _, day in days))
    if len(different) == 1:
        return different[0]
    weekdays = {day.weekday() for mention, day in days if mention.is_weekday_alone}
    dates = list(dict.fromkeys(day for mention, day in days if not mention.is_weekday_alone))
    if len(dates) == 1 and weekdays == {dates[0].weekday()}:
        return dates[0]
    adjacent = all(not mention.before.strip(" ,.") for mention, _ in days[1:])
    why = Why.CONTRADICTION if adjacent and len(dates) == 1 and weekdays else Why.SEVERAL
    raise Unclear(why, *different)


def _day_of(mention: Mention, now: datetime, *, confirms: bool) -> date:
    """The day of a mention; a weekday beside a date only confirms it, whichever week it is in."""
    if confirms and mention.is_weekday_alone:
        return mention.expression.start.date()
    return one_day(mention, now.date())


def _is_inexact(mention: Mention, numbered: set[date], now: datetime) -> bool:
    """ "한 달 뒤 9월 12일": a description that leaves a question answered beside it."""
    try:
        _day_of(mention, now, confirms=True)
    except Unclear as unclear:
        return mention.expression.start.date() in numbered or bool(numbered & set(unclear.meanings))
    return False


def chosen_day(said: Meant, now: datetime) -> date | None:
    """The day that stands, None where none is named at all."""
    named = days_meant(said, now)
    if not named:
        return None
    dated = any(not mention.is_weekday_alone for mention in named)
    numbered = {each.expression.start.date() for each in named if each.is_dated and not each.is_open_ended}
    named = [
        each
        for each in named
        if (each.is_dated and not each.is_open_ended) or not _is_inexact(each, numbered, now)
    ]
    return _agreed([(mention, _day_of(mention, now, confirms=dated)) for mention in named])


def check_sentence(said: str, found: list[Mention]) -> None:
    """Raise where the sentence holds what no mention explains."""
    if _REPEATED.search(said) or _VAGUE.search(said) or _UNSETTLED.search(said):
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
    both = [mention for mention in (*said.rejected, *said.told) if mention.has_day and mention.has_hour]
    return only([one_day(mention, now.date()) for mention in both]) if both else None


def _compact(text: str, now: datetime) -> date | None:
    """ "20270129", "0129": a date in digits; without a year the coming one."""
    match = _COMPACT.fullmatch(text.strip())
    if match is None:
        return None
    today = now.date()
    year = int(match["year"] or today.year)
    found = date(year + 2000 if year < 100 else year, int(match["month"]), 1)
    if int(match["day"]) > calendar.monthrange(found.year, found.month)[1]:
        raise Unclear(Why.CONTRADICTION)
    found = found.replace(day=int(match["day"]))
    if found.year > today.year + FARTHEST:
        raise Unclear(Why.CONTRADICTION)  # "880112" is a birthday
    if found >= today:
        return found
    if match["year"] or today < a_month_on(found):
        raise Unclear(Why.PAST, found)
    if (found.month, found.day) == (2, 29):
        raise Unclear(Why.CONTRADICTION)
    return found.replace(year=found.year + 1)


def placed(text: str, now: datetime) -> str:
    """The sentence in book spelling, with the days that are told from other days as dates."""
    said = tidy(without_asides(text[:LONGEST_MOMENT]))
    return anchored(with_working_days(said, now.date()), now)


def day(text: str, now: datetime) -> date:
    """The one day the text names."""
    if (compact := _compact(text, now)) is not None:
        return compact
    said = _INITIAL.sub(r"\1요일", text) if _INITIAL.fullmatch(text) else text
    return settled(placed(said, now), now, partial(_day, now=now))


def _day(said: str, found: list[Mention], chosen: Meant, now: datetime) -> date:
    check_sentence(said, found)
    named = chosen_day(chosen, now) or inherited_day(chosen, now)
    if named is None:
        raise Unclear(Why.NOTHING)
    return named
