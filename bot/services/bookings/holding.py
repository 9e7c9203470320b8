"""Taking hold of an appointment to act on it: it is there, it is theirs, and it has not begun."""

from datetime import datetime, timedelta

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import BOOKED_STATES, CANCELED_STATES, Appointment, Person, Role, Staff
from bot.services import locks
from bot.services.bookings.reading import appointment
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.telling import counselor_chats
from bot.services.rows import is_postgres


async def held_for_person(session: AsyncSession, person: Person, appointment_id: int) -> Appointment:
    """This person's appointment; nobody else changes it until the transaction ends."""
    await locks.hold_person(session, person.id)
    found = await appointment(session, appointment_id)
    if found is None:
        raise NotThere(Why.UNKNOWN)
    if found.person_id is None or found.person_id != person.id:
        raise NotThere(Why.NOT_YOURS)
    return found


async def held_for_staff(session: AsyncSession, staff: Staff, appointment_id: int) -> Appointment:
    """An appointment this member of the staff hears of; nobody else changes it until the transaction ends."""
    found = await theirs(session, staff, appointment_id)
    await locks.hold_counselors(session, [found.counselor_id])
    return await anew(session, found)


async def hold_whom(session: AsyncSession, person: Person) -> None:
    """Somebody for whom the staff do something. Raises NotThere where they were forgotten meanwhile."""
    await locks.hold_person(session, person.id)
    if (await session.exec(select(Person.id).where(Person.id == person.id))).first() is None:
        raise NotThere(Why.UNKNOWN)


async def theirs(session: AsyncSession, staff: Staff, appointment_id: int) -> Appointment:
    """The same without the counselor's time: only the person is held."""
    found = await appointment(session, appointment_id)
    if found is None:
        raise NotThere(Why.UNKNOWN)
    if not await _may_decide(session, staff, found.counselor_id):
        raise NotThere(Why.NOT_YOURS)
    await locks.hold_person(session, found.person_id)
    return await anew(session, found, row=False)


async def anew(session: AsyncSession, found: Appointment, *, row: bool = True) -> Appointment:
    """The same as whoever came before us has left it, now that we hold what we waited for.

    The clock ends meetings under the lock of their `row`, which comes after all others; nobody else changes
    what we act on. On SQLite nobody came between. Raises NotThere for a hold that is gone.
    """
    if not is_postgres(session):
        return found
    query = select(Appointment).where(Appointment.id == found.id).execution_options(populate_existing=True)
    left = (await session.exec(query.with_for_update(**locks.ROW) if row else query)).first()
    if left is None:
        raise NotThere(Why.UNKNOWN)
    return left


async def _may_decide(session: AsyncSession, staff: Staff, counselor_id: int) -> bool:
    if staff.role is not Role.COUNSELOR or staff.chat_id is None:
        return False
    return staff.counselor_id == counselor_id or staff.chat_id in await counselor_chats(session, counselor_id)


def must_be_ahead(found: Appointment, now: datetime) -> None:
    """Raise the reason unless the meeting is agreed on and has not begun."""
    if found.state in CANCELED_STATES:
        raise NotThere(Why.CANCELED)
    if found.state not in BOOKED_STATES or found.starts_at <= now:
        raise NotThere(Why.PAST)


def must_be_alone(found: Appointment) -> None:
    """Raise the reason for a group session and a seat in one: they are not moved like other meetings."""
    if found.places is not None:
        raise NotThere(Why.UNKNOWN)


def must_be_in_time(found: Appointment, deadline: timedelta, now: datetime) -> None:
    """Raise the reason where the person is too late to change this; not where the center asked them to."""
    if found.other_time_asked_at is None and found.starts_at - now < deadline:
        raise NotThere(Why.TOO_LATE)
