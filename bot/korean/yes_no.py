"""Yes or no, as people type them: what the rules read, with a second opinion by ears that were taught."""

from bot.korean import yes_no_ears as ears
from bot.korean import yes_no_rules as rules
from bot.korean.unclear import Unclear, Why


def yes_or_no(text: str) -> bool:
    """Whether the person agrees: "넵ㅎㅎ" → True, "ㄴㄴ" → False, "괜찮아요" → Unclear.

    Where rules find nothing the ears decide if they are sure; where the ears hear something else, it is asked again.
    """
    try:
        answer = rules.yes_or_no(text)
    except rules.LeftOpen:
        raise
    except Unclear:
        if (heard := ears.heard(text)) is None:
            raise
        return heard
    if ears.contradicted(text, answer=answer):
        raise Unclear(Why.NOTHING)
    return answer
