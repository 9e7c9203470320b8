"""What stands in a calendar about a meeting: enough to be there, nothing that others should not read."""

from dataclasses import dataclass

from bot import texts
from bot.center import Center
from bot.conversations.booking_reading import WAYS
from bot.conversations.booking_words import place
from bot.models import Appointment
from bot.say import Say, quote, say


@dataclass(frozen=True, slots=True)
class Shown:
    """The three texts of an event."""

    title: str
    where: str
    more: str


def person_sees(center: Center, appointment: Appointment, counselor: str, language: str) -> Shown:
    """For the person's own phone. Others may look at it: a sensitive service is not named."""
    return Shown(
        texts.plain(
            say(
                "{service} · {center}",
                service=_service(center, appointment, language),
                center=_center(center, language),
            ),
            language,
        ),
        texts.plain(place(center, appointment), language),
        texts.plain(
            say(
                "Counselor: {counselor}\nBooking number: {number}\nTo change or cancel it: {phone}",
                counselor=quote(counselor),
                number=appointment.number,
                phone=center.phone,
            ),
            language,
        ),
    )


def counselor_sees(center: Center, appointment: Appointment, language: str) -> Shown:
    """For the counselor's calendar, which may lie on somebody else's server: number, service and way."""
    way = WAYS[appointment.way]
    title = say(
        "{number} · {service}, {way}",
        number=appointment.number,
        service=_service(center, appointment, language),
        way=way,
    )
    return Shown(texts.plain(title, language), texts.plain(way, language), appointment.number)


def _service(center: Center, appointment: Appointment, language: str) -> Say:
    named = next((each for each in center.services if each.key == appointment.service), None)
    if appointment.sensitive or named is None:
        return say("Counseling")
    return quote(named.name if language == "ko" else named.english_name)


def _center(center: Center, language: str) -> Say:
    return quote(center.short_name if language == "ko" else center.english_name)
