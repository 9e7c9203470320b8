"""Meetings that cannot be, or can be again: one message to each person concerned."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import (
    Absence,
    Appointment,
    AppointmentState,
    Cause,
    Disruption,
    SpecialDay,
    Staff,
)
from bot.rules.quiet import earliest
from bot.services import days, waitlist
from bot.services.absences.affected import Scope, affected, ahead
from bot.services.absences.settling import settle, settle_what_moved
from bot.services.bookings import telling
from bot.services.notices import REMINDERS, Draft, Notice, write
from bot.services.people import chat_of

PATIENCE = timedelta(hours=1)  # then the staff call
A_MINUTE = timedelta(minutes=1)  # by then the clock has listed whom to call


@dataclass(frozen=True, slots=True)
class Reason:
    """What was entered or taken back, by whom."""

    cause: Cause
    staff: Staff
    absence: Absence | None = None
    special: SpecialDay | None = None

    @property
    def facts(self) -> dict[str, int | None]:
        """Which row it is, for a notice."""
        return {
            "absence": self.absence.id if self.absence else None,
            "special_day": self.special.id if self.special else None,
        }


async def put_right(
    session: AsyncSession, center: Center, scope: Scope, reason: Reason, now: datetime
) -> int:
    """Tell those whose meetings have become impossible, and those whose meetings are possible again.

    The counselors concerned are held already. How many people are told.
    """
    said = await days.center_as_said(session, center, now)
    impossible = await affected(session, said, scope, now)
    await _let_go(session, [each for each in impossible if each.state is AppointmentState.HELD], now)
    await settle_what_moved(session, now)
    known = await _unsettled(session, [each.id for each in await ahead(session, scope, now)])
    blocked = [each for each in impossible if each.state is not AppointmentState.HELD]
    told = await _disrupt(session, [each for each in blocked if each.id not in known], reason, now)
    still = {each.id for each in blocked}
    for number, disruption in known.items():
        if number in still:
            _now_because_of(disruption, reason)
        else:
            told += await _restore(session, disruption, now)
    if told and any(each.id not in known for each in blocked):
        await _sum_up_later(session, reason, now)
    return told


def _now_because_of(disruption: Disruption, reason: Reason) -> None:
    """What was taken back is not in the way any more; something else is."""
    for taken_back, column in ((reason.absence, "absence_id"), (reason.special, "special_day_id")):
        if taken_back and taken_back.undone_at and getattr(disruption, column) == taken_back.id:
            setattr(disruption, column, None)


async def _let_go(session: AsyncSession, holds: list[Appointment], now: datetime) -> None:
    """A time that somebody is just choosing, or is offered, cannot be had."""
    ids = [hold.id for hold in holds]
    if not ids:
        return
    await waitlist.lose(session, ids, now)
    await session.exec(delete(Appointment).where(col(Appointment.id).in_(ids)))


async def _unsettled(session: AsyncSession, appointment_ids: list[int | None]) -> dict[int, Disruption]:
    query = select(Disruption).where(
        col(Disruption.appointment_id).in_(appointment_ids), col(Disruption.settled_at).is_(None)
    )
    found = (await session.exec(query.order_by(col(Disruption.id)))).all()
    return {each.appointment_id: each for each in found}


async def _disrupt(
    session: AsyncSession, appointments: list[Appointment], reason: Reason, now: datetime
) -> int:
    """One message each, in the morning where it is night and there is time until then."""
    drafts = []
    for appointment in appointments:
        chat_id = await chat_of(session, appointment.person_id)
        morning = earliest(now, agreed_to_nights=False)
        due_at = morning if morning + PATIENCE < appointment.starts_at else now
        disruption = await _written(session, appointment, reason, now, due_at if chat_id else None)
        await telling.call_off(session, appointment, now, (*REMINDERS, Notice.BOOKING_ACCEPTED))
        if chat_id:
            facts = {**telling.facts(appointment), "disruption": disruption.id}
            draft = Draft(chat_id, Notice.DISRUPTED, due_at, facts, appointment_id=appointment.id)
            drafts.append(draft)
    await write(session, drafts, now)
    return len(drafts)


async def _written(
    session: AsyncSession, appointment: Appointment, reason: Reason, now: datetime, told_at: datetime | None
) -> Disruption:
    assert appointment.id is not None
    disruption = Disruption(
        appointment_id=appointment.id,
        absence_id=reason.absence.id if reason.absence else None,
        special_day_id=reason.special.id if reason.special else None,
        counselor_id=appointment.counselor_id,
        starts_at=appointment.starts_at,
        found_at=now,
        told_at=told_at,
        call_at=told_at + PATIENCE if told_at else None,
    )
    session.add(disruption)
    await session.flush()
    return disruption


async def _restore(session: AsyncSession, disruption: Disruption, now: datetime) -> int:
    """The meeting takes place as agreed; who has read that it cannot be is told so."""
    appointment = await session.get_one(Appointment, disruption.appointment_id)
    await settle(session, disruption, now)
    await telling.call_off(session, appointment, now, [Notice.DISRUPTED])
    await telling.remind_person(session, appointment, now)
    if disruption.told_at is None or disruption.told_at > now:
        return 0
    await telling.tell_person(session, appointment, Notice.RESTORED, now)
    return 1


async def _sum_up_later(session: AsyncSession, reason: Reason, now: datetime) -> None:
    """Who entered it sees after an hour what came of it."""
    if reason.staff.chat_id is None:
        return
    due_at = earliest(now, agreed_to_nights=False) + PATIENCE + A_MINUTE
    draft = Draft(reason.staff.chat_id, Notice.DISRUPTION_SUMMARY, due_at, reason.facts)
    await write(session, [draft], now)
