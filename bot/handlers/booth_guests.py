"""A company's guests: who comes when, what they agreed to show, and what came of it."""

from collections.abc import Sequence

from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.intake_words import FIELDS, show_career, show_contact
from bot.conversations.visit import Visit
from bot.models import Fair, FairCompany, Teller
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import Refusal, Step, Visitor

SHOWN = 8  # guests on one card
AGAIN = Button(say("Our booth"), "menu:booth")


async def guests(visit: Visit, company: FairCompany, page: int) -> None:
    """Those who chose this company or have a number here, a few at a time, by their time."""
    found = await fairs.visitors(visit.session, company.id or 0)
    if not found:
        home = card(say("Nobody has chosen your company yet."), rows=((AGAIN, MENU),))
        await visit.chat.say(home)
        return
    fair = await visit.session.get_one(Fair, company.fair_id)
    since = fair.ends_at  # from then on nobody has to have pressed that there was an interview
    page = min(page, (len(found) - 1) // SHOWN)
    shown = found[page * SHOWN : (page + 1) * SHOWN]
    rows: Rows = tuple(
        (Button(say("Result: {code}", code=each.code), f"booth:result:{each.guest_id}"),)
        for each in shown
        if each.arrived and (each.outcome or since <= visit.now or _was(each, visit))
    )
    lines = [_visitor(each) for each in shown]
    heading = say("<b>Our guests</b>: {many}", many=len(found))
    body = fair_words.under_each_other(lines)
    await visit.chat.say(Card((heading, body), (*rows, *_turning(page, len(found)), (AGAIN, MENU))))


def _was(visitor: Visitor, visit: Visit) -> bool:
    """Whether the time of their interview has come."""
    return visitor.starts_at is not None and visitor.starts_at <= visit.now


def _turning(page: int, many: int) -> Rows:
    row = []
    if page:
        row.append(Button(say("Guests before"), f"booth:guests:{page - 1}"))
    if (page + 1) * SHOWN < many:
        row.append(Button(say("More guests"), f"booth:guests:{page + 1}"))
    return (tuple(row),) if row else ()


def _visitor(visitor: Visitor) -> Say:
    at = visitor.starts_at.astimezone(SEOUL).time() if visitor.starts_at else say("number")
    stands = fair_words.came_of_it(visitor.outcome) or (
        say("there") if visitor.arrived else say("not there yet")
    )
    shown = tuple(_shown(name, value) for name, value in visitor.shown.items())
    if not shown:
        return say("{at} {code} ({there})", at=at, code=visitor.code, there=stands)
    return say("{at} {code} ({there}) {shown}", at=at, code=visitor.code, there=stands, shown=shown)


def _shown(name: str, value: object) -> Say:
    match name:
        case "career":
            return show_career(value)
        case "field":
            return next((choice.label for choice in FIELDS if choice.value == value), quote(""))
        case "contact":
            return show_contact(value, None)  # type: ignore[arg-type]
    return quote(str(value))


async def ask_result(visit: Visit, company: FairCompany, guest_id: int) -> None:
    """What came of it, of a guest of this company who was there."""
    guest = await _theirs(visit, company, guest_id)
    if guest is None:
        return
    steps: Sequence[tuple[Say, Step]] = (
        (say("Second interview"), Step.SECOND),
        (say("Hired"), Step.HIRED),
        (say("Not this time"), Step.DECLINED),
    )
    rows: Rows = tuple((Button(label, f"booth:step:{guest_id}:{step}"),) for label, step in steps)
    await visit.chat.say(Card((_visitor(guest), say("What came of it?")), (*rows, (AGAIN,))))


async def result(visit: Visit, company: FairCompany, guest_id: int, step: str) -> None:
    """Written down for a guest whom this company could meet."""
    if await _theirs(visit, company, guest_id) is None:
        return
    if step not in set(Step):
        await visit.chat.say(card(fair_words.REGRETS[Refusal.NOT_THERE], rows=((AGAIN, MENU),)))
        return
    await fairs.mark(visit.session, guest_id, company.id or 0, Step(step), Teller.COMPANY, visit.now)
    rows = ((Button(say("Our guests"), "booth:guests"),), (AGAIN, MENU))
    await visit.chat.say(card(say("It is written down. Thank you."), rows=rows))


async def _theirs(visit: Visit, company: FairCompany, guest_id: int) -> Visitor | None:
    """The guest, where this company expects them and they were there; None after saying that it is not so."""
    found = await fairs.visitors(visit.session, company.id or 0)
    guest = next((each for each in found if each.guest_id == guest_id and each.arrived), None)
    if guest is None:
        await visit.chat.say(card(fair_words.REGRETS[Refusal.NOT_THERE], rows=((AGAIN, MENU),)))
    return guest
