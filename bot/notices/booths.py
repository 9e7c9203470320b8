"""What a company's people at a hiring day are told."""

from bot.notices.told import Told
from bot.say import Button, Card, Say, card, say
from bot.services.fairs import NotComing

BOOTH = Button(say("Our booth"), "menu:booth")
NEXT = Button(say("Call the next one"), "booth:next")


async def not_coming(told: Told) -> Card:
    """Somebody who was called does not come now, and who comes instead."""
    facts = told.row.body
    why, following = NotComing(facts["why"]), facts["next"]
    line = _why(why, int(facts["number"]))
    if following is not None:
        return card(line, say("I have called No. {number}.", number=int(following)), rows=((BOOTH,),))
    if why is NotComing.DEFERRED:
        line_2 = say("Nobody else is waiting just now. Please call them again when it suits you.")
    elif why is NotComing.GAVE_UP:
        line_2 = say("You can call the next one now.")
    else:
        line_2 = say("Nobody else is waiting just now.")
    return card(line, line_2, rows=((NEXT,), (BOOTH,)))


def _why(why: NotComing, number: int) -> Say:
    match why:
        case NotComing.DEFERRED:
            return say("No. {number} lets one person go first.", number=number)
        case NotComing.GAVE_UP:
            return say("No. {number} has given the number up.", number=number)
    return say("No. {number} did not come within ten minutes.", number=number)
