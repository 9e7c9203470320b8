"""A sentence parted into the clauses that may hold a name: what is denied or of others is left out."""

import re

from bot.korean.plain import wide_to_plain
from bot.korean.words import any_of

_LOOSE = re.compile(r"[ㅋㅎㅠㅜㅇㄱ-ㅎ^♡♥☆★*]+|[\U0001F000-\U0001FAFF☀-➿️]+")
_QUOTES = re.compile(r"[\"'“”‘’『』「」《》]+")
_HANJA = re.compile(r"[一-鿿]+")
# 김.민.지, 김-민-지: the letters said one by one.
_APART = re.compile(r"(?<![가-힣])[가-힣](?:\s?[.\-_·/]\s?[가-힣]){1,3}(?=$|[^가-힣]|입|이[에요]|예요|요)")
# Numbers tell an age, a telephone, a day: no name stands in their word.
_NUMBER = re.compile(r"(?:(?<!\S)만\s*)?\d\S*")
# "강감찬 장군 할 때 감찬": how a name is written, not whose it is.
_COMPARED = re.compile(
    r"(?:\S+(?<![요다])\s)?\S+\s할\s?때(?:의|처럼)?(?:\s(?:그\s)?[가-힣](?:자)?(?:이?요|이?에요|예요|입니다|이고요?)?(?=[\s.,!]|$))?"
)
# "고 자 영 자 희 자": how the old are named.
_SPELLED = re.compile(r"(?<![가-힣])[가-힣] 자(?: [가-힣] 자){1,3}(?=\s|$|[를이요입])")
# "김은지B": the second of two that are called so; "wnsdldy 김준이요": said again, in the right layout.
_NAMESAKE = re.compile(
    r"(?<=[가-힣]{2})[A-Za-z](?=이?에?요|예요|입니다|$|\s)|^[a-zA-Z]{3,14}\s+(?=[가-힣]{2,4}이?요$)"
)
_WITHOUT_SURNAME = re.compile(
    r"(?:그냥\s*)?(?<![가-힣])성은?\s*(?:빼고|떼고|없이|말고|생략하고)\s+(?=[가-힣]{2,3}(?:이?라|로|으로|이?요))"
)
_NEGATOR = any_of(
    "아니고 아니구 아니라 아닙니다 아님 아니에요 아니예요 아니여 아니어요 아녀 아녀요 아니랑께 아니당께 말고 말구 "
    "아니죠 아니지 아니지라 아닌데 아닌디 아니고요 말고요 아니구요 아니라요 아니라서 아닌"
)
# "차범군 (차범근 아닙니다)", "설희가 아니고 설아": the word before is not the name.
_DENIED = re.compile(rf"[^\s|,.!()/\[\]]+[\s|]*(?<![가-힣]){_NEGATOR}[가-힣]*")
_DENIED_TIGHT = re.compile(rf"(?<![가-힣])[가-힣]{{2,5}}?(?:이|가)?{_NEGATOR}(?![가-힣])")
_RETRACTED = re.compile(
    r"(?:^|(?<=[\s|,.]))(?:아+\s*)?(?:아니+(?:다|요|지|네)?|아뇨|아참|아차|앗|정정(?:합니다|할게요|이요)?|오타[가-힣]*|잘못\s*[가-힣]+|다시\s*(?:쓸|적을|칠)[가-힣]*)(?=[\s,.!|]|$)"
)
_STOPS = re.compile(r"(?<![A-Za-z])[.]+|[,!|/;\n()\[\]<>~…=]+|:(?=\S*$)")
_ENDED = re.compile(
    r"(?<=\?)\s*|(?<=[가-힣]{2}[요다죠임여잉염용유께당])\s+(?!(?:입니다|이에요|예요|에요|이요|요|라고|이라고|라|라구|라는|이라는|인데|임|님|씨|맞)(?:[\s가-힣]|$))|"
    r"(?<=[가-힣]데)\s+|(?<=[되하주]면)\s+|(?<=[는인]디)\s+|(?<=니까)\s+|(?<=라서)\s+|(?<=해서)\s+|(?<![라싶]고)(?<=고)\s+(?!싶|있|계|말|말할)|(?<=고요)\s+|(?<=구요)\s+|(?<=지만)\s+|(?<=다만)\s+|\s+(?=왜\s)"
)
# "김민수나 이민수", "김민수 아니면 이민수": two are named.
_LISTED = re.compile(
    r"(?<![가-힣])([가-힣]{3,4}(?=나|랑)|[가-힣]{2,4}(?=이나|이랑|\s*아니면))(?:이나|나|이랑|랑|\s*아니면)\s+(?!같|똑같|닮|비슷)(?=[가-힣]{2,4}(?:$|이?요|이에요|예요|인데|\s*(?:둘|중))|(?<=면\s)[가-힣]{3})(?!입니다|이에요|예요|라고|이요|맞|요$)"
)
_MINE_BEGINS = re.compile(
    r"(?<=주신)\s+(?=이름[은이]\s)|(?<![이가])(?<!개명)\s+(?=(?:제|내|저의|나의|본인)\s?(?:이름|성함|본명|실명|성명)|(?:저는|나는|전|난|제가|내가)\s|저\s(?=[가-힣]{2,4}(?:이?요|입니다|인데|예요|이에요)$))"
)
_FAMILY = any_of(
    "남편 아내 와이프 집사람 아들 아들내미 딸 딸내미 딸애 손주 손녀 손자 며느리 사위 엄마 아빠 어머니 아버지 할머니 "
    "할아버지 시어머니 시아버지 장모님 언니 누나 오빠 형 형님 동생 여동생 남동생 조카 이모 고모 삼촌 친구 신랑 각시 애 "
    "아이 애기 애들 자녀 부모님 동료 이웃 지인 선배 후배"
)
_OF_OTHERS = re.compile(
    rf"^(?:저희|우리|제|내|저)?\s*{_FAMILY}(?:의)?\s*(?:이름|성함|본명)?(?:은|는|이|가|도|께서|께서는|을|를|한테|이랑|랑|하고)?(?:\s|$)"
)
# "딸이 대신 씁니다 어머니 성함은 박복자": then the other's name is asked for.
_FOR_ANOTHER = re.compile(r"대신|대리|도와\s*드리")
_OWNER = re.compile(rf"^(?:저희|우리|제|내)?\s*{_FAMILY}(?:의)?\s*(?=이름|성함|본명|성명)")
_NAME_OF = re.compile(r"이름|성함|본명|성명")
_OTHER_NAME = re.compile(
    r"^(?:제\s*)?성(?:은|이|씨는|씨가)\s|^\S{1,2}(?:이|가|은|는|자는|자가)\s+(?:성|외자|이름|돌림|한자)|^(?:제\s*)?(?:별명|가명|예명|닉네임|활동명|아이디|개명\s*전|바꾸기\s*전|옛날?\s*이름|예전\s*이름)(?:은|는|이|가|도)?\s"
)


def _written(text: str) -> str:
    said = wide_to_plain(text[:120])
    said = _NAMESAKE.sub("", _WITHOUT_SURNAME.sub("", said))
    said = _HANJA.sub(" ", _QUOTES.sub("", _LOOSE.sub(" ", said)))
    said = _APART.sub(lambda match: re.sub(r"[\s.\-_·/]", "", match[0]), said)
    said = _COMPARED.sub(" ", said)
    said = _SPELLED.sub(lambda match: match[0].replace(" 자", "").replace(" ", "") + " ", said)
    said = re.sub(r"(?<![가-힣])(?:[두세네]\s?글자|외자)(?=\s+[가-힣])", " ", said)
    said = re.sub(r"(?<![가-힣])(?:그\s*)?(?:뭐냐|뭐더라|뭐시냐|뭣이냐|거시기)(?=[\s,])", " ", said)
    said = re.sub(r"(이름|성함|성명|본명|name)\s*[:=\-]\s*", r"\1 ", said)
    return _NUMBER.sub(" | ", said)


def _without_denied(said: str) -> str:
    return _DENIED_TIGHT.sub(" | ", _DENIED.sub(" | ", said))


def _is_mine(clause: str, *, for_another: bool) -> bool:
    if _OTHER_NAME.match(clause):
        return False
    return _OF_OTHERS.match(clause) is None or (for_another and _NAME_OF.search(clause) is not None)


def _clauses(part: str, *, for_another: bool) -> list[str]:
    said = _ENDED.sub(" | ", _MINE_BEGINS.sub(" | ", part))
    clauses = (clause.strip() for clause in _STOPS.split(said))
    mine = [clause for clause in clauses if clause and _is_mine(clause, for_another=for_another)]
    return [_OWNER.sub("", clause) for clause in mine] if for_another else mine


def takes_back(text: str) -> bool:
    """Whether something is denied or corrected: then the word that stays is the name."""
    return _DENIED.search(_written(text)) is not None


def names_several(text: str) -> bool:
    """Whether two names are offered: "김민수나 이민수"."""
    return _LISTED.search(_without_denied(_written(text))) is not None


def clauses(text: str) -> list[list[str]]:
    """The clauses that may hold the name, what was said last first: where it took back, each part by itself."""
    parts = _RETRACTED.split(_without_denied(_written(text)))
    for_another = _FOR_ANOTHER.search(text[:120]) is not None
    return [_clauses(part, for_another=for_another) for part in reversed(parts)]
