"""Group sessions to look at: those to come, the free seats, who sits where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from bot.models import (
    BOOKED_STATES,
    CANCELED_STATES,
    LIVE_STATES,
    Appointment,
    AppointmentState,
    Counselor,
    Disruption,
)


@dataclass(frozen=True, slots=True)
class GroupSession:
    """A session and how many of its seats are free; what is offered to somebody who waits is not."""

    row: Appointment
    counselor_name: str
    left: int


async def coming(session: AsyncSession, now: datetime, service: str | None = None) -> list[GroupSession]:
    """The sessions that have not begun and that nothing stands in the way of, soonest first."""
    lost = exists().where(
        col(Disruption.appointment_id) == Appointment.id, col(Disruption.settled_at).is_(None)
    )
    query = _ahead(now).where(~lost)
    return await _with_seats(
        session, query if service is None else query.where(Appointment.service == service)
    )


async def planned(session: AsyncSession, now: datetime) -> list[GroupSession]:
    """The same with those whose counselor is away: the staff have to decide about them."""
    return await _with_seats(session, _ahead(now))


def _ahead(now: datetime) -> Select[Appointment, str]:
    return (
        select(Appointment, Counselor.name)
        .join(Counselor, col(Counselor.id) == Appointment.counselor_id)
        .where(
            col(Appointment.places).is_not(None),
            col(Appointment.session_id).is_(None),
            col(Appointment.state).in_(BOOKED_STATES),
            col(Appointment.starts_at) > now,
        )
        .order_by(col(Appointment.starts_at), col(Appointment.id))
        .execution_options(populate_existing=True)
    )


async def _with_seats(session: AsyncSession, query: Select[Appointment, str]) -> list[GroupSession]:
    found = (await session.exec(query)).all()
    taken = await _taken(session, [row.id or 0 for row, _ in found])
    return [GroupSession(row, name, (row.places or 0) - taken.get(row.id or 0, 0)) for row, name in found]


async def session_of(session: AsyncSession, session_id: int, now: datetime) -> GroupSession | None:
    """This session, where it is still to come."""
    return next((each for each in await planned(session, now) if each.row.id == session_id), None)


async def takes_place(session: AsyncSession, session_id: int, now: datetime) -> bool:
    """Whether seats in it can be taken."""
    return any(each.row.id == session_id for each in await coming(session, now))


async def _taken(session: AsyncSession, ids: Sequence[int]) -> dict[int | None, int]:
    query = (
        select(Appointment.session_id, func.count())
        .where(col(Appointment.session_id).in_(ids), col(Appointment.state).in_(LIVE_STATES))
        .group_by(col(Appointment.session_id))
    )
    return dict((await session.exec(query)).all())


async def roster(session: AsyncSession, session_id: int) -> list[Appointment]:
    """The seats that somebody has or had, by number."""
    query = (
        select(Appointment)
        .where(
            Appointment.session_id == session_id,
            col(Appointment.state).not_in((AppointmentState.HELD, *CANCELED_STATES)),
        )
        .order_by(col(Appointment.seat), col(Appointment.id))
        .execution_options(populate_existing=True)
    )
    return list((await session.exec(query)).all())


async def free_seat(session: AsyncSession, row: Appointment) -> int | None:
    """The lowest seat that nobody has."""
    query = select(Appointment.seat).where(
        Appointment.session_id == row.id, col(Appointment.state).in_(LIVE_STATES)
    )
    taken = set((await session.exec(query)).all())
    return next((number for number in range(1, (row.places or 0) + 1) if number not in taken), None)
