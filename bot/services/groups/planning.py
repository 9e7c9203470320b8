"""Planning a group session: a day and an hour at which a counselor and a room are free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, CounselorPlan
from bot.clock import SEOUL
from bot.models import (
    LIVE_STATES,
    Appointment,
    AppointmentState,
    Assigned,
    Cause,
    Counselor,
    Staff,
    Way,
)
from bot.rules.absences import away_during
from bot.rules.booking import NotBookable, Refusal
from bot.rules.calendar import hours_on
from bot.services import days, locks
from bot.services.bookings.clearing import clear_over
from bot.services.bookings.giving import TRIES, new_number, written
from bot.services.bookings.signing import signature


@dataclass(frozen=True, slots=True)
class Plan:
    """What the staff want: when, in which room of the center's, with how many seats."""

    service: str
    starts_at: datetime
    room: str | None
    places: int


async def plan(
    session: AsyncSession, center: Center, staff: Staff, wanted: Plan, now: datetime
) -> Appointment:
    """The session, with whoever gives the service and is free: oneself first, then in the center's order.

    Raises NotBookable: PAST, CLOSED where nobody who gives it works then, TAKEN where they or the room are
    busy.
    """
    if wanted.starts_at <= now:
        raise NotBookable(Refusal.PAST)
    ends_at = wanted.starts_at + timedelta(minutes=center.service(wanted.service).takes_minutes)
    working = await _working(session, center, wanted, ends_at, now)
    if not working:
        raise NotBookable(Refusal.CLOSED)
    await locks.hold_counselors(session, working)
    at_work = await _working(session, center, wanted, ends_at, now)  # a leave may have come first
    working = [each for each in working if each in at_work]
    if not working:
        raise NotBookable(Refusal.CLOSED)
    await clear_over(session, working, now)
    await locks.hold_rooms(session, [wanted.room])
    busy = await _busy(session, working, wanted.starts_at, ends_at)
    for counselor_id in sorted(working, key=lambda each: (each != staff.counselor_id, working.index(each))):
        if counselor_id not in busy and (
            row := await _write(session, center, wanted, counselor_id, staff, now)
        ):
            return row
    raise NotBookable(Refusal.TAKEN)


async def _working(
    session: AsyncSession, center: Center, wanted: Plan, ends_at: datetime, now: datetime
) -> list[int]:
    """Who gives the service and is at work all that time, in the center's order."""
    said = await days.center_as_said(session, center, now)
    away = await days.absences(session, now.astimezone(SEOUL).date())
    query = select(Counselor.key, Counselor.id).where(col(Counselor.active).is_(True))
    ids = dict((await session.exec(query)).all())
    return [
        number
        for each in center.counselors
        if wanted.service in each.services
        and (number := ids.get(each.key)) is not None
        and _works(said, each, wanted.starts_at, ends_at)
        and away_during(away.get(number, ()), wanted.starts_at, ends_at) is None
    ]


def _works(said: Center, each: CounselorPlan, starts_at: datetime, ends_at: datetime) -> bool:
    begins, ends = starts_at.astimezone(SEOUL), ends_at.astimezone(SEOUL)
    return begins.date() == ends.date() and any(
        hours.starts <= begins.time() and ends.time() <= hours.ends
        for hours in hours_on(each.hours, begins.date(), said.single_days)
    )


async def _busy(
    session: AsyncSession, counselors: Sequence[int], starts_at: datetime, ends_at: datetime
) -> set[int]:
    query = select(Appointment.counselor_id).where(
        col(Appointment.counselor_id).in_(counselors),
        col(Appointment.state).in_(LIVE_STATES),
        col(Appointment.starts_at) < ends_at,
        col(Appointment.busy_until) > starts_at,
    )
    return set((await session.exec(query)).all())


async def _write(
    session: AsyncSession, center: Center, wanted: Plan, counselor_id: int, staff: Staff, now: datetime
) -> Appointment | None:
    """The session's row; None where a constraint knows better: the room is taken."""
    signed = signature(staff, Cause.BOOKED, now)
    columns = {**_columns(center, wanted, now), "counselor_id": counselor_id, **signed}
    for _ in range(TRIES):
        row = Appointment(number=new_number(), **columns)
        broken = await written(session, row)
        if broken != "uq_appointment_number":
            return row if broken is None else None
    return None


def _columns(center: Center, wanted: Plan, now: datetime) -> dict[str, Any]:
    kind = center.service(wanted.service)
    return {
        "person_id": None,
        "service": kind.key,
        "way": Way(kind.ways[0]),
        "sensitive": kind.sensitive,
        "assigned": Assigned.STAFF,
        "room": wanted.room,
        "starts_at": wanted.starts_at,
        "ends_at": wanted.starts_at + timedelta(minutes=kind.minutes),
        "busy_until": wanted.starts_at + timedelta(minutes=kind.takes_minutes),
        "places": wanted.places,
        "state": AppointmentState.CONFIRMED,
        "requested_at": now,
        "decided_at": now,
    }
