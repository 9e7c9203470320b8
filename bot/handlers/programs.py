"""The center's programs: their names, and what each one is, gives and asks for next."""

from bot.center import Program
from bot.conversations.common_words import MENU
from bot.conversations.fitting_programs import no_verdict
from bot.conversations.visit import Visit
from bot.handlers.carried import row_number
from bot.handlers.replies import ways_on
from bot.say import Button, Card, Rows, card, quote, say

AT_ONCE = 6  # names on a phone without scrolling far
LIST = Button(say("Programs"), "menu:programs")


async def press(visit: Visit, rest: str, _message_id: int) -> None:
    """A program's name, or the way to further names."""
    deed, _, about = rest.partition(":")
    meant = next((each for each in visit.center.programs if deed == "show" and each.id == about), None)
    await visit.chat.say(_page(visit, meant) if meant else names(visit, row_number(about)))


def names(visit: Visit, first: int = 0) -> Card:
    """Some programs by name from this one on, and the way to those that fit; from the top after the last."""
    first = first if first < len(visit.center.programs) else 0
    shown = visit.center.programs[first : first + AT_ONCE]
    rows: Rows = tuple((Button(quote(each.name), f"prog:show:{each.id}"),) for each in shown)
    if first + AT_ONCE < len(visit.center.programs):
        rows += ((Button(say("Further programs"), f"prog:from:{first + AT_ONCE}"),),)
    return card(
        say("<b>Programs we know</b>"),
        say("Press a name: I tell you what it is and what it gives."),
        say("In three minutes I can look which of them may fit you, and why."),
        rows=(
            *rows,
            (Button(say("Reckon unemployment benefit"), "menu:benefit"),),
            (Button(say("See the income lines"), "menu:incomes"),),
            (Button(say("First interview (3 minutes)"), "menu:intake"), MENU),
        ),
    )


def _page(visit: Visit, program: Program) -> Card:
    """In the center's own sentences; amounts only in the year that they are for."""
    gives = program.benefit_on(visit.today.date())
    said = (program.about, *((gives,) if gives else ()), program.next)
    return card(
        say("<b>{program}</b>", program=quote(program.name)),
        *map(quote, said),
        no_verdict(program.as_of),
        rows=(*ways_on(program.buttons), (LIST, MENU)),
    )
