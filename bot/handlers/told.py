"""The buttons under a copy of an announcement: the date, not interested, and taking that back."""

from collections.abc import Sequence

from bot.calendars import ICALENDAR, fair_file
from bot.conversations.common_words import MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fair_press
from bot.models import Announcement, RefusalKind
from bot.say import Button, Card, Enclosure, Say, card, quote, say
from bot.services import announcements

GONE = say("That is over. The coming hiring days are in the menu.")


async def act(visit: Visit, player: Player, deed: str, announcement_id: int, message_id: int) -> None:
    """What was pressed under a copy."""
    told = await announcements.told_of(visit.session, announcement_id)
    if told is None:
        await visit.chat.say(card(GONE, rows=((MENU,),)))
        return
    match deed:
        case "register":
            await register(visit, player, told)
        case "date":
            await save_the_date(visit, told)
        case "no":
            together = await announcements.told_together(visit.session, visit.person_id, told, message_id)
            await visit.chat.say(choices(together))
        case "keep":
            visit.chat.take_buttons(message_id=message_id)
            await visit.chat.say(card(say("Good. Everything stays as it was."), rows=((MENU,),)))
        case "company" | "topic":
            await refuse(visit, told, RefusalKind(deed), message_id)
        case "undo_company" | "undo_topic":
            await take_back(visit, told, RefusalKind(deed.removeprefix("undo_")), message_id)
        case _:
            await visit.chat.say(card(GONE, rows=((MENU,),)))


def choices(together: Sequence[Announcement]) -> Card:
    """Of what they want no more, of all that stood in one message: as little as possible, or all of it."""
    companies = {told.sponsor: told for told in reversed(together) if told.sponsor}
    topics = {told.topic: told for told in reversed(together) if told.topic}
    rows: list[tuple[Button, ...]] = []
    for company, told in sorted(companies.items()):
        label = say("Nothing of {company}", company=quote(company))
        rows.append((Button(label, f"tell:company:{told.id}"),))
    rows += [(Button(say("Nothing of hiring days"), f"tell:topic:{told.id}"),) for told in topics.values()]
    if companies:
        rows.append((Button(say("No companies' offers"), "news:noads"),))
    rows.append((Button(say("No more news"), "news:stop"),))
    rows.append((Button(say("Leave it as it is"), f"tell:keep:{together[0].id}"),))
    return Card((say("Of what do you want no more? You can take it back at any time."),), tuple(rows))


async def refuse(visit: Visit, told: Announcement, kind: RefusalKind, message_id: int) -> None:
    """No more of this; one tap takes it back."""
    what = await announcements.refuse(visit.session, visit.person, told, kind, visit.now)
    visit.chat.take_buttons(message_id=message_id)
    undo = Button(say("Take that back"), f"tell:undo_{kind}:{told.id}")
    said = say("Done: nothing more of {what}. Other news still come.", what=_named(kind, what))
    await visit.chat.say(card(said, rows=((undo, MENU),)))


async def take_back(visit: Visit, told: Announcement, kind: RefusalKind, message_id: int) -> None:
    """They want it again."""
    what = await announcements.allow_again(visit.session, visit.person, told, kind)
    visit.chat.take_buttons(message_id=message_id)
    said = say("Gladly: you hear of {what} again.", what=_named(kind, what))
    await visit.chat.say(card(said, rows=((MENU,),)))


async def register(visit: Visit, player: Player, told: Announcement) -> None:
    """The hiring day itself, where it is still to come."""
    fair = await announcements.fair_named(visit.session, told.fair or "")
    if fair is None or fair.ends_at <= visit.now:
        await visit.chat.say(card(GONE, rows=((MENU,),)))
        return
    await fair_press.press(visit, player, f"register:{fair.id}", 0)


async def save_the_date(visit: Visit, told: Announcement) -> None:
    """A file that every calendar reads."""
    fair = await announcements.fair_named(visit.session, told.fair or "")
    if fair is None:
        await visit.chat.say(card(GONE, rows=((MENU,),)))
        return
    words = card(say("{title}: {when}", title=quote(fair.title), when=fair.starts_at))
    file = Enclosure(f"{fair.held_on}.ics", fair_file(visit.center, fair), ICALENDAR, words)
    await visit.chat.enclose(file)


def _named(kind: RefusalKind, what: str | None) -> Say:
    return quote(what or "") if kind is RefusalKind.COMPANY else say("hiring days")
