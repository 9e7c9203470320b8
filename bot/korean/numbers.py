"""A number, however it was written."""

import re
from collections.abc import Iterator

from bot.korean.corrections import what_stands
from bot.korean.numerals import ABOUT, DIGITS, NUMERAL, is_twofold, native_value, value, whole, without_commas
from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why, only

_UNITS = (
    r"만\s*원|원|명|개월|개|번|년|달|월|일|살|세|시간|시|분|주|회|차|급|점|층|호|대|곳|군데|가지|장|건|권|통|"
    r"킬로|km|kg|%|퍼센트|프로|배|평|인|사람|분기|쪽|줄"
)
_ENDING = (
    r"(?:이?요|이?에요|예요|여요|입니다|임|이고요?|이다|정도|쯤|가량|즈음|은|는|이|가|을|를|도|만|로|으로|에|"
    r"이?라고|넘게|이상|인데요?|이?야|이?나(?=\s)|하고|이?랑|과|와|이?네요|되[가-힣]*|있[가-힣]*|했[가-힣]*)*"
)
# A word of number syllables alone is a number only where it ends like one: 이사, 만나, 구두 are words.
_WORD = re.compile(
    rf"(?<![가-힣a-z\d.,])(?:약|한|총|딱|대략)?\s*({NUMERAL})\s*((?:{_UNITS})*){_ENDING}(?![가-힣\d])"
)
_HALF = re.compile(r"(?<![가-힣\d])(?:절반|반)(?:이?요|이?에요|예요|입니다|정도|쯤)*(?![가-힣])")
_NOT_ONE = re.compile(
    rf"\d\s*[~]\s*\d|\d\s+?[-]\s+?\d|{NUMERAL}\s*(?:{_UNITS})?\s*(?:에서|부터)\s*{NUMERAL}"
    rf"|(?<![가-힣]){ABOUT}\s*(?:{_UNITS}|십|백|천|만)|(?:몇|수)\s*(?:십|백|천|만|{_UNITS})|\d+\s*여\s|\d0\s*대(?![가-힣\d])"
    r"|이하|미만|안\s*(?:되|돼)|못\s*되|최대|초반|중반|후반|거의"
)
_IDIOMS = re.compile(r"천만에(?:요|말씀)?|만약|만일|백만\s*번|구만리|일일이|이만(?=\s|$)(?!\s*원)")
_BARE_WORDS = {
    "일",
    "이",
    "사",
    "오",
    "구",
    "만",
    "한",
    "두",
    "세",
    "네",
    "서",
    "열",
    "조",
    "석",
    "엿",
    "공",
    "영",
}


_SAYS_SO = re.compile(r"(?:요|입니다|임|정도|쯤|이상|넘게|가량)$")
_NO_COUNT = re.compile(r"없|둘\s*다|셋\s*다|(?<!\d)-\s?\d|(?:시간|년|달|개월|개|병|판|일)\s*반(?![가-힣]*장)")
_ANSWERS = re.compile(r"(?:네|예|아)+[요.!\s]*")


def _is_word(match: re.Match[str], said: str) -> bool:
    """Whether the syllables are more likely a word than a number: 이사, 구두, 이천, 일."""
    numeral = match[1]
    if match[2] or re.search(r"\d", numeral) or match[0].strip() == said.strip():
        return False
    spoken_digits = all(syllable in DIGITS for syllable in numeral)
    return spoken_digits or numeral in _BARE_WORDS or not (native_value(numeral) or _SAYS_SO.search(match[0]))


def _found(said: str) -> Iterator[float]:
    for match in _WORD.finditer(said):
        if not _is_word(match, said) and (amount := value(match[1])) is not None:
            yield amount


def number(text: str) -> int | float:
    """The one number the text names: "서른다섯" → 35, "2백5십" → 250, "0.5" → 0.5."""
    said = without_commas(_IDIOMS.sub(" ", what_stands(plain(text))))
    if _NOT_ONE.search(said):
        raise Unclear(Why.RANGE)
    found = list(_found(said))
    if _ANSWERS.fullmatch(said) or _NO_COUNT.search(said):
        raise Unclear(Why.NOTHING)
    if re.search(r"\d", _WORD.sub(" ", said)):
        raise Unclear(Why.SEVERAL if found else Why.NOTHING)
    if is_twofold(said):
        raise Unclear(Why.SEVERAL, *found)
    if not found and _HALF.search(said):
        found = [0.5]
    return whole(only(found))
