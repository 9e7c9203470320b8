"""How much speaks for a word being a name of this country."""

from bot.korean.foreign_name_words import FOREIGN_NAMES
from bot.korean.name_words import DOUBLE_SURNAMES, GIVEN, GIVEN_NAMES, NOT_NAMES, SURNAMES, TITLES

KNOWN, LIKELY, POSSIBLE, NONE = 3, 2, 1, 0
# What people are by trade or by sort ends so: 용접공, 요리사, 조선족, 실업자.
_OF_WORK = tuple("사 원 공 생 자 직 족 부 관 장 업 동 구 시 군 읍 면 팀 과 급 금 증 도".split())
_IN_NAMES = {"우리", "나라", "하나", "나비", "이슬", "소개", "도움"}
_NUMERALS = frozenset("영공일이삼사오육륙칠팔구십백천만억조한두세네열스물명번")


def _given_part(name: str) -> str | None:
    """The given name behind a surname, or None where no surname begins the name."""
    if name.startswith(DOUBLE_SURNAMES) and 3 <= len(name) <= 5:
        return name[2:]
    return name[1:] if name[0] in SURNAMES and 2 <= len(name) <= 5 else None


def _holds_a_word(name: str) -> bool:
    """구직신청, 고용보험: two words that no name is made of."""
    return any(name[at : at + 2] in NOT_NAMES - _IN_NAMES for at in range(len(name) - 1))


def evidence(name: str) -> int:
    """How much speaks for a name: a name that is known, its surname and syllables, or little."""
    if name in GIVEN_NAMES:
        return KNOWN
    if "이름" in name or "씨" in name or name.endswith(TITLES) or (len(name) == 2 and name.endswith("가")):
        return NONE
    given = _given_part(name)
    if given is None:
        return POSSIBLE if len(name) == 2 and set(name) <= GIVEN else NONE
    if given in GIVEN_NAMES or (len(given) > 1 and given in FOREIGN_NAMES):
        return KNOWN
    unusual = sum(syllable not in GIVEN for syllable in given)
    if not unusual and (len(given) <= 2 or name.startswith(DOUBLE_SURNAMES)):
        return LIKELY
    return POSSIBLE if unusual <= 1 and len(given) <= 3 and not _holds_a_word(name) else NONE


# A verb or an adjective before 요: 배고파요, 고마워요, 신나요.
_SAID_OF = frozenset("해워와나려돼겨줘파뻐러져여쳐써됐했겠갔왔네죠까세봐퍼아어려펴켜빠배퍼들므르")


def may_be_name(name: str, ending: str) -> bool:
    """Whether a surname and any syllables stand before an ending that only names and nouns take."""
    if name[0] not in SURNAMES or not 3 <= len(name) <= 4 or name.endswith(TITLES) or _holds_a_word(name):
        return False
    if name.endswith(_OF_WORK) or name in NOT_NAMES or "이름" in name or "씨" in name:
        return False
    return len(ending) > 1 or (len(ending) == 1 and len(name) == 3 and name[-1] not in _SAID_OF)


def is_name(name: str, ending: str, *, framed: bool, declared: bool) -> bool:
    """Whether a word passes as a name: the less speaks for it, the more the sentence around it must."""
    found = evidence(name)
    if found == NONE:
        return may_be_name(name, ending)
    if found > POSSIBLE or declared:
        return True
    if set(name[1:]) <= GIVEN and (framed or len(ending) > 1 or len(name) == 4):
        return True
    return may_be_name(name, ending)


def is_said_of(name: str, ending: str) -> bool:
    """Whether two syllables before 요 are a verb: "이름이 길어요"."""
    return len(name) == 2 and ending.startswith("요") and name[-1] in _SAID_OF and evidence(name) < KNOWN


def is_surely_name(name: str) -> bool:
    """Whether a whole name is no number: 남궁민수, not 천오백."""
    return len(name) > 2 and evidence(name) >= LIKELY and not set(name) <= _NUMERALS
