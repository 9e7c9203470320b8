"""A person's meeting, enclosed as a file for the calendar of their phone."""

from bot.calendars import ICALENDAR, appointment_file
from bot.models import CANCELED_STATES, Appointment, Counselor
from bot.notices.told import Told
from bot.say import Card, Enclosure, Say, card, say

NEW = say("Tap the file, and your phone's calendar keeps it.")
MOVED = say("Tap the file, and the new time takes the place of the old one in your calendar.")
OFF = say(
    "It is canceled. Tap the file to take it out of your calendar; if it stays there, please delete it."
)


async def saved(told: Told) -> Enclosure:
    """To the person: as it stands now, whatever it was when they asked."""
    appointment = await told.appointment()
    await told.session.refresh(appointment)  # the database counts its changes
    counselor = (await told.session.get_one(Counselor, appointment.counselor_id)).name
    content = appointment_file(told.center, appointment, counselor, told.language)
    return Enclosure(f"{appointment.number}.ics", content, ICALENDAR, _words(told, appointment))


def _words(told: Told, appointment: Appointment) -> Card:
    what = say("<b>{when}</b>", when=appointment.starts_at)
    return card(what, _what_to_do(told, appointment))


def _what_to_do(told: Told, appointment: Appointment) -> Say:
    if appointment.state in CANCELED_STATES:
        return OFF
    return MOVED if told.row.body["renews"] else NEW
