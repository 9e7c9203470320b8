"""A company's person at a hiring day: who comes next, who is there, what came of it."""

from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.visit import Visit
from bot.handlers import booth_guests
from bot.handlers.booth_guests import AGAIN
from bot.handlers.carried import parts, row_number
from bot.models import FairCompany, FairInterview, FairTurn, GuestState, Role, TurnState
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import NotPossible


async def booth(visit: Visit) -> None:
    """Who is called, inside, and how many wait; the next deed as a button. After the day, what came of it."""
    company = await own_company(visit)
    if company is None:
        return
    fair = await fairs.fair(visit.session, company.fair_id)
    if fair is None or fair.ends_at <= visit.now:
        await booth_guests.guests(visit, company, 0)
    else:
        await visit.chat.say(await _booth_card(visit, company))


async def _booth_card(visit: Visit, company: FairCompany) -> Card:
    turns = await fairs.of_company(visit.session, company.id or 0)
    waiting = sum(turn.state is TurnState.WAITING for turn in turns)
    there = [turn for turn in turns if turn.state in {TurnState.CALLED, TurnState.INSIDE}]
    lines = [_turn_line(turn) for turn in there]
    if ahead := await fairs.next_interview(visit.session, company.id or 0):
        lines.append(await _next_line(visit, ahead))
    first = say("<b>{company}</b> · waiting: {waiting}", company=quote(company.name), waiting=waiting)
    rows: Rows = (
        *(row for turn in there for row in _deeds(turn)),
        (Button(say("Call the next one"), "booth:next"),),
        (Button(say("Our guests"), "booth:guests"), MENU),
    )
    return Card((first, *lines), rows)


async def _next_line(visit: Visit, interview: FairInterview) -> Say:
    """When the next one with a time comes, and whether they are there already."""
    guest = await fairs.guest(visit.session, interview.guest_id)
    there = say("there") if guest and guest.state is GuestState.ARRIVED else say("not there yet")
    at = interview.starts_at.astimezone(SEOUL).time()
    return say("Next interview: {time} ({there})", time=at, there=there)


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
            await booth_guests.guests(visit, company, number)
        case "result":
            await booth_guests.ask_result(visit, company, number)
        case "step":
            await booth_guests.result(visit, company, number, step)
        case "next":
            if await fairs.call_next(visit.session, company.id or 0, visit.now) is None:
                await _nobody(visit, company)
                return
            await booth(visit)
        case _:
            await _turn_deed(visit, company, deed, number)
            await booth(visit)


async def _nobody(visit: Visit, company: FairCompany) -> None:
    """Nobody with a number; who has a time is called from five minutes before it on."""
    lines = [say("Nobody is waiting.")]
    if ahead := await fairs.next_interview(visit.session, company.id or 0):
        lines.append(await _next_line(visit, ahead))
        lines.append(say("You can call them from five minutes before it, once they are there."))
    await visit.chat.say(card(*lines, rows=((AGAIN, MENU),)))


async def _turn_deed(visit: Visit, company: FairCompany, deed: str, turn_id: int) -> None:
    """Start, finish or let go a number of this company; another company's is not touched."""
    own = {turn.id for turn in await fairs.of_company(visit.session, company.id or 0)}
    deeds = {"start": fairs.start, "finish": fairs.finish, "gone": fairs.leave_queue}
    if turn_id in own and deed in deeds:
        await deeds[deed](visit.session, turn_id, visit.now)
