"""A chosen time is held while the person says yes to it."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, AppointmentState, Cause, Person
from bot.rules.booking import NotBookable, Refusal
from bot.services import locks
from bot.services.bookings import invited
from bot.services.bookings.finding import Wish, obstacle, slots_for
from bot.services.bookings.giving import book, drop, first_that_holds, holds_of, settle
from bot.services.bookings.holding import (
    anew,
    held_for_person,
    must_be_ahead,
    must_be_alone,
    must_be_in_time,
)
from bot.services.bookings.moving import change
from bot.services.bookings.reading import appointment
from bot.services.bookings.reasons import NotThere
from bot.services.bookings.signing import sign, signature
from bot.services.windows import change_deadline


async def hold(
    session: AsyncSession,
    center: Center,
    person: Person,
    service: str,
    starts_at: datetime,
    now: datetime,
    **particulars: Any,
) -> Appointment:
    """Nobody else gets this time for some minutes, or raise NotBookable. What the person held before is free.

    `moves` is the appointment that may move there; `way` and `counselor_id` as in Wish.
    """
    assert person.id is not None
    await locks.hold_person(session, person.id)
    moves = particulars.pop("moves", None)
    moving = await _to_move(session, center, person, moves, now) if moves else None
    wish = Wish(center, person.id, service, starts_at, moving=moving, **particulars)
    earlier = await holds_of(session, person.id)
    slots = await slots_for(session, wish, now, earlier)
    await drop(session, earlier)
    columns = {
        "state": AppointmentState.HELD,
        "held_until": now + timedelta(minutes=center.booking.hold_minutes),
        "moving_id": moves,
        "requested_at": now,
    }
    return await first_that_holds(session, wish, slots, columns, signature(person, Cause.BOOKED, now))


async def _to_move(
    session: AsyncSession, center: Center, person: Person, appointment_id: int, now: datetime
) -> Appointment:
    moving = await held_for_person(session, person, appointment_id)
    must_be_alone(moving)
    must_be_ahead(moving, now)
    must_be_in_time(moving, change_deadline(center, moving.service), now)
    return moving


async def confirm(
    session: AsyncSession, center: Center, person: Person, hold_id: int, now: datetime, *, accepted: bool
) -> Appointment:
    """The person says yes to what they hold, or raise NotBookable: TAKEN where the hold is over.

    Saying it twice gives the same appointment.
    """
    await locks.hold_person(session, person.id)
    held = await appointment(session, hold_id)
    if held is None or held.person_id != person.id:
        raise NotBookable(Refusal.TAKEN)
    if held.state is not AppointmentState.HELD:
        return held
    if held.id not in {each.id for each in await holds_of(session, held.person_id or 0)}:
        raise NotBookable(Refusal.TAKEN)  # the waiting list keeps it for them: they say yes to the offer
    if held.moving_id is not None:
        return await change(
            session,
            center,
            person,
            held.moving_id,
            held.starts_at,
            now,
            way=held.way,
            counselor_id=held.counselor_id,
        )
    if held.held_until is None or held.held_until <= now:
        return await _late(session, center, person, held, now, accepted=accepted)
    return await _taken(session, center, person, held, now, accepted=accepted)


async def _late(
    session: AsyncSession, center: Center, person: Person, held: Appointment, now: datetime, *, accepted: bool
) -> Appointment:
    """The hold is over; the time may be free nevertheless."""
    return await book(
        session,
        center,
        person,
        held.service,
        held.starts_at,
        now,
        way=held.way,
        counselor_id=held.counselor_id,
        accepted=accepted,
    )


async def _taken(
    session: AsyncSession, center: Center, person: Person, held: Appointment, now: datetime, *, accepted: bool
) -> Appointment:
    """The hold becomes the appointment."""
    wish = Wish(center, person.id or 0, held.service, held.starts_at)
    if other := await obstacle(session, wish, now):
        raise NotBookable(Refusal.HAS_ONE, other)
    await locks.hold_counselors(session, [held.counselor_id])
    await _still_held(session, held)
    why = await invited.why_booked(session, person.id, held.service)
    held.state, held.held_until, held.requested_at = AppointmentState.REQUESTED, None, now
    held.accepted_at = now if accepted else None
    sign(held, person, why, now)  # with no look at the database between: it would write the state unsigned
    session.add(held)
    await session.flush()
    return await settle(session, wish.kind, held, now)


async def _still_held(session: AsyncSession, held: Appointment) -> None:
    """A leave, or the clock, may have come first while we waited for the counselor."""
    try:
        await anew(session, held)
    except NotThere:
        raise NotBookable(Refusal.TAKEN) from None


async def release(session: AsyncSession, person: Person) -> None:
    """The person holds nothing any longer."""
    assert person.id is not None
    await locks.hold_person(session, person.id)
    holds = await holds_of(session, person.id)
    await locks.hold_counselors(session, {each.counselor_id for each in holds})
    await drop(session, holds)
