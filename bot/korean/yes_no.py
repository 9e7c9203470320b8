"""Yes or no, as people type them: what the rules read, with a second opinion by ears that were taught."""

import re
from contextlib import suppress

from bot.korean import yes_no_rules as rules
from bot.korean.ears import YES_NO
from bot.korean.plain import plain
from bot.korean.unclear import LeftOpen, Unclear, Why

_WRITTEN = {True: "yes", False: "no"}
# "네 아니 잠깐 아니요 …", "네 아니다 안 할게요": what is said on second thought.
_SECOND_THOUGHT = re.compile(
    r"^(?:네|예|넵|응|어|아니요?|아뇨)[\s,.~]*(?:(?:아니|아)?[\s,.]*잠깐(?:만)?(?:요)?|아니다|아\s아니)[\s,.~]+(?=\S)"
)
# Trouble that is told answers nothing: "빚이 있어서 힘드네요" turns nothing down, "그날은 힘들어요" does.
_TROUBLE = re.compile(
    r"(?:(?:요새|요즘|지금|제가|저는|너무|많이)\s?)*"
    r"(?:빚|돈|월세|이자|카드값|생활비?|생계|형편|살림|(?:먹고\s?)?사는\s?[게것거]|살기|마음|맘|몸)[가-힣]{0,3}"
    r"(?:\s?(?:있어서|잇어서|없어서|많아서|때문에|땜에|너무|많이|좀|참|진짜|더))*\s?(?:힘[들드듭]|어[려렵])[가-힣]{0,4}[\s.~!ㅠㅜ]*"
)
# What is to be shown or kept by itself changes an answer before, and agrees to nothing: "이름만 보여줄래요".
_ONLY_THIS = re.compile(r"(?:이름|성함|번호|전화|연락처|경력|나이)만\s*(?:보|알|공개|남|줄|넣|쓸|적)")


def _what_stands(text: str) -> str:
    """The text, or only its second thought where that is plain by itself."""
    said = plain(text)
    if match := _SECOND_THOUGHT.match(said):
        with suppress(Unclear):
            rules.yes_or_no(said[match.end() :])
            return said[match.end() :]
    return text


def yes_or_no(text: str) -> bool:
    """Whether the person agrees: "넵ㅎㅎ" → True, "ㄴㄴ" → False, "괜찮아요" → Unclear.

    Where rules find nothing the ears decide if they are sure; where the ears hear something else, it is asked again.
    """
    if _TROUBLE.fullmatch(plain(text)) or _ONLY_THIS.search(text):
        raise Unclear(Why.NOTHING)
    text = _what_stands(text)
    try:
        answer = rules.yes_or_no(text)
    except LeftOpen:
        raise
    except Unclear:
        if (heard := YES_NO.heard(text)) is None:
            raise
        return heard == "yes"
    if YES_NO.contradict(text, _WRITTEN[answer]):
        raise Unclear(Why.NOTHING)
    return answer
