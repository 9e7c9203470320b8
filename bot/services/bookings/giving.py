"""Giving a slot to a person."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, Service
from bot.models import (
    Appointment,
    AppointmentState,
    Assigned,
    Counselor,
    Person,
    Slot,
    Way,
)
from bot.rules.booking import NotBookable, Refusal
from bot.services import locks
from bot.services.bookings import invited, series, telling
from bot.services.bookings.clearing import not_offered
from bot.services.bookings.finding import Wish, obstacle, slots_for
from bot.services.bookings.openings import own_counselor
from bot.services.bookings.reading import appointment
from bot.services.bookings.signing import signature
from bot.services.notices import Notice
from bot.services.rows import broken_constraint

TRIES = 20  # numbers are drawn; one in use is drawn again


async def book(
    session: AsyncSession,
    center: Center,
    person: Person,
    service: str,
    starts_at: datetime,
    now: datetime,
    **particulars: Any,
) -> Appointment:
    """Give the person this time with their own counselor or whoever has least to do, or raise NotBookable.

    `way` and `counselor_id` as in Wish; `accepted` are words before this service that were agreed to. Asking
    again for what one has already gives the same appointment.
    """
    assert person.id is not None
    accepted = bool(particulars.pop("accepted", False))
    wish = Wish(center, person.id, service, starts_at, **particulars)
    await locks.hold_person(session, person.id)
    own_holds = await holds_of(session, person.id)
    try:
        slots = await slots_for(session, wish, now, own_holds)
    except NotBookable as refused:
        if same := await _same(session, wish, refused.other):
            return same
        raise
    await drop(session, own_holds)
    why = await invited.why_booked(session, person.id, service)
    columns: dict[str, Any] = {"accepted_at": now if accepted else None, "requested_at": now}
    booked = await first_that_holds(session, wish, slots, columns, signature(person, why, now))
    return await settle(session, wish.kind, booked, now)


async def settle(
    session: AsyncSession, kind: Service | None, booked: Appointment, now: datetime
) -> Appointment:
    """What was just booked has its place in a series, answers an invitation, and everybody hears of it."""
    if kind is not None:
        await series.take_place(session, kind, booked, now)
    await invited.followed(session, booked, now)
    await tell_of_booking(session, booked, now)
    return booked


async def tell_of_booking(session: AsyncSession, booked: Appointment, now: datetime) -> None:
    """The counselor hears of it, and the person is owed the reminders."""
    await telling.alert_counselor(session, booked, booked.counselor_id, Notice.BOOKING_REQUESTED, now)
    await telling.remind_person(session, booked, now)


async def holds_of(session: AsyncSession, person_id: int) -> list[Appointment]:
    """What this person holds, without what the waiting list holds for them."""
    query = select(Appointment).where(
        Appointment.person_id == person_id, Appointment.state == AppointmentState.HELD, not_offered()
    )
    return list((await session.exec(query.execution_options(populate_existing=True))).all())


async def drop(session: AsyncSession, holds: list[Appointment]) -> None:
    """These holds go; their counselors are held."""
    ids = [each.id for each in holds]
    if ids:
        await session.exec(delete(Appointment).where(col(Appointment.id).in_(ids)))
        for each in holds:
            session.expunge(each)


async def _same(session: AsyncSession, wish: Wish, other: Appointment | None) -> Appointment | None:
    """What is in the way, where it is the very thing that is wished for."""
    if other is None or (other.service, other.starts_at) != (wish.service, wish.starts_at):
        return None
    return await appointment(session, other.id or 0)


async def first_that_holds(
    session: AsyncSession, wish: Wish, slots: list[Slot], columns: dict[str, Any], signed: dict[str, Any]
) -> Appointment:
    """Write the row; where a constraint knows better than we, go on to the next room and counselor."""
    own = await own_counselor(session, wish.kind, wish.person_id)
    for slot, room in await held_places(session, wish, slots):
        for _ in range(TRIES):
            row = Appointment(**_columns(wish, slot, room, own), **columns, **signed)
            broken = await written(session, row)
            if broken is None:
                return row
            if broken in ("uq_appointment_one_a_service", "ex_appointment_person_id"):
                now = signed["changed_at"]
                raise NotBookable(Refusal.HAS_ONE, await obstacle(session, wish, now))
            if broken != "uq_appointment_number":
                break
    raise NotBookable(Refusal.TAKEN)


async def held_places(session: AsyncSession, wish: Wish, slots: list[Slot]) -> list[tuple[Slot, str | None]]:
    """When, with whom and where, whom to ask first first; nobody else brings a meeting into these rooms."""
    places = await places_of(session, wish, slots)
    await locks.hold_rooms(session, {room for _, room in places})
    return places


async def places_of(session: AsyncSession, wish: Wish, slots: list[Slot]) -> list[tuple[Slot, str | None]]:
    """The same, and nothing is held."""
    return [(slot, room) for slot in slots for room in _rooms_of(wish, await _key_of(session, slot))]


async def _key_of(session: AsyncSession, slot: Slot) -> str:
    """The counselor's key in the center's folder."""
    return (await session.get_one(Counselor, slot.counselor_id)).key


def _rooms_of(wish: Wish, counselor_key: str) -> tuple[str | None, ...]:
    """Where they may meet: in the service's rooms, else at the counselor's own; nowhere by telephone."""
    if wish.met is not Way.VISIT:
        return (None,)
    own = next((plan.room for plan in wish.center.counselors if plan.key == counselor_key), None)
    return wish.kind.rooms or (own,)


def new_number() -> str:
    """A booking number, drawn by lot: it may be in use."""
    return f"B-{secrets.randbelow(90_000) + 10_000}"


async def written(session: AsyncSession, booked: Appointment) -> str | None:
    """Try to write it: None when it holds, else the constraint that refused."""
    try:
        async with session.begin_nested():
            session.add(booked)
    except IntegrityError as error:
        return broken_constraint(error)
    return None


def assigned_by(wish: Wish, counselor_id: int, own: int | None) -> Assigned:
    """Why it is this counselor."""
    if own == counselor_id:
        return Assigned.OWN
    if wish.by_staff:
        return Assigned.STAFF
    return Assigned.CHOSEN if wish.chosen else Assigned.LEAST_LOADED


def _columns(wish: Wish, slot: Slot, room: str | None, own: int | None) -> dict[str, Any]:
    return {
        "number": new_number(),
        "person_id": wish.person_id,
        "service": wish.service,
        "way": wish.met,
        "sensitive": wish.kind.sensitive,
        "slot_id": slot.id,
        "counselor_id": slot.counselor_id,
        "assigned": assigned_by(wish, slot.counselor_id, own),
        "room": room,
        "starts_at": slot.starts_at,
        "ends_at": wish.ends_at,
        "busy_until": wish.busy_until,
    }
