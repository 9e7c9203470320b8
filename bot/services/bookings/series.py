"""Several meetings of one service that belong together: which comes next, with whom, and how they end."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Service
from bot.models import (
    BOOKED_STATES,
    LIVE_STATES,
    Appointment,
    AppointmentState,
    Person,
    Series,
    SeriesEnd,
)
from bot.services import locks
from bot.services.bookings.reasons import NotThere, Why

# What keeps its place: a meeting that was called off or missed gives its ordinal to the one that replaces it.
# One that nobody has spoken of was most likely had.
KEEPS_ORDINAL = (*LIVE_STATES, AppointmentState.DONE, AppointmentState.PAST)
MET = (AppointmentState.ARRIVED, AppointmentState.DONE)


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The meeting of a series that is to be booked now."""

    series: Series
    ordinal: int
    after: Appointment  # the latest one, which says how they met


async def running(session: AsyncSession, person_id: int | None, service: str) -> Series | None:
    """The series of this service that goes on with this person."""
    query = select(Series).where(
        Series.person_id == person_id, Series.service == service, col(Series.ended_at).is_(None)
    )
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def series_of(session: AsyncSession, appointment: Appointment) -> Series | None:
    """The series that this meeting belongs to."""
    return await session.get(Series, appointment.series_id) if appointment.series_id else None


async def take_place(session: AsyncSession, kind: Service, booked: Appointment, now: datetime) -> None:
    """What was just booked is the next of its series, or the first of a new one; the person is held.

    A service of one meeting has none.
    """
    if kind.meetings < 2 or booked.person_id is None or booked.series_id is not None:
        return
    going_on = await running(session, booked.person_id, kind.key)
    if going_on is None:
        going_on = Series(
            person_id=booked.person_id,
            service=kind.key,
            counselor_id=booked.counselor_id,
            planned=kind.meetings,
            started_at=now,
        )
        session.add(going_on)
        await session.flush()
    booked.series_id, booked.ordinal = going_on.id, await _first_free(session, going_on)
    session.add(booked)
    await session.flush()


async def _first_free(session: AsyncSession, going_on: Series) -> int:
    """The first place that no meeting keeps."""
    query = select(Appointment.ordinal).where(
        Appointment.series_id == going_on.id, col(Appointment.state).in_(KEEPS_ORDINAL)
    )
    kept = set((await session.exec(query)).all())
    return next(place for place in range(1, len(kept) + 2) if place not in kept)


async def next_meeting(session: AsyncSession, appointment: Appointment) -> NextMeeting | None:
    """What is to be booked before this meeting closes; None where it is booked, the last, or not to be."""
    going_on = await series_of(session, appointment)
    if going_on is None or going_on.ended_at is not None or going_on.person_id is None:
        return None
    ahead = select(Appointment.id).where(
        Appointment.series_id == going_on.id,
        col(Appointment.state).in_(BOOKED_STATES),
    )
    ordinal = await _first_free(session, going_on)
    if (await session.exec(ahead)).first() is not None or ordinal > going_on.planned:
        return None
    return NextMeeting(going_on, ordinal, appointment)


async def next_of(session: AsyncSession, series_id: int) -> NextMeeting | None:
    """The same, from the series itself."""
    query = (
        select(Appointment)
        .where(Appointment.series_id == series_id)
        .order_by(col(Appointment.starts_at).desc())
        .limit(1)
    )
    latest = (await session.exec(query.execution_options(populate_existing=True))).first()
    return await next_meeting(session, latest) if latest else None


async def came_of(session: AsyncSession, appointment: Appointment, now: datetime) -> None:
    """A counselor has said what came of this meeting: its series may be complete now, or no longer."""
    going_on = await series_of(session, appointment)
    if going_on is None or going_on.person_id is None:
        return
    if appointment.state in MET and appointment.ordinal == 1:
        going_on.counselor_id = appointment.counselor_id
    done = await _many_done(session, going_on)
    if going_on.ended_at is None and done >= going_on.planned:
        going_on.ended_at, going_on.ended_why = now, SeriesEnd.DONE
    elif done < going_on.planned and going_on.ended_why == SeriesEnd.DONE:
        another = await running(session, going_on.person_id, going_on.service)
        going_on.ended_at = now if another else None
        going_on.ended_why = SeriesEnd.DONE if another else None
    session.add(going_on)
    await session.flush()


async def give_way(session: AsyncSession, appointment: Appointment) -> None:
    """A meeting that was missed took place after all: the one that replaces it takes the next place."""
    if appointment.series_id is None or appointment.state in KEEPS_ORDINAL:
        return
    query = select(Appointment).where(
        Appointment.series_id == appointment.series_id,
        Appointment.ordinal == appointment.ordinal,
        Appointment.id != appointment.id,
        col(Appointment.state).in_(KEEPS_ORDINAL),
    )
    other, going_on = (await session.exec(query)).first(), await series_of(session, appointment)
    if other is not None and going_on is not None:
        other.ordinal = await _first_free(session, going_on)
        session.add(other)
        await session.flush()


async def _many_done(session: AsyncSession, going_on: Series) -> int:
    query = select(Appointment.id).where(
        Appointment.series_id == going_on.id, Appointment.state == AppointmentState.DONE
    )
    return len((await session.exec(query)).all())


async def stop(
    session: AsyncSession, person_id: int | None, series_id: int, why: SeriesEnd, now: datetime
) -> Series:
    """No further meeting is booked, or raise NotThere; stopping twice is the same. Whoever calls may.

    What is booked already stays booked: calling it off is a deed of its own.
    """
    await locks.hold_person(session, person_id)
    found = await session.get(Series, series_id, populate_existing=True)
    if found is None or found.person_id != person_id:
        raise NotThere(Why.NOT_YOURS)
    if found.ended_at is None:
        found.ended_at, found.ended_why = now, why
        session.add(found)
        await session.flush()
    return found


async def resume(session: AsyncSession, person: Person, series_id: int) -> Series:
    """The person goes on with a series that was stopped, or raise NotThere."""
    await locks.hold_person(session, person.id)
    found = await session.get(Series, series_id, populate_existing=True)
    if found is None or found.person_id is None or found.person_id != person.id:
        raise NotThere(Why.NOT_YOURS)
    if found.ended_why == SeriesEnd.DONE:
        raise NotThere(Why.PAST)
    if found.ended_at is None:
        return found
    if await running(session, person.id, found.service):  # another one has begun meanwhile
        raise NotThere(Why.MOVED)
    found.ended_at = found.ended_why = None
    session.add(found)
    await session.flush()
    return found
