"""When somebody was born, or how old they say they are."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from bot.korean.age_said import age_clause, age_said
from bot.korean.age_words import ANIMALS, BEFORE, ENDING, ONE, OPEN, TWO_AGES
from bot.korean.ages_told import of_now, told_age
from bot.korean.birth_years import YOUNGEST, year_again, years_said
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


OLDEST = 99
T = TypeVar("T")

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
    rf"(?<![가-힣]){_FULL}\s*(?P<years>{NATIVE})(?=$|[\s,.!~(]|{ENDING}(?![가-힣])|이나\s|먹|이니까?\s|이라서?\s)"
    rf"(?!\s?(?:{ONE}))"
    r"(?!\s*(?:명|개|번|시|달|해|곳|군데|마리|가지|년|대(?!학)|사람|분|권|병|잔|쪽|넘))"
)
# "64" may be an age or the year 1964.
_EITHER = re.compile(r"^(?:저는?|전)?\s*'?(?P<digits>[5-9]\d)\s*(?:이?요|이?에요|예요|입니다)?[.!\s]*$")
_MORE_THAN = re.compile(
    r"그(?:거|것)?\s*보다\s*(?:더\s*)?(?:많|적|어리|어려|위|아래|젊)|(?:이상|이하|미만|까지)만?\s*(?:되|가능|지원|인)[가-힣\s]*(?:나요|까요|가요|죠)\??$"
)
_SPOKEN_DIGITS = re.compile(r"[오육칠팔구][영공일이삼사오육칠팔구](?:이?요|입니다)?[.!\s]*$")
_TWO_YEARS = re.compile(r"\d{2}\s*(?:년생?)?\s*(?:~|,|이나|에서|아니면|또는|혹은)\s*\d{2,4}\s*년")


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
    return _settled(said, lambda part: _born_or_aged(text, part, now))


def _settled(said: str, read: Callable[[str], T]) -> T:
    """What the whole text says or, where that leaves a question, the clause that settles it."""
    said = of_now(said)
    try:
        return read(said)
    except Unclear:
        for part in (age_clause(said), told_age(said)):
            if part is not None:
                with suppress(Unclear):
                    return read(part)
        raise


def _born_or_aged(text: str, said: str, now: datetime) -> BirthYear | Age:
    if _MORE_THAN.search(said):
        raise Unclear(Why.RANGE)
    if _TWO_YEARS.search(said) or TWO_AGES.search(said) or _SPOKEN_DIGITS.match(said):
        raise Unclear(Why.SEVERAL)
    if years := years_said(said, now) or year_again(text, said, now):
        return _one_year(years, _ages(said), now)
    if either := _EITHER.match(said):
        digits = int(either["digits"])
        raise Unclear(Why.SEVERAL, Age(digits, full=False), BirthYear(1900 + digits))
    if OPEN.search(said) or ANIMALS.search(said):
        raise Unclear(Why.RANGE)
    return _plausible(only(_ages(said)))


def age(text: str) -> int:
    """The age that was said, in years: "서른다섯이요" → 35."""
    return _settled(age_said(text), _aged)


def _aged(said: str) -> int:
    if OPEN.search(said) or TWO_AGES.search(said):
        raise Unclear(Why.RANGE)
    return _plausible(only(_ages(said))).years
