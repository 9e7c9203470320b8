"""What rules and services promise, the database keeps: whoever writes to it with plain SQL is refused.

Here: one appointment a slot, and the slot's times. Overlaps, holds, groups and histories have their own files.
"""

import pytest
from sqlalchemy.exc import IntegrityError

from bot.models import Appointment
from tests.services.a_morning import House, at

COPY = """
    INSERT INTO appointment
        (number, person_id, service, slot_id, counselor_id, starts_at, ends_at, busy_until, state, requested_at,
         changed_at)
    SELECT 'copy', {person}, 'leap', {slot}, {counselor}, {starts}, ends_at, busy_until, {state}, requested_at,
           changed_at
    FROM appointment WHERE number = 'kept'
"""
SAME = {
    "person": "NULL",
    "slot": "slot_id",
    "counselor": "counselor_id",
    "starts": "starts_at",
    "state": "'requested'",
}
KEPT = "(SELECT {} FROM appointment WHERE number = 'kept')"

REFUSED = {
    "the same slot again": COPY.format(**SAME),
    "the same slot for another, by a stranger to our states": COPY.format(**SAME | {"state": "'maybe'"}),
    "a time that is not the slot's": COPY.format(**SAME | {"starts": "requested_at"}),
    "another counselor's slot": COPY.format(**SAME | {"counselor": "counselor_id - 1"}),
    "a slot that does not exist": COPY.format(**SAME | {"slot": "999999"}),
    "un-canceling what was given away": (
        "UPDATE appointment SET state = 'confirmed' WHERE number = 'canceled'"
    ),
    "moving onto another appointment": (
        "UPDATE appointment SET (slot_id, counselor_id, starts_at, ends_at, busy_until) = "
        + KEPT.format("slot_id, counselor_id, starts_at, ends_at, busy_until")
        + " WHERE number = 'later'"
    ),
    "giving one person two places": (
        f"UPDATE appointment SET person_id = {KEPT.format('person_id')} WHERE number = 'beside'"
    ),
    "giving one person the same service twice": (
        f"UPDATE appointment SET person_id = {KEPT.format('person_id')} WHERE number = 'later'"
    ),
}


@pytest.fixture
async def booked(house: House) -> House:
    """A canceled appointment whose time is given away, a kept one, a later one, one beside it."""
    first = await house.person()
    canceled = await house.book(first, at(30, 9), "finance")
    await house.cancel(first, canceled)
    named = {
        "canceled": canceled,
        "kept": await house.book(await house.person(), at(30, 9), "finance"),
        "later": await house.book(await house.person(), at(30, 10), "finance"),
        "beside": await house.book(await house.person(), at(30, 9), "leap"),
    }
    for name, appointment in named.items():
        rename = f"UPDATE appointment SET number = '{name}' WHERE id = {appointment.id}"
        await plainly(house, rename)
    return house


async def plainly(house: House, statement: str) -> None:
    async with house.database.transaction() as session:
        await (await session.connection()).exec_driver_sql(statement)


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
async def test_plain_sql_is_refused(booked: House, statement: str) -> None:
    before = [row.model_dump() for row in await booked.rows(Appointment)]
    with pytest.raises(IntegrityError):
        await plainly(booked, statement)

    assert [row.model_dump() for row in await booked.rows(Appointment)] == before


async def test_a_slot_that_somebody_has_stays(booked: House) -> None:
    with pytest.raises(IntegrityError):
        await plainly(booked, "DELETE FROM slot")
    with pytest.raises(IntegrityError):
        await plainly(booked, "UPDATE slot SET starts_at = ends_at")
