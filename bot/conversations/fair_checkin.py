"""Checking people in at the door: six digits or a name, one after the other."""

from collections.abc import Sequence
from typing import Any

from bot.conversations import fair_words
from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.models import Arrival, Role
from bot.say import card, quote, say
from bot.services import fairs
from bot.services.fairs import NotPossible


def code_or_name(text: str, _visit: Visit) -> str:
    """Six digits, with or without spaces, or a part of a name."""
    bare = text.replace(" ", "").replace("-", "")
    if len(bare) < 2:
        raise Unclear(Why.NOTHING)
    return bare


CHECKING_IN = Script(
    "fair_checkin",
    say("Check-in"),
    (
        Ask(
            "who",
            say("Who is there? Six digits, or a name."),
            say("Who"),
            say("For example 482913, or 민지."),
            code_or_name,
            free=True,
        ),
        Ask(
            "which",
            say("Which of them?"),
            say("Who"),
            say("Please press one of the buttons."),
            None,
            wide=True,
            only_if=lambda answers: answers.get("several") is True,
        ),
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
    can_wait=False,
)


@CHECKING_IN.begins
async def on_the_day(visit: Visit) -> dict[str, Any]:
    """Only the staff, and only on the day."""
    if visit.staff_as(Role.OPERATOR) is None:
        raise Stop(FOR_STAFF)
    fair = await fairs.held_now(visit.session, visit.now)
    if fair is None:
        raise Stop(card(say("No hiring day takes place now."), rows=((MENU,),)))
    return {"fair": fair.id}


@CHECKING_IN.settles("who")
async def found(visit: Visit, value: str) -> dict[str, Any]:
    """One guest, or several of that name to choose from."""
    fair_id = int(visit.answers["fair"])
    if value.isdecimal() and len(value) == 6:
        guest = await fairs.guest_of_code(visit.session, fair_id, value)
        if guest is None:
            raise AskAgain("who", say("Nobody has this code: {code}", code=value))
        return {"who": value, "guest": guest.id, "how": Arrival.CODE}
    named = await fairs.guests_called(visit.session, fair_id, value)
    if not named:
        line = say(
            "Nobody on the list has this name: {name}\n"
            "Who is new can scan the picture at the door and register with their own phone.",
            name=value,
        )
        raise AskAgain("who", line)
    if len(named) > 1:
        return {"who": value, "several": True, "how": Arrival.STAFF}
    return {"who": value, "guest": named[0][0].id, "how": Arrival.STAFF}


@CHECKING_IN.offers("which")
async def namesakes(visit: Visit) -> Sequence[Choice]:
    """Those of that name, told apart by the last digits of their code."""
    named = await fairs.guests_called(visit.session, int(visit.answers["fair"]), visit.answers["who"])
    return [Choice(str(guest.id), quote(f"{name} …{guest.code[-3:]}")) for guest, name in named[:8]]


@CHECKING_IN.ends
async def check_in(visit: Visit) -> Ending:
    """There; the next one, please."""
    guest_id = int(visit.answers.get("guest") or visit.answers["which"])
    try:
        done = await fairs.check_in(visit.session, guest_id, Arrival(visit.answers["how"]), visit.now)
    except NotPossible as refused:
        line = fair_words.REGRETS[refused.reason]
    else:
        line = fair_words.checked_in(done)
    return Ending(card(line), then="fair_checkin")
