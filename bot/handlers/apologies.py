"""When something went wrong on our side."""

from bot.center import Center
from bot.conversations.common_words import MENU
from bot.say import Card, card, say


def apology(center: Center) -> Card:
    """Our fault, in one breath, and what to do."""
    return card(
        say("I am sorry: something went wrong on my side. Nothing of yours was lost."),
        say("Please try once more, or call {phone}.", phone=center.phone),
        rows=((MENU,),),
    )
