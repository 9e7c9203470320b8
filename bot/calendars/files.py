"""A meeting or a hiring day as a file that every calendar opens.

Hours are written in UTC, which needs no table of time zones: Korea's clocks are never changed, and a phone
shows them in its own zone. A meeting keeps its UID, and each change of it raises its SEQUENCE, so that a
calendar knows which of two files is the newer one (RFC 5545, 3.8.4.7 and 3.8.7.4).
"""

from datetime import UTC, datetime

from icalendar import Calendar, Event, vCalAddress

from bot.calendars.words import Shown, person_sees
from bot.center import Center
from bot.models import CANCELED_STATES, Appointment, AppointmentState
from bot.services.announcements import ComingFair

ICALENDAR = "text/calendar"
PUBLISH, CANCEL = "PUBLISH", "CANCEL"


def appointment_file(center: Center, appointment: Appointment, counselor: str, language: str) -> bytes:
    """The meeting for the calendar of the person who has it; it takes itself out where it is off.

    What is requested is written as agreed on: the time is the person's until they hear otherwise.
    """
    calendar = calendar_of(CANCEL if appointment.state in CANCELED_STATES else PUBLISH)
    shown = person_sees(center, appointment, counselor, language)
    event = meeting(center, appointment, shown)
    event.add("organizer", _organizer(center, language))  # RFC 5546: both methods want one
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def fair_file(center: Center, fair: ComingFair) -> bytes:
    """A hiring day for the calendar of a phone."""
    calendar = calendar_of()
    event = Event()
    event.add("uid", f"{fair.key}@{center.id}.bitna")
    event.add("dtstamp", fair.starts_at.astimezone(UTC))
    event.add("dtstart", fair.starts_at.astimezone(UTC))
    event.add("dtend", fair.ends_at.astimezone(UTC))
    event.add("summary", fair.title)
    event.add("location", fair.place)
    event.add("description", f"{center.name} {center.phone}")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def calendar_of(method: str | None = None) -> Calendar:
    """An empty calendar of ours; with a method it tells what to do with what is in it (RFC 5546)."""
    calendar = Calendar()
    calendar.add("prodid", "-//Bitna//KO")
    calendar.add("version", "2.0")
    if method:
        calendar.add("method", method)
    return calendar


def meeting(center: Center, appointment: Appointment, shown: Shown, *, tentative: bool = False) -> Event:
    """The meeting as one event; `tentative` where nobody has agreed to it yet."""
    event = Event()
    event.add("uid", f"{appointment.number}@{center.id}.bitna")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", _whole(appointment.changed_at))
    event.add("last-modified", _whole(appointment.changed_at))
    event.add("dtstart", appointment.starts_at.astimezone(UTC))
    event.add("dtend", appointment.ends_at.astimezone(UTC))
    event.add("summary", shown.title)
    event.add("location", shown.where)
    event.add("description", shown.more)
    event.add("status", _status(appointment.state, tentative=tentative))
    event.add("class", "PRIVATE")
    return event


def _status(state: AppointmentState, *, tentative: bool) -> str:
    if state in CANCELED_STATES:
        return "CANCELLED"  # as RFC 5545 spells it
    return "TENTATIVE" if tentative else "CONFIRMED"


def _organizer(center: Center, language: str) -> vCalAddress:
    address = vCalAddress(f"tel:{center.phone}")
    address.params["CN"] = center.name if language == "ko" else center.english_name
    return address


def _whole(moment: datetime) -> datetime:
    """Whole seconds, as files have them."""
    return moment.astimezone(UTC).replace(microsecond=0)
