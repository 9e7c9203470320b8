"""Moving an appointment to another time."""

from datetime import datetime
from typing import Any

from sqlalchemy import Update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, AppointmentState, Cause, Person, Slot
from bot.rules.booking import NotBookable, Refusal
from bot.services.bookings import filing, telling
from bot.services.bookings.finding import Wish, slots_for
from bot.services.bookings.giving import assigned_by, drop, held_places, holds_of
from bot.services.bookings.holding import held_for_person, must_be_ahead, must_be_alone, must_be_in_time
from bot.services.bookings.signing import signature
from bot.services.notices import Notice
from bot.services.windows import change_deadline


async def change(
    session: AsyncSession,
    center: Center,
    person: Person,
    appointment_id: int,
    starts_at: datetime,
    now: datetime,
    **particulars: Any,
) -> Appointment:
    """Move the appointment to this time, with the same counselor where possible, or raise NotBookable.

    It is the same appointment under the same number; the counselor has to confirm it anew. `way` and
    `counselor_id` as in Wish.
    """
    appointment = await held_for_person(session, person, appointment_id)
    must_be_alone(appointment)
    must_be_ahead(appointment, now)
    if appointment.starts_at == starts_at and appointment.other_time_asked_at is None:
        return appointment
    must_be_in_time(appointment, change_deadline(center, appointment.service), now)
    assert person.id is not None
    wish = Wish(center, person.id, appointment.service, starts_at, moving=appointment, **particulars)
    was_with, was_at = appointment.counselor_id, appointment.starts_at
    await move_for_person(session, wish, signature(person, Cause.ASKED, now), now)
    await tell_of_move(session, appointment, was_with, was_at, now)
    return appointment


def moved_by_staff(
    center: Center, appointment: Appointment, starts_at: datetime, counselor_id: int | None
) -> Wish:
    """The same meeting at that time and with that counselor, as the staff may arrange it."""
    assert appointment.person_id is not None
    return Wish(
        center,
        appointment.person_id,
        appointment.service,
        starts_at,
        moving=appointment,
        counselor_id=counselor_id,
        by_staff=True,
    )


async def move_for_person(session: AsyncSession, wish: Wish, signed: dict[str, Any], now: datetime) -> None:
    """Move it where the person chose; what they held meanwhile is free again. Once it is there no old notice
    goes out; where it cannot be, all that was owed still is."""
    assert wish.moving is not None
    own_holds = await holds_of(session, wish.person_id)
    slots = await slots_for(session, wish, now, own_holds)
    await drop(session, own_holds)
    await move_to_first_that_holds(session, wish, slots, signed)
    await telling.call_off_all(session, wish.moving, now)


async def move_to_first_that_holds(
    session: AsyncSession, wish: Wish, slots: list[Slot], signed: dict[str, Any]
) -> None:
    """Move it to the first place that a constraint leaves free; `signed` may say more, such as the state."""
    for slot, room in await held_places(session, wish, slots):
        try:
            async with session.begin_nested():
                await session.exec(_moved(wish, slot, room, signed))
        except IntegrityError:  # a constraint knows better than we: on to the next
            continue
        await session.refresh(wish.moving)
        return
    raise NotBookable(Refusal.TAKEN)


def _moved(wish: Wish, slot: Slot, room: str | None, signed: dict[str, Any]) -> Update:
    assert wish.moving is not None
    stays = slot.counselor_id == wish.moving.counselor_id
    asked = {
        "state": AppointmentState.REQUESTED,
        "requested_at": signed["changed_at"],
        "decided_at": None,
        "other_time_asked_at": None,
    }
    return (
        update(Appointment)
        .where(col(Appointment.id) == wish.moving.id)
        .values(
            slot_id=slot.id,
            counselor_id=slot.counselor_id,
            assigned=wish.moving.assigned if stays else assigned_by(wish, slot.counselor_id, None),
            way=wish.met,
            room=room,
            starts_at=slot.starts_at,
            ends_at=wish.ends_at,
            busy_until=wish.busy_until,
            **{**asked, **signed},
        )
    )


async def tell_of_move(
    session: AsyncSession, appointment: Appointment, was_with: int, was_at: datetime, now: datetime
) -> None:
    """The old time is never reminded of; a counselor who is no longer asked hears that, too."""
    if appointment.counselor_id == was_with:
        await telling.alert_counselor(session, appointment, was_with, Notice.BOOKING_CHANGED, now)
    else:
        await telling.alert_counselor(
            session, appointment, was_with, Notice.BOOKING_CANCELED, now, starts_at=was_at
        )
        await telling.alert_counselor(
            session, appointment, appointment.counselor_id, Notice.BOOKING_REQUESTED, now
        )
    await telling.remind_person(session, appointment, now)
    await filing.renew_file(session, appointment, now)
