"""What a person chooses where their meeting cannot be: each choice holds at once, wholly or not at all."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import (
    BOOKED_STATES,
    Appointment,
    AppointmentState,
    Call,
    CallWhy,
    Cause,
    Disruption,
    DisruptionAnswer,
    Person,
    Slot,
)
from bot.rules.booking import end_of_window
from bot.services import locks, slots
from bot.services.absences.moving import move_to
from bot.services.absences.settling import settle
from bot.services.bookings import NotBookable, Refusal, telling
from bot.services.bookings.ending import end
from bot.services.bookings.finding import Wish
from bot.services.bookings.signing import sign
from bot.services.counselors import who_give
from bot.services.notices import Notice
from bot.services.rows import insert_into
from bot.services.windows import notice_of, window_of

NEAREST = 3


class Gone(Exception):  # noqa: N818 (a reason, not an error)
    """There is nothing to choose any more: it is settled, or was never theirs."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be chosen now: whether a colleague is free at the same time, and the nearest other times."""

    appointment: Appointment
    colleague: bool
    times: tuple[datetime, ...]


async def own_disruption(session: AsyncSession, person: Person, number: int, now: datetime) -> Disruption:
    """This person's open disruption, and nobody else changes their appointments.

    Gone where there is none, or its time has come: then it is off, and somebody calls.
    """
    await locks.hold_person(session, person.id)
    query = (
        select(Disruption)
        .join(Appointment, col(Appointment.id) == Disruption.appointment_id)
        .where(
            Disruption.id == number,
            Appointment.person_id == person.id,
            Appointment.counselor_id == Disruption.counselor_id,
            Appointment.starts_at == Disruption.starts_at,
            Appointment.starts_at > now,
            col(Appointment.state).in_(BOOKED_STATES),
            col(Disruption.settled_at).is_(None),
        )
        .execution_options(populate_existing=True)
    )
    found = (await session.exec(query)).first()
    if found is None:
        raise Gone
    return found


async def ways(session: AsyncSession, center: Center, disruption: Disruption, now: datetime) -> Ways:
    """What there is to choose; a seat in a group has neither, as its session is gone."""
    appointment = await session.get_one(Appointment, disruption.appointment_id)
    if appointment.session_id is not None or _unknown(center, appointment.service):
        return Ways(appointment, colleague=False, times=())
    colleagues = await _colleagues(session, center, appointment, now)
    return Ways(appointment, bool(colleagues), await _nearest(session, center, appointment, now))


def _unknown(center: Center, service: str) -> bool:
    return all(each.key != service for each in center.services)


async def _colleagues(
    session: AsyncSession, center: Center, appointment: Appointment, now: datetime
) -> list[Slot]:
    keys = who_give(center, appointment.service, appointment.way)
    found = await slots.free_at(session, keys, appointment.starts_at, appointment.busy_until, now)
    return [slot for slot in found if slot.counselor_id != appointment.counselor_id]


async def _nearest(
    session: AsyncSession, center: Center, appointment: Appointment, now: datetime
) -> tuple[datetime, ...]:
    """The counselor's own times that lie nearest; where there are too few, those of everybody who can."""
    first = now + notice_of(center, appointment.service)
    last = end_of_window(now, window_of(center, appointment.service))
    minutes = center.service(appointment.service).takes_minutes
    keys = who_give(center, appointment.service, appointment.way)
    found = await slots.free(session, keys, minutes, first, last)
    own = {slot.starts_at for slot in found if slot.counselor_id == appointment.counselor_id}
    times = own if len(own) >= NEAREST else {slot.starts_at for slot in found}
    others = times - {appointment.starts_at}
    nearest = sorted(others, key=lambda time: (abs(time - appointment.starts_at), time))[:NEAREST]
    return tuple(sorted(nearest))


async def colleague_takes(
    session: AsyncSession, center: Center, person: Person, number: int, now: datetime
) -> Appointment:
    """The same time with somebody else; NotBookable where nobody is free any more."""
    disruption = await own_disruption(session, person, number, now)
    return await _move(session, center, person, disruption, disruption.starts_at, now)


async def choose_time(
    session: AsyncSession, center: Center, person: Person, number: int, starts_at: datetime, now: datetime
) -> Appointment:
    """Another time, with the same counselor where possible; NotBookable where it is taken by now."""
    disruption = await own_disruption(session, person, number, now)
    return await _move(session, center, person, disruption, starts_at, now)


async def _move(
    session: AsyncSession,
    center: Center,
    person: Person,
    disruption: Disruption,
    starts_at: datetime,
    now: datetime,
) -> Appointment:
    appointment = await session.get_one(Appointment, disruption.appointment_id, populate_existing=True)
    if starts_at <= now or appointment.session_id is not None:
        raise NotBookable(Refusal.PAST)
    wish = Wish(center, person.id or 0, appointment.service, starts_at, moving=appointment, by_staff=True)
    await move_to(session, wish, person, cause_of(disruption), now)
    same_time = starts_at == disruption.starts_at
    answer = DisruptionAnswer.COLLEAGUE if same_time else DisruptionAnswer.OTHER_TIME
    await _answered(session, disruption, answer, now)
    await settle(session, disruption, now)
    return appointment


async def call_me(session: AsyncSession, person: Person, number: int, now: datetime) -> Appointment:
    """A line on the call list; the other ways stay open until the time has come."""
    disruption = await own_disruption(session, person, number, now)
    appointment = await session.get_one(Appointment, disruption.appointment_id)
    await _answered(session, disruption, DisruptionAnswer.CALL, now)
    await list_call(session, appointment, CallWhy.WANTED, now)
    return appointment


async def cancel(session: AsyncSession, person: Person, number: int, now: datetime) -> Appointment:
    """The person does without it; the counselor is away and hears nothing."""
    disruption = await own_disruption(session, person, number, now)
    appointment = await session.get_one(Appointment, disruption.appointment_id, populate_existing=True)
    await locks.hold_counselors(session, [appointment.counselor_id])
    sign(appointment, person, cause_of(disruption), now)
    await end(session, appointment, AppointmentState.CANCELED_BY_PERSON, now)
    await telling.call_off(session, appointment, now, [Notice.DISRUPTED])
    await _answered(session, disruption, DisruptionAnswer.CANCEL, now)
    await settle(session, disruption, now)
    return appointment


async def _answered(
    session: AsyncSession, disruption: Disruption, answer: DisruptionAnswer, now: datetime
) -> None:
    disruption.answer, disruption.answered_at = answer, now
    session.add(disruption)
    await session.flush()


async def list_call(session: AsyncSession, appointment: Appointment, why: CallWhy, now: datetime) -> None:
    """Somebody should call this person; the same call is listed once."""
    if appointment.person_id is None:
        return
    values = {
        "person_id": appointment.person_id,
        "why": why,
        "appointment_id": appointment.id,
        "listed_at": now,
    }
    await session.exec(insert_into(session, Call).values(**values).on_conflict_do_nothing())


def cause_of(disruption: Disruption) -> Cause:
    """Why the meeting moves or is off, for its history."""
    return Cause.ABSENCE if disruption.absence_id is not None else Cause.CLOSURE
