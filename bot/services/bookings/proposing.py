"""The counselor cannot at that time and proposes others; the person chooses, and it holds at once."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import BOOKED_STATES, Appointment, Cause, Counselor, Person, Staff
from bot.rules.booking import NotBookable, Refusal
from bot.services import slots
from bot.services.bookings import asking, filing, telling
from bot.services.bookings.holding import held_for_person, held_for_staff, must_be_ahead
from bot.services.bookings.moving import move_for_person, moved_by_staff
from bot.services.bookings.openings import SHOWN, Search, openings
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.signing import agreed, signature
from bot.services.notices import Notice
from bot.services.people import chat_of

MOST = 3  # more is a list again; fewer is no choice


async def own_times(
    session: AsyncSession, center: Center, appointment: Appointment, now: datetime, since: datetime
) -> tuple[list[datetime], datetime | None]:
    """The counselor's next free times for this meeting, at which the person has nothing else; and from
    where on there are more."""
    query = select(Appointment).where(
        Appointment.person_id == appointment.person_id,
        col(Appointment.state).in_(BOOKED_STATES),
        col(Appointment.id) != appointment.id,
    )
    busy = (await session.exec(query)).all()
    search = Search(
        center, appointment.service, appointment.way, counselor_id=appointment.counselor_id, busy=busy
    )
    found = [each.starts_at for each in await openings(session, search, now, since)]
    return found[:SHOWN], found[SHOWN] if len(found) > SHOWN else None


async def propose(
    session: AsyncSession,
    center: Center,
    staff: Staff,
    appointment_id: int,
    times: Collection[datetime],
    now: datetime,
) -> Appointment:
    """Ask the person to choose one of these times; the meeting stays where it is until then.

    Nothing is held. Raises NotBookable (TAKEN) where one of the times is not free any more, and NotThere as
    everywhere. A newer proposal takes the place of the one before.
    """
    appointment = await held_for_staff(session, staff, appointment_id)
    must_be_ahead(appointment, now)
    proposed = sorted(set(times) - {appointment.starts_at})[:MOST]
    if not proposed or not await _all_free(session, center, appointment, proposed, now):
        raise NotBookable(Refusal.TAKEN)
    replies = (Notice.BOOKING_ACCEPTED, Notice.BOOKING_OTHER_TIME)
    await telling.call_off(session, appointment, now, replies)
    await telling.withdraw(session, appointment, now)
    appointment.other_time_asked_at = now
    session.add(appointment)
    await session.flush()
    chat_id = await chat_of(session, appointment.person_id)
    if chat_id is not None:
        minutes = [asking.minutes_of(each) for each in proposed]
        what = ".".join(map(str, minutes))
        await asking.ask(session, appointment, Notice.BOOKING_PROPOSED, chat_id, what, now, times=minutes)
    return appointment


async def _all_free(
    session: AsyncSession,
    center: Center,
    appointment: Appointment,
    times: Collection[datetime],
    now: datetime,
) -> bool:
    if appointment.places is not None:  # a group session, or a seat in one, is not moved alone
        return False
    key = (await session.get_one(Counselor, appointment.counselor_id)).key
    takes = timedelta(minutes=center.service(appointment.service).takes_minutes)
    own = [appointment.id or 0]
    found = [
        await slots.free_at(session, [key], each, each + takes, now, own) for each in times if each > now
    ]
    return len(found) == len(times) and all(found)


async def choose(
    session: AsyncSession,
    center: Center,
    person: Person,
    appointment_id: int,
    starts_at: datetime,
    now: datetime,
) -> Appointment:
    """The person takes one of the proposed times: it is the counselor's own word, so it is agreed on.

    Raises NotThere (MOVED) for a time that was not proposed or is no longer meant, NotBookable where
    somebody was quicker.
    """
    appointment = await held_for_person(session, person, appointment_id)
    must_be_ahead(appointment, now)
    if appointment.starts_at == starts_at:
        return appointment
    if starts_at not in await proposed_times(session, appointment):
        raise NotThere(Why.MOVED)
    wish = moved_by_staff(center, appointment, starts_at, appointment.counselor_id)
    await move_for_person(session, wish, {**signature(person, Cause.PROPOSED, now), **agreed(now)}, now)
    await _tell(session, appointment, now)
    return appointment


async def proposed_times(session: AsyncSession, appointment: Appointment) -> list[datetime]:
    """The times that the counselor has proposed instead of the present one, soonest first."""
    open_ones = await asking.open_questions(session, appointment, Notice.BOOKING_PROPOSED)
    return sorted(asking.moment_of(int(each)) for what in open_ones for each in what.split("."))


async def _tell(session: AsyncSession, appointment: Appointment, now: datetime) -> None:
    notice = Notice.BOOKING_PROPOSAL_TAKEN
    await telling.alert_counselor(session, appointment, appointment.counselor_id, notice, now)
    await telling.remind_person(session, appointment, now)
    await filing.renew_file(session, appointment, now)
