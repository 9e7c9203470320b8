"""From which age to which, as somebody says it of others: "20대", "18~34세", "마흔 이상"."""

import re
from collections.abc import Callable
from itertools import pairwise

from bot.korean.birth_years import YOUNGEST
from bot.korean.numerals import DIGITS, NATIVE, value
from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why, only

OLDEST = 100  # also "and older": nobody is asked for who is older
Band = tuple[int, int]  # from … to, both included

_N = rf"(?:\d{{2,3}}|(?<![가-힣]){NATIVE}|(?<![가-힣])[이삼사오육칠팔구]?십)"
_YEARS = r"\s?(?:살|세)?"
_FULL = r"(?:만\s?)?"
_DECADE = r"(?:[1-9]0|이십|삼십|사십|오십|육십|칠십|팔십|십)"
_OTHER_COUNT = r"(?!\s?(?:명|일|월|시|번|년|개|분|통|대|\d))"
# "20대", "2,30대", "이삼십대", "20~40대", "20대부터 40대까지".
_DECADES = re.compile(
    r"(?<!\d)(?:(?P<digit>[1-9])\s?[~,.·-]?\s?(?=[1-9]0)|(?P<word>[이삼사오육칠])(?=[삼사오육칠팔]십)"
    rf"|(?P<first>{_DECADE})\s?대?\s?(?P<between>[~,.·-]|부터|에서)\s?)?(?P<last>{_DECADE})\s?대"
    r"(?!\s?[초중후]반)(?P<open>\s?(?:이상|부터|이하|까지))?"
)
_YOUNG_DECADES = re.compile(r"(?<!\d)(?P<first>[1-6])0(?P<last>[2-7])0(?:\s?(?:세대|대))?(?!\d)")
_FROM_TO = re.compile(
    rf"{_FULL}(?P<low>{_N}){_YEARS}\s?(?:부터|이상|에서|넘[은고]|~|-)\s?{_FULL}(?P<high>{_N}){_YEARS}"
    rf"{_OTHER_COUNT}(?P<below>\s?(?:미만|이하|까지))?"
)
_AT_LEAST = re.compile(rf"{_FULL}(?P<low>{_N}){_YEARS}\s?(?P<how>이상|넘[은는]|부터|초과)")
_AT_MOST = re.compile(rf"{_FULL}(?P<high>{_N}){_YEARS}\s?(?P<how>이하|까지|미만|안\s?된)")
_ONE = re.compile(rf"{_FULL}(?P<age>{_N})\s?(?:살|세)(?![가-힣]*대)")
# What the programs mean by such a word differs, so nobody decides it for an operator.
_NAMED: dict[str, tuple[Band, ...]] = {
    r"청년": ((15, 34), (19, 39)),
    r"중장년|신중년": ((40, 64), (35, 69)),
    r"고령자?|어르신|노인|노년|시니어": ((55, OLDEST), (60, OLDEST), (65, OLDEST)),
}


def age_band(text: str) -> Band:
    """The ages that are meant, both included: "이삼십대" → (20, 39), "65세 이상" → (65, 100)."""
    said = plain(text)
    for pattern, read in _READERS:
        if found := [read(match) for match in pattern.finditer(said)]:
            return _possible(_joined(found))
    named = [band for word, bands in _NAMED.items() if re.search(word, said) for band in bands]
    return only(named)


def without_ages(text: str) -> str:
    """The text without what it says of ages, in its plain form."""
    said = plain(text)
    for pattern, _ in _READERS:
        said = pattern.sub(" ", said)
    return said


def _decades(match: re.Match[str]) -> Band:
    last = _ten(match["last"])
    low = _ten(match["digit"] or match["word"] or match["first"] or match["last"])
    if low == last and match["open"]:
        return (low, OLDEST) if match["open"].strip() in {"이상", "부터"} else (YOUNGEST, last + 9)
    if match["between"] in {",", ".", "·"} and last > low + 10:
        raise Unclear(Why.SEVERAL, (low, low + 9), (last, last + 9))
    return low, last + 9


def _ten(said: str) -> int:
    """20 of "20", of "2" in "2,30대" and of "이" in "이삼십대"."""
    if len(said) == 1 and said in DIGITS:
        return DIGITS[said] * 10
    number = int(value(said) or 0)
    return number * 10 if number < 10 else number


def _number(said: str) -> int:
    return int(value(said) or 0)


def _from_to(match: re.Match[str]) -> Band:
    return _number(match["low"]), _number(match["high"]) - ((match["below"] or "").strip() == "미만")


def _at_least(match: re.Match[str]) -> Band:
    return _number(match["low"]) + (match["how"] == "초과"), OLDEST


def _at_most(match: re.Match[str]) -> Band:
    return YOUNGEST, _number(match["high"]) - (match["how"] not in {"이하", "까지"})


def _one(match: re.Match[str]) -> Band:
    return _number(match["age"]), _number(match["age"])


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Band]], ...] = (
    (_DECADES, _decades),
    (_YOUNG_DECADES, lambda match: (int(match["first"]) * 10, int(match["last"]) * 10 + 9)),
    (_FROM_TO, _from_to),
    (_AT_LEAST, _at_least),
    (_AT_MOST, _at_most),
    (_ONE, _one),
)


def _joined(bands: list[Band]) -> Band:
    """Bands that lie beside each other are one: "20대랑 30대"; what lies between them was not said."""
    bands = sorted(set(bands))
    for before, after in pairwise(bands):
        if after[0] > before[1] + 1:
            raise Unclear(Why.SEVERAL, *bands)
    return bands[0][0], max(high for _, high in bands)


def _possible(band: Band) -> Band:
    low, high = max(band[0], YOUNGEST), band[1]
    if not low <= high <= OLDEST:
        raise Unclear(Why.RANGE)
    return low, high
