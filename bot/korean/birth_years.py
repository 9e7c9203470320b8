"""The years of birth a text names: "85년생", "칠팔년 말띠", "74.11.02"."""

import re
from datetime import datetime

from bot.korean.numerals import NUMERAL, value

YOUNGEST = 14

_YEAR = re.compile(
    r"(?<!\d)(?P<year>(?:1[89]|20)\d{2})(?!\d|\s*년대)(?:\s*(?:년도?\s*생?|생|[-./]\s*\d{1,2}|"
    r"\s*\d{1,2}\s*월))?(?![년]?\s*전)"
    # The year of a job or of a school is not the year of birth.
    r"(?!(?<!생)년?도?(?!\s*생)(?:에|부터|까지)?\s*[^,.]{0,8}(?:입사|퇴사|졸업|취업|취직|결혼|입학|근무|시작|그만|"
    r"일했|다녔|제대|입대|갔|(?:월드컵|올림픽)(?![가-힣\s]*태어)|때\s*고|이사|전역|한국|귀화|이민|입국|들어왔|왔))"
)
_DATE8 = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_DATE6 = re.compile(
    r"(?<!\d)(?P<year>\d{2})[-./]?(?P<month>0[1-9]|1[0-2])[-./]?(?P<day>0[1-9]|[12]\d|3[01])(?![\d])"
)
_DOTTED = re.compile(
    r"(?:(?<=생년월일)|(?<=생년월일\s)|(?<=생년월일은\s))(?P<spaced>\d{2})(?=\s(?:1[0-2]|0?[1-9])\s(?:3[01]|[12]\d|0?[1-9])(?!\d))|"
    r"(?<![\d.])(?P<year>\d{2})\s?[-./]\s?(?:1[0-2]|0?[1-9])\s?[-./]\s?(?:3[01]|[12]\d|0?[1-9])(?!\d)"
)
_SPOKEN_YEAR = re.compile(
    r"(?P<year>(?:일구|이공|이영)[영공일이삼사오육칠팔구]{2}|(?:천\s*구백|이천)\s*[일이삼사오육칠팔구십]*)\s*년\s*(?:도|생)?"
)
_SHORT = re.compile(
    rf"(?<![가-힣\d])(?<!월\s)(?P<year>'?\d{{2}}|[공영일이삼사오육칠팔구십]{{1,3}}(?<!이십)|{NUMERAL})\s*(?:년\s*[갑을병정무기경신임계][자축인묘진사오미신유술해]\s*)?년?\s*생|"
    rf"(?<![가-힣\d])'(?P<quoted>\d{{2}})(?!\d)|(?<![가-힣\d])(?P<numbered>\d{{2}})\s*(?:년도|[쥐소용뱀말양닭개범토원돼호][가-힣]{{0,2}}\s*띠|"
    rf"년\s*(?:\d{{1,2}}|[가-힣]{{1,2}})\s*월|년\s*(?:[갑을병정무기경신임계][자축인묘진사오미신유술해]년\s*)?(?:[가-힣]{{1,3}}\s*띠|호랑이|토끼|원숭이|돼지)|년도?에?\s*(?:태어|났|나서|나고|나부))"
)
_BARE_YEAR = re.compile(
    r"^(?:저는?|전|(?:주민등록|주민번호|주민|민증|호적|서류)(?:상|에|엔)?(?:으로는?|로는?|에는|는|"
    r"은|엔)?|음력|양력|실제로?는?)?\s*"
    r"'?(?:(?P<old>[5-9]\d)\s*년|(?P<zero>0\d)\s*년?)(?:도)?\s*"
    r"(?:이?요|이?에요|예요|입니다|으로\s*(?:돼|되어)[가-힣\s]*|출생[가-힣]*|태생[가-힣]*)?[.!\s]*$"
)
# "… 아니 81이 맞아요": the year, where one was said before.
_YEAR_AGAIN = re.compile(
    r"^(?:그냥|저는?|전)?\s*'?(?P<digits>\d{2})(?:이|가)?\s*(?:이?요|맞[가-힣]*|입니다|이에요|예요)[.!\s]*$"
)
# "72년생이고 결혼은 1999년에 했어요": what happened in a year, where the year of birth says that it is one.
_HAPPENED = re.compile(r"(?:19|20)\d{2}\s*년도?(?:에|부터|까지)는?\s(?!태어|났)")
# "이력서에는 1986년으로 잘못 적혀 있는데".
_WRONGLY = re.compile(
    r"^.*잘못\s*(?:적|되|돼|기재|올라|올려|나와|써|쓰|등록|입력|신고)[가-힣\s]*?(?:데|지만|고|어서|서)요?[\s,.]+(?=.*\d{2}년\s*생)"
)
# Whoever looks for work is hardly that old: "98이요" is the year.
_SURELY_YEAR = re.compile(
    r"^(?:저는?|전)?\s*'?(?P<digits>8[5-9]|9\d)\s*(?:이?라고\s*(?:적|써|해)[가-힣\s]*|이?요|이?에요|예요|입니다|임)?[.!\s]*$"
)
_OLYMPICS = re.compile(r"(?P<digits>88)\s?올림픽")
_EARLY = re.compile(r"빠른\s*'?(?P<digits>[5-9]\d|0\d)(?!\d)")


def _century(short: int, now: datetime) -> int:
    """The year of two digits: somebody who looks for work is at least YOUNGEST."""
    year = 2000 + short
    return year if year <= now.year - YOUNGEST else 1900 + short


def years_said(said: str, now: datetime) -> list[int]:
    """Each year of birth the text names; it is for the caller to find it one."""
    said = _WRONGLY.sub(" ", said)
    if "년생" in said:
        said = _HAPPENED.sub(" ", said)
    if dates := list(_DATE8.finditer(said)):
        return [int(match["year"]) for match in dates]
    years = [int(match["year"]) for match in _YEAR.finditer(said)]
    years += [int(value(match["year"].replace(" ", "")) or 0) for match in _SPOKEN_YEAR.finditer(said)]
    if years:
        return years
    shorts = [
        value((match["year"] or match["quoted"] or match["numbered"]).lstrip("'"))
        for match in _SHORT.finditer(said)
    ]
    dated = list(_DATE6.finditer(said)) or list(_DOTTED.finditer(said))
    shorts += [float(match.groupdict().get("spaced") or match["year"]) for match in dated]
    if bare := _BARE_YEAR.match(said):
        shorts.append(float(bare["old"] or bare["zero"]))
    shorts += [
        float(match["digits"])
        for match in (_SURELY_YEAR.match(said), _EARLY.search(said), _OLYMPICS.search(said))
        if match
    ]
    return [_century(int(short), now) for short in shorts if short is not None and short < 100]


def year_again(text: str, said: str, now: datetime) -> list[int]:
    """ "81년생 아니 82년생 아니아니 81이 맞아요": two digits that stand, where years were spoken of before."""
    again = _YEAR_AGAIN.match(said) if "년생" in text else None
    return [_century(int(again["digits"]), now)] if again else []
