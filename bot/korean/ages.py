"""When somebody was born, or how old they say they are."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.korean.corrections import what_stands
from bot.korean.numerals import ABOUT, NUMERAL, is_twofold, value
from bot.korean.plain import plain
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

_FULL = r"(?P<full>만\s*(?:나이로?)?\s*(?:으로)?)?"
_AGE = re.compile(
    rf"(?<!\d)(?:(?<![가-힣])|(?=\d))(?:올해|이제|현재|지금|나이는?|저는?|전|딱|한|한국\s*나이로?|세는\s*나이로?)?\s*{_FULL}\s*"
    rf"(?P<years>(?!만){NUMERAL})\s*(?:살|세(?![가-힣]*대)|쌀|샬)"
)
_BARE_AGE = re.compile(
    rf"^(?:저는?|제가|전|나이는?|올해|이제|지금|현재|음+|네|한국\s*나이로?)?[\s,]*{_FULL}\s*(?P<years>(?!만){NUMERAL})"
    r"\s*(?:이?요|이?에요|예요|여요|입니다|임|됐어요|됐습니다|됩니다|되요|돼요|이?고요|이네요|인데요|이?야|이?다|이여라|잉|이지라)?[.!\s]*$"
)
_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:1[89]|20)\d{2})(?!\d)(?:\s*(?:년도?\s*생?|생|[-./]\s*\d{1,2}|"
    r"\s*\d{1,2}\s*월))?(?![년]?\s*전)"
)
_DATE8 = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_DATE6 = re.compile(
    r"(?<!\d)(?P<year>\d{2})[-./]?(?P<month>0[1-9]|1[0-2])[-./]?(?P<day>0[1-9]|[12]\d|3[01])(?![\d])"
)
_SPOKEN_YEAR = re.compile(r"(?P<year>(?:천\s*구백|이천)\s*[일이삼사오육칠팔구십]*)\s*년\s*(?:도|생)?")
_SHORT = re.compile(
    rf"(?<![가-힣\d])(?P<year>'?\d{{2}}|[공영일이삼사오육칠팔구십]{{1,3}}(?<!이십)|{NUMERAL})\s*년?\s*생|"
    rf"(?<![가-힣\d])'(?P<quoted>\d{{2}})(?!\d)|(?<![가-힣\d])(?P<numbered>\d{{2}})\s*(?:년도|"
    rf"년\s*\d{{1,2}}\s*월|학번)"
)
_BARE_YEAR = re.compile(
    r"^(?:저는?|전)?\s*'?(?:(?P<old>[5-9]\d)\s*년|(?P<zero>0\d)\s*년?)(?:도)?\s*(?:이?요|이?에요|예요|입니다)?[.!\s]*$"
)
# "64" may be an age or the year 1964.
_EITHER = re.compile(r"^(?:저는?|전)?\s*'?(?P<digits>[5-9]\d)\s*(?:이?요|이?에요|예요|입니다)?[.!\s]*$")
_ANIMALS = re.compile(r"[쥐소범뱀말양닭개]\s*띠|호랑이\s*띠|토끼\s*띠|용\s*띠|원숭이\s*띠|돼지\s*띠|잔나비")
_OPEN = re.compile(
    rf"\d\s*[~]\s*\d|(?<![가-힣]){ABOUT}\s*(?:십|살|세)|[1-9]0\s*대|(?:십|이십|삼십|사십|오십|육십|칠십)\s*대(?![가-힣])|초반|중반|후반"
    r"|환갑|칠순|팔순|중년|(?:이상|이하|미만|넘었|넘음|넘어|넘은|안\s*(?:됐|되|돼))|몇\s*(?:살|세)|거의|다\s*(?:돼|되어)|곧|내년|작년|앞두고|또래|생일"
)


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
    shorts += [float(match["year"]) for match in _DATE6.finditer(said)]
    if bare := _BARE_YEAR.match(said):
        shorts.append(float(bare["old"] or bare["zero"]))
    return [_century(int(short), now) for short in shorts if short is not None and short < 100]


def _age_of(match: re.Match[str]) -> Age | None:
    years = value(match["years"])
    if years is None or years != int(years):
        return None
    return Age(int(years), full=bool(match["full"]))


def _ages(said: str) -> list[Age]:
    if is_twofold(said):
        raise Unclear(Why.SEVERAL)
    found = [age for match in _AGE.finditer(said) if (age := _age_of(match))]
    if found or not (bare := _BARE_AGE.match(said)):
        return found
    return [age] if (age := _age_of(bare)) else []


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
    said = [age for age in ages if YOUNGEST <= age.years <= OLDEST]
    if not all(_fit(year, age, now) for age in said):
        raise Unclear(Why.CONTRADICTION, BirthYear(year), *said)
    return BirthYear(year)


_FAMILY = re.compile(r"아들|딸|아이|애[가는들]|남편|와이프|아내|어머니|엄마|아버지|아빠|동생|누나|언니|부모")


def birth_year_or_age(text: str, now: datetime) -> BirthYear | Age:
    """ "85년생" → BirthYear(1985), "만 39세" → Age(39, full=True), "서른다섯" → Age(35, full=False)."""
    said = what_stands(plain(text))
    if _FAMILY.search(said):
        raise Unclear(Why.SEVERAL)
    if years := _years(said, now):
        return _one_year(years, _ages(said), now)
    if either := _EITHER.match(said):
        digits = int(either["digits"])
        raise Unclear(Why.SEVERAL, Age(digits, full=False), BirthYear(1900 + digits))
    if _OPEN.search(said) or _ANIMALS.search(said):
        raise Unclear(Why.RANGE)
    return _plausible(only(_ages(said)))


def age(text: str) -> int:
    """The age that was said, in years: "서른다섯이요" → 35."""
    said = what_stands(plain(text))
    if _OPEN.search(said) or _FAMILY.search(said):
        raise Unclear(Why.RANGE)
    return _plausible(only(_ages(said))).years
