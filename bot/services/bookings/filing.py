"""The meeting as a file for the calendar of a phone: sent when asked for, and anew when it changes."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, Outbox, OutboxState, Person
from bot.services.bookings import telling
from bot.services.bookings.reading import appointment
from bot.services.bookings.reasons import NotThere, Why
from bot.services.notices import Draft, Notice, write

NEVER_CAME = (OutboxState.CANCELED, OutboxState.EXPIRED, OutboxState.FAILED, OutboxState.BLOCKED)


async def send_file(session: AsyncSession, person: Person, appointment_id: int, now: datetime) -> Appointment:
    """Owe the person the file of this appointment; NotThere for another's."""
    found = await appointment(session, appointment_id)
    if found is None:
        raise NotThere(Why.UNKNOWN)
    if found.person_id is None or found.person_id != person.id:
        raise NotThere(Why.NOT_YOURS)
    await _owe(session, found, person.chat_id, now, renews=False)
    return found


async def renew_file(session: AsyncSession, moved_or_off: Appointment, now: datetime) -> None:
    """Whoever has the old file in their calendar gets the new one, which takes its place there."""
    had = select(Outbox.chat_id).where(
        col(Outbox.appointment_id) == moved_or_off.id,
        col(Outbox.notice) == str(Notice.BOOKING_CALENDAR),
        col(Outbox.state).not_in(NEVER_CAME),
    )
    chat_id = (await session.exec(had.limit(1))).first()
    if chat_id is not None and moved_or_off.person_id is not None:
        await _owe(session, moved_or_off, chat_id, now, renews=True)


async def _owe(
    session: AsyncSession, owed: Appointment, chat_id: int, now: datetime, *, renews: bool
) -> None:
    """One file at a time: it is made when it is sent, of what is true then."""
    await telling.call_off(session, owed, now, [Notice.BOOKING_CALENDAR])
    draft = Draft(
        chat_id=chat_id,
        notice=Notice.BOOKING_CALENDAR,
        facts={"renews": renews},
        due_at=now,
        appointment_id=owed.id,
        method="sendDocument",
    )
    await write(session, [draft], now)
