"""The length of work a story ends in, beside calendar years and what was left out.

Only read where the whole text leaves a question.
"""

import re

from bot.korean.figure_clauses import LONGEST_STORY
from bot.korean.numerals import NATIVE, NUMERAL

_SPAN = rf"(?:(?:{NUMERAL}\s*년|{NATIVE}\s*해)(?:\s*(?:{NUMERAL}\s*(?:개월|달)|반))?|{NUMERAL}\s*(?:개월|달)|반\s?년)"
_EACH = re.compile(_SPAN)
_BEHIND = rf"(?=.*{_SPAN})"
# "2016년에 졸업했고", "1998년부터 시작해서": when it was, where the length itself follows.
_WHEN = re.compile(
    rf"(?<!\d)(?:19|20)\d{{2}}\s*년도?부터\s+(?:(?:19|20)\d{{2}}\s*년도?까지\s+)?(?=(?:꼬박|총|딱)?\s*{_SPAN})(?!.*(?:19|20)\d{{2}}\s*년)|"
    rf"(?<!\d)(?:19|20)\d{{2}}\s*년도?(?:에|부터)\s+(?:[가-힣]+\s+){{0,4}}?[가-힣]*(?:고|해서|어서|와서|서|는데|으며)\s+(?!.*(?:19|20)\d{{2}}\s*년){_BEHIND}"
)
# "군대 2년은 빼고", "육아휴직 1년 제외하고": left out before anything is counted.
_LEFT_OUT = re.compile(
    rf"^(?:저는\s+|제가\s+|중간에\s+)?(?:[가-힣]+\s+){{0,2}}?{_SPAN}\s*(?:정도|동안)?(?:은|는|을|를)?\s*(?:빼고|빼면|제외하고|제외하면|제하고|빼놓고)\s+{_BEHIND}"
)
# "… 1년 2개월로 적었어요 1년 2개월이요": said again at the end.
_AGAIN = re.compile(
    rf"[요다소여]\s+(?:네\s+|예\s+|그래서\s+|그러니까\s+)?(?P<again>(?P<span>{_SPAN})\s*(?:이?요|입니다|이?에요|예요|이여|여)?)[.!\s]*$"
)
_OPEN = re.compile(r"아니면|또는|혹은|모르|글쎄|가물|헷갈|기억|아마|거의|\?|[~]|씩|각각|하고\s*싶")


def _letters(span: str) -> str:
    return re.sub(r"\s", "", span)


def told_career(said: str) -> str | None:
    """The words that give the length, or None where the story settles none."""
    if len(said) > LONGEST_STORY or _OPEN.search(said):
        return None
    if match := _AGAIN.search(said):
        before = [_letters(span) for span in _EACH.findall(said[: match.start()])]
        if before and before[-1] == _letters(match["span"]):
            return match["again"]
    rest = _WHEN.sub("", _LEFT_OUT.sub("", said))
    return rest if rest != said else None
