"""A counselor's own calendar address: made, shown once, taken back."""

from bot.conversations.common_words import FOR_COUNSELORS, MENU
from bot.conversations.visit import Visit
from bot.models import Role
from bot.say import Button, Rows, Say, card, quote, say
from bot.services import feeds

ABOUT = say(
    "Your appointments in your own calendar program: it asks this address for them again and again. "
    "Only number, time, service and way stand there."
)
KEEP = say(
    "I show it this one time. Whoever has it sees your times: please keep it to yourself. "
    "If it is lost, make a new one; the old one opens nothing then."
)
MAKE = Button(say("Make an address"), "feed:make")
ANEW = Button(say("Make a new address"), "feed:make")
REVOKE = Button(say("Take the address back"), "feed:revoke")


async def feed(visit: Visit) -> None:
    """Whether there is an address, when it was last read, and what can be done."""
    counselor_id = await _counselor(visit)
    if counselor_id is None:
        return
    kept = await feeds.in_force(visit.session, counselor_id)
    if kept is None:
        await visit.chat.say(card(ABOUT, rows=((MAKE,), (MENU,))))
        return
    read = say("Last read: {when}", when=kept.read_at) if kept.read_at else say("Nobody has read it yet.")
    rows: Rows = ((ANEW,), (REVOKE,), (MENU,))
    await visit.chat.say(card(ABOUT, say("Made: {when}\n{read}", when=kept.made_at, read=read), rows=rows))


async def press(visit: Visit, deed: str, message_id: int) -> None:
    """A button of the above."""
    counselor_id = await _counselor(visit)
    if counselor_id is None:
        return
    visit.chat.take_buttons(message_id=message_id)
    match deed:
        case "make":
            secret = await feeds.make(visit.session, counselor_id, visit.now)
            address = Say("<code>{address}</code>", {"address": quote(f"{visit.feeds}/{secret}.ics")})
            await visit.chat.say(card(say("Here is your address:"), address, KEEP, rows=((MENU,),)))
        case "revoke":
            await feeds.revoke(visit.session, counselor_id, visit.now)
            await visit.chat.say(card(say("The address opens nothing any more."), rows=((MAKE,), (MENU,))))
        case _:
            await feed(visit)


async def _counselor(visit: Visit) -> int | None:
    """Whose calendar it is; who has none, or where none are served, is told."""
    member = visit.staff_as(Role.COUNSELOR)
    if member is None or member.counselor_id is None:
        await visit.chat.say(FOR_COUNSELORS)
        return None
    if not visit.feeds:
        off = say("Calendar addresses are not switched on here. Whoever runs me can do it (--feeds).")
        await visit.chat.say(card(off, rows=((MENU,),)))
        return None
    return member.counselor_id
