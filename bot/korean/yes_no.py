"""Yes or no, as people type them: what the rules read, with a second opinion by ears that were taught."""

from bot.korean import yes_no_rules as rules
from bot.korean.ears import YES_NO
from bot.korean.unclear import LeftOpen, Unclear, Why

_WRITTEN = {True: "yes", False: "no"}


def yes_or_no(text: str) -> bool:
    """Whether the person agrees: "넵ㅎㅎ" → True, "ㄴㄴ" → False, "괜찮아요" → Unclear.

    Where rules find nothing the ears decide if they are sure; where the ears hear something else, it is asked again.
    """
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
