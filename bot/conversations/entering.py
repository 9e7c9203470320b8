"""What a leave and a special day have in common when they are entered: confirmed, or written again."""

from typing import Any

from bot.conversations.common_words import MENU
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, AskAgain, Choice, Ending
from bot.conversations.visit import Visit
from bot.say import Button, Say, card, say

SURE = Ask(
    "sure",
    say("Shall I enter it like this?"),
    say("Entered"),
    say("Please say yes or no."),
    yes_no,
    (Choice("yes", say("Yes, enter it")), Choice("no", say("Write it again"))),
)


async def sure_or_again(_visit: Visit, value: str) -> dict[str, Any]:
    """A no leads back to the beginning."""
    if value != "yes":
        raise AskAgain("when", say("Let us write it again."))
    return {"sure": value}


def entered(what: Say, told: int, take_back: str) -> Ending:
    """What holds from now on, how many hear of it and what happens next, and the way back."""
    lines = [what]
    if told:
        lines.append(
            say("I tell {many} people now. In an hour you see what they chose and whom to call.", many=told)
        )
    rows = ((Button(say("Take this entry back"), take_back),), (MENU,))
    return Ending(card(*lines, rows=rows))
