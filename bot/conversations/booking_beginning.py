"""What a booking knows before its first question: the service, and whatever was said with it."""

from typing import Any

from bot.conversations.booking_openings import noted, since_of
from bot.conversations.booking_reading import Wanted
from bot.conversations.booking_waiting import waits
from bot.conversations.booking_words import appointment_line
from bot.conversations.script import Stop
from bot.conversations.visit import Visit
from bot.korean.moments import Moment
from bot.say import Button, card, say
from bot.services import bookings


async def begun_with(visit: Visit, wanted: Wanted) -> dict[str, Any]:
    """The answers that follow from a sentence such as "다음 주 화요일 오후 금융 상담이요".

    Stop for somebody who has an appointment for this service: they are shown it.
    """
    if not waits(visit.answers):
        await _not_booked_yet(visit, wanted.service)
    kind = visit.center.service(wanted.service)
    fills: dict[str, Any] = {
        "service": kind.key,
        "several_ways": len(kind.ways) > 1,
        "must_accept": kind.accept is not None,
        "since": None,
    }
    if wanted.way in kind.ways:
        fills["way"] = wanted.way
    return fills | day_said(wanted.moment)


def day_said(said: Moment | None) -> dict[str, Any]:
    """Where to look for a day that was said before the times are shown; nothing where none was."""
    if said is None or said.day is None:
        return {}
    return {"how": "typed", "since": since_of(said), "said": noted(said)}


async def _not_booked_yet(visit: Visit, service_key: str) -> None:
    """One appointment a service."""
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    had = next((appointment for appointment in booked if appointment.service == service_key), None)
    if had:
        raise Stop(
            card(
                say("You already have this appointment."),
                await appointment_line(visit, had),
                rows=((Button(say("Change or cancel it"), "menu:mine"),),),
            )
        )
