"""Not knowing: said openly, with a person to ask; the question goes to the staff, who answer it once."""

from bot.assistant.intents import wish
from bot.conversations.common_words import PERSON
from bot.conversations.visit import Visit
from bot.say import Button, Card, card, say
from bot.services import questions

SURE_OF_ANOTHER_OFFICE = 0.9


async def unknown_question(visit: Visit, text: str) -> Card:
    """What is said to a question without an answer, which is kept for the staff without who asked it."""
    kept = None if _is_elsewhere(text) else await questions.keep(visit.session, text, visit.now)
    if kept is None:
        return card(
            say("I do not know the answer to that, and it may be another office's business."),
            say("Calling 110 tells you which office helps."),
            rows=((PERSON,),),
        )
    return card(
        say("I do not know the answer to that yet, and I would rather say so than guess."),
        say("I have passed the question on to the center, without your name. A person can help you now."),
        rows=((PERSON,), (Button(say("Tell me when there is an answer"), f"open:wait:{kept.id}"),)),
    )


def _is_elsewhere(text: str) -> bool:
    wanted = wish(text)
    return wanted is not None and wanted.intent == "out_of_scope" and wanted.score >= SURE_OF_ANOTHER_OFFICE
