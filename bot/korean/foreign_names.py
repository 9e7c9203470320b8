"""Names of other languages, written in Korean letters."""

import re

from bot.korean.foreign_name_words import (
    CHINESE_GIVEN,
    CHINESE_SURNAMES,
    COUNTRIES,
    FOREIGN_BEGINNINGS,
    FOREIGN_NAMES,
    FOREIGN_SYLLABLES,
    LOANWORDS,
    STRANGE,
)
from bot.korean.name_endings import CALLED, ENDING
from bot.korean.name_words import NOT_NAMES, SURNAMES, TITLES

_ORNAMENT = r"[\s.,!~^\"'”’;:)(]*"
_FOREIGN = re.compile(
    rf"(?P<name>(?:[가-힣]{{2,8}}?|[가-힣](?= ))(?: [가-힣]{{1,7}}?){{0,4}}?){ENDING}{_ORNAMENT}"
)
_NO_FOREIGN_NAME = re.compile(
    r"(?:요|다|까|죠|네|데|음|함|게|해|줘|서|면|지만|은|는|을|를|도|만|에|의|로|고|직|생|사|원|자|중|씨)$|씨 |"
    r"[가-힣](?:은|는|을|를|에서|에게|으로) |없|싫|모르|비밀|이름|아직|사람|동포"
)
# No word of a name, where several words stand: "틀리면 고쳐 주쇼 안판수", "온 방규환".
_OTHER_WORD = re.compile(
    r"(?:면|쇼|니까|는|은|을|를|게|던|온|할|야|데|지만|려고|으로|에서|한테|니|안녕|그냥|보다)$|^(?:빛나|그냥|저|제|안녕|성|이름)"
)
_COUNTRIES = tuple(COUNTRIES.split())
_CALLED = re.compile(CALLED)


def _has_final(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 != 0


def is_foreign(word: str) -> bool:
    """Whether a word is a name of another language, or sounds like nothing else: 율리아, 쯔엉."""
    if word in FOREIGN_NAMES:
        return True
    if word in LOANWORDS or not 2 <= len(word) <= 8:
        return False
    if len(word) > 2 and word.startswith(FOREIGN_BEGINNINGS):
        return True
    strange = sum(syllable in STRANGE for syllable in word)
    odd = sum(syllable in FOREIGN_SYLLABLES for syllable in word)
    return len(word) > 2 and (strange > 0 or odd >= len(word) - 1)


def _is_known(name: str) -> bool:
    first, *others = name.split()
    if set(name.split()) & LOANWORDS:
        return False
    return (
        is_foreign(first)
        or (first[0] in CHINESE_SURNAMES and first[1:] in CHINESE_GIVEN)
        or (first in SURNAMES and bool(others) and is_foreign(others[0]))
        or (first in CHINESE_SURNAMES and bool(others) and others[0] in CHINESE_GIVEN)
        or sum(map(is_foreign, others)) > 1
    )


def foreign_name(said: str) -> str | None:
    """A name of another language in Korean letters, where the sentence leaves no doubt that it is one."""
    match = _FOREIGN.fullmatch(said)
    if match is None:
        return None
    name, ending = match["name"], match[0][match.end("name") :]
    known = name in FOREIGN_NAMES
    if name in NOT_NAMES or name.endswith(TITLES) or (not known and _NO_FOREIGN_NAME.search(name)):
        return None
    if ending.startswith("이") and not _has_final(name[-1]):
        name += "이"  # 팜티투이예요
    if any(word.startswith(_COUNTRIES) for word in name.split()[1:]):
        return None
    words = name.split()
    if len(words) > 1 and any(_OTHER_WORD.search(word) and not is_foreign(word) for word in words):
        return None
    called = _CALLED.search(said) and not set(name.split()) & (NOT_NAMES | LOANWORDS)
    return name if _is_known(name) or called else None
