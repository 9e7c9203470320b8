"""Holds that are over: cleared by the clock, and by whoever meets one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, AppointmentState, Offer, OfferState
from bot.services import locks


def not_offered() -> ColumnElement[bool]:
    """The hold belongs to no open offer of the waiting list: such a one is the list's own to end."""
    offered = exists().where(col(Offer.appointment_id) == Appointment.id, col(Offer.state) == OfferState.OPEN)
    return ~offered


async def clear_over(session: AsyncSession, counselor_ids: Sequence[int], now: datetime) -> None:
    """No hold of these counselors that is over remains; the counselors are held already."""
    over = delete(Appointment).where(
        col(Appointment.counselor_id).in_(counselor_ids),
        col(Appointment.state) == AppointmentState.HELD,
        col(Appointment.held_until) <= now,
        not_offered(),
    )
    await session.exec(over)


async def clear_all_over(session: AsyncSession, now: datetime) -> None:
    """The clock's part; a counselor whom somebody else has just now is left to them, or to the next beat."""
    query = (
        select(Appointment.counselor_id)
        .where(Appointment.state == AppointmentState.HELD, col(Appointment.held_until) <= now, not_offered())
        .distinct()
    )
    counselors = await locks.at_hand(session, (await session.exec(query)).all())
    if counselors:
        await clear_over(session, sorted(counselors), now)
