"""Requests that nobody at the center has heard of yet."""

from datetime import datetime

from sqlalchemy import exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, AppointmentState, Outbox, OutboxState
from bot.services.bookings.telling import ALERTS, alert_counselor, counselor_chats
from bot.services.notices import Notice


async def alert_what_nobody_heard(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """A counselor has joined: alert them to the requests that are theirs and were told to nobody."""
    for appointment in await unheard(session, now):
        if chat_id in await counselor_chats(session, appointment.counselor_id):
            await alert_counselor(
                session, appointment, appointment.counselor_id, Notice.BOOKING_REQUESTED, now
            )


async def unheard(session: AsyncSession, now: datetime) -> list[Appointment]:
    """Requested appointments still to come of which no alert was written, soonest first."""
    told = exists().where(
        col(Outbox.appointment_id) == Appointment.id,
        col(Outbox.notice).in_([str(notice) for notice in ALERTS]),
        col(Outbox.state) != OutboxState.CANCELED,
    )
    query = (
        select(Appointment)
        .where(Appointment.state == AppointmentState.REQUESTED, col(Appointment.starts_at) > now, ~told)
        .order_by(col(Appointment.starts_at))
    )
    return list((await session.exec(query)).all())
