"""The waiting list from the side of the staff: who waits, in which order and why; no names."""

from collections.abc import Awaitable, Callable

from bot.clock import SEOUL
from bot.conversations.common_words import FOR_COUNSELORS, MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.conversations.waiting_words import when
from bot.handlers import waiting
from bot.handlers.carried import row_number
from bot.models import Role
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import waitlist
from bot.services.waitlist import NotOffered, Place

SHOWN = 10  # more lines do not fit on a phone


async def line(visit: Visit) -> None:
    """Who waits, first in line first."""
    if visit.staff_as(Role.COUNSELOR) is None:
        await visit.chat.say(FOR_COUNSELORS)
        return
    places = await waitlist.line_of(visit.session, None, visit.now)
    if not places:
        await visit.chat.say(card(say("Nobody waits for a time at the moment."), rows=((MENU,),)))
        return
    lines = [_line(visit, place) for place in places[:SHOWN]]
    if len(places) > SHOWN:
        lines.append(say("and {many} more", many=len(places) - SHOWN))
    rows: Rows = tuple((_note(place),) for place in places[:SHOWN])
    await visit.chat.say(Card((say("<b>The waiting list</b>"), *lines), (*rows, (MENU,))))


def _line(visit: Visit, place: Place) -> Say:
    """Number, service, days; since when, and by when where a paper says so."""
    waits = place.waiting
    kind = next((each for each in visit.center.services if each.key == waits.service), None)
    named = (kind.name if visit.chat.language == "ko" else kind.english_name) if kind else waits.service
    secret = bool(kind and kind.sensitive)
    since = waits.joined_at.astimezone(SEOUL).date()
    return say(
        "{position}. Waiting number {number} · {service}\n{days}\n{why}",
        position=place.before + 1,
        number=waits.id or 0,
        service=say("Counseling (private)") if secret else quote(named),
        days=when(place.halves),
        why=say("By {day}, on paper · since {since}", day=waits.needed_by, since=since)
        if waits.needed_by
        else say("Since {since}", since=since),
    )


def _note(place: Place) -> Button:
    number = place.waiting.id or 0
    if place.waiting.needed_by:
        return Button(say("No. {number}: no date after all", number=number), f"need:none:{number}")
    return Button(say("No. {number}: note a date", number=number), f"need:note:{number}")


def presses(player: Player) -> dict[str, Callable[[Visit, str, int], Awaitable[None]]]:
    """What the buttons of the list do, by the first word they carry."""
    return {
        "wait": lambda visit, rest, message: waiting.press(visit, player, rest, message),
        "need": lambda visit, rest, _message: press(visit, player, rest),
    }


async def press(visit: Visit, player: Player, rest: str) -> None:
    """A button under the list."""
    deed, _, written = rest.partition(":")
    waiting_id = row_number(written)
    member = visit.staff_as(Role.COUNSELOR)
    if member is None or deed not in {"note", "none"}:
        await line(visit)
    elif deed == "note":
        await player.begin(visit, "need", {"waiting": waiting_id})
    else:
        try:
            await waitlist.note_need(visit.session, member, waiting_id, None)
        except NotOffered:
            await visit.chat.say(card(say("Nobody waits under that number any more."), rows=((MENU,),)))
            return
        await line(visit)
