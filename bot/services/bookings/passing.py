"""A counselor asks a colleague to take a meeting over: it moves only when the colleague says yes."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, Cause, Counselor, Role, Staff
from bot.services import locks, slots
from bot.services.bookings import asking, filing, telling
from bot.services.bookings.finding import slots_for
from bot.services.bookings.holding import anew, must_be_ahead, must_be_alone, theirs
from bot.services.bookings.moving import move_to_first_that_holds, moved_by_staff
from bot.services.bookings.reading import appointment
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.signing import agreed, signature
from bot.services.counselors import who_give
from bot.services.notices import Notice

ASKED = Notice.COLLEAGUE_ASKED


async def colleagues(
    session: AsyncSession, center: Center, passed: Appointment, now: datetime
) -> list[Counselor]:
    """Who gives this service in this way, is free then, and can be asked in a chat of their own; by name."""
    keys = who_give(center, passed.service, passed.way)
    free = await slots.free_at(session, keys, passed.starts_at, passed.busy_until, now)
    query = (
        select(Counselor)
        .join(Staff, col(Staff.counselor_id) == Counselor.id)
        .where(
            col(Counselor.id).in_({slot.counselor_id for slot in free} - {passed.counselor_id}),
            Staff.role == Role.COUNSELOR,
            col(Staff.chat_id).is_not(None),
        )
        .distinct()
        .order_by(col(Counselor.name), col(Counselor.id))
    )
    return list((await session.exec(query)).all())


async def ask_colleague(
    session: AsyncSession, center: Center, staff: Staff, appointment_id: int, counselor_id: int, now: datetime
) -> Counselor | None:
    """Ask this colleague; None where they are not free any more. Asking twice asks once.

    Until the colleague says yes the meeting stays with the counselor it has. Raises NotThere.
    """
    passed = await theirs(session, staff, appointment_id)
    must_be_alone(passed)
    must_be_ahead(passed, now)
    able = await colleagues(session, center, passed, now)
    colleague = next((each for each in able if each.id == counselor_id), None)
    if colleague is None:
        return None
    for chat_id in await telling.counselor_chats(session, counselor_id):
        what = f"{counselor_id}.{chat_id}"
        await asking.ask(session, passed, ASKED, chat_id, what, now, asked_by=passed.counselor_id)
    return colleague


async def take_over(
    session: AsyncSession, center: Center, staff: Staff, appointment_id: int, now: datetime
) -> Appointment:
    """The colleague says yes: the meeting is theirs, at the same time, and the person hears whom they meet.

    Whose own counselor somebody is does not change with it. Raises NotThere where nobody asks any more, and
    NotBookable where the colleague is not free by now.
    """
    passed = await _held(session, staff, appointment_id)
    if passed.counselor_id == staff.counselor_id:
        must_be_ahead(passed, now)
        return passed
    await _must_be_asked(session, staff, passed, now)
    before = passed.counselor_id
    await _move(session, center, staff, passed, now)
    await telling.alert_counselor(session, passed, before, Notice.BOOKING_TAKEN_OVER, now)
    await telling.tell_person(session, passed, Notice.BOOKING_PASSED_ON, now)
    await telling.remind_person(session, passed, now)  # none waits where the one before was away
    await filing.renew_file(session, passed, now)
    return passed


async def _move(
    session: AsyncSession, center: Center, staff: Staff, passed: Appointment, now: datetime
) -> None:
    """To the colleague, at the same time; nothing else that was asked about it is meant any more."""
    wish = moved_by_staff(center, passed, passed.starts_at, staff.counselor_id)
    found = await slots_for(session, wish, now)
    signed = {**signature(staff, Cause.PASSED_ON, now), **agreed(now)}
    await move_to_first_that_holds(session, wish, found, signed)
    await telling.withdraw(session, passed, now)
    await telling.call_off(session, passed, now, telling.ALERTS)


async def decline(session: AsyncSession, staff: Staff, appointment_id: int, now: datetime) -> Appointment:
    """The colleague says no: whoever asked hears of it, and the meeting is still theirs. Raises NotThere."""
    passed = await _held(session, staff, appointment_id)
    await _must_be_asked(session, staff, passed, now)
    await _answered(session, staff, passed, now)
    await telling.alert_counselor(session, passed, passed.counselor_id, Notice.COLLEAGUE_REFUSED, now)
    return passed


async def _held(session: AsyncSession, staff: Staff, appointment_id: int) -> Appointment:
    """Not theirs yet; nobody else changes it until the transaction ends."""
    found = await appointment(session, appointment_id)
    if found is None:
        raise NotThere(Why.UNKNOWN)
    if staff.role is not Role.COUNSELOR or staff.counselor_id is None or staff.chat_id is None:
        raise NotThere(Why.NOT_YOURS)
    await locks.hold_person(session, found.person_id)
    return await anew(session, found, row=False)


async def _must_be_asked(session: AsyncSession, staff: Staff, passed: Appointment, now: datetime) -> None:
    if f"{staff.counselor_id}.{staff.chat_id}" not in await asking.open_questions(session, passed, ASKED):
        raise NotThere(Why.MOVED)
    must_be_ahead(passed, now)


async def _answered(session: AsyncSession, staff: Staff, passed: Appointment, now: datetime) -> None:
    chats = await telling.counselor_chats(session, staff.counselor_id or 0)
    await telling.withdraw(session, passed, now, *chats, of=[ASKED])
