"""Leaving a word: nobody is there to talk now, so a counselor reads it first thing and answers."""

from bot.clock import SEOUL
from bot.conversations.common_words import MENU
from bot.conversations.script import Ask, Ending, Script
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.rules.office import is_open, next_opening
from bot.say import Say, card, say
from bot.services import talks

LONGEST = 1000  # characters: a counselor reads it on one screen


def word(text: str, _visit: Visit) -> str:
    """What is to be passed on, as it was written."""
    words = text.strip()
    if not 1 <= len(words) <= LONGEST:
        raise Unclear(Why.NOTHING)
    return words


LEAVING_A_WORD = Script(
    "word",
    say("A word for a counselor"),
    (
        Ask(
            "word",
            say("What shall I pass on? A counselor reads it, and nobody else. Then it is deleted here."),
            say("Your word"),
            say("Please write it in one message of at most 1,000 characters."),
            word,
            free=True,
        ),
    ),
    needs_consent=False,  # a request of the person's own, kept only until it is read
    counts=False,
)


@LEAVING_A_WORD.ends
async def pass_on(visit: Visit) -> Ending:
    """It waits for the counselor who comes first."""
    await talks.leave_word(visit.session, visit.person_id, visit.answers["word"], visit.now)
    return Ending(
        card(
            say("I keep it for the counselor who comes first."),
            _when(visit),
            rows=((MENU,),),
        )
    )


def _when(visit: Visit) -> Say:
    if is_open(visit.center, visit.now):
        return say("As soon as one is free, they write to you here.")
    opens_at = next_opening(visit.center, visit.now)
    if opens_at is None:
        return say("When the center opens again, they write to you here.")
    return say("They read it from {when} on, and write to you here.", when=opens_at.astimezone(SEOUL))
