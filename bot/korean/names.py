"""What somebody is called."""

import re
from dataclasses import dataclass

from bot.korean.foreign_name_words import COUNTRIES
from bot.korean.keys import as_hangul
from bot.korean.name_asides import without_closing_asides, without_opening_asides
from bot.korean.name_clauses import clauses, names_several, takes_back
from bot.korean.name_endings import OPENING
from bot.korean.name_evidence import LIKELY, evidence
from bot.korean.name_finding import SO_CALLED, before_aside, behind_more, first_name, whole_first
from bot.korean.name_words import DOUBLE_SURNAMES, GIVEN_NAMES, NOT_NAMES, SURNAMES
from bot.korean.unclear import Unclear, Why
from bot.korean.words import any_of

_FRAME = re.compile(OPENING, re.IGNORECASE)
_NAMED = re.compile(r"이름|성함|성명|본명|실명|name", re.IGNORECASE)
_INTRODUCED = re.compile(r"저|전|제가|나|난|내가|본인|\bi", re.IGNORECASE)
_SURNAME_APART = re.compile(
    r"^(?:[가-힣]{1,5}[\s,.]+)?(?:성(?:은\s*|이\s*|씨는\s*|\s+)|(?=[가-힣]{1,2}\s?씨))(?P<surname>[가-힣]{1,2}?)(?:\s?씨)?(?:\s*성에)?(?:이고요?|이구요?|"
    r"고요?|구요?|이요|요|이에요|예요|입니다)?[\s,.]+(?:이름(?:은|이)?|외자)\s*(?P<given>\S.*)$"
)
# "배씨고 순영이에요".
_CLAN = re.compile(
    r"^(?P<surname>[가-힣]{1,2})(?:\s?씨|가)(?:이?고|이?구|\s*성에)(?:요)?[\s,]+(?:이름은\s*)?(?P<given>\S.*)$"
)
# "이름은 방실이고 성은 김이에요".
_GIVEN_FIRST = re.compile(
    r"^(?:제\s*)?이름은\s*(?P<given>[가-힣]{1,2})(?:이고|고|이구|구|이며)(?:요)?[\s,]+성은\s*(?P<surname>[가-힣]{1,2}?)(?:\s?씨)?"
    r"(?:이?요|이?에요|예요|입니다|이라|고요)?[.!\s]*$"
)
# "유라고요 성까지 하면 임유라".
_WITH_SURNAME = re.compile(
    r"성까지\s*(?:다\s*)?(?:하면|합치면|합하면|붙이면|말하면|넣으면)(?:요)?[\s,]+(?P<name>[가-힣]{2,4}(?:이?요|이?에요|예요|입니다)?)[.!\s]*$"
)
_SURNAME_BEHIND = re.compile(
    r"(?<![가-힣])성(?:은|이|씨는)\s*([가-힣])(?:\s?씨)?(?=이?고|이?구|이?요|이?에요|예요|입니다|임|$|[.!,]|\s+이름)"
)
_ANY_GIVEN = re.compile(r"([가-힣]{1,3}?)(?:이?요|이?에요|예요|입니다|이?라고|임|$)")
_IS_MY_NAME = re.compile(
    r"^(?P<name>[가-힣 ]{2,12}?)(?:이라는|라는|이|가)\s*(?:게|것이|거가)?\s*(?:제|저의|내|"
    r"본인)?\s*(?:본명|이름)(?:이에요|입니다|이요|이야|임|인데요)[.!\s]*$"
)
_ASKS = re.compile(r"\?|(?<![가-힣])(?:왜|누구|뭐|뭘|무슨|어떤|어느|어떻게|언제|어디)")
# Behind a name: "정다운이에요 이름이 좀 특이하죠".
_EXPLAINS = re.compile(r"^(?:제\s*)?이름이\s")
# "다솜이에요 성은 비밀이에요": the given name is all that is told.
_GIVEN_ONLY = re.compile(r"성(?:은|씨는)?\s*(?:안|빼고|말고|없이|나중|비밀|생략)|이름만")
_HIDES = re.compile(
    r"(?:이름|성함|본명|실명)(?:은|을|를|도|까지)?\s*(?:안|못|꼭|왜)\s|밝히|비공개|(?:이름|성함)(?:을|를|은)?\s*(?:바꾸|바꿀|고치|고칠|변경|수정)[가-힣]*(?:(?<=려고)$|\s(?:하|싶|수|될|가능))"
)
# "띠우예요 베트남": a word that no Korean has is a name where a country is told.
_ABROAD = re.compile(rf"(?<![가-힣]){any_of(COUNTRIES)}(?=\s|$|사람|동포|에서|인|출신|국적)")
_FROM_ABROAD = re.compile(
    rf"^([가-힣]{{2,6}}?)(?:예요|이?에요|이?요)[\s,.]+(?:저는\s*)?(?!한국){any_of(COUNTRIES)}(?=\s|$|사람|에서|요|이요|출신)"
)
_TYPED = re.compile(r"([a-zA-Z]{5,14})(?:$|\s*(?:이?에?요|예요|입니다|이라고|이고)|\s+(?=[가-힣]{2,3}이?요))")


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    declared: bool
    ended: bool


def _one_syllable(text: str) -> str | None:
    """ "안훈이요 외자예요": 이 is no part of the name."""
    if "외자" not in text:
        return None
    short = re.search(
        r"(?<![가-힣])([가-힣]{2})(?:이?요|이?에요|예요|입니다|이고요?|이라|인데|\s|,|$)",
        re.sub(r"외자(?:이?에요|예요|이?고요?|입니다|라서?|인데요?)?", "", text),
    )
    return short[1] if short and short[1][0] in SURNAMES else None


def _in_clause(clause: str, *, alone: bool) -> _Found | None:
    frame = _FRAME.match(clause)
    opening, rest = (frame[0], clause[frame.end() :]) if frame else ("", clause)
    declared = bool(_NAMED.search(opening)) or alone
    if named_behind := _IS_MY_NAME.match(rest):
        declared, rest = True, named_behind["name"]
    framed = declared or bool(_INTRODUCED.search(opening))
    for said in dict.fromkeys((rest, without_closing_asides(rest))):
        if said and (name := first_name(said, framed=framed, declared=declared)):
            return _Found(name, declared or bool(SO_CALLED.search(said)), ended=len(said) > len(name))
    name = before_aside(rest, framed=framed) or behind_more(rest) or whole_first(rest)
    return _Found(name, declared, ended=True) if name else None


def _told(part: list[str], *, alone: bool) -> list[_Found]:
    """The names of the clauses; one that is open counts where no other clause tells it."""
    told: list[_Found] = []
    open_question: Unclear | None = None
    for clause in part:
        if _ASKS.search(clause) or _HIDES.search(clause) or (told and _EXPLAINS.match(clause)):
            continue
        try:
            found = _in_clause(clause, alone=alone)
        except Unclear as unclear:
            open_question = unclear
            continue
        told += [found] if found else []
    if open_question and not told:
        raise open_question
    return told


def _apart(said: str) -> str | None:
    """ "성은 김이고 이름은 민수예요" → "김민수"."""
    if whole := _WITH_SURNAME.search(said):
        return first_name(whole["name"], framed=True, declared=True)
    if match := _GIVEN_FIRST.match(said):
        return str(match["surname"] + match["given"])
    if not (match := _SURNAME_APART.match(said) or _CLAN.match(said)):
        return None
    surname = str(match["surname"])
    if surname not in SURNAMES | set(DOUBLE_SURNAMES):
        return None
    given = re.match(r"[가-힣]{2}", match["given"])
    if given and given[0] in GIVEN_NAMES:
        return f"{surname}{given[0]}"
    for words in (match["given"], match["given"].split()[0]):
        if name := first_name(words, framed=True):
            return surname + name.removeprefix(surname)
    spelled = _ANY_GIVEN.match(match["given"])
    return surname + spelled[1] if spelled else None


def _with_surname(name: str, text: str) -> str:
    """ "하영이에요 성은 주씨요" → "주하영"."""
    told = _SURNAME_BEHIND.search(text)
    fits = told is not None and told[1] in SURNAMES and not name.startswith(told[1]) and len(name) < 4
    return told[1] + name if told and fits else name


def _with_last_syllable(name: str, text: str) -> str:
    """ "문영이라고 합니다 영이가 이름" → "문영이": what is said again tells where the name ends."""
    again = rf"(?:^|[^가-힣]){re.escape(name)}이.*[^가-힣](?:{re.escape(name)}|{re.escape(name[1:])})이(?:가|는|라서|\s|$)"
    return f"{name}이" if re.search(again, text) else name


def _weight(found: _Found) -> int:
    """A whole name outweighs two syllables: "감민경. 강 아니고 감이에요"."""
    return 2 * min(evidence(found.name), LIKELY) + 2 * (len(found.name) > 2) + found.ended


def _holds(whole: str, name: str) -> bool:
    return whole != name and len(whole) > len(name) and whole.endswith(name) and whole[0] in SURNAMES


def _chosen(found: list[_Found]) -> str | None:
    """The one name of a part: a full name holds its given name, a declared one wins."""
    # "진상현입니다 상현이라고 불러도 돼요": what one may be called is no other name.
    found = [each for each in found if not any(_holds(other.name, each.name) for other in found)]
    found = [each for each in found if each.declared] or found
    most = max(map(_weight, found), default=0)
    found = [each for each in found if _weight(each) == most]
    names = list(dict.fromkeys(each.name for each in found))
    whole = [name for name in names if not any(other != name and other.endswith(name) for other in names)]
    if len(whole) > 1:
        raise Unclear(Why.SEVERAL, *whole)
    return whole[0] if whole else None


def _other_layout(text: str) -> str | None:
    typed = _TYPED.match(text.strip())
    meant = as_hangul(typed[1]) if typed else ""
    return meant if re.fullmatch(r"[가-힣]{3}", meant) and evidence(meant) >= LIKELY else None


def person_name(text: str) -> str:
    """The name without the words around it: "저는 김민지라고 해요" → "김민지"."""
    said = without_opening_asides(text[:120])
    if (abroad := _FROM_ABROAD.match(said)) and abroad[1] not in NOT_NAMES:
        return abroad[1]
    if name := _other_layout(said) or _apart(said) or _one_syllable(said):
        return name
    if names_several(said):
        raise Unclear(Why.SEVERAL)
    alone = bool(_GIVEN_ONLY.search(said) or _ABROAD.search(text[:120])) or takes_back(said)
    for part in clauses(said):
        told = _told(part, alone=alone)
        if name := _chosen(told):
            return _with_last_syllable(_with_surname(name, said), said)
    raise Unclear(Why.NOTHING)
