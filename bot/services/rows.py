"""Rows that may be there already, and what a broken constraint means, on both databases."""

from datetime import datetime
from typing import cast

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import SQLModel, col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Outbox, OutboxState

# What SQLite says where PostgreSQL names the constraint.
UNIQUE = "UNIQUE constraint failed: "
CHECK = "CHECK constraint failed: "
IN_SQLITE = {
    "appointment.number": "uq_appointment_number",
    "appointment.slot_id": "uq_appointment_slot",
    "appointment.moving_id": "uq_appointment_moving",
    "appointment.person_id, appointment.service": "uq_appointment_one_a_service",
    "appointment.session_id, appointment.seat": "uq_appointment_seat",
    "appointment.session_id, appointment.person_id": "uq_appointment_one_seat_each",
    "appointment.series_id, appointment.ordinal": "uq_appointment_ordinal",
    "disruption.appointment_id": "uq_disruption_unsettled",
    "invitation.person_id, invitation.service": "uq_invitation_one_a_service",
    "offer.counselor_id, offer.starts_at": "uq_offer_open_time",
    "offer.waiting_id": "uq_offer_open_waiting",
    "offer.waiting_id, offer.counselor_id, offer.starts_at": "uq_offer_once",
    "series.person_id, series.service": "uq_series_one_a_service",
    "special_day.day": "uq_special_day_in_force",
    "waiting.person_id, waiting.service": "uq_waiting_one_a_service",
    "fair_guest.fair_id, fair_guest.person_id": "uq_fair_guest_one_each",
    "fair_guest.fair_id, fair_guest.place": "uq_fair_guest_fair_id_place",
    "fair_guest.fair_id, fair_guest.code": "uq_fair_guest_fair_id_code",
    "FOREIGN KEY constraint failed": "fk_appointment_as_booked",
}


def is_postgres(session: AsyncSession) -> bool:
    """Whether this session talks with PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"


def insert_into(session: AsyncSession, table: type[SQLModel]) -> postgresql.Insert:
    """An INSERT that knows ON CONFLICT; SQLite's has the same words."""
    if is_postgres(session):
        return postgresql.insert(table)
    return cast("postgresql.Insert", sqlite.insert(table))


def broken_constraint(error: IntegrityError) -> str:
    """The name of the constraint that refused, or all that the database said."""
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return str(diagnosis.constraint_name)
    said = str(error.orig)
    if said.startswith(("ex_", "tr_")):  # our own triggers name themselves
        return said.partition(":")[0]
    return IN_SQLITE.get(said.removeprefix(UNIQUE), said.removeprefix(CHECK))


async def end_waiting(
    session: AsyncSession,
    state: OutboxState,
    now: datetime,
    *conditions: ColumnElement[bool],
    skip: bool = False,
) -> int:
    """End the waiting outbox rows that fit; rows are locked in order, so that two such deeds cannot deadlock.

    An ended row gives its dedupe key back: what was called off may come true again.
    """
    fitting = (
        select(Outbox.id)
        .where(col(Outbox.state) == OutboxState.WAITING, *conditions)
        .order_by(col(Outbox.id))
        .with_for_update(skip_locked=skip)
    )
    ended = update(Outbox).where(col(Outbox.id).in_(fitting))
    deed = ended.values(state=state, ended_at=now, dedupe_key=None)
    return (await session.exec(deed)).rowcount
