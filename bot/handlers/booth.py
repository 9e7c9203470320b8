"""A company's person at a hiring day: who comes next, who is there, what came of it."""

from collections.abc import Sequence

from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.intake_words import FIELDS, show_career, show_contact
from bot.conversations.visit import Visit
from bot.handlers.carried import parts, row_number
from bot.models import FairCompany, FairTurn, Role, Teller, TurnState
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import NotPossible, Refusal, Step, Visitor

SHOWN = 12  # guests on one card
AGAIN = Button(say("Our booth"), "menu:booth")


async def booth(visit: Visit) -> None:
    """Who is called, inside, and how many wait; the next deed as a button."""
    company = await own_company(visit)
    if company is None:
        return
    turns = await fairs.of_company(visit.session, company.id or 0)
    waiting = sum(turn.state is TurnState.WAITING for turn in turns)
    lines = [_turn_line(turn) for turn in turns if turn.state in {TurnState.CALLED, TurnState.INSIDE}]
    rows: Rows = tuple(
        row for turn in turns if turn.state in {TurnState.CALLED, TurnState.INSIDE} for row in _deeds(turn)
    )
    await visit.chat.say(
        Card(
            (
                say("<b>{company}</b> · waiting: {waiting}", company=quote(company.name), waiting=waiting),
                *lines,
            ),
            (
                *rows,
                (Button(say("Call the next one"), "booth:next"),),
                (Button(say("Our guests"), "booth:guests"), MENU),
            ),
        )
    )


def _turn_line(turn: FairTurn) -> Say:
    called = say("No. {number}: called", number=turn.number)
    return called if turn.state is TurnState.CALLED else say("No. {number}: inside", number=turn.number)


def _deeds(turn: FairTurn) -> Rows:
    number = turn.number
    if turn.state is TurnState.INSIDE:
        return ((Button(say("No. {number}: finished", number=number), f"booth:finish:{turn.id}"),),)
    return (
        (Button(say("No. {number}: is here", number=number), f"booth:start:{turn.id}"),),
        (Button(say("No. {number}: did not come", number=number), f"booth:gone:{turn.id}"),),
    )


async def guests(visit: Visit) -> None:
    """Those who chose this company or have a number here, with what they agreed to show."""
    company = await own_company(visit)
    if company is None:
        return
    found = await fairs.visitors(visit.session, company.id or 0)
    if not found:
        await visit.chat.say(card(say("Nobody has chosen your company yet."), rows=((AGAIN, MENU),)))
        return
    met = [each for each in found if each.outcome]
    rows: Rows = tuple(
        (Button(say("Result: {code}", code=each.code), f"booth:result:{each.guest_id}"),)
        for each in met[:SHOWN]
    )
    lines = [_visitor(each) for each in found[:SHOWN]]
    await visit.chat.say(
        Card((say("<b>Our guests</b>"), fair_words.under_each_other(lines)), (*rows, (AGAIN, MENU)))
    )


def _visitor(visitor: Visitor) -> Say:
    at = visitor.starts_at.astimezone(SEOUL).time() if visitor.starts_at else say("number")
    there = say("there") if visitor.arrived else say("not there yet")
    shown = tuple(_shown(name, value) for name, value in visitor.shown.items())
    if not shown:
        return say("{at} {code} ({there})", at=at, code=visitor.code, there=there)
    return say("{at} {code} ({there}) {shown}", at=at, code=visitor.code, there=there, shown=shown)


def _shown(name: str, value: object) -> Say:
    match name:
        case "career":
            return show_career(value)
        case "field":
            return next((choice.label for choice in FIELDS if choice.value == value), quote(""))
        case "contact":
            return show_contact(value, None)  # type: ignore[arg-type]
    return quote(str(value))


async def own_company(visit: Visit) -> FairCompany | None:
    """The company this person is here for; None after saying that there is none."""
    member = visit.staff_as(Role.COMPANY)
    company = (
        await fairs.company(visit.session, member.fair_company_id)
        if member and member.fair_company_id
        else None
    )
    if company is None:
        await visit.chat.say(card(say("This is for the companies of a hiring day."), rows=((MENU,),)))
    return company


async def press(visit: Visit, rest: str, message_id: int) -> None:
    """A button of the booth's card."""
    company = await own_company(visit)
    if company is None:
        return
    deed, row, (step, _) = parts(rest)
    visit.chat.take_buttons(message_id=message_id)
    try:
        await _do(visit, company, deed, row_number(row), step)
    except NotPossible as refused:
        await visit.chat.say(card(fair_words.REGRETS[refused.reason], rows=((AGAIN, MENU),)))


async def _do(visit: Visit, company: FairCompany, deed: str, number: int, step: str) -> None:
    match deed:
        case "guests":
            await guests(visit)
        case "result":
            await _ask_result(visit, number)
        case "step":
            await _result(visit, company, number, step)
        case "next":
            if await fairs.call_next(visit.session, company.id or 0, visit.now) is None:
                await visit.chat.say(card(say("Nobody is waiting."), rows=((AGAIN, MENU),)))
                return
            await booth(visit)
        case _:
            await _turn_deed(visit, company, deed, number)
            await booth(visit)


async def _turn_deed(visit: Visit, company: FairCompany, deed: str, turn_id: int) -> None:
    """Start, finish or let go a number of this company; another company's is not touched."""
    own = {turn.id for turn in await fairs.of_company(visit.session, company.id or 0)}
    deeds = {"start": fairs.start, "finish": fairs.finish, "gone": fairs.leave_queue}
    if turn_id in own and deed in deeds:
        await deeds[deed](visit.session, turn_id, visit.now)


async def _ask_result(visit: Visit, guest_id: int) -> None:
    steps: Sequence[tuple[Say, Step]] = (
        (say("Second interview"), Step.SECOND),
        (say("Hired"), Step.HIRED),
        (say("Not this time"), Step.DECLINED),
    )
    rows: Rows = tuple((Button(label, f"booth:step:{guest_id}:{step}"),) for label, step in steps)
    await visit.chat.say(Card((say("What came of it?"),), (*rows, (AGAIN,))))


async def _result(visit: Visit, company: FairCompany, guest_id: int, step: str) -> None:
    """Written down for a guest whom this company has met."""
    met = {each.guest_id for each in await fairs.visitors(visit.session, company.id or 0) if each.outcome}
    if guest_id in met and step in set(Step):
        await fairs.mark(visit.session, guest_id, company.id or 0, Step(step), Teller.COMPANY, visit.now)
        await visit.chat.say(card(say("It is written down. Thank you."), rows=((AGAIN, MENU),)))
    else:
        await visit.chat.say(card(fair_words.REGRETS[Refusal.NOT_THERE], rows=((AGAIN, MENU),)))
