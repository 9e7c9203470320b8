"""The staff arrange something for a person: how the answers are read and written."""

import re
from typing import Any

from bot.conversations.booking_reading import WAYS, show_service
from bot.conversations.visit import Visit
from bot.korean import phones
from bot.models import Appointment, Cause, Way
from bot.rules.booking import Refusal
from bot.say import Say, quote, say

BOOKING_NUMBER = re.compile(r"[Bb비]?\s*[-‐–—.]?\s*(\d{5})(?!\d)")
DEEDS = {
    "book": say("Book for them"),
    "invite": say("Ask them to choose a time"),
    "move": say("Move an appointment"),
}
WHY = {
    Cause.ASKED: say("They asked for it"),
    Cause.ABSENCE: say("I am away then"),
    Cause.CLOSURE: say("The center is closed"),
}
WITH = {"me": say("With me"), "anybody": say("With any counselor")}
REFUSED = {
    Refusal.TAKEN: say("That time has just been taken. These are free."),
    Refusal.CLOSED: say("Nobody can be met then. These times are free."),
    Refusal.PAST: say("That time has already passed. These are still free."),
    Refusal.TOO_FAR: say("That day is not open for booking yet. These are."),
    Refusal.HAS_ONE: say("The person has another appointment then, or one for this already."),
}


def who(text: str, _visit: Visit) -> str:
    """A booking number as we write it, or a telephone number."""
    number = BOOKING_NUMBER.fullmatch(text.strip())
    return f"B-{number[1]}" if number else phones.phone(text)


def show_who(value: Any, _visit: Visit) -> Say:
    """The number that was written; of a telephone the last four digits, as it stays in the chat."""
    written = str(value)
    return quote(written) if written.startswith("B-") else quote(f"***-{written[-4:]}")


def named_service(key: str, sensitive: bool, visit: Visit) -> Say:
    """The service; of a sensitive one only that it is private."""
    return say("Counseling (private)") if sensitive else show_service(key, visit)


def line(appointment: Appointment, visit: Visit) -> Say:
    """One appointment: when, what, its number."""
    return Say(
        "{when}, {service} · {number}",
        {
            "when": appointment.starts_at,
            "service": named_service(appointment.service, appointment.sensitive, visit),
            "number": appointment.number,
        },
    )


def short(appointment: Appointment) -> Say:
    """The same on a button."""
    return Say("{when} · {number}", {"when": appointment.starts_at, "number": appointment.number})


def way_named(value: Any, _visit: Visit) -> Say:
    """How they meet."""
    return WAYS[Way(str(value))]
