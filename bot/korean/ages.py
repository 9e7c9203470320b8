"""When somebody was born, or how old they say they are."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.korean.age_said import age_said
from bot.korean.age_words import ANIMALS, BEFORE, ENDING, ONE, OPEN, TWO_AGES
from bot.korean.numerals import NATIVE, NUMERAL, is_twofold, value
from bot.korean.unclear import Unclear, Why, only


@dataclass(frozen=True, slots=True)
class BirthYear:
    """The year somebody was born in."""

    year: int


@dataclass(frozen=True, slots=True)
class Age:
    """An age as it was said; full (만) or possibly counted the old way."""

    years: int
    full: bool


YOUNGEST, OLDEST = 14, 99

_FULL = r"(?P<full>만\s*(?:나이로?)?\s*(?:으로)?는?)?"
_AGE = re.compile(
    rf"(?<!\d)(?:(?<![가-힣])|(?=\d))(?:한|전|{BEFORE})?\s*{_FULL}\s*"
    rf"(?P<years>(?!만){NUMERAL})\s*(?:살|세(?![가-힣]*대)|쌀|샬|먹(?:었|은|고|구))"
)
_BARE_AGE = re.compile(
    rf"^(?:{BEFORE}[\s,]*)*{_FULL}\s*(?P<years>(?!만){NUMERAL})\s*{ENDING}?(?:\s*[,./(]?\s*(?:남자?|"
    r"여자?|남성|여성))?[.!~\s]*$"
)
# "생일 안 지났으니까 만 43이요": 만 makes a number an age.
_FULL_AGE = re.compile(
    rf"(?<![가-힣])(?P<full>만\s*(?:나이로?)?\s*(?:으로)?는?)\s*(?P<years>(?!만){NUMERAL})\s*{ENDING}[.!~\s]*$"
)
# Native tens count hardly anything but years where nothing that is counted stands behind them.
_NATIVE_AGE = re.compile(
    rf"(?<![가-힣]){_FULL}\s*(?P<years>{NATIVE})(?=$|[\s,.!~(]|{ENDING}(?![가-힣])|이나\s|먹)"
    rf"(?!\s?(?:{ONE}))"
    r"(?!\s*(?:명|개|번|시|달|해|곳|군데|마리|가지|년|대(?!학)|사람|분|권|병|잔|쪽|넘))"
)
_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:1[89]|20)\d{2})(?!\d)(?:\s*(?:년도?\s*생?|생|[-./]\s*\d{1,2}|"
    r"\s*\d{1,2}\s*월))?(?![년]?\s*전)"
    # The year of a job or of a school is not the year of birth.
    r"(?!(?<!생)년?도?(?!\s*생)(?:에|부터|까지)?\s*[^,.]{0,8}(?:입사|퇴사|졸업|취업|취직|결혼|입학|근무|시작|그만|"
    r"일했|다녔|이사|전역|한국|귀화|이민|입국|들어왔|왔))"
)
_DATE8 = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_DATE6 = re.compile(
    r"(?<!\d)(?P<year>\d{2})[-./]?(?P<month>0[1-9]|1[0-2])[-./]?(?P<day>0[1-9]|[12]\d|3[01])(?![\d])"
)
_DOTTED = re.compile(
    r"(?<![\d.])(?P<year>\d{2})\s?[-./]\s?(?:1[0-2]|0?[1-9])\s?[-./]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)"
)
_SPOKEN_YEAR = re.compile(
    r"(?P<year>(?:일구|이공|이영)[영공일이삼사오육칠팔구]{2}|(?:천\s*구백|이천)\s*[일이삼사오육칠팔구십]*)\s*년\s*(?:도|생)?"
)
_SHORT = re.compile(
    rf"(?<![가-힣\d])(?P<year>'?\d{{2}}|[공영일이삼사오육칠팔구십]{{1,3}}(?<!이십)|{NUMERAL})\s*(?:년\s*[갑을병정무기경신임계][자축인묘진사오미신유술해]\s*)?년?\s*생|"
    rf"(?<![가-힣\d])'(?P<quoted>\d{{2}})(?!\d)|(?<![가-힣\d])(?P<numbered>\d{{2}})\s*(?:년도|[쥐소용뱀말양닭개범토원돼호][가-힣]{{0,2}}\s*띠|"
    rf"년\s*(?:\d{{1,2}}|[가-힣]{{1,2}})\s*월|년\s*(?:[갑을병정무기경신임계][자축인묘진사오미신유술해]년\s*)?(?:[가-힣]{{1,3}}\s*띠|호랑이|토끼|원숭이|돼지)|년도?에?\s*(?:태어|났|나서|나고))"
)
_BARE_YEAR = re.compile(
    r"^(?:저는?|전|(?:주민등록|주민번호|주민|민증|호적|서류)(?:상|에|엔)?(?:으로는?|로는?|에는|는|"
    r"은|엔)?|음력|양력|실제로?는?)?\s*"
    r"'?(?:(?P<old>[5-9]\d)\s*년|(?P<zero>0\d)\s*년?)(?:도)?\s*"
    r"(?:이?요|이?에요|예요|입니다|으로\s*(?:돼|되어)[가-힣\s]*|출생[가-힣]*|태생[가-힣]*)?[.!\s]*$"
)
# "64" may be an age or the year 1964.
# "… 아니 81이 맞아요": the year, where one was said before.
_YEAR_AGAIN = re.compile(
    r"^(?:그냥|저는?|전)?\s*'?(?P<digits>\d{2})(?:이|가)?\s*(?:이?요|맞[가-힣]*|입니다|이에요|예요)[.!\s]*$"
)
_EITHER = re.compile(r"^(?:저는?|전)?\s*'?(?P<digits>[5-9]\d)\s*(?:이?요|이?에요|예요|입니다)?[.!\s]*$")
# Whoever looks for work is hardly that old: "98이요" is the year.
_SURELY_YEAR = re.compile(
    r"^(?:저는?|전)?\s*'?(?P<digits>8[5-9]|9\d)\s*(?:이?요|이?에요|예요|입니다|임)?[.!\s]*$"
)
_EARLY = re.compile(r"빠른\s*'?(?P<digits>[5-9]\d|0\d)(?!\d)")
_MORE_THAN = re.compile(r"그(?:거|것)?\s*보다\s*(?:더\s*)?(?:많|적|어리|어려|위|아래|젊)")
_SPOKEN_DIGITS = re.compile(r"[오육칠팔구][영공일이삼사오육칠팔구](?:이?요|입니다)?[.!\s]*$")
_TWO_YEARS = re.compile(r"\d{2}\s*(?:년생?)?\s*(?:~|,|이나|에서|아니면|또는|혹은)\s*\d{2,4}\s*년")


def _century(short: int, now: datetime) -> int:
    """The year of two digits: somebody who looks for work is at least YOUNGEST."""
    year = 2000 + short
    return year if year <= now.year - YOUNGEST else 1900 + short


def _years(said: str, now: datetime) -> list[int]:
    if dates := list(_DATE8.finditer(said)):
        return [int(match["year"]) for match in dates]
    years = [int(match["year"]) for match in _YEAR.finditer(said)]
    years += [int(value(match["year"].replace(" ", "")) or 0) for match in _SPOKEN_YEAR.finditer(said)]
    if years:
        return years
    shorts = [
        value((match["year"] or match["quoted"] or match["numbered"]).lstrip("'"))
        for match in _SHORT.finditer(said)
    ]
    dated = list(_DATE6.finditer(said)) or list(_DOTTED.finditer(said))
    shorts += [float(match["year"]) for match in dated]
    if bare := _BARE_YEAR.match(said):
        shorts.append(float(bare["old"] or bare["zero"]))
    shorts += [float(match["digits"]) for match in (_SURELY_YEAR.match(said), _EARLY.search(said)) if match]
    return [_century(int(short), now) for short in shorts if short is not None and short < 100]


def _year_again(text: str, said: str, now: datetime) -> list[int]:
    again = _YEAR_AGAIN.match(said) if "년생" in text else None
    return [_century(int(again["digits"]), now)] if again else []


def _age_of(match: re.Match[str]) -> Age | None:
    years = value(match["years"])
    if years is None or years != int(years):
        return None
    return Age(int(years), full=bool(match["full"]))


def _ages(said: str) -> list[Age]:
    if is_twofold(said):
        raise Unclear(Why.SEVERAL)
    for pattern in (_AGE, _BARE_AGE, _FULL_AGE, _NATIVE_AGE):
        found = [age for match in pattern.finditer(said) if (age := _age_of(match))]
        if pattern is _NATIVE_AGE:
            found = [age for age in found if age.years >= YOUNGEST]
        if found:
            return _full_one(found)
    return []


def _full_one(found: list[Age]) -> list[Age]:
    """The full age, where the other one is the same age counted the old way: "29세 (만 28세)"."""
    full = [age for age in found if age.full]
    return full if len(full) == 1 and all(0 <= age.years - full[0].years <= 2 for age in found) else found


def _plausible(age: Age) -> Age:
    if not YOUNGEST <= age.years <= OLDEST:
        raise Unclear(Why.RANGE, age.years)
    return age


def _fit(year: int, age: Age, now: datetime) -> bool:
    return 0 <= age.years - (now.year - year) + 1 <= 2


def _one_year(years: list[int], ages: list[Age], now: datetime) -> BirthYear:
    year = only(years)
    if not now.year - OLDEST <= year <= now.year - YOUNGEST:
        raise Unclear(Why.RANGE, year)
    # "93이에요 93년생": the two digits of the year are no age.
    said = [age for age in ages if YOUNGEST <= age.years <= OLDEST and age.years != year % 100]
    if not all(_fit(year, age, now) for age in said):
        raise Unclear(Why.CONTRADICTION, BirthYear(year), *said)
    return BirthYear(year)


def birth_year_or_age(text: str, now: datetime) -> BirthYear | Age:
    """ "85년생" → BirthYear(1985), "만 39세" → Age(39, full=True), "서른다섯" → Age(35, full=False)."""
    said = age_said(text)
    if _MORE_THAN.search(said):
        raise Unclear(Why.RANGE)
    if _TWO_YEARS.search(said) or TWO_AGES.search(said) or _SPOKEN_DIGITS.match(said):
        raise Unclear(Why.SEVERAL)
    if years := _years(said, now) or _year_again(text, said, now):
        return _one_year(years, _ages(said), now)
    if either := _EITHER.match(said):
        digits = int(either["digits"])
        raise Unclear(Why.SEVERAL, Age(digits, full=False), BirthYear(1900 + digits))
    if OPEN.search(said) or ANIMALS.search(said):
        raise Unclear(Why.RANGE)
    return _plausible(only(_ages(said)))


def age(text: str) -> int:
    """The age that was said, in years: "서른다섯이요" → 35."""
    said = age_said(text)
    if OPEN.search(said) or TWO_AGES.search(said):
        raise Unclear(Why.RANGE)
    return _plausible(only(_ages(said))).years
