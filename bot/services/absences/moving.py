"""Moving a meeting out of the way of an absence: it stays as agreed on as it was, under its number."""

from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, Assigned, Cause, Person, Slot
from bot.rules.booking import NotBookable, Refusal
from bot.services.bookings import filing, telling
from bot.services.bookings.finding import Wish, slots_for
from bot.services.bookings.giving import drop, held_places, holds_of
from bot.services.bookings.signing import signature
from bot.services.notices import Notice


async def move_to(session: AsyncSession, wish: Wish, by: Person, cause: Cause, now: datetime) -> None:
    """Give it the first free counselor, its own if they are there then; NotBookable where none is."""
    appointment = wish.moving
    assert appointment is not None
    own_holds = await holds_of(session, wish.person_id)
    found = await slots_for(session, wish, now, own_holds)
    await drop(session, own_holds)
    was_with, signed = appointment.counselor_id, signature(by, cause, now)
    for slot, room in await held_places(session, wish, found):
        try:
            async with session.begin_nested():
                moved = update(Appointment).where(col(Appointment.id) == appointment.id)
                await session.exec(moved.values(**_there(wish, slot, room), **signed))
        except IntegrityError:  # a constraint knows better than we: on to the next
            continue
        await session.refresh(appointment)
        await _tell(session, appointment, was_with, now)
        return
    raise NotBookable(Refusal.TAKEN)


def _there(wish: Wish, slot: Slot, room: str | None) -> dict[str, Any]:
    assert wish.moving is not None
    stays = slot.counselor_id == wish.moving.counselor_id
    return {
        "slot_id": slot.id,
        "counselor_id": slot.counselor_id,
        "assigned": wish.moving.assigned if stays else Assigned.STAFF,
        "room": room,
        "starts_at": slot.starts_at,
        "ends_at": wish.ends_at,
        "busy_until": wish.busy_until,
        "other_time_asked_at": None,
    }


async def _tell(session: AsyncSession, appointment: Appointment, was_with: int, now: datetime) -> None:
    """Whoever gets it hears of it; who is away sees it in the summary."""
    await telling.call_off_all(session, appointment, now)
    await telling.call_off(session, appointment, now, [Notice.DISRUPTED])
    same = appointment.counselor_id == was_with
    notice = Notice.BOOKING_CHANGED if same else Notice.BOOKING_REQUESTED
    await telling.alert_counselor(session, appointment, appointment.counselor_id, notice, now)
    await telling.remind_person(session, appointment, now)
    await filing.renew_file(session, appointment, now)
