"""The next meeting of a series: booked by the counselor after the present one, or left to the person."""

from datetime import datetime, time, timedelta

from sqlalchemy import exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import Appointment, AppointmentState, Cause, Person, Series, SeriesEnd, Staff
from bot.rules.quiet import is_night
from bot.services.bookings import series
from bot.services.bookings.by_staff import book_for
from bot.services.bookings.holding import theirs
from bot.services.bookings.openings import Opening, Search, openings, own_counselor
from bot.services.bookings.reading import mine
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.series import MET, NextMeeting
from bot.services.notices import Notice, notify
from bot.services.people import chat_of

EVENING = time(18)  # by then a counselor would have booked it
LOOKED_BACK = timedelta(days=3)


async def next_after(session: AsyncSession, staff: Staff, appointment_id: int) -> NextMeeting:
    """What this counselor is to book after this meeting, or raise NotThere: MOVED where nothing is."""
    met = await theirs(session, staff, appointment_id)
    if met.state not in MET:
        raise NotThere(Why.TOO_EARLY)
    following = await series.next_meeting(session, met)
    if following is None:
        raise NotThere(Why.MOVED)
    return following


async def times_for(
    session: AsyncSession,
    center: Center,
    following: NextMeeting,
    now: datetime,
    since: datetime | None = None,
) -> list[Opening]:
    """From tomorrow on: up to six times with the person's own counselor, and one more where there are others.

    Anybody's, where that counselor has none.
    """
    person = await session.get_one(Person, following.series.person_id)
    kind = center.service(following.series.service)
    own = await own_counselor(session, kind, person.id or 0)
    busy = await mine(session, person, now)
    tomorrow = datetime.combine(now.astimezone(SEOUL).date() + timedelta(days=1), time(), SEOUL)
    for counselor_id in dict.fromkeys((own, None)):
        search = Search(center, kind.key, following.after.way, counselor_id, own, busy)
        if found := await openings(session, search, now, max(tomorrow, since or tomorrow)):
            return found
    return []


async def book_next(
    session: AsyncSession,
    center: Center,
    staff: Staff,
    appointment_id: int,
    starts_at: datetime,
    counselor_id: int,
    now: datetime,
) -> Appointment:
    """The counselor books the next meeting of the series, or raise NotThere or NotBookable."""
    following = await next_after(session, staff, appointment_id)
    person = await session.get_one(Person, following.series.person_id)
    return await book_for(
        session,
        center,
        staff,
        person,
        following.series.service,
        starts_at,
        now,
        why=Cause.SERIES,
        way=following.after.way,
        counselor_id=counselor_id,
    )


async def leave_to_person(session: AsyncSession, following: NextMeeting, now: datetime) -> None:
    """The person is asked when they would like to come; once after each meeting."""
    chat_id = await chat_of(session, following.series.person_id)
    if chat_id is not None:
        facts = {"series": following.series.id, "after": following.after.id}
        key = f"series:{following.series.id}:after:{following.after.id}"
        await notify(session, chat_id, Notice.SERIES_NEXT, facts, now, dedupe_key=key)


async def stop_by_staff(
    session: AsyncSession, staff: Staff, appointment_id: int, why: SeriesEnd, now: datetime
) -> Series:
    """The counselor ends the series after this meeting, and says why, or raise NotThere."""
    following = await next_after(session, staff, appointment_id)
    assert following.series.id is not None
    return await series.stop(session, following.series.person_id, following.series.id, why, now)


async def ask_forgotten(session: AsyncSession, now: datetime) -> None:
    """The evening after a meeting the person is asked where nobody has booked the next; full series end."""
    if is_night(now):
        return
    goes_on = exists().where(col(Series.id) == Appointment.series_id, col(Series.ended_at).is_(None))
    query = select(Appointment).where(
        Appointment.state == AppointmentState.DONE,
        col(Appointment.ends_at) > now - LOOKED_BACK,
        col(Appointment.ends_at) <= now,
        goes_on,
    )
    for met in (await session.exec(query)).all():
        await series.came_of(session, met, now)
        following = await series.next_meeting(session, met)
        evening = datetime.combine(met.ends_at.astimezone(SEOUL).date(), EVENING, SEOUL)
        if following is not None and evening <= now:
            await leave_to_person(session, following, now)
