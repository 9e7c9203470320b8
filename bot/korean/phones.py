"""A telephone number: a mobile of 010, or a land line of 062."""

import re

from phonenumbers import is_possible_number, parse

from bot.korean.corrections import without_apology
from bot.korean.figures import figure
from bot.korean.numerals import DIGITS, ONES
from bot.korean.plain import NEAR, plain
from bot.korean.unclear import Unclear, Why, only

_DIGIT = r"(?:[\d공영일삼사오육륙칠팔구o]|이(?!고요\s)|(?<=[\d-])[li|](?=[\d-])|하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)"
_GAP = r"(?:이고요?(?=[\s,])|이?요(?=\s)|\s|[-.·)(/,~_]|다시|하이픈|대시|하고|그리고|뒤(?:에|자리)?[는은]?|에(?!요)|(?:그\s?)?(?:다음|담)(?:에|은|엔)?|의|(?<=\s)[음어](?=[\s,.]))*"
# 이 may begin 이요, 오 begins 오후: a word counts as one more digit where digits go on behind it.
_END = r"(?!-?\d)(?:(?=이구[만먼요나])|(?![공영일이삼사오육륙칠팔구o](?:$|[\s공영일이삼사오육륙칠팔구o\d])))"
_START = r"(?<![\d가-힣])(?<!\d[-.])(?:(?:\(?\+|00)?\s?82\)?[-\s]*(?:\(0\)\s*|0(?=1))?|[0공영oㅇ])" + _GAP
_ZERO, _ONE, _TWO, _SIX = r"[0공영oㅇ]", r"(?:[1일il|]|하나)", r"[2이]", r"[6육륙]"

_MOBILE = re.compile(_START + _ONE + _GAP + _ZERO + rf"(?:{_GAP}{_DIGIT}){{8}}" + _END)
_LAND_LINE = re.compile(_START + _SIX + _GAP + _TWO + rf"(?:{_GAP}{_DIGIT}){{7}}" + _END)
_UNFINISHED = re.compile(_START + _ONE + _GAP + _ZERO)
_ELSEWHERE = re.compile(_START + rf"(?:{_GAP}{_DIGIT}){{7,10}}" + _END)
_INTERNATIONAL = re.compile(r"^(?:\(?\+|00)?\s?82\)?[-\s]*(?:\(0\)\s*|0(?=1))?")
# "옛날 번호는 …인데 지금은 …": a number nobody answers any more, or somebody else's.
_FORMER = re.compile(
    r"(?:옛날?(?:엔|에는|에)?|예전(?:엔|에는|에)?|이전(?:엔|에는)?|전(?:엔|에는|에)?|구|원래|"
    r"바뀌기\s*전)\s*(?:쓰던|썼던|사용하던|쓴)?\s*(?:폰|휴대폰|핸드폰)?\s*(?:번호|거|꺼|것|건|껀)?[은는이가]?\s*$"
)
_GONE = re.compile(
    r"^\s*(?:은|는|이|가)?\s*(?:이제|지금은?)?\s*(?:없는|안\s*(?:써|쓰|씀|돼|되(?!면))|끊|해지|옛날?|예전|"
    r"전\s*번호)|^\s*(?:이었|였)(?:는데|지만|고|다가)"
)
_SOMEBODY = (
    r"(?:남편|아내|와이프|신랑|집사람|엄마|아빠|어머니|아버지|아들|딸|며느리|사위|친구|언니|누나|"
    r"오빠|동생|형|회사|가게|사장)"
)
_THEIRS_BEHIND = re.compile(
    rf"^\s*(?:은|는|이|가)?[\s,]*(?:이건|이거는?|그건|이\s*번호는)?\s*(?:제|우리|저희)?\s*{_SOMEBODY}님?\s*(?:의\s*)?"
    r"(?:(?:번호|폰|거|꺼|것|껀|건)(?!\s*[은는이가]?\s*(?:말고|아니))|휴대폰|핸드폰|전화(?!\s*\d)|명의|예요|이에요|에요|입니다|이고|인데|$)"
)
_THEIRS_BEFORE = re.compile(
    rf"{_SOMEBODY}님?\s*(?:의|이|꺼|거)?\s*(?:폰|휴대폰|핸드폰|전화)?\s*(?:번호|거|꺼)?(?:[은는이가]|예요|이에요|에요|인데요?|입니다)?[\s,.]*$|(?:비상|긴급)\s*연락처?(?:는|은|로는)?[\s,.:]*$|보호자(?:는|님은)?\s*$"
)
# "엄마 폰 010-…로 주세요", "가게 전화예요 휴대폰은 안 써요": somebody else's, but the one to call.
_TO_BE_CALLED = re.compile(
    r"^\s*(?:이?[요]?\s*)?(?:으로|로|여기로|이쪽으로|이리로)\s*(?:꼭|좀|다)?\s*(?:문자|전화|연락)?\s*(?:주세요|주셔요|해\s*주|연락|전화|문자|걸어|보내|하세요|부탁)"
)
# "8472 6153 앞에 010", "010-48271-936": the prefix behind the number, digits that are grouped like no number.
_PREFIX_LAST = re.compile(
    r"(?<!\d)(?P<first>\d{4})[\s-]*(?P<second>\d{4})(?!\d)\s*(?:이고|인데|이?요)?[\s,]*앞(?:에|자리|번호)?[은는에]?\s*010(?:\S*)?"
)
_OTHER_GROUPS = re.compile(r"01\d[-.](?:\d{5,7}[-.]\d{1,3}|\d{1,3}[-.]\d{5,7})")
_ANEW = re.compile(r"(?:^|\s)아\s|끝자리|뒷자리|정정|다시")
_SHORTEST = 8
_MINE_BEFORE = re.compile(
    r"(?:제|저의|내|본인)\s*(?:휴대폰|핸드폰|폰|전화)?\s*(?:번호|거|꺼|것|껀|건)?[은는]?[\s:]*$"
)
_MOVED = re.compile(r"\s*에서\s*")
_PLACE = re.compile(r"회사|가게|사장")
_NO_OTHER = re.compile(
    r"(?:휴대폰|핸드폰|폰|제\s?(?:꺼|껀|건|것|거|폰|번호))\s*[은는이가]?\s*(?:안\s*[쓰써씀]|없|정지|고장|끊)"
)
_JOINT = re.compile(r"이고요?(?=[\s,])|이?요(?=\s)")
_NATIVE_DIGITS = re.compile("하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉")
_LOOK_ALIKES = str.maketrans(
    {"o": "0", "ㅇ": "0", "l": "1", "i": "1", "|": "1"} | {word: str(digit) for word, digit in DIGITS.items()}
)


def _national(written: str) -> str:
    written = _JOINT.sub(" ", written)
    written = _NATIVE_DIGITS.sub(lambda word: str(ONES[word[0]]), written)
    digits = re.sub(r"\D", "", _INTERNATIONAL.sub("0", written).translate(_LOOK_ALIKES))
    return digits if digits.startswith("0") else "0" + digits


def _is_possible(digits: str) -> bool:
    return is_possible_number(parse(digits, "KR"))


def _is_own(match: re.Match[str], said: str) -> bool:
    """Whether the number is the person's own, and still in use."""
    before, behind = said[: match.start()][-NEAR:], said[match.end() :][:NEAR]
    if _MINE_BEFORE.search(before) and not _GONE.match(behind):
        return True
    theirs = _THEIRS_BEFORE.search(before) or _THEIRS_BEHIND.match(behind)
    if theirs and _PLACE.search(theirs[0]) and _LAND_LINE.match(match[0]):
        return True  # a shop's land line
    if theirs and (
        _TO_BE_CALLED.match(behind) or (_PLACE.search(before + behind) and _NO_OTHER.search(behind))
    ):
        return True
    return not (theirs or _FORMER.search(before) or _GONE.match(behind))


# "010-… 이 번호 말고 010-…".
_THIS_ONE = re.compile(r"(?<=\d)\s*(?:이|그)\s?(?:번호|거|것)(?:는|은|가)?\s*(?=말고|아니고|아니라)")
# "번호는010-…": the word before, run together with the number.
_RUN_ON = re.compile(r"(?:전화|번호|폰|연락처)(?:는|은|이|가)?(?=\(?(?:0\d|[공영][일육]))")


def _whole(text: str) -> str:
    """The answer as it stands; where only a part of the number was said again, all of it."""
    text = _THIS_ONE.sub(" ", text)
    said, everything = figure(text), without_apology(plain(text))
    whole = [match[0] for match in _MOBILE.finditer(everything)]
    last = re.sub(r"\D", "", said)
    again = said != everything and len(whole) == 1 and 0 < len(last) < _SHORTEST
    return whole[0] if again and re.sub(r"\D", "", whole[0]).endswith(last) else said


def _last_said(written: list[re.Match[str]], said: str) -> list[re.Match[str]]:
    """ "…1823 아 끝자리 4예요 …1824": the number that was written anew."""
    if len(written) < 2:
        return written
    between = said[written[-2].end() : written[-1].start()]
    return written[-1:] if _ANEW.search(between) or _MOVED.fullmatch(between) else written


def phone(text: str) -> str:
    """The number in national digits: "공일공 1234-5678" → "01012345678"."""
    said = _RUN_ON.sub(r"\g<0> ", _PREFIX_LAST.sub(r"010 \g<first> \g<second>", _whole(text)))
    written = [match for pattern in (_MOBILE, _LAND_LINE) for match in pattern.finditer(said)]
    written = _last_said(written, said)
    found = [_national(match[0]) for match in written if _is_own(match, said)]
    if any(_OTHER_GROUPS.fullmatch(match[0].strip()) for match in written):
        raise Unclear(Why.SEVERAL)
    if written and not found:
        raise Unclear(Why.SEVERAL)
    if not found and _UNFINISHED.search(said):
        raise Unclear(Why.NOTHING)
    if not found and _ELSEWHERE.search(said):
        raise Unclear(Why.NOT_OURS)
    return only([digits for digits in found if _is_possible(digits)])
