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
IN_SQLITE = {
    "appointment.number": "uq_appointment_number",
    "appointment.slot_id": "uq_appointment_slot",
    "appointment.person_id, appointment.service": "uq_appointment_one_a_service",
    "ex_appointment_counselor_id": "ex_appointment_counselor_id",
    "ex_appointment_person_id": "ex_appointment_person_id",
    "FOREIGN KEY": "fk_appointment_as_booked",
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
    return next((name for words, name in IN_SQLITE.items() if words in said), said)


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
