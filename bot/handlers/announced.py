"""What an operator sees of all announcements: those to come, on their way and gone."""

from bot.conversations.common_words import MENU
from bot.conversations.visit import Visit
from bot.models import Announcement, Staff
from bot.notices.announcements import STATES
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import announcements

BEGINNING = 24  # characters of the words, enough to know it again


async def overview(visit: Visit) -> None:
    """The latest announcements with their states; each card can be had again."""
    found = await announcements.handed_in(visit.session)
    new = Button(say("Send an announcement"), "menu:announce")
    if not found:
        await visit.chat.say(card(say("There is no announcement yet."), rows=((new, MENU),)))
        return
    shown = [
        (Button(say("Announcement {number}", number=told.id or 0), f"ann:show:{told.id}")) for told in found
    ]
    rows: Rows = tuple(tuple(shown[place : place + 2]) for place in range(0, len(shown), 2))
    first = say("<b>Announcements</b>, the newest first")
    await visit.chat.say(Card((first, *map(_line, found)), (*rows, (new, MENU))))


async def again(visit: Visit, member: Staff, announcement_id: int) -> None:
    """The card of one of them, with what can be done."""
    if not await announcements.show_again(visit.session, member, announcement_id, visit.now):
        await overview(visit)


def _shown(number: int) -> Button:
    return Button(say("Announcement {number}", number=number), f"ann:show:{number}")


def _line(told: Announcement) -> Say:
    words = " ".join(told.text.split())
    beginning = words if len(words) <= BEGINNING else f"{words[:BEGINNING].rstrip()}…"
    return say(
        "{number}. “{words}”\n{state}, {when}",
        number=told.id or 0,
        words=quote(beginning),
        state=STATES[told.state],
        when=told.due_at,
    )
