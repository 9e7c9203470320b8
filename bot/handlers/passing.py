"""A counselor asks a colleague to take a meeting over, and the colleague answers."""

from bot.conversations.deciding_words import decisions, stamp
from bot.conversations.visit import Visit
from bot.handlers import desk
from bot.handlers.carried import parts, row_number
from bot.models import Appointment
from bot.notices import line_of
from bot.say import Button, Card, Rows, card, quote, say
from bot.services.bookings import NotBookable, NotThere, passing


async def press(visit: Visit, rest: str, message_id: int) -> None:
    """A button of either of the two."""
    deed, row, more = parts(rest)
    match deed:
        case "yes":
            await _take_over(visit, row_number(row), message_id)
        case "no":
            await _decline(visit, row_number(row), message_id)
        case _:
            found = await desk.decided_on(visit, row_number(row), more[0], message_id)
            if found and deed == "ask":
                await _ask(visit, found, row_number(more[1]), message_id)
            elif found:
                await _who(visit, found, message_id)


async def _who(visit: Visit, found: Appointment, message_id: int) -> None:
    """The colleagues who could."""
    line = await line_of(visit.session, visit.center, visit.chat.language, found)
    able = await passing.colleagues(visit.session, visit.center, found, visit.now)
    about = f"{found.id}:{stamp(found.starts_at)}"
    rows: Rows = tuple(
        (
            Button(
                say("Ask {counselor}", counselor=quote(each.name)),
                f"pass:ask:{about}:{each.id}",
            ),
        )
        for each in able
    )
    ask = (
        say("Whom shall I ask? It moves only when they say yes.")
        if able
        else say("No colleague who gives this counseling is free then.")
    )
    back = Button(say("Back"), f"prop:back:{about}::")
    visit.chat.rewrite(Card((line, ask), (*rows, (back,))), message_id=message_id)


async def _ask(visit: Visit, found: Appointment, counselor_id: int, message_id: int) -> None:
    member = desk.counselor(visit)
    assert member is not None
    assert found.id is not None
    try:
        asked = await passing.ask_colleague(
            visit.session, visit.center, member, found.id, counselor_id, visit.now
        )
    except NotThere:
        await desk.not_there(visit, message_id)
        return
    line = await line_of(visit.session, visit.center, visit.chat.language, found)
    if asked is None:
        gone = say("Your colleague is not free then any more.")
        visit.chat.rewrite(Card((line, gone), decisions(found)), message_id=message_id)
        return
    said = say("I have asked {counselor}. Until they say yes it stays with you.", counselor=quote(asked.name))
    visit.chat.rewrite(Card((line, said), decisions(found)), message_id=message_id)


async def _take_over(visit: Visit, appointment_id: int, message_id: int) -> None:
    member = desk.counselor(visit)
    if member is None:
        await desk.not_yours(visit)
        return
    try:
        taken = await passing.take_over(visit.session, visit.center, member, appointment_id, visit.now)
    except NotThere:
        await _no_longer(visit, message_id)
    except NotBookable:
        visit.chat.take_buttons(message_id=message_id)
        await visit.chat.say(card(say("You are not free then any more, so it stays with your colleague.")))
    else:
        line = await line_of(visit.session, visit.center, visit.chat.language, taken)
        visit.chat.rewrite(card(say("<b>It is yours now</b>"), line), message_id=message_id)


async def _decline(visit: Visit, appointment_id: int, message_id: int) -> None:
    member = desk.counselor(visit)
    if member is None:
        await desk.not_yours(visit)
        return
    try:
        left = await passing.decline(visit.session, member, appointment_id, visit.now)
    except NotThere:
        await _no_longer(visit, message_id)
        return
    line = await line_of(visit.session, visit.center, visit.chat.language, left)
    said = say("All right, your colleague knows.")
    visit.chat.rewrite(card(line, said), message_id=message_id)


async def _no_longer(visit: Visit, message_id: int) -> None:
    """Nobody asks any more: it was moved, called off, taken by somebody else, or decided."""
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(card(say("Nobody asks for this any more. I have changed nothing.")))
