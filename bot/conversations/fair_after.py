"""Three questions after a hiring day, and what comes next."""

from bot.conversations import fair_words
from bot.conversations.common_words import BOOK, MENU
from bot.conversations.fair_words import FAIRS
from bot.conversations.script import Ask, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.models import Liked, NextStep
from bot.say import Button, card, say
from bot.services import fairs

LONGEST = 300  # characters


def own_words(text: str, _visit: Visit) -> str:
    """What somebody missed, in their own words."""
    words = text.strip()
    if not 1 <= len(words) <= LONGEST:
        raise Unclear(Why.NOTHING)
    return words


AFTER = Script(
    "fair_after",
    say("After the hiring day"),
    (
        Ask(
            "liked",
            say("Did the hiring day help you?"),
            say("How the day was"),
            say("Please press one of the buttons."),
            None,
            (
                Choice(Liked.GOOD, say("It helped me")),
                Choice(Liked.FAIR, say("So-so")),
                Choice(Liked.POOR, say("It did not help")),
            ),
        ),
        Ask(
            "missed",
            say("What was missing? A word is enough."),
            say("What was missing"),
            say("Please write it in one message, or skip it."),
            own_words,
            optional=True,
            free=True,
        ),
        Ask(
            "wants",
            say("What would you like next?"),
            say("Next"),
            say("Please press one of the buttons."),
            None,
            (
                Choice(NextStep.COUNSELING, say("Talk with a counselor")),
                Choice(NextStep.TRAINING, say("Learn something new")),
                Choice(NextStep.ANOTHER, say("Another hiring day")),
                Choice(NextStep.NOTHING, say("Nothing for now")),
            ),
            wide=True,
        ),
    ),
)

NEXT = {
    NextStep.COUNSELING: BOOK,
    NextStep.TRAINING: Button(say("Programs"), "menu:programs"),
    NextStep.ANOTHER: FAIRS,
}


@AFTER.ends
async def thank(visit: Visit) -> Ending:
    """Kept, and the way on."""
    guest = await fairs.guest(visit.session, int(visit.answers["guest"]))
    if guest is None or guest.person_id != visit.person_id:
        raise Stop(card(fair_words.REGRETS[fairs.Refusal.NOT_THERE], rows=((FAIRS, MENU),)))
    wants = NextStep(visit.answers["wants"])
    missed = visit.answers.get("missed")
    await fairs.answer(visit.session, guest.id or 0, Liked(visit.answers["liked"]), missed, wants, visit.now)
    rows = ((NEXT[wants],), (MENU,)) if wants in NEXT else ((MENU,),)
    return Ending(card(say("Thank you. It helps the center to do it better next time."), rows=rows))
