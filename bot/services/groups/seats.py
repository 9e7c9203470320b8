"""Taking a seat in a group session."""

from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import (
    BOOKED_STATES,
    Appointment,
    Assigned,
    Cause,
    Person,
)
from bot.rules.booking import NotBookable, Refusal
from bot.services import locks
from bot.services.bookings import invited, telling
from bot.services.bookings.giving import TRIES, new_number, written
from bot.services.bookings.limits import check_person
from bot.services.bookings.reading import appointment
from bot.services.bookings.seat_claims import claim_to_seat
from bot.services.bookings.signing import agreed, signature
from bot.services.groups.reading import free_seat, takes_place
from bot.services.windows import notice_of

AS_SESSION = ("service", "way", "sensitive", "counselor_id", "room", "starts_at", "ends_at", "busy_until")


async def take(
    session: AsyncSession, center: Center, person: Person, session_id: int, now: datetime
) -> Appointment:
    """A seat, with the words before this service agreed to. Who sits there already keeps the seat.

    Raises NotBookable: TAKEN where all have somebody, or belong to those who wait.
    """
    assert person.id is not None
    await locks.hold_person(session, person.id)
    row = await _open(session, center, session_id, now)
    if own := await _own(session, row, person.id):
        return own
    ahead = await _ahead(session, person.id, now)
    check_person(center, row.service, ahead, row.starts_at)
    await locks.hold_counselors(session, [row.counselor_id])
    claim = await claim_to_seat(session, center, row, now)
    if claim and claim.waiting.person_id != person.id:
        raise NotBookable(Refusal.TAKEN)
    columns = {
        "requested_at": now,
        **agreed(now),
        "accepted_at": now if center.service(row.service).accept else None,
        **signature(person, Cause.BOOKED, now),
    }
    seat = await seat_in(session, row, person.id, columns)
    await invited.followed(session, seat, now)
    await telling.remind_person(session, seat, now)
    return seat


async def _open(session: AsyncSession, center: Center, session_id: int, now: datetime) -> Appointment:
    row = await appointment(session, session_id)
    if row is None or row.places is None or row.session_id is not None or row.state not in BOOKED_STATES:
        raise NotBookable(Refusal.CLOSED)
    if row.starts_at <= now:
        raise NotBookable(Refusal.PAST)
    if row.starts_at - now < notice_of(center, row.service):
        raise NotBookable(Refusal.TOO_SOON)
    if not await takes_place(session, session_id, now):
        raise NotBookable(Refusal.CLOSED)
    return row


async def _own(session: AsyncSession, row: Appointment, person_id: int) -> Appointment | None:
    query = select(Appointment).where(
        Appointment.session_id == row.id,
        Appointment.person_id == person_id,
        col(Appointment.state).in_(BOOKED_STATES),
    )
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def _ahead(session: AsyncSession, person_id: int, now: datetime) -> list[Appointment]:
    query = select(Appointment).where(
        Appointment.person_id == person_id,
        col(Appointment.state).in_(BOOKED_STATES),
        col(Appointment.starts_at) > now,
    )
    return list((await session.exec(query)).all())


async def seat_in(
    session: AsyncSession, row: Appointment, person_id: int, columns: dict[str, Any]
) -> Appointment:
    """The lowest free seat; its counselor is held. Where a constraint knows better, the next."""
    for _ in range(TRIES):
        number = await free_seat(session, row)
        if number is None:
            break
        shared = {name: getattr(row, name) for name in AS_SESSION}
        seat = Appointment(
            number=new_number(),
            person_id=person_id,
            assigned=Assigned.STAFF,
            places=row.places,
            session_id=row.id,
            seat=number,
            **shared,
            **columns,
        )
        broken = await written(session, seat)
        if broken is None:
            return seat
        if broken in ("uq_appointment_one_seat_each", "ex_appointment_person_id"):
            raise NotBookable(Refusal.HAS_ONE)
    raise NotBookable(Refusal.TAKEN)
