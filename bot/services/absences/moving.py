"""Moving a meeting out of the way of an absence: it stays as agreed on as it was, under its number."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, Cause, Person
from bot.services.bookings import filing, telling
from bot.services.bookings.finding import Wish
from bot.services.bookings.moving import move_for_person
from bot.services.bookings.signing import signature
from bot.services.notices import Notice

AGREED = ("state", "requested_at", "decided_at")


async def move_to(session: AsyncSession, wish: Wish, by: Person, cause: Cause, now: datetime) -> None:
    """Give it the first free counselor, its own if they are there then; NotBookable where none is."""
    appointment = wish.moving
    assert appointment is not None
    was_with, as_it_was = appointment.counselor_id, {name: getattr(appointment, name) for name in AGREED}
    await move_for_person(session, wish, {**signature(by, cause, now), **as_it_was}, now)
    await _tell(session, appointment, was_with, now)


async def _tell(session: AsyncSession, appointment: Appointment, was_with: int, now: datetime) -> None:
    """Whoever gets it hears of it; who is away sees it in the summary."""
    await telling.call_off(session, appointment, now, [Notice.DISRUPTED])
    same = appointment.counselor_id == was_with
    notice = Notice.BOOKING_CHANGED if same else Notice.BOOKING_REQUESTED
    await telling.alert_counselor(session, appointment, appointment.counselor_id, notice, now)
    await telling.remind_person(session, appointment, now)
    await filing.renew_file(session, appointment, now)
