"""Giving a slot to a person."""

import secrets
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, Cause, Person, Slot, Way
from bot.rules.booking import NotBookable, Refusal
from bot.services import locks
from bot.services.bookings import telling
from bot.services.bookings.finding import Wish, obstacle, slots_for
from bot.services.bookings.reading import appointment
from bot.services.bookings.signing import signature
from bot.services.notices import Notice
from bot.services.rows import broken_constraint

TRIES = 20  # numbers are drawn; one in use is drawn again


async def book(
    session: AsyncSession, center: Center, person: Person, service: str, starts_at: datetime, now: datetime
) -> Appointment:
    """Give the person this time with the counselor who has least to do, or raise NotBookable.

    Asking again for what one has already gives the same appointment.
    """
    assert person.id is not None
    wish = Wish(center, person.id, service, starts_at)
    await locks.hold_person(session, person.id)
    try:
        slots = await slots_for(session, wish, now)
    except NotBookable as refused:
        if same := await _same(session, wish, refused.other):
            return same
        raise
    booked = await _first_that_holds(session, wish, person, slots, now)
    await telling.alert_counselor(session, booked, booked.counselor_id, Notice.BOOKING_REQUESTED, now)
    await telling.remind_person(session, booked, now)
    return booked


async def _same(session: AsyncSession, wish: Wish, other: Appointment | None) -> Appointment | None:
    """What is in the way, where it is the very thing that is wished for."""
    if other is None or (other.service, other.starts_at) != (wish.service, wish.starts_at):
        return None
    return await appointment(session, other.id or 0)


async def _first_that_holds(
    session: AsyncSession, wish: Wish, person: Person, slots: list[Slot], now: datetime
) -> Appointment:
    """Write the appointment; where a constraint knows better than we, go on to the next counselor."""
    for slot in slots:
        for _ in range(TRIES):
            broken = await _written(session, booked := _appointment(wish, person, slot, now))
            if broken is None:
                return booked
            if broken in ("uq_appointment_one_a_service", "ex_appointment_person_id"):
                raise NotBookable(Refusal.HAS_ONE, await obstacle(session, wish, now))
            if broken != "uq_appointment_number":
                break
    raise NotBookable(Refusal.TAKEN)


async def _written(session: AsyncSession, booked: Appointment) -> str | None:
    """Try to write it: None when it holds, else the constraint that refused."""
    try:
        async with session.begin_nested():
            session.add(booked)
    except IntegrityError as error:
        return broken_constraint(error)
    return None


def _appointment(wish: Wish, person: Person, slot: Slot, now: datetime) -> Appointment:
    assert slot.id is not None
    return Appointment(
        number=f"B-{secrets.randbelow(90_000) + 10_000}",
        person_id=wish.person_id,
        service=wish.service,
        way=Way(wish.kind.ways[0]),
        sensitive=wish.kind.sensitive,
        slot_id=slot.id,
        counselor_id=slot.counselor_id,
        starts_at=slot.starts_at,
        ends_at=wish.ends_at,
        busy_until=wish.busy_until,
        requested_at=now,
        **signature(person, Cause.BOOKED, now),
    )
