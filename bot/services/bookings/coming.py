"""What people answer to reminders: whether they come."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, Coming, Person, ReminderAnswer
from bot.rules.reminders import ReminderKind
from bot.services import calls
from bot.services.bookings import telling
from bot.services.bookings.holding import held_for_person, must_be_ahead
from bot.services.bookings.reasons import NotThere, Why
from bot.services.notices import Notice
from bot.services.rows import insert_into


async def answer(
    session: AsyncSession,
    person: Person,
    appointment_id: int,
    starts_at: datetime,
    reminder: ReminderKind,
    said: Coming,
    now: datetime,
) -> Appointment:
    """Keep the latest answer to this reminder; nobody has to call any more. The counselor hears who is late.

    Raises NotThere for another's appointment, one that is over, and for a reminder of an earlier time.
    """
    appointment = await held_for_person(session, person, appointment_id)
    must_be_ahead(appointment, now)
    if appointment.starts_at != starts_at:
        raise NotThere(Why.MOVED)
    await _keep(session, appointment, reminder, said, now)
    await calls.call_off(session, appointment_id, now)
    if said is Coming.LATE:
        await telling.alert_counselor(
            session, appointment, appointment.counselor_id, Notice.BOOKING_LATE, now
        )
    return appointment


async def _keep(
    session: AsyncSession, appointment: Appointment, reminder: ReminderKind, said: Coming, now: datetime
) -> None:
    insert = insert_into(session, ReminderAnswer).values(
        appointment_id=appointment.id,
        starts_at=appointment.starts_at,
        reminder=reminder,
        answer=said,
        answered_at=now,
    )
    again = {"answer": insert.excluded.answer, "answered_at": insert.excluded.answered_at}
    key = ["appointment_id", "starts_at", "reminder"]
    await session.exec(insert.on_conflict_do_update(index_elements=key, set_=again))
