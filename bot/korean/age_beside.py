"""What people say beside their age, put aside: how they live, a feast that falls on it, typing slips of 살."""

import re

from bot.korean.endings import SENTENCE_END
from bot.korean.numerals import NUMERAL, value
from bot.korean.words import any_of

_STANDING = any_of(
    "대학생 대학원생 학생 휴학생 재학생 졸업생 졸업반 취준생 취업준비생 취업_준비생 준비생 구직자 백수 백조 무직 실직자 실업자 주부 전업주부 가정주부 "
    "퇴직자 은퇴자 정년퇴직자 직장인 회사원 자영업자 자영업 프리랜서 알바생 애엄마 애_엄마 아기엄마 애아빠 애_아빠 워킹맘 경단녀 미혼 기혼 싱글 미혼모 "
    "청년 총각 아가씨 아줌마 아저씨 가장"
)
_WHO = any_of("저는 저 전 나는 나 난 올해 이제 현재 지금 만")
# "24 취준생", "서른둘 백수입니다": not "애가 24 대학생".
_BEHIND = re.compile(
    rf"^(?P<age>(?:{_WHO}\s*){{0,2}}(?P<years>\d{{2}}|{NUMERAL}))(?:살|세)?[\s,/]+(?:(?:남자?|여자?|남성|여성)[\s,/]+)?{_STANDING}{SENTENCE_END}?[.!\s]*$"
)
_FEASTS = {"환갑": 61, "회갑": 61, "칠순": 70, "고희": 70, "팔순": 80}
_IS = r"(?:이?네요?|이?에요|예요|이?요|입니다|이제|이여|이소|이지라|이라)"
_FEAST = rf"(?P<feast>{'|'.join(_FEASTS)})"
_PAST = r"(?:이|을|은)?\s*(?:막|이미|벌써)?\s*(?P<past>지[났난]|넘[었은])[가-힣]*"
_FEAST_BEHIND = re.compile(
    rf"(?P<age>{NUMERAL})(?:살|세)?(?:이?고|에)?[\s,.]+(?:올해\s*)?{_FEAST}(?:{_IS}|{_PAST})?[.!\s]*$"
)
_FEAST_BEFORE = re.compile(
    rf"(?<![가-힣]){_FEAST}(?:{_IS}|{_PAST})[\s,.]+(?=(?P<age>{NUMERAL})(?![가-힣]*\s*(?:년|개|명)))"
)
_SLIPS = re.compile(r"(?<=\d)\s?(?:쨜|짤|쌀|샬|삻|설(?=이|요|입|임|$)|사리(?=요|에|$))|(?<=\d살)[ㄱ-ㅎ]+")
_RUN_ON = re.compile(
    r"(?<![가-힣])((?:제|내|저의|나의|우리)?\s?나이[는가]?)(?=열|스물|서른|마흔|쉰|예순|일흔|여든)"
)


def _off(match: re.Match[str]) -> int | None:
    """How many years an age lies behind the feast, counted either way; None where it cannot be."""
    years = value(match["age"])
    return None if years is None else int(years) - _FEASTS[match["feast"]]


def _fits(match: re.Match[str]) -> bool:
    off = _off(match)
    return off is not None and (-1 <= off <= 9 if match["past"] else -1 <= off <= 0)


def without_beside(said: str) -> str:
    """Only the age: "24 취준생" → "24", "예순하나 환갑이에요" → "예순하나", "26짤" → "26살"."""
    said = _RUN_ON.sub(r"\1 ", _SLIPS.sub("살", said))
    if (match := _BEHIND.match(said)) and value(match["years"]) is not None:
        return match["age"]
    said = _FEAST_BEFORE.sub(lambda match: "" if _fits(match) else match[0], said)
    return _FEAST_BEHIND.sub(lambda match: match["age"] if _fits(match) else match[0], said)
