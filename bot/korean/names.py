"""What somebody is called."""

import re
from collections.abc import Callable

from bot.korean.foreign_names import foreign_name
from bot.korean.name_asides import without_closing_asides, without_opening_asides
from bot.korean.name_endings import ENDING, OPENING, WITH_I, WITHOUT_I
from bot.korean.name_words import (
    DOUBLE_SURNAMES,
    ENGLISH_WORDS,
    GIVEN,
    GIVEN_NAMES,
    NOT_NAMES,
    SURNAMES,
    TITLES,
)
from bot.korean.numbers import number
from bot.korean.plain import wide_to_plain
from bot.korean.unclear import Unclear, Why
from bot.korean.yes_no import yes_or_no

_FRAME = re.compile(OPENING, re.IGNORECASE)
# Syllables that end a name or only the sentence.
_ENDINGS = "이예에여고구라야인임"
_HONORIFIC = r"(?:\s*(?:님|씨|군|양|할머니|할아버지|어르신))?"
_ORNAMENT = r"[\s.,!~^\"'”’ㅋㅎㅠㅜ♡♥☆★;:)(]*"
_WRITTEN = re.compile(r"[가-힣]{2,5}|[가-힣](?: [가-힣]){1,3}|[가-힣] [가-힣]{2}|[가-힣]{2} [가-힣]{1,2}")
_BEHIND = re.compile(rf"(?P<title>{_HONORIFIC})(?P<ending>{ENDING}){_ORNAMENT}")
_WITH_I, _WITHOUT_I = re.compile(WITH_I), re.compile(WITHOUT_I)
# Endings of vowels that people also put behind a consonant: 박지은요, 김철수에요, 지훈고요.
_AFTER_ANY_SOUND = frozenset("요 에요 예요 고요 구요 여 염 욤 용 에용".split())
_SURNAME_APART = re.compile(
    r"^(?:[가-힣]{1,5}[\s,.]+)?(?:성(?:은|이|씨는)?\s*|(?=[가-힣]\s?씨))(?P<surname>[가-힣])(?:\s?씨)?(?:이고요?|이구요?|"
    r"고요?|구요?|이요|요)?[\s,.]+이름(?:은|이)?\s*(?P<given>.+)$"
)
_IS_MY_NAME = re.compile(
    r"^(?P<name>[가-힣 ]{2,12}?)(?:이라는|라는|이|가)\s*(?:게|것이|거가)?\s*(?:제|저의|내|"
    r"본인)?\s*이름(?:이에요|입니다|이요|이야|임|인데요)[.!\s]*$"
)
_EXPLAINED = re.compile(r"^([가-힣]{3}(?:이요|요|입니다|이에요|예요))[\s,.]+[가-힣][가-힣\s]*$")
_LATIN = re.compile(
    (
        r"(?P<name>[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*(?:\s+[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){0,4})\s*(?:입니다|"
        r"이에요|예요|이요|요)?"
    )
    + _ORNAMENT
)
_IS_IT = re.compile(r"\s*맞(?:아요|습니다|는데요)[\s.!]*$")
# What a given name that ends in 동 begins with; of the other words that end so, most are neighborhoods.
_NEIGHBORHOOD = re.compile(r"[가-힣][^호길현재태규기원희]동")
_SO_CALLED = re.compile(r"이?라(?:고|구)\s|이?라는\s")
_COUNTED = re.compile(
    r"(?:한|두|세|네|다섯|여섯|열|백|천|두세|서너)\s?(?:명|사람|개|달|배|식구|해|시|시간|번)(?![가-힣]{2}$)"
)
_CORRECTED = re.compile(
    r"(?:이|가)?\s*(?:말고|아니고|아니라|아니구)\s*(?:요)?\s+|[\s,.]+아+\s*아니\s*(?:다|요)?[\s,.]+|"
    r"[\s,.]+아니\s*(?:다|요)?[\s,.]+"
)


def _has_final(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 != 0


def _given_part(name: str) -> str | None:
    """The given name behind a surname, or None where no surname begins the name."""
    if name.startswith(DOUBLE_SURNAMES) and 3 <= len(name) <= 4:
        return name[2:]
    return name[1:] if name[0] in SURNAMES and 2 <= len(name) <= 4 else None


def _is_name(name: str, *, framed: bool) -> bool:
    if name in GIVEN_NAMES:
        return True
    if name.endswith(TITLES):
        return False
    given = _given_part(name)
    if given in GIVEN_NAMES:
        return True
    if given and all(syllable in GIVEN for syllable in given) and len(given) <= (3 if framed else 2):
        return True
    return len(name) == 2 and all(syllable in GIVEN for syllable in name) and framed


def _readings(said: str) -> list[tuple[str, str]]:
    """Every way to part the words into a name and an ending."""
    ends = [end for end in range(2, min(len(said), 7) + 1) if _WRITTEN.fullmatch(said, 0, end)]
    parted = [(said[:end], _BEHIND.fullmatch(said, end)) for end in ends]
    return [
        (name.replace(" ", ""), "" if behind["title"] else re.sub(r"[^가-힣]", "", behind["ending"] or ""))
        for name, behind in parted
        if behind
    ]


def _fits(name: str, ending: str, *, framed: bool) -> bool:
    """Whether the ending behind the name is one its last sound takes."""
    if not _is_name(name, framed=framed or len(ending) > 1):
        return False
    if not framed and (name[-1] in "에읍" or _NEIGHBORHOOD.fullmatch(name)):
        return False
    if _WITH_I.fullmatch(ending):
        return _has_final(name[-1])
    if _WITHOUT_I.fullmatch(ending) and _has_final(name[-1]):
        return ending in _AFTER_ANY_SOUND
    return True


def _shorter(short: str, longer: str, endings: dict[str, str]) -> str:
    """Whether 이 belongs to the name or to the ending: 지은이요 is 지은, 김현이요 may be either."""
    if not longer.endswith("이") or len(longer) != 3:
        return short if longer[-1] in "예에여" or len(longer) > 3 else longer
    if short in GIVEN_NAMES or not endings[short].startswith(("이요", "이고", "이구", "이여")):
        return short
    raise Unclear(Why.SEVERAL, short, longer)


def _korean(said: str, *, framed: bool) -> str:
    readings = _readings(said)
    if any(name in NOT_NAMES for name, _ in readings):
        raise Unclear(Why.NOTHING)
    endings = {name: ending for name, ending in readings if _fits(name, ending, framed=framed)}
    if not endings:
        raise Unclear(Why.NOTHING)
    name, *longer = sorted(endings, key=len)
    for other in longer:
        name = _shorter(name, other, endings)
    return name


def _apart(said: str) -> str | None:
    """ "성은 김이고 이름은 민수예요" → "김민수"."""
    if not (match := _SURNAME_APART.match(said)):
        return None
    given = re.match(r"[가-힣]{2}", match["given"])
    if given and given[0] in GIVEN_NAMES:
        return f"{match['surname']}{given[0]}"
    return str(match["surname"]) + _korean(match["given"], framed=True).removeprefix(match["surname"])


def _answers_another(said: str) -> bool:
    """Whether the words answer another question: 고고, 천오백, 두 명."""
    if _SO_CALLED.search(said):
        return False
    if _COUNTED.match(said):
        return True
    readers: tuple[Callable[[str], object], ...] = (
        (yes_or_no,) if said.startswith("석") else (yes_or_no, number)
    )
    for read in readers:
        try:
            read(said)
        except Unclear:
            continue
        return True
    return False


def _read(said: str, *, framed: bool) -> str:
    if not framed and foreign_name(said) is None and _answers_another(_IS_IT.sub("", said)):
        raise Unclear(Why.NOTHING)
    latin = _LATIN.fullmatch(said)
    if latin and not set(latin["name"].lower().split()) & ENGLISH_WORDS and (framed or " " in latin["name"]):
        return str(latin["name"])
    try:
        return _korean(said, framed=framed)
    except Unclear as unclear:
        if unclear.why is Why.NOTHING and (foreign := foreign_name(said)):
            return foreign
        raise


def person_name(text: str) -> str:
    """The name without the words around it: "저는 김민지라고 해요" → "김민지"."""
    said = without_opening_asides(text[:120])
    said = _CORRECTED.split(wide_to_plain(said).strip())[-1].strip(" \"'“”‘’()[]<>")
    if "?" in said:
        raise Unclear(Why.NOTHING)
    if (apart := _apart(said)) is not None:
        return apart
    frame = _FRAME.match(said)
    opening, rest = (frame[0], said[frame.end() :]) if frame else ("", said)
    named = bool(re.search(r"이름|성함|성명|본명|실명|name", opening, re.IGNORECASE))
    if named_behind := _IS_MY_NAME.match(rest):
        named, rest = True, named_behind["name"]
    framed = named or bool(re.search(r"저|전|제가|나|난|내가|본인|\bi", opening, re.IGNORECASE))
    rest = without_closing_asides(rest)
    if explained := _EXPLAINED.match(rest):
        rest = explained[1]
    return _read(rest, framed=framed)
