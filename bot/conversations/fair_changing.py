"""Changing a hiring day in the chat: all of it stands there, and each line can be changed."""

from datetime import date
from typing import Any

from bot.center import Hours
from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_frame import FRAME, spot
from bot.conversations.fair_making import moment, staff_only
from bot.conversations.fair_words import DESK
from bot.conversations.script import AskAgain, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.models import Fair
from bot.say import Button, card, say
from bot.services import fairs
from bot.services.fairs import Frame, NotPossible, NotStored

ALTERING = Script(
    "fair_alter",
    say("Changing a hiring day"),
    FRAME,
    needs_consent=False,
    for_staff=True,
    summary=say("Who registered is told of another day, time or place. Is everything right?"),
)


ALTERING.begins(staff_only)


async def as_it_is(visit: Visit, fair_id: int) -> dict[str, Any]:
    """What stands there now: only what is to be changed is asked."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None:
        return {}
    begins, ends = fair.starts_at.astimezone(SEOUL), fair.ends_at.astimezone(SEOUL)
    return {
        "fair": fair_id,
        "title": fair.title,
        "day": begins.date().isoformat(),
        "hours": f"{begins:%H:%M}-{ends:%H:%M}",
        "place": fair.place,
        "capacity": fair.capacity,
        "bring": list(fair.bring) or None,
        "map": None if fair.latitude is None else [fair.latitude, fair.longitude],
    }


@ALTERING.ends
async def change(visit: Visit) -> Ending:
    """It is so from now on."""
    await staff_only(visit)
    answers = visit.answers
    frame = Frame(
        title=answers["title"],
        held_on=date.fromisoformat(str(answers["day"])),
        hours=Hours.model_validate(answers["hours"]),
        place=answers["place"],
        capacity=int(answers["capacity"]),
        bring=tuple(answers.get("bring") or ()),
        map=spot(answers.get("map")),
    )
    if moment(frame.held_on, frame.hours.starts) <= visit.now:
        raise AskAgain("day", say("That time has already passed."))
    try:
        fair = await fairs.change(visit.session, await _fair(visit), frame, visit.now)
    except NotPossible as refused:
        raise Stop(card(fair_words.REGRETS[refused.reason], rows=((MENU,),))) from refused
    except NotStored as refused:
        raise AskAgain(*_again(refused)) from refused
    line = say("It is changed. Whom it concerns is told now.")
    return Ending(card(line, fair_words.heading(fair), rows=((DESK, MENU),)))


def _again(refused: NotStored) -> tuple[str, Any]:
    """Which question is asked once more, and why."""
    if refused.path[-1:] == ("capacity",):
        return "capacity", say("More people than that have a place already.")
    if refused.path[-1:] == ("times_at",):
        return "day", say(
            "The interview times would be told too late for that day. Please choose a later one."
        )
    if refused.path[-1:] == ("on",):
        return "day", say("A coaching for it would be after that day, or more than two weeks before it.")
    if refused.path[-1:] == ("seats",):
        return "capacity", say("A talk has more seats than that.")
    if "held_on" in refused.path or "key" in refused.path:
        return "day", say("This hiring day is over and cannot be changed.")
    return "hours", say("A talk or a company's interviews do not fit into these hours. Other hours, please.")


async def _fair(visit: Visit) -> Fair:
    fair = await fairs.fair(visit.session, int(visit.answers["fair"]))
    if fair is None:
        raise Stop(card(fair_words.REGRETS[fairs.Refusal.NOT_THERE], rows=((MENU,),)))
    return fair


async def ask_to_call_off(visit: Visit, fair_id: int) -> None:
    """Nothing is called off by a single tap."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None:
        return
    numbers = await fairs.chain(visit.session, fair)
    line = say("Shall the hiring day be called off? {many} people are told at once.", many=numbers.registered)
    yes = Button(say("Yes, call the hiring day off"), f"fdesk:off_yes:{fair_id}")
    await visit.chat.say(card(line, fair_words.heading(fair), rows=((yes,), (DESK, MENU))))


async def call_off(visit: Visit, fair_id: int) -> None:
    """It does not take place; everybody who registered hears of it."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None:
        return
    try:
        await fairs.call_off(visit.session, fair, visit.now)
        line = say("The hiring day is called off. Who registered is told now.")
    except NotPossible as refused:
        line = fair_words.REGRETS[refused.reason]
    except NotStored:
        line = say("This hiring day is over and cannot be changed.")
    await visit.chat.say(card(line, rows=((DESK, MENU),)))
