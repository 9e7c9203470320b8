"""None of the near questions was meant: the question is written once more, and goes to the center."""

from bot.conversations.common_words import MENU, PERSON
from bot.conversations.script import Ask, Ending, Script
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.say import card, say
from bot.services import questions

LONGEST = 200  # characters: what the staff read at a glance


def question(text: str, _visit: Visit) -> str:
    """What is to be asked, as it was written."""
    words = text.strip()
    if not 2 <= len(words) <= LONGEST:
        raise Unclear(Why.NOTHING)
    return words


PASSING_ON = Script(
    "question",
    say("A question for the center"),
    (
        Ask(
            "question",
            say("What would you like to know? I pass it on to the center, without your name."),
            say("Your question"),
            say("Please write it in one message of at most 200 characters."),
            question,
            free=True,
        ),
    ),
    needs_consent=False,
    counts=False,
    can_wait=False,
)


@PASSING_ON.ends
async def pass_on(visit: Visit) -> Ending:
    """It stands on the staff's list; the person hears of the answer in this chat."""
    kept = await questions.keep(visit.session, visit.answers["question"], visit.now)
    waits = kept is not None and await questions.await_answer(
        visit.session, kept.id or 0, visit.person_id, visit.now
    )
    line = (
        say("I have passed it on. As soon as the center has answered, I tell you here.")
        if waits
        else say("I do not know the answer to that, and it may be another office's business.")
    )
    rows = ((PERSON, MENU),)
    return Ending(card(line, rows=rows))
