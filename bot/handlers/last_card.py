"""The last card's buttons, said instead of pressed: a label, a place in the list, a plain yes or no."""

import re
from collections.abc import Sequence

from bot.conversations.hearing import same_words
from bot.conversations.visit import Visit
from bot.korean.plain import plain
from bot.korean.pointing import place_in_list
from bot.korean.unclear import Unclear
from bot.korean.yes_no import yes_or_no
from bot.say import quote

ANSWERS = re.compile(  # what begins like this and is short says no more than yes or no
    r"(?:네|넵|넹|예|옙|응|어|ㅇㅇ|ㅇㅋ|그래|그럼|좋아|맞아|ok|yes|y|아니|아뇨|ㄴㄴ|no|n|싫어)요?(?:[\s,.!~ㅎㅋㅠㅜ].{0,12})?"
)
# How the labels begin that say yes, and no.
YES, NO = ("네,", "Yes,"), ("아니요,", "No,")


def button_meant(visit: Visit, text: str) -> str | None:
    """What the button of the last card carries whose label or place was typed, or that a yes or no means."""
    card = visit.person.offered
    named = next((data for label, data in card if same_words(text, quote(label))), None)
    place = place_in_list(text)
    pointed = card[place][1] if place is not None and place < len(card) else None
    return named or pointed or _answered(card, text)


def _answered(card: Sequence[Sequence[str]], text: str) -> str | None:
    """What a yes or a no means below a card that has one button for each ("네, 취소할게요")."""
    found = [[data for label, data in card if label.startswith(words)] for words in (YES, NO)]
    if [len(each) for each in found] != [1, 1] or not ANSWERS.fullmatch(plain(text)):
        return None
    try:
        return found[0][0] if yes_or_no(text) else found[1][0]
    except Unclear:
        return None


def takes_the_hand(visit: Visit, text: str) -> bool:
    """Whether a yes follows a card that offered a person and nothing else, as after despair."""
    try:
        return [data for _, data in visit.person.offered] == ["menu:person"] and yes_or_no(text)
    except Unclear:
        return False
