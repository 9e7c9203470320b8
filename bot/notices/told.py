"""What a notice's words are made of."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.conversations.booking_reading import WAYS
from bot.conversations.series_words import with_meeting
from bot.models import Appointment, Counselor, Outbox, Question
from bot.say import Say, quote, say
from bot.services import bookings


class Told:
    """One notice, about to be put into words."""

    def __init__(
        self, session: AsyncSession, center: Center, language: str, row: Outbox, now: datetime
    ) -> None:
        self.session = session
        self.center = center
        self.language = language
        self.row = row
        self.now = now

    async def appointment(self) -> Appointment:
        """The appointment that the notice is about."""
        return await self.session.get_one(Appointment, self.row.appointment_id)

    def service(self, key: str) -> str:
        """What the center calls this service; one that it no longer has, by its key."""
        return service_name(self.center, self.language, key)

    async def line(self) -> Say:
        """What a counselor sees of the appointment that the notice is about."""
        return await line_of(self.session, self.center, self.language, await self.appointment())

    async def question(self) -> Question:
        """The question that the notice is about."""
        return await self.session.get_one(Question, int(self.row.body["question"]))

    async def counselor(self, appointment: Appointment) -> Say:
        """The counselor's name."""
        return quote((await self.session.get_one(Counselor, appointment.counselor_id)).name)


def counselor_line(
    center: Center, language: str, appointment: Appointment, when: datetime | None = None
) -> Say:
    """What a counselor sees of an appointment: number, time, service and way; no names.

    `when` is the time that it had, where it has moved. What a sensitive service is about is the person's own:
    it is not named here.
    """
    return say(
        "<b>{when}</b>\n{service}, {way} · {number}",
        when=when or appointment.starts_at,
        service=service_of(center, language, appointment),
        way=WAYS[appointment.way],
        number=appointment.number,
    )


def service_of(center: Center, language: str, appointment: Appointment) -> Say:
    """What counselors see of the service: nothing where it is sensitive."""
    if appointment.sensitive:
        return say("Counseling (private)")
    return quote(service_name(center, language, appointment.service))


def service_name(center: Center, language: str, key: str) -> str:
    """What the center calls this service; one that it no longer has, by its key."""
    named = next((each for each in center.services if each.key == key), None)
    return (named.name if language == "ko" else named.english_name) if named else key


async def line_of(session: AsyncSession, center: Center, language: str, appointment: Appointment) -> Say:
    """The same, and which meeting of a series it is."""
    line = counselor_line(center, language, appointment)
    return with_meeting(line, await bookings.series_of(session, appointment), appointment)


def stamp(appointment: Appointment) -> str:
    """The appointment and its time: an old alert must not decide about a new time."""
    return f"{appointment.id}:{int(appointment.starts_at.timestamp())}"
