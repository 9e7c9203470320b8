"""The staff's call list in the chat: number, time, why; one tap when it is done."""

from bot.clock import SEOUL
from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.visit import Visit
from bot.models import CallEnd, CallWhy
from bot.notices import service_name
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import calls
from bot.services.calls import ToCall

WHY = {
    CallWhy.DISRUPTION: say("the meeting cannot take place, and no answer yet"),
    CallWhy.WANTED: say("asked for a call"),
    CallWhy.REMINDER: say("has not said whether they come"),
    CallWhy.INVITATION: say("was invited and has not booked"),
    CallWhy.NO_SHOW: say("did not come twice in a row"),
}
ENDS = {"reached": CallEnd.REACHED, "missed": CallEnd.NOT_REACHED}


async def to_call(visit: Visit) -> None:
    """Whom to call, longest waiting first."""
    if visit.at_desk is None:
        await visit.chat.say(FOR_STAFF)
        return
    found = await calls.to_make(visit.session)
    if not found:
        await visit.chat.say(card(say("Nobody is to be called at the moment."), rows=((MENU,),)))
        return
    lines = [_line(visit, position, each) for position, each in enumerate(found, start=1)]
    rows: Rows = tuple(_buttons(position, each) for position, each in enumerate(found, start=1))
    await visit.chat.say(Card((say("<b>To call</b>"), *lines), (*rows, (MENU,))))


def _line(visit: Visit, position: int, each: ToCall) -> Say:
    why = WHY[each.call.why]
    if each.asked is not None:
        return say(
            "{position}. {number}, {service}, asked on {day}\n{why}",
            position=position,
            number=each.asked.known_as,
            service=quote(service_name(visit.center, visit.chat.language, each.asked.service)),
            day=each.asked.at.astimezone(SEOUL).date(),
            why=why,
        )
    if each.appointment is None:
        return say("{position}. {why}", position=position, why=why)
    return say(
        "{position}. {number}, <b>{when}</b>\n{why}",
        position=position,
        number=each.appointment.number,
        when=each.appointment.starts_at,
        why=why,
    )


def _buttons(position: int, each: ToCall) -> tuple[Button, ...]:
    return (
        Button(_label(position, say("Reached")), f"call:reached:{each.call.id}"),
        Button(_label(position, say("Not reached")), f"call:missed:{each.call.id}"),
    )


def _label(position: int, what: Say) -> Say:
    return Say("{position}. {what}", {"position": position, "what": what})


async def made(visit: Visit, end: str, call_id: int) -> None:
    """Off the list; the rest of it is shown."""
    member = visit.at_desk
    if member is None or end not in ENDS:
        await to_call(visit)
        return
    if not await calls.made(visit.session, member, call_id, ENDS[end], visit.now):
        await visit.chat.say(card(say("Somebody has made that call already.")))
    await to_call(visit)
