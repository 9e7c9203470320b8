"""Names of other languages, written in Korean letters."""

import re

from bot.korean.name_endings import CALLED, ENDING
from bot.korean.name_words import (
    CHINESE_GIVEN,
    CHINESE_SURNAMES,
    FOREIGN_BEGINNINGS,
    FOREIGN_NAMES,
    NOT_NAMES,
    SURNAMES,
    TITLES,
)

_ORNAMENT = r"[\s.,!~^\"'”’ㅋㅎㅠㅜ♡♥☆★;:)(]*"
_FOREIGN = re.compile(
    rf"(?P<name>(?:[가-힣]{{2,8}}?|[가-힣](?= ))(?: [가-힣]{{1,6}}?){{0,3}}?){ENDING}{_ORNAMENT}"
)
_NO_FOREIGN_NAME = re.compile(
    r"(?:요|다|까|죠|네|데|음|함|게|해|줘|서|면|니|지만|은|는|을|를|도|만|에|의|로|고|직|생|사|원)$|"
    r"[가-힣](?:은|는|을|를|에서|에게|으로) |없|싫|모르|비밀|이름|아직"
)
_CALLED = re.compile(CALLED)


def _has_final(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 != 0


def _is_known(name: str) -> bool:
    first, *others = name.split()
    return (
        first in FOREIGN_NAMES
        or (len(first) > 2 and first.startswith(FOREIGN_BEGINNINGS))
        or (first[0] in CHINESE_SURNAMES and first[1:] in CHINESE_GIVEN)
        or (first in SURNAMES and bool(others) and others[0] in FOREIGN_NAMES)
    )


def foreign_name(said: str) -> str | None:
    """A name of another language in Korean letters, where the sentence leaves no doubt that it is one."""
    match = _FOREIGN.fullmatch(said)
    if match is None:
        return None
    name, ending = match["name"], match[0][match.end("name") :]
    if name in NOT_NAMES or name.endswith(TITLES) or _NO_FOREIGN_NAME.search(name):
        return None
    if ending.startswith("이") and not _has_final(name[-1]):
        name += "이"  # 팜티투이예요
    return name if _is_known(name) or (" " not in name and _CALLED.search(said)) else None
