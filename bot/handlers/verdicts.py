"""What people say of an answer: it helped, it did not, it is wrong."""

from bot.conversations.common_words import MENU, PERSON
from bot.conversations.visit import Visit
from bot.models import VerdictKind
from bot.say import Button, Rows, card, say
from bot.services import verdicts

LABELS = {
    VerdictKind.HELPED: say("It helped"),
    VerdictKind.NOT_HELPED: say("It did not"),
    VerdictKind.WRONG: say("Report a wrong answer"),
}
THANKS = {
    VerdictKind.HELPED: say("I am glad. Write to me whenever you like."),
    VerdictKind.NOT_HELPED: say("I am sorry. Please ask in other words, or talk with a person."),
    VerdictKind.WRONG: say("Thank you. I have told the center, and somebody checks the answer."),
}


def rows(passage: str, menu: Button) -> Rows:
    """The buttons under an answer, and the way to the menu."""

    def button(kind: VerdictKind) -> Button:
        return Button(LABELS[kind], f"told:{kind}:{passage}")

    return (
        (button(VerdictKind.HELPED), button(VerdictKind.NOT_HELPED)),
        (button(VerdictKind.WRONG), menu),
    )


async def give(visit: Visit, kind: str, passage: str, message_id: int) -> None:
    """Thanks; where it did not help, a person who can."""
    visit.chat.take_buttons(message_id=message_id)
    if kind not in set(VerdictKind):
        return
    verdict = VerdictKind(kind)
    await verdicts.give(visit.session, visit.person_id, passage[:64], verdict, visit.now)
    person = () if verdict is VerdictKind.HELPED else (PERSON,)
    await visit.chat.say(card(THANKS[verdict], rows=() if visit.dialogue else ((*person, MENU),)))
