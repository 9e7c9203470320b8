"""Noting by when somebody who waits must have had counseling, as a paper says that was shown."""

from datetime import date
from typing import Any

from bot.conversations.booking_reading import moment, show_day
from bot.conversations.common_words import FOR_COUNSELORS, MENU
from bot.conversations.script import Ask, AskAgain, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.models import Role
from bot.say import Button, card, say
from bot.services import waitlist
from bot.services.waitlist import NotOffered

LINE = Button(say("The waiting list"), "menu:waiting")


def day(text: str, visit: Visit) -> str:
    """The date on the paper."""
    found = moment(text, visit).day
    if found is None:
        raise Unclear(Why.NOTHING)
    return found.isoformat()


NOTING_NEED = Script(
    "need",
    say("A date on a paper"),
    (
        Ask(
            "needed_by",
            lambda visit: say(
                "Waiting number {number}: until which date does the paper say?",
                number=int(visit.answers["waiting"]),
            ),
            say("Until"),
            say("For example: 12월 10일."),
            day,
            shows=show_day,
        ),
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
    can_wait=False,
)


@NOTING_NEED.begins
async def staff_only(visit: Visit) -> dict[str, Any]:
    """Counselors only."""
    if visit.staff_as(Role.COUNSELOR) is None:
        raise Stop(FOR_COUNSELORS)
    return {}


@NOTING_NEED.settles("needed_by")
async def ahead(visit: Visit, value: str) -> dict[str, Any]:
    """A date that has passed helps nobody."""
    if date.fromisoformat(value) < visit.today.date():
        raise AskAgain("needed_by", say("That day has already passed."))
    return {"needed_by": value}


@NOTING_NEED.ends
async def note(visit: Visit) -> Ending:
    """They come first from now on; who saw the paper is kept."""
    member, needed_by = visit.staff_as(Role.COUNSELOR), date.fromisoformat(str(visit.answers["needed_by"]))
    assert member is not None
    try:
        await waitlist.note_need(visit.session, member, int(visit.answers["waiting"]), needed_by)
    except NotOffered:
        return Ending(card(say("Nobody waits under that number any more."), rows=((LINE, MENU),)))
    return Ending(
        card(
            say("Noted: until {day}. They come before those without a date.", day=needed_by),
            rows=((LINE, MENU),),
        )
    )
