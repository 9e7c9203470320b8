"""The count a story ends in, beside years, totals and what was thought before: "처음엔 다섯이라고 했는데 다시 세보니 여섯".

Only read where the whole text leaves a question.
"""

import re

from bot.korean.figure_clauses import LONGEST_STORY
from bot.korean.numerals import NUMERAL, value

_UNIT = r"(?:명|개|번|대|곳|군데|상자|박스|건|장|팀|마리|그릇|병|분|사람|원|톤|킬로|키로|시간|일|주|달|개월|회|차)"
_SAYS = r"(?:이?요|이?에요|예요|입니다|이여|여|이지라|이제|이고요?)"
# "삼십이요 삼십": the word said again tells how much of the first was the ending.
_WORD_AGAIN = re.compile(r"(?:^|[\s,.])(?P<word>\S{1,5}?)이?요[\s,.]+(?:네\s+|예\s+)?(?P=word)[.!\s]*$")
# "네 명이에요 4명", "백육십 상자요 160이요": said again at the end, whatever was told before.
_AGAIN = re.compile(
    rf"(?<![가-힣\d.])(?P<first>{NUMERAL})\s*(?:{_UNIT}[이가은는]?)?\s*(?:[가-힣]{{1,6}})?(?<=[요다소여])[\s,.]+(?:네\s+|예\s+|아\s+|그러니까\s+|총\s+|딱\s+)*"
    rf"(?P<again>(?P<second>{NUMERAL})\s*{_UNIT}?\s*{_SAYS}?)[.!\s]*$"
)
_COUNT = rf"(?=.*(?:{NUMERAL}\s*{_UNIT}|하나|둘|셋|넷|섯|일곱|여덟|아홉|\d))"
# What was before, was thought or was only meant to be; the count behind it holds.
_HOLDS_NOW = re.compile(
    rf"^.*(?:시작|처음|원래|정원|빠[지져]|나가|그만|늘[어었]|줄[어었]|였|었|했(?=는데)|작년|재작년|예전|년\s*전).*(?:[고데서]요?|지만|다가|더니|으나|[요다소])[\s,.]+(?:지금|현재|이제|인자|인제)(?:은|는|에는|엔)?\s+(?!까지){_COUNT}|"
    rf"^.*(?:줄\s*알았|[이]?라고\s*(?:했|생각했|썼|적었|들었)|(?:려고|[갈볼올할뽑을]까)\s*했|생각했)[가-힣]*(?:데|지만|더니|으나|다가)요?[\s,.]+{_COUNT}|"
    rf"^.*[가-힣]려다가?[\s,.]+{_COUNT}|"
    rf"^.*(?:다시|제대로|하나하나|찬찬히|꼼꼼히)\s*(?:세|헤아려|확인해|따져|계산해|꼽아)\s?(?:어\s?)?(?:보|봤|봉)[가-힣]*[\s,.]+{_COUNT}"
)
# "그중에 뽑을 사람 수는 4명": what is asked for, behind the whole.
_OF_WHOLE = re.compile(
    rf"^.*그\s?중(?:에서?)?\s+(?=(?:[가-힣■]+\s){{0,2}}(?:뽑|채용|구하|필요|모집|지원|참여|참석|신청)[가-힣]*\s*(?:사람|인원|분|수|건|거|게|자리)){_COUNT}"
)
# When something began counts nothing.
_YEAR = re.compile(
    rf"(?<!\d)(?:(?:19|20)\d{{2}}\s*년(?:도)?|{NUMERAL}\s*년\s*전)\s*(?:에|부터|엔)(?:는)?\s+{_COUNT}"
)
_OPEN = re.compile(r"아니면|또는|혹은|모르|글쎄|헷갈|가물|기억|아마|인가\s|인지|같아|같은데|\?|[~]")


def told_count(said: str) -> str | None:
    """The words that give the count, or None where the story settles none."""
    if len(said) > LONGEST_STORY or _OPEN.search(said):
        return None
    if match := _WORD_AGAIN.search(said):
        return match["word"]
    if (match := _AGAIN.search(said)) and value(match["first"]) == value(match["second"]) is not None:
        return match["again"]
    rest = _YEAR.sub("", _OF_WHOLE.sub("", _HOLDS_NOW.sub("", said)))
    return rest if rest != said else None
