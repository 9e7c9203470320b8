"""What somebody is called."""

import re

from bot.korean.name_words import DOUBLE_SURNAMES, ENGLISH_WORDS, GIVEN, NOT_NAMES, SURNAMES
from bot.korean.plain import wide_to_plain
from bot.korean.unclear import Unclear, Why

_FRAME = re.compile(
    r"^(?:(?:아|음|네|넵|예|안녕하세요|안녕하십니까|반갑습니다|저기요?|그|어)[\s,.!~]+)*"
    r"(?:(?:제|저의|내|본인|신청자|예약자)?\s*(?:이름|성함|성명|본명|실명|name)\s*(?:은|는|이|:|=|-)?\s*|(?:저는?|전|제가|"
    r"나는?|난|본인은|my name is|i am|i'm|im|this is)\s+(?:그냥\s+)?)?",
    re.IGNORECASE,
)
_TAIL = (
    r"(?:이?라고?\s*(?:합니다|해요|하는데요|불러\s*주세요|불러\s*줘요?|불러요|부르세요|부르시면\s*돼요|하면\s*돼요|적어\s*주세요|써\s*주세요|"
    r"해\s*주세요|함|한다|하요|하제|하고요|하구요)|"
    r"이라\s*(?:합니다|해요|하오|불러\s*주세요)|라\s*(?:합니다|해요)|"
    r"입니다|임니다|입니당|이옵니다|인데요|인디요|임|이에요|이예요|에요|예요|여요|이여요|이에용|이요|이여|요|용|이구요|이고요|고요|구요|이야|야|이다|이지라|이랑께|이당께|잉|이라우|"
    r"\s*(?:로|으로)\s*(?:해\s*주세요|할게요|적어\s*주세요|불러\s*주세요|예약해\s*주세요|부탁해요|부탁드려요|부탁드립니다|신청할게요|해줘요?|해요|하죠))?"
)
# Syllables that end a name or only the sentence.
_ENDINGS = "이예에여고구라야인임"
_HONORIFIC = r"(?:\s*(?:님|씨|군|양))?"
_ORNAMENT = r"[\s.,!~^ㅋㅎㅠㅜ♡♥☆★;:)(]*"
_WRITTEN = re.compile(r"[가-힣]{2,5}|[가-힣](?: [가-힣]){1,3}|[가-힣] [가-힣]{2}|[가-힣]{2} [가-힣]{1,2}")
_BEHIND = re.compile(rf"{_HONORIFIC}(?:{_TAIL}){_ORNAMENT}")
_LATIN = re.compile(
    r"(?P<name>[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*(?:\s+[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){1,4})(?:입니다|이에요|예요|이요|요)?"
    + _ORNAMENT
)
_CORRECTED = re.compile(
    r"(?:이|가)?\s*(?:말고|아니고|아니라|아니구)\s*(?:요)?\s+|[\s,.]+아+\s*아니\s*(?:다|요)?[\s,.]+|[\s,.]+아니\s*(?:다|요)?[\s,.]+"
)
# "…입니다. 잘 부탁드려요": what follows the introduction.
_FURTHER = re.compile(r"(입니다|합니다|이에요|예요|라고\s*해요|인데요?)[\s.,!]+\S.*$")
_MORE = re.compile(
    r"[\s,/(]+(?=\d|만\s?\d|여자?\b|남자?\b|여성|남성|여\)|남\)|01\d|[5-9]\d년|북구|남구|서구|동구|광산구).*$|[,.]\s+[가-힣\s\d]+$"
)


def _has_final(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 != 0


def _given_part(name: str) -> str | None:
    """The given name behind a surname, or None where no surname begins the name."""
    if name.startswith(DOUBLE_SURNAMES) and 3 <= len(name) <= 4:
        return name[2:]
    return name[1:] if name[0] in SURNAMES and 2 <= len(name) <= 4 else None


def _is_name(name: str, *, framed: bool) -> bool:
    if name in NOT_NAMES or any(
        name.startswith(word) and len(name) - len(word) < 2 and len(word) > 2 for word in NOT_NAMES
    ):
        return False
    given = _given_part(name)
    if (
        given is not None
        and all(syllable in GIVEN for syllable in given)
        and len(given) <= (3 if framed else 2)
    ):
        return True
    return len(name) == 2 and all(syllable in GIVEN for syllable in name) and framed


def _candidates(said: str) -> list[str]:
    """The names the sentence may hold; two where 이 may belong to the name or to the ending."""
    ends = range(2, min(len(said), 7) + 1)
    written = [
        said[:end] for end in ends if _WRITTEN.fullmatch(said, 0, end) and _BEHIND.fullmatch(said, end)
    ]
    return list(dict.fromkeys(name.replace(" ", "") for name in written))


def _fits(name: str, said: str, *, framed: bool) -> bool:
    """Whether the ending behind the name is the one its last sound takes."""
    tail = re.sub(r"[^가-힣]", "", said.replace(" ", ""))[len(name) :]
    if not _is_name(name, framed=framed or len(tail) > 1):
        return False
    if (
        tail.startswith(("이요", "이에요", "이예요", "이라", "이고", "이구", "이야", "이다"))
        or tail == "이여"
    ):
        return _has_final(name[-1])
    if tail.startswith(("예요", "에요", "여요", "라고", "라합", "라해", "야", "고요", "구요")):
        return not _has_final(name[-1]) or tail.startswith(("에요", "예요", "고요", "구요"))
    return True


def _settled(names: list[str]) -> str:
    """One of the readings: three syllables are the usual Korean name."""
    if len(names) > 1:
        # 예요 ends sentences all day and names hardly ever; 이 ends both.
        names = [name for name in names if not (name[-1] in "예에여" and name[:-1] in names)]
        usual = (
            names
            if len(names) == 1
            else [name for name in names if len(name) == 3 and name[-1] not in _ENDINGS]
        )
        if len(usual) != 1 or (len(names) > 1 and any(len(name) == 2 for name in names)):
            raise Unclear(Why.SEVERAL, *names)
        return usual[0]
    if not names:
        raise Unclear(Why.NOTHING)
    return names[0]


def _korean(said: str, *, framed: bool) -> str:
    names = [name for name in _candidates(said) if _fits(name, said, framed=framed)]
    return _settled(names)


def person_name(text: str) -> str:
    """The name without the words around it: "저는 김민지라고 해요" → "김민지"."""
    said = _CORRECTED.split(wide_to_plain(text[:120]).strip())[-1].strip()
    if "?" in said:
        raise Unclear(Why.NOTHING)
    frame = _FRAME.match(said)
    framed = bool(
        frame and re.search(r"이름|성함|성명|본명|name|저|전|제가|나|난|본인|i", frame[0], re.IGNORECASE)
    )
    rest = _FURTHER.sub(r"\1", said[frame.end() :] if frame else said)
    rest = _MORE.sub("", rest).strip()
    latin = _LATIN.fullmatch(rest)
    if latin and not set(latin["name"].lower().split()) & ENGLISH_WORDS:
        return str(latin["name"])
    return _korean(rest, framed=framed)
