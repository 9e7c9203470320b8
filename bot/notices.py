"""Notices in the receiver's words: a kind and its facts become a card when it is sent."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import chat
from bot.center import Center
from bot.models import (
    Announcement,
    AnnouncementState,
    Appointment,
    Counselor,
    Outbox,
    OutboxKind,
    OutboxState,
    Person,
)
from bot.say import Button, Card, Say, card, quote, say
from bot.services import announcements, notices
from bot.services.notices import Notice

Words = Callable[["Told"], Awaitable[Card]]
MINE = Button(say("My appointments"), "menu:mine")


class Told:
    """What a notice's words are made of."""

    def __init__(self, session: AsyncSession, center: Center, language: str, row: Outbox) -> None:
        self.session = session
        self.center = center
        self.language = language
        self.row = row

    async def appointment(self) -> Appointment:
        """The appointment that the notice is about."""
        return await self.session.get_one(Appointment, self.row.appointment_id)

    async def counselor(self, appointment: Appointment) -> Say:
        """The counselor's name."""
        return quote((await self.session.get_one(Counselor, appointment.counselor_id)).name)


class Notices:
    """Puts what the sender holds into words: notices and copies of announcements."""

    def __init__(self, center: Center) -> None:
        self.center = center
        self._copies: dict[
            tuple[int, str], dict[str, Any]
        ] = {}  # rendered once per announcement and language

    async def render(self, session: AsyncSession, row: Outbox, now: datetime) -> dict[str, Any] | None:
        """The call's parameters without the chat; None where it is no longer true."""
        language = await _language(session, row.chat_id)
        if row.kind is OutboxKind.COPY:
            return await self._copy(session, row, language)
        if not await notices.still_true(session, row, now):
            return None
        words = WORDS[Notice(row.notice or "")]
        return chat.call(await words(Told(session, self.center, language, row)), language)

    async def _copy(self, session: AsyncSession, row: Outbox, language: str) -> dict[str, Any]:
        announcement = await session.get_one(Announcement, row.announcement_id)
        return chat.call(announcement_card(self.center, announcement.text), language)


def announcement_card(center: Center, text: str) -> Card:
    """A copy of an announcement: its words, who sends it, and the way to stop it."""
    return card(
        quote(text),
        say(
            "— {center}, {phone}\nYou get this because you asked for news. Stopping it is free.",
            center=quote(center.name),
            phone=center.phone,
        ),
        rows=((Button(say("No more news"), "news:stop"),),),
    )


async def _language(session: AsyncSession, chat_id: int) -> str:
    query = select(Person.language).where(Person.chat_id == chat_id)
    return (await session.exec(query)).first() or "ko"


def counselor_line(center: Center, language: str, appointment: Appointment) -> Say:
    """What a counselor sees of an appointment: number, time, service; no names."""
    named = next((s for s in center.services if s.key == appointment.service), None)
    service = (named.name if language == "ko" else named.english_name) if named else appointment.service
    return say(
        "<b>{when}</b>\n{service} · {number}",
        when=appointment.starts_at,
        service=quote(service),
        number=appointment.number,
    )


def stamp(appointment: Appointment) -> str:
    """The appointment and its time: an old alert must not decide about a new time."""
    return f"{appointment.id}:{int(appointment.starts_at.timestamp())}"


async def requested(told: Told) -> Card:
    """To the counselor: somebody booked."""
    appointment = await told.appointment()
    return card(
        say("<b>New booking</b>"),
        counselor_line(told.center, told.language, appointment),
        rows=(
            (
                Button(say("Accept"), f"appt:accept:{stamp(appointment)}"),
                Button(say("Ask for another time"), f"appt:other:{stamp(appointment)}"),
            ),
        ),
    )


async def changed(told: Told) -> Card:
    """To the counselor: another time was chosen."""
    appointment = await told.appointment()
    return card(
        say("<b>A booking has moved</b>"),
        counselor_line(told.center, told.language, appointment),
        rows=(
            (
                Button(say("Accept"), f"appt:accept:{stamp(appointment)}"),
                Button(say("Ask for another time"), f"appt:other:{stamp(appointment)}"),
            ),
        ),
    )


async def canceled(told: Told) -> Card:
    """To the counselor: a time is free again."""
    return card(
        say("<b>A booking was canceled</b>"),
        counselor_line(told.center, told.language, await told.appointment()),
    )


async def accepted(told: Told) -> Card:
    """To the person: the counselor expects them."""
    appointment = await told.appointment()
    return card(
        say("The counselor has confirmed your appointment: <b>{when}</b>", when=appointment.starts_at),
        say(
            "Counselor: {counselor}\nBooking number: {number}",
            counselor=await told.counselor(appointment),
            number=appointment.number,
        ),
        rows=((MINE,),),
    )


async def other_time(told: Told) -> Card:
    """To the person: the counselor cannot at that time."""
    appointment = await told.appointment()
    return card(
        say(
            "I am sorry: the counselor cannot meet you on <b>{when}</b> and asks for another time.",
            when=appointment.starts_at,
        ),
        say("Would you choose one? Your booking is not lost until then."),
        rows=(
            (Button(say("Choose another time"), f"appt:move:{appointment.id}"),),
            (Button(say("Cancel"), f"appt:cancel:{appointment.id}"),),
        ),
    )


async def canceled_by_center(told: Told) -> Card:
    """To the person: the center had to cancel."""
    appointment = await told.appointment()
    return card(
        say(
            "I am very sorry: the center had to cancel your appointment on <b>{when}</b>.",
            when=appointment.starts_at,
        ),
        say("Please choose another time, or call {phone}.", phone=told.center.phone),
        rows=((Button(say("Book counseling"), "menu:book"),),),
    )


async def day_before(told: Told) -> Card:
    """The evening before."""
    return await _reminder(told, say("Tomorrow is your appointment."))


async def two_hours(told: Told) -> Card:
    """Two hours before."""
    return await _reminder(told, say("Your appointment is soon."))


async def _reminder(told: Told, first: Say) -> Card:
    appointment = await told.appointment()
    return card(
        first,
        say(
            "<b>{when}</b>\n{place}\nCounselor: {counselor}\nBooking number: {number}",
            when=appointment.starts_at,
            place=quote(f"{told.center.name}, {told.center.address}"),
            counselor=await told.counselor(appointment),
            number=appointment.number,
        ),
        say("Please bring your ID card. If you cannot come, a tap changes it."),
        rows=(
            (
                Button(say("Change the time"), f"appt:move:{appointment.id}"),
                Button(say("Cancel"), f"appt:cancel:{appointment.id}"),
            ),
        ),
    )


async def progress(told: Told) -> Card:
    """To the operator: how the announcement goes; the numbers always add up to the audience."""
    facts = told.row.body
    number, state = int(facts["announcement"]), AnnouncementState(facts["state"])
    lines = [say("<b>Announcement {number}</b>: {state}", number=number, state=STATES[state])]
    if state is AnnouncementState.SCHEDULED:
        lines.append(say("It goes out: {when}", when=datetime.fromisoformat(facts["due_at"])))
    else:
        lines += _numbers(facts)
    may_stop = state in {AnnouncementState.SCHEDULED, AnnouncementState.SENDING}
    return Card(tuple(lines), ((Button(say("Stop it"), f"ann:cancel:{number}"),),) if may_stop else ())


def _numbers(facts: Mapping[str, Any]) -> list[Say]:
    tallies, audience = facts["tallies"], int(facts["audience"])
    percent = announcements.percent(facts)
    counted = say(
        "Delivered: {sent}\nBlocked us: {blocked}\nNot delivered: {failed}\n"
        "Uncertain: {unknown}\nWaiting: {waiting}",
        sent=tallies.get(OutboxState.SENT, 0),
        blocked=tallies.get(OutboxState.BLOCKED, 0),
        failed=sum(tallies.get(state, 0) for state in NOT_DELIVERED),
        unknown=tallies.get(OutboxState.UNKNOWN, 0),
        waiting=int(facts["open"]),
    )
    lines = [
        say(
            "{bar} {percent}% ({ended} of {total})",
            bar="█" * (percent // 10) + "░" * (10 - percent // 10),
            percent=percent,
            ended=audience - int(facts["open"]),
            total=audience,
        ),
        counted,
    ]
    if facts.get("held"):
        lines.append(say("Held until 8 in the morning: {held}", held=int(facts["held"])))
    return lines


NOT_DELIVERED = (OutboxState.FAILED, OutboxState.EXPIRED, OutboxState.CANCELED)

STATES = {
    AnnouncementState.SCHEDULED: say("scheduled"),
    AnnouncementState.SENDING: say("on its way"),
    AnnouncementState.SENT: say("finished"),
    AnnouncementState.CANCELED: say("stopped"),
}


WORDS: dict[Notice, Words] = {
    Notice.BOOKING_REQUESTED: requested,
    Notice.BOOKING_CHANGED: changed,
    Notice.BOOKING_CANCELED: canceled,
    Notice.BOOKING_ACCEPTED: accepted,
    Notice.BOOKING_OTHER_TIME: other_time,
    Notice.BOOKING_CANCELED_BY_CENTER: canceled_by_center,
    Notice.DAY_BEFORE: day_before,
    Notice.TWO_HOURS: two_hours,
    Notice.PROGRESS: progress,
}
