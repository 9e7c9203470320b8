"""The operator's side of hiring days: who comes, checking in, sheets, the numbers of the year."""

from collections.abc import Awaitable, Callable

from bot.conversations import fair_programs, fair_words
from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.fair_changing import as_it_is, ask_to_call_off, call_off
from bot.conversations.fair_making import draft_card, programs_button
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fair_sheets, fair_talks
from bot.models import Arrival, Fair, FairGuest, Role
from bot.pictures import code_picture, report_picture
from bot.pictures.reports import STEPS, summary
from bot.say import Button, Card, Enclosure, Say, card, say
from bot.services import fairs
from bot.services.fairs import NotPossible


async def days(visit: Visit) -> None:
    """The coming fairs, drafts too, each with its numbers and sheets."""
    if not await allowed(visit):
        return
    found = await fairs.coming(visit.session, visit.now, drafts=True)
    for fair in (await fairs.lately(visit.session, visit.now))[:1]:
        heading = fair_words.heading(fair)
        await visit.chat.say(
            card(say("It is over."), heading, await _counts(visit, fair), rows=(_list(fair),))
        )
    for fair in found[:4]:
        counts = await _counts(visit, fair)
        await visit.chat.say(card(fair_words.heading(fair), counts, rows=_ways(fair)))
    new = ((Button(say("Make a new hiring day"), "fdesk:new:0"),), (MENU,))
    line = say("A larger one is loaded from a file.") if found else say("No hiring day is planned.")
    await visit.chat.say(card(line, rows=new))


async def _counts(visit: Visit, fair: Fair) -> Say:
    numbers = await fairs.chain(visit.session, fair)
    return say(
        "Registered: {registered} of {places} · Waiting: {waiting} · There: {arrived}",
        registered=numbers.registered,
        places=numbers.places,
        waiting=len(await fairs.waiting(visit.session, fair)),
        arrived=numbers.arrived,
    )


def _list(fair: Fair) -> tuple[Button, ...]:
    return (Button(say("List of guests (file)"), f"fdesk:list:{fair.id}"),)


def _ways(fair: Fair) -> tuple[tuple[Button, ...], ...]:
    if fair.state == "draft":
        return draft_card(fair, say("A draft")).rows
    return (
        _list(fair),
        (Button(say("Times by company (file)"), f"fdesk:sheet:{fair.id}"),),
        (Button(say("Picture for the door"), f"fdesk:door:{fair.id}"), programs_button(fair)),
        (
            Button(say("Change it"), f"fdesk:change:{fair.id}"),
            Button(say("Call it off"), f"fdesk:off:{fair.id}"),
        ),
        (Button(say("Check people in"), "menu:checkin"), MENU),
    )


async def allowed(visit: Visit) -> bool:
    """Whether this is an operator; others are told."""
    if visit.staff_as(Role.OPERATOR):
        return True
    await visit.chat.say(FOR_STAFF)
    return False


async def door(visit: Visit, fair_id: int) -> None:
    """The picture that hangs at the door: who reads it with the phone is checked in."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None:
        return
    address = f"https://t.me/{visit.bot_name}?start=fairdoor-{fair.door}"
    words = card(say("Please print it for the door. Who scans it on the day is checked in."), rows=((MENU,),))
    await visit.chat.enclose(Enclosure("door.png", code_picture(address), "image/png", words))


async def open_draft(visit: Visit, fair_id: int) -> None:
    """Everybody sees it from now on."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None:
        return
    try:
        await fairs.open_draft(visit.session, fair)
    except NotPossible as refused:
        await visit.chat.say(card(fair_words.REGRETS[refused.reason], rows=((MENU,),)))
        return
    line = say("It is open: people see it and can register.")
    await visit.chat.say(card(line, fair_words.heading(fair), rows=_ways(fair)))


async def stats(visit: Visit) -> None:
    """The year's chain, in words and as a picture."""
    if not await allowed(visit):
        return
    report = await fairs.report(visit.session, visit.today.year, visit.now)
    steps = [
        say("{step}: {count}", step=STEPS[name], count=getattr(report.total, name)) for name in fairs.CHAIN
    ]
    title = say("<b>Hiring days {year}</b>", year=str(report.year))
    note = [say("Examples are not counted: {count}", count=report.left_out)] if report.left_out else []
    words = Card((title, summary(report), fair_words.under_each_other(steps), *note), ((MENU,),))
    picture = report_picture(report, visit.chat.language)
    await visit.chat.enclose(Enclosure(f"fairs-{report.year}.png", picture, "image/png", words))


async def arrived(visit: Visit, guest_id: int, how: Arrival) -> bool:
    """Check somebody in, and say how it went."""
    try:
        done = await fairs.check_in(visit.session, guest_id, how, visit.now)
    except NotPossible as refused:
        await visit.chat.say(card(fair_words.REGRETS[refused.reason], rows=((MENU,),)))
        return False
    await visit.chat.say(
        card(fair_words.checked_in(done), rows=((Button(say("Check people in"), "menu:checkin"), MENU),))
    )
    return True


async def press(visit: Visit, player: Player, deed: str, number: int) -> None:
    """A button under a fair on the operator's side."""
    if not await allowed(visit):
        return
    if deed == "in":
        await arrived(visit, number, Arrival.STAFF)
    elif deed == "new":
        await player.begin(visit, "fair_make")
    elif deed == "add":
        await player.begin(visit, "fair_company", {"fair": number})
    elif deed == "talk":
        await fair_programs.begin(visit, player, number)
    elif deed == "change":
        await player.begin(visit, "fair_alter", await as_it_is(visit, number))
    elif deed in DEEDS:
        await DEEDS[deed](visit, number)


DEEDS: dict[str, Callable[[Visit, int], Awaitable[None]]] = {
    "list": fair_sheets.guest_list,
    "sheet": fair_sheets.day_sheet,
    "door": door,
    "open": open_draft,
    "off": ask_to_call_off,
    "off_yes": call_off,
    "talks": fair_talks.programs,
    "untalk": fair_talks.ask_to_take_out,
    "untalk_yes": fair_talks.take_out,
}


async def scanned(visit: Visit, guest: FairGuest) -> None:
    """A guest's picture, read by the staff."""
    await arrived(visit, guest.id or 0, Arrival.PICTURE)
