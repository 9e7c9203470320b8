"""The waiting list from the side of those who wait: an offered time, leaving the list."""

from typing import Any

from bot.conversations.booking_reading import service
from bot.conversations.booking_words import booked_card
from bot.conversations.common_words import BOOK, MENU, MINE
from bot.conversations.hearing import same_words
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.conversations.waiting_words import LATER, NO, NOT_THERE, YES, place_line, regret
from bot.handlers.carried import row_number
from bot.korean.awaiting import wants_to_wait
from bot.korean.unclear import Unclear
from bot.korean.yes_no import yes_or_no
from bot.models import OfferState
from bot.say import Button, card, say
from bot.services import bookings, waitlist
from bot.services.waitlist import NotOffered

KEPT = ("service", "several_ways", "way", "moves", "only", "with")  # of a booking that turns into waiting
LONGEST_YES = 20  # characters: a longer sentence is about something else


async def press(visit: Visit, player: Player, rest: str, message_id: int) -> None:
    """A button about the list."""
    deed, _, about = rest.partition(":")
    row = row_number(about)
    match deed:
        case "for":
            await begin(visit, player, about)
        case "yes":
            await accept(visit, row, message_id)
        case "no" | "later":
            await refuse(visit, row, message_id, rests=deed == "later")
        case "leave":
            await really_leave(visit, row)
        case "leave_yes":
            await leave(visit, row, message_id)
        case _:
            visit.chat.take_buttons(message_id=message_id)
            await visit.chat.say(card(say("All right, you keep your place."), rows=((MINE, MENU),)))


async def begin(visit: Visit, player: Player, service: str = "") -> None:
    """Waiting instead of booking, for this service where one is named."""
    kind = next((each for each in visit.center.bookable if each.key == service), None)
    known = {"service": kind.key, "several_ways": len(kind.ways) > 1} if kind else _told_so_far(visit)
    await player.begin(visit, "book", {**known, "wait": "yes"})


def _told_so_far(visit: Visit) -> dict[str, Any]:
    """What a booking that is open knows already."""
    if visit.dialogue is None or visit.dialogue.script != "book":
        return {}
    return {key: visit.answers[key] for key in KEPT if key in visit.answers}


async def accept(visit: Visit, offer_id: int, message_id: int) -> None:
    """The time is theirs."""
    had = {each.id for each in await bookings.mine(visit.session, visit.person, visit.now)}
    try:
        taken = await waitlist.accept(visit.session, visit.center, visit.person, offer_id, visit.now)
    except NotOffered as gone:
        visit.chat.take_buttons(message_id=message_id)
        await visit.chat.say(regret(gone))
        return
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(await booked_card(visit, taken, moved=taken.id in had))


async def refuse(visit: Visit, offer_id: int, message_id: int, *, rests: bool) -> None:
    """They keep their place; the time goes to the next."""
    try:
        waiting = await waitlist.refuse(visit.session, visit.person, offer_id, visit.now, rests=rests)
    except NotOffered as gone:
        visit.chat.take_buttons(message_id=message_id)
        await visit.chat.say(regret(gone))
        return
    visit.chat.take_buttons(message_id=message_id)
    said = (
        say("All right. I ask you again from {when} on. Your place stays as it is.", when=waiting.rests_until)
        if rests and waiting.rests_until
        else say("All right. Your place stays as it is, and I ask you when another time is free.")
    )
    await visit.chat.say(card(said, rows=((MINE, MENU),)))


async def really_leave(visit: Visit, waiting_id: int) -> None:
    """Ask once before a place is given up."""
    places = await waitlist.my_places(visit.session, visit.person, visit.now)
    place = next((each for each in places if each.waiting.id == waiting_id), None)
    if place is None:
        await visit.chat.say(card(NOT_THERE, rows=((MINE, MENU),)))
        return
    await visit.chat.say(
        card(
            say("Shall I take you off the waiting list? The place goes to the next person."),
            place_line(visit, place),
            rows=(
                (Button(say("Yes, take me off"), f"wait:leave_yes:{waiting_id}"),),
                (Button(say("No, I stay"), f"wait:stay:{waiting_id}"),),
            ),
        )
    )


async def leave(visit: Visit, waiting_id: int, message_id: int) -> None:
    """Off the list."""
    visit.chat.take_buttons(message_id=message_id)
    try:
        await waitlist.leave(visit.session, visit.person, waiting_id, visit.now)
    except NotOffered:
        await visit.chat.say(card(NOT_THERE, rows=((MINE, MENU),)))
        return
    await visit.chat.say(
        card(
            say("You are off the waiting list. You can join it again at any time."),
            rows=((BOOK, MENU),),
        )
    )


async def heard(visit: Visit, player: Player, text: str) -> bool:
    """Words outside of a dialogue: the wish to wait, or an answer to the time that is offered."""
    if wants_to_wait(text):
        await begin(visit, player, _service_in(visit, text))
        return True
    if visit.dialogue or len(text) > LONGEST_YES:
        return False
    offer = await waitlist.open_offer(visit.session, visit.person)
    if offer is None or offer.id is None or offer.state is not OfferState.OPEN:
        return False
    if same_words(text, LATER) or "내일" in text:
        await refuse(visit, offer.id, 0, rests=True)
        return True
    try:
        agrees = same_words(text, YES) or (not same_words(text, NO) and yes_or_no(text))
    except Unclear:
        return False
    await (accept(visit, offer.id, 0) if agrees else refuse(visit, offer.id, 0, rests=False))
    return True


def _service_in(visit: Visit, text: str) -> str:
    try:
        return service(text, visit).service
    except Unclear:
        return ""
