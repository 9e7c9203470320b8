"""How somebody wants to be called: a name, or a nickname that is no sentence and no other answer."""

import re

from bot.korean.name_words import NOT_NAMES
from bot.korean.names import person_name
from bot.korean.plain import wide_to_plain
from bot.korean.unclear import Unclear, Why

_NICKNAME = re.compile(
    r"[가-힣]{1,6}(?: [가-힣]{1,6}){0,3}|[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'.-]{0,14}(?: [A-Za-zÀ-ỹ'.-]{1,15}){0,3}"
)
_SENTENCE = re.compile(
    r"(?:요|다|까|죠|네|데|음|함|임|래|께|게|어|해|줘|자|고|서|면|니|지만|구|군|중|직|년|살|세|개월)$|없|싫|몰|모르|안녕|"
    r"뭐|왜|어디|언제|누구|얼마|괜찮|그냥|센터|상담|예약|취업|실업|일자리|요일|다음|이번|내일|모레|오늘|어제|오전|오후|정보|설정|메뉴|안내|동의"
)
_ENGLISH_SENTENCE = {
    "yes",
    "no",
    "ok",
    "okay",
    "hello",
    "hi",
    "none",
    "nothing",
    "what",
    "why",
    "help",
    "test",
}


def nickname(text: str) -> str:
    """The name or nickname; Unclear where the words look like anything else."""
    said = wide_to_plain(text[:120]).strip().strip(".!~♡♥ ")
    for framed in (said, f"이름은 {said}"):
        try:
            return person_name(framed)
        except Unclear as unclear:
            if unclear.why is not Why.NOTHING:
                raise
    if not _NICKNAME.fullmatch(said) or said in NOT_NAMES or _SENTENCE.search(said):
        raise Unclear(Why.NOTHING)
    if said.lower() in _ENGLISH_SENTENCE:
        raise Unclear(Why.NOTHING)
    return said
