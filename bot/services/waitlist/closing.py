"""Ending an offer: the time it kept is free again, or belongs to somebody by now."""

from datetime import datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, AppointmentState, Offer, OfferState


async def open_offer_of(session: AsyncSession, waiting_id: int) -> Offer | None:
    """What somebody who waits is thinking about, as the database has it now."""
    query = select(Offer).where(Offer.waiting_id == waiting_id, Offer.state == OfferState.OPEN)
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def close_offer(session: AsyncSession, offer: Offer, state: OfferState, now: datetime) -> None:
    """The offer is over, and its hold goes; its counselor is held already."""
    hold_id, offer.appointment_id = offer.appointment_id, None
    offer.state, offer.ended_at = state, now
    session.add(offer)
    await session.flush()
    await session.exec(
        delete(Appointment).where(
            col(Appointment.id) == hold_id, col(Appointment.state) == AppointmentState.HELD
        )
    )
