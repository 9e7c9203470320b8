"""Appointments to look at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SEOUL
from bot.models import (
    BOOKED_STATES,
    CANCELED_STATES,
    LOAD,
    Appointment,
    AppointmentState,
    Counselor,
    Gives,
    Person,
)
from bot.rules.booking import FAIR_OVER

KEPT_IN_CALENDARS = timedelta(days=31)  # what is older, nobody looks up in a phone


@dataclass(frozen=True, slots=True)
class Named:
    """An appointment and whom it is with."""

    appointment: Appointment
    counselor_name: str


async def mine(session: AsyncSession, person: Person, now: datetime) -> list[Appointment]:
    """What this person has booked and is not over, soonest first."""
    query = (
        select(Appointment)
        .where(
            Appointment.person_id == person.id,
            col(Appointment.state).in_(BOOKED_STATES),
            col(Appointment.ends_at) > now,
        )
        .order_by(col(Appointment.starts_at))
        .execution_options(populate_existing=True)
    )
    return list((await session.exec(query)).all())


async def day_of(session: AsyncSession, counselor_id: int, day: date) -> list[Appointment]:
    """A counselor's meetings of one day in Seoul, those that are over too, soonest first.

    A group session is one of them; the seats in it are not.
    """
    midnight = datetime.combine(day, time(), SEOUL)
    return await meetings_of(session, counselor_id, midnight, midnight + timedelta(days=1))


async def calendar_of(session: AsyncSession, counselor_id: int, now: datetime) -> list[Appointment]:
    """A counselor's meetings from a month ago on, as far as there are any, soonest first."""
    return await meetings_of(session, counselor_id, now - KEPT_IN_CALENDARS, None)


async def meetings_of(
    session: AsyncSession, counselor_id: int, first: datetime, last: datetime | None
) -> list[Appointment]:
    """A counselor's meetings that take or took place, from `first` to before `last`, soonest first."""
    query = (
        select(Appointment)
        .where(
            Appointment.counselor_id == counselor_id,
            col(Appointment.state).not_in((AppointmentState.HELD, *CANCELED_STATES)),
            col(Appointment.session_id).is_(None),
            col(Appointment.starts_at) >= first,
        )
        .order_by(col(Appointment.starts_at), col(Appointment.id))
    )
    if last is not None:
        query = query.where(col(Appointment.starts_at) < last)
    return list((await session.exec(query)).all())


async def with_names(session: AsyncSession, appointments: Iterable[Appointment]) -> list[Named]:
    """The same appointments, each with its counselor's name."""
    listed = list(appointments)
    names = await _counselor_names(session, {each.counselor_id for each in listed})
    return [Named(each, names[each.counselor_id]) for each in listed]


async def _counselor_names(session: AsyncSession, ids: Iterable[int]) -> dict[int | None, str]:
    """What these counselors are called."""
    query = select(Counselor.id, Counselor.name).where(col(Counselor.id).in_(list(ids)))
    return dict((await session.exec(query)).all())


async def counselor_name(session: AsyncSession, counselor_id: int) -> str:
    """What this counselor is called."""
    return (await session.get_one(Counselor, counselor_id)).name


async def gives(session: AsyncSession, service: str, counselor_id: int | None) -> bool:
    """Whether this counselor gives this service in any way."""
    query = select(Gives.service).where(Gives.service == service, Gives.counselor_id == counselor_id)
    return (await session.exec(query)).first() is not None


async def appointment(session: AsyncSession, appointment_id: int) -> Appointment | None:
    """This appointment as the database has it now."""
    return await session.get(Appointment, appointment_id, populate_existing=True)


async def loads(session: AsyncSession, counselor_ids: Sequence[int], now: datetime) -> dict[int, int]:
    """How many meetings each of these counselors has in the coming two weeks."""
    query = (
        select(Appointment.counselor_id, func.count())
        .where(
            text(LOAD),
            col(Appointment.counselor_id).in_(counselor_ids),
            col(Appointment.starts_at) > now,
            col(Appointment.starts_at) < now + FAIR_OVER,
        )
        .group_by(col(Appointment.counselor_id))
    )
    return dict((await session.exec(query)).all())
