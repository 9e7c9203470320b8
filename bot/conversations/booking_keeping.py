"""Keeping a time while the person says yes, and making an appointment of it; or why neither can be."""

from datetime import datetime
from typing import Any

from bot.conversations import notebook
from bot.conversations.booking_words import REGRETS, enough, not_open, regret, too_late_card
from bot.conversations.script import AskAgain, Stop
from bot.conversations.visit import Visit
from bot.models import Appointment, Way
from bot.rules.booking import Refusal
from bot.say import card, say
from bot.services import bookings
from bot.services.bookings import NotBookable, NotThere, Why


async def keep(visit: Visit, starts_at: datetime, counselor_id: int | None) -> dict[str, Any]:
    """Hold this time for the person; AskAgain or Stop where it cannot be."""
    answers = visit.answers
    wanted = {"way": Way(answers["way"])} if answers.get("way") else {}
    try:
        held = await bookings.hold(
            visit.session,
            visit.center,
            visit.person,
            str(answers["service"]),
            starts_at,
            visit.now,
            moves=int(answers["moves"]) if answers.get("moves") else None,
            counselor_id=counselor_id,
            chosen=bool(answers.get("only")),
            **wanted,
        )
    except NotBookable as refused:
        raise refusal(visit, refused) from refused
    except NotThere as gone:
        raise _gone(visit, gone) from gone
    return await kept(visit, held)


async def kept(visit: Visit, held: Appointment) -> dict[str, Any]:
    """The answers that a held time fills."""
    [named] = await bookings.with_names(visit.session, [held])
    return {"time": held.starts_at.isoformat(), "hold": held.id, "with": named.counselor_name}


def refusal(visit: Visit, refused: NotBookable) -> AskAgain | Stop:
    """The way on from a refusal: to other times, or out where no time would do."""
    if refused.reason is Refusal.HAS_ONE:
        return Stop(regret(visit))
    if refused.reason in {Refusal.ENOUGH, Refusal.DAY_FULL}:
        return Stop(enough(visit))
    if refused.reason is Refusal.NOT_OPEN:
        return Stop(not_open(visit))
    return AskAgain("time", REGRETS[refused.reason])


def _gone(visit: Visit, gone: NotThere) -> Stop:
    if gone.reason is Why.TOO_LATE:
        return Stop(too_late_card(visit))
    return Stop(card(say("That appointment was already changed or canceled.")))


async def let_go(visit: Visit) -> None:
    """Whoever looks for another time, or goes, keeps none."""
    if "hold" in visit.answers:
        await bookings.release(visit.session, visit.person)
        notebook.forget(visit, ["hold"])


async def give(visit: Visit) -> Appointment:
    """The appointment they said yes to; AskAgain or Stop where somebody was quicker."""
    try:
        return await _given(visit)
    except NotBookable as refused:
        raise refusal(visit, refused) from refused
    except NotThere as gone:
        raise _gone(visit, gone) from gone


async def _given(visit: Visit) -> Appointment:
    answers = visit.answers
    accepted = answers.get("accepted") == "yes"
    if answers.get("hold"):
        return await bookings.confirm(
            visit.session, visit.center, visit.person, int(answers["hold"]), visit.now, accepted=accepted
        )
    starts_at = datetime.fromisoformat(str(answers["time"]))
    if answers.get("moves"):
        return await bookings.change(
            visit.session, visit.center, visit.person, int(answers["moves"]), starts_at, visit.now
        )
    way_wanted = Way(answers["way"]) if answers.get("way") else None
    return await bookings.book(
        visit.session,
        visit.center,
        visit.person,
        str(answers["service"]),
        starts_at,
        visit.now,
        way=way_wanted,
        accepted=accepted,
    )
