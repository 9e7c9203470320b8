"""Writing to the database past every service, as somebody with a database client would."""

import itertools
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col, delete, insert, update

from bot.models import Appointment, AppointmentState
from bot.services.rows import broken_constraint
from tests.services.a_morning import NOW, House, at

NUMBERS = itertools.count(1)
NINE, TEN, ELEVEN = at(30, 9), at(30, 10), at(30, 11)
HALF = timedelta(minutes=30)


def row(starts_at: datetime = NINE, **columns: Any) -> dict[str, Any]:
    """An appointment of fifty minutes and a break of ten, outside the timetable, of a service of its own."""
    number = next(NUMBERS)
    usual = {
        "number": f"P-{number}",
        "person_id": None,
        "service": f"service {number}",
        "slot_id": None,
        "counselor_id": 1,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=50),
        "busy_until": starts_at + timedelta(minutes=60),
        "state": AppointmentState.CONFIRMED,
        "requested_at": NOW,
        "changed_at": NOW,
    }
    return usual | columns


def held(starts_at: datetime = NINE, **columns: Any) -> dict[str, Any]:
    """The same as a hold of five minutes."""
    return row(starts_at, state=AppointmentState.HELD, held_until=NOW + timedelta(minutes=5), **columns)


def moved_to(starts_at: datetime, **columns: Any) -> dict[str, Any]:
    """The columns that change when an appointment of the usual length moves there."""
    return {key: row(starts_at)[key] for key in ("starts_at", "ends_at", "busy_until")} | columns


async def put(house: House, columns: dict[str, Any], table: type[SQLModel] = Appointment) -> int:
    """Insert a row; its number."""
    async with house.database.transaction() as session:
        written = await session.exec(insert(table).values(**columns).returning(col(table.id)))  # type: ignore[attr-defined]
        return int(written.scalar_one())


async def change(house: House, number: int, table: type[SQLModel] = Appointment, **columns: Any) -> None:
    async with house.database.transaction() as session:
        await session.exec(update(table).where(col(table.id) == number).values(**columns))  # type: ignore[attr-defined]


async def drop(house: House, number: int, table: type[SQLModel] = Appointment) -> None:
    async with house.database.transaction() as session:
        await session.exec(delete(table).where(col(table.id) == number))  # type: ignore[attr-defined]


async def refused(deed: Any) -> str:
    """The constraint that refused this deed."""
    with pytest.raises(IntegrityError) as error:
        await deed
    return broken_constraint(error.value)
