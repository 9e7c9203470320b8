"""One clause parted into a name and the ending behind it."""

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.korean.foreign_name_words import ENGLISH_WORDS, FOREIGN_NAMES, LOANWORDS, ROMAN_SURNAMES
from bot.korean.foreign_names import foreign_name
from bot.korean.name_endings import ENDING, WITH_I, WITHOUT_I
from bot.korean.name_evidence import KNOWN, LIKELY, evidence, is_name, is_said_of, is_surely_name
from bot.korean.name_words import COMMON_SURNAMES, DOUBLE_SURNAMES, GIVEN_NAMES, NOT_NAMES
from bot.korean.numbers import number
from bot.korean.unclear import Unclear, Why
from bot.korean.yes_no_rules import yes_or_no

_HONORIFIC = r"(?:\s*(?:님|씨|군|양|할머니|할아버지|어르신))?"
_ORNAMENT = r"[\s.,!~^\"'”’;:)(]*"
_DOUBLE = "(?:" + "|".join(" ?".join(surname) for surname in DOUBLE_SURNAMES) + ")"
_WRITTEN = re.compile(
    rf"[가-힣]{{2,6}}|[가-힣](?: [가-힣]){{1,2}}|{_DOUBLE} [가-힣](?: ?[가-힣])?|[가-힣] [가-힣]{{2}}|[가-힣]{{2}} [가-힣]{{1,2}}"
)
_BEHIND = re.compile(rf"(?P<title>{_HONORIFIC})(?P<ending>{ENDING}){_ORNAMENT}")
_WITH_I, _WITHOUT_I = re.compile(WITH_I), re.compile(WITHOUT_I)
# Endings of vowels that people also put behind a consonant: 박지은요, 김철수에요, 지훈고요.
_AFTER_ANY_SOUND = frozenset("요 에요 예요 고요 구요 여 염 욤 용 에용".split())
_LATIN = re.compile(
    r"(?P<name>[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*(?:\s+[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){0,4})\s*(?:입니다|이에요|예요|이요|요|"
    r"이?라고\s*[가-힣\s]+)?" + _ORNAMENT
)
_ONE_WORD = re.compile(
    r"([가-힣]{2,7}?(?<![은는을를어아고개])) ?(?:입니다|이?에요|예요|이?라고 [가-힣 ]+)[.!~ ]*"
)
_SPOKEN = re.compile(r"^(?=.*[aeiouyà-ỹ])[a-zà-ỹ.'-]{2,}$", re.IGNORECASE)
_IS_IT = re.compile(r"\s*맞(?:아요|습니다|는데요)[\s.!]*$")
# What a given name that ends in 동 begins with; of the other words that end so, most are neighborhoods.
_NEIGHBORHOOD = re.compile(r"[가-힣][^호길현재태규기원희]동")
# "신청하고", "유지하는데": a verb, no name.
_VERB = re.compile(r"고|구|자|지|죠|네|라$|는|다")
_SO_CALLED = re.compile(r"이?라(?:고|구)\s|이?라는\s")
_COUNTED = re.compile(
    r"(?:한|두|세|네|다섯|여섯|열|백|천|두세|서너)\s?(?:명|사람|개|달|배|식구|해|시|시간|번)(?![가-힣]{2}$)"
)

# Syllables that make a given name with 이: 송이, 순이; behind others it belongs to the ending.
_BEFORE_I = frozenset("현순영송경정은난옥복분금선연숙향봉점말간끝막남윤진란춘효민성혜희")
_HOW_MANY = re.compile(r"(?:한|두|세|네|몇|여러)\s?(?:개|글자)(?:이?에요|예요|이?요|입니다|인데|$)")


class _Reading(NamedTuple):
    name: str
    ending: str
    apart: bool


def _has_final(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 != 0


def _readings(said: str) -> list[_Reading]:
    """Every way to part the words into a name and an ending."""
    ends = [end for end in range(2, min(len(said), 7) + 1) if _WRITTEN.fullmatch(said, 0, end)]
    parted = [(said[:end], _BEHIND.fullmatch(said, end)) for end in ends]
    return [
        _Reading(
            name.replace(" ", ""),
            "" if behind["title"] else re.sub(r"[^가-힣]", "", behind["ending"] or ""),
            re.match(r" (?!맞)", behind["ending"] or "") is not None,
        )
        for name, behind in parted
        if behind
    ]


def _is_no_name(name: str, ending: str, *, framed: bool, declared: bool) -> bool:
    """Whether another kind of word stands before the ending: a verb, a neighborhood."""
    if not framed and len(ending) < 2 and name[-1] in "에읍":
        return True
    if not (framed or declared) and len(ending) < 3 and _NEIGHBORHOOD.fullmatch(name):
        return True
    does = name[-1] == "하" and _VERB.match(ending) is not None and evidence(name) < KNOWN
    return does or is_said_of(name, ending)


def _fits(reading: _Reading, *, framed: bool, declared: bool) -> bool:
    """Whether the ending behind the name is one its last sound takes."""
    name, ending, apart = reading
    if not is_name(name, ending, framed=framed, declared=declared):
        return False
    if _is_no_name(name, ending, framed=framed, declared=declared):
        return False
    if apart:
        return True
    if _WITH_I.fullmatch(ending):
        return _has_final(name[-1])
    if _WITHOUT_I.fullmatch(ending) and _has_final(name[-1]):
        return ending in _AFTER_ANY_SOUND
    return True


def _shorter(short: str, longer: str, endings: dict[str, str]) -> str:
    """Whether 이 belongs to the name or to the ending: 지은이요 is 지은, 김현이요 may be either."""
    if not longer.endswith("이") or len(longer) != 3:
        return short if longer[-1] in "예에여요" or len(longer) > 3 else longer
    sure = short in GIVEN_NAMES or short[-1] not in _BEFORE_I or longer[0] not in COMMON_SURNAMES
    if sure or not endings[short].startswith(("이요", "이고", "이구", "이여")):
        return short
    raise Unclear(Why.SEVERAL, short, longer)


def _korean(said: str, *, framed: bool, declared: bool) -> str:
    readings = _readings(said)
    if any(each.name in NOT_NAMES or each.name in LOANWORDS for each in readings):
        raise Unclear(Why.NOTHING)
    fitting = [each for each in readings if _fits(each, framed=framed, declared=declared)]
    fitting = [each for each in fitting if each.apart] or fitting
    whole = {each.name for each in readings if len(each.name) == 3 and evidence(each.name) >= LIKELY}
    if any(each.name[:-1] in whole and each.name[-1] == "이" for each in fitting):
        # "주은하이고요": nobody is called 주은하이.
        fitting = [each for each in readings if each.name in whole]
    endings = {each.name: each.ending for each in fitting}
    if not endings:
        raise Unclear(Why.NOTHING)
    name, *longer = sorted(endings, key=len)
    for other in longer:
        name = _shorter(name, other, endings)
    return name


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


def _latin(said: str, *, framed: bool) -> str | None:
    latin = _LATIN.fullmatch(said)
    if latin is None or set(re.split(r"[\s.]+", latin["name"].lower())) & ENGLISH_WORDS:
        return None
    name = str(latin["name"]).strip()
    if name.lower() in ROMAN_SURNAMES:
        return None
    proper = name[0].isupper() and not name.isupper() and len(name) > 2
    surnamed = " " in name and (name[0].isupper() or all(_SPOKEN.search(word) for word in name.split()))
    return name if framed or proper or surnamed else None


def _any_word(said: str) -> str | None:
    """ "제 이름은 다르샨입니다": whatever word stands there is the name."""
    word = _ONE_WORD.fullmatch(said)
    return word[1] if word and word[1] not in NOT_NAMES | LOANWORDS else None


def _is_answer_to_another(said: str) -> bool:
    if foreign_name(said) is not None or any(is_surely_name(each.name) for each in _readings(said)):
        return False
    return _answers_another(_IS_IT.sub("", said))


def name_in(said: str, *, framed: bool, declared: bool = False) -> str:
    """The name that the clause gives, with nothing but its ending behind it; Unclear where it gives none.

    `framed` behind "저는", `declared` behind "제 이름은".
    """
    if _HOW_MANY.match(said) or (not framed and _is_answer_to_another(said)):
        raise Unclear(Why.NOTHING)
    if (latin := _latin(said, framed=framed)) is not None:
        return latin
    foreign = foreign_name(said) or (_any_word(said) if declared else None)
    try:
        name = _korean(said, framed=framed, declared=declared)
    except Unclear as unclear:
        if foreign and (unclear.why is Why.NOTHING or foreign in FOREIGN_NAMES):
            return foreign
        raise
    first = foreign.split()[0] if foreign else ""
    abroad = len(first) > 1 and first in FOREIGN_NAMES and first not in GIVEN_NAMES
    return foreign if foreign and abroad and evidence(name) < KNOWN else name
