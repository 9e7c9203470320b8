"""What a counselor can do about a meeting, and what the person and the colleague can answer: the buttons."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.conversations.booking_reading import WAYS
from bot.conversations.common_words import PERSON
from bot.models import Appointment
from bot.say import Button, Rows, Say, quote, say
from bot.services.bookings.asking import minutes_of, moment_of

HEXADECIMAL = frozenset("0123456789abcdef")


def decisions(appointment: Appointment) -> Rows:
    """Under an alert: take it, propose another time, ask a colleague, or call it off."""
    about = f"{appointment.id}:{stamp(appointment.starts_at)}"
    return (
        (Button(say("Accept"), f"appt:accept:{about}"),),
        (Button(say("Propose another time"), f"prop:pick:{about}::"),),
        (Button(say("Ask a colleague"), f"pass:who:{about}"),),
        (call_off_button(appointment),),
    )


def call_off_button(appointment: Appointment) -> Button:
    """Under one meeting; nothing is called off before it was asked why and whether for certain."""
    about = f"{appointment.id}:{stamp(appointment.starts_at)}"
    return Button(say("Call this meeting off"), f"off:why:{about}")


def stamp(moment: datetime) -> int:
    """A moment as buttons of alerts have it: seconds since 1970."""
    return int(moment.timestamp())


def packed(times: Iterable[datetime]) -> str:
    """Moments in as few letters as a button has room for: minutes since 1970, in hexadecimal."""
    return ".".join(f"{minutes_of(each):x}" for each in sorted(times))


def unpacked(written: str) -> list[datetime]:
    """The same moments; what is none is left out."""
    readable = (each for each in written.split(".") if 0 < len(each) <= 8 and set(each) <= HEXADECIMAL)
    return [moment_of(int(each, 16)) for each in readable]


def proposed_rows(appointment: Appointment, counselor: str, times: Sequence[datetime]) -> Rows:
    """To the person: each time as a whole sentence, and two ways out."""
    when = tuple(
        (
            Button(
                Say(
                    "{when}, {counselor}, {way}",
                    {"when": each, "counselor": quote(counselor), "way": WAYS[appointment.way]},
                ),
                f"take:{appointment.id}:{packed([each])}",
            ),
        )
        for each in times
    )
    return (
        *when,
        (Button(say("Look for another time"), f"appt:move:{appointment.id}"),),
        (PERSON,),
    )


def asked_rows(appointment: Appointment) -> Rows:
    """To the colleague."""
    about = f"{appointment.id}:{stamp(appointment.starts_at)}"
    return (
        (Button(say("I take it"), f"pass:yes:{about}"),),
        (Button(say("I cannot"), f"pass:no:{about}"),),
    )
