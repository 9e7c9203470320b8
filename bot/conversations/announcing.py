"""Announcing: an operator writes once, sees it as its readers will, who gets it and when, and says yes."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import SEOUL
from bot.conversations import announcement_lookups as lookups
from bot.conversations import announcement_reading as reading
from bot.conversations.announcement_audience import (
    AUDIENCE_QUESTIONS,
    BUTTONS,
    FINER_QUESTIONS,
    chosen,
    wanted,
)
from bot.conversations.announcement_words import KINDS, SURE, preview_card
from bot.conversations.common_words import MENU
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.models import AnnouncementState, Role
from bot.say import Say, card, say
from bot.services import announcements

ADDED = {"english", "picture", "fair", "narrow", "without"}  # asked only where an operator wants it

ANNOUNCING = Script(
    "announce",
    say("Announcement"),
    (
        Ask(
            "text",
            say("Please write the announcement as job seekers will read it."),
            say("Text"),
            say("Between 5 and 3,000 characters, as plain text."),
            reading.announcement_text,
            free=True,
        ),
        Ask("kind", say("What is it?"), say("Kind"), BUTTONS, None, KINDS, wide=True),
        Ask(
            "company",
            say("Which company's offer is it?"),
            say("Company"),
            say("For example: 무등가전부품. Between 2 and 40 characters."),
            reading.company,
            free=True,
            only_if=chosen("kind", "advert"),
        ),
        *AUDIENCE_QUESTIONS,
        Ask(
            "when",
            say("When shall I send it? You may write it, like “tomorrow 10 in the morning”."),
            say("Sending time"),
            say("For example: 내일 오전 10시. Between 21:00 and 08:00 it waits for the morning."),
            reading.moment,
            (Choice("now", say("Now")),),
            shows=reading.show_when,
        ),
        Ask(
            "english",
            say("Please write it in English, for those who read English here."),
            say("English text"),
            say("Between 5 and 3,000 characters, as plain text."),
            reading.announcement_text,
            free=True,
            only_if=wanted("english"),
        ),
        Ask(
            "picture",
            say("Please send me the picture as a photo."),
            say("Picture"),
            say("Please send one photo, not a file. Or press “Back”."),
            reading.picture,
            only_if=wanted("picture"),
            shows=reading.show_picture,
        ),
        Ask(
            "fair",
            say("For which hiring day shall there be a button to register?"),
            say("Button to register"),
            BUTTONS,
            wide=True,
            only_if=wanted("fair"),
            shows=reading.show_fair,
        ),
        Ask(
            "waves",
            say("Shall it go out in waves, only to as many as there are seats for?"),
            say("In waves"),
            say("Please say yes or no."),
            yes_no,
            (Choice("yes", say("Yes, in waves")), Choice("no", say("No, to all at once"))),
            wide=True,
            only_if=lambda answers: answers.get("fair", "none") != "none",
        ),
        *FINER_QUESTIONS,
        Ask("sure", say("Shall I send it?"), say("Sending"), say("Please say yes or no."), yes_no, SURE),
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
)


ANNOUNCING.offers("fair")(lookups.fairs_or_none)
ANNOUNCING.settles("kind")(lookups.kind)
ANNOUNCING.offers("audience")(lookups.audiences)
ANNOUNCING.offers("narrow")(lookups.narrowings)
for _slot in ("audience", "narrow", "without"):
    ANNOUNCING.settles(_slot)(lookups.anew(_slot))
    for _kind, _look_up in lookups.OF_KIND.items():
        if ANNOUNCING.question(_key := reading.detail_key(_slot, _kind)):
            ANNOUNCING.offers(_key)(_look_up)


@ANNOUNCING.settles("when")
async def in_the_future(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A full moment that is still to come."""
    if isinstance(value, str):
        return {"when": value}
    if value.day is None or value.at is None or isinstance(value.at, HalfDay):
        raise AskAgain("when", say("Please name the day and the hour, like 내일 오전 10시."))
    when = datetime.combine(value.day, value.at, SEOUL).astimezone(UTC)
    if when <= visit.now:
        raise AskAgain("when", say("That time has already passed."))
    if when > visit.now + timedelta(days=90):
        raise AskAgain("when", say("Please choose a time within three months."))
    return {"when": when.isoformat()}


@ANNOUNCING.settles("picture")
async def room_for_words(visit: Visit, value: str) -> dict[str, Any]:
    """Under a picture Telegram lets fewer words stand."""
    longest = max(len(str(visit.answers.get(key, ""))) for key in ("text", "english"))
    if longest > reading.LONGEST_UNDER_PICTURE:
        raise AskAgain("text", say("Under a picture there is room for 800 characters only."), only=True)
    return {"picture": value}


@ANNOUNCING.tells("sure")
async def preview(visit: Visit) -> Say:
    """It is sent to the operator as its readers will see it; below, how many get it and when."""
    staff = visit.staff_as(Role.OPERATOR)
    assert staff
    plan, due_at = reading.plan_of(visit.answers), reading.due_of(visit)
    tried = await announcements.try_out(visit.session, staff, plan, due_at, visit.now)
    reach = await announcements.count(visit.session, tried, visit.center, due_at)
    return preview_card(visit, reach)


@ANNOUNCING.settles("sure")
async def sure_or_change(visit: Visit, value: str) -> dict[str, Any]:
    """Each part can be changed by itself; a plain no leads back to the words."""
    if value == "yes":
        return {"sure": value}
    if value in ADDED and value not in visit.answers:
        return {"more": value}
    raise AskAgain("text" if value == "no" else value, say("Let us change it."), only=True)


@ANNOUNCING.ends
async def schedule(visit: Visit) -> Ending:
    """It is kept with its time; the clock releases it, after a second person's word where many get it."""
    staff = visit.staff_as(Role.OPERATOR)
    assert staff
    due_at = reading.due_of(visit)
    written = await announcements.try_out(
        visit.session, staff, reading.plan_of(visit.answers), due_at, visit.now, sends=False
    )
    planned = await announcements.hand_in(visit.session, written, visit.center, due_at, visit.now)
    when = reading.show_when(visit.answers["when"], visit)
    said = say("It is in the book: {when}. The card above shows how it goes.", when=when)
    if planned.state is AnnouncementState.AWAITING:
        said = say("More than 500 people would get it, so I have asked the other operators to read it first.")
    return Ending(card(said, rows=((MENU,),)))
