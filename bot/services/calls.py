"""The staff's call list: who should hear a voice, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    BOOKED_STATES,
    Appointment,
    Call,
    CallEnd,
    CallWhy,
    Invitation,
    Outbox,
    OutboxState,
    ReminderAnswer,
    Staff,
)
from bot.rules.reminders import ReminderKind, day_before
from bot.services.known_as import known_as
from bot.services.rows import insert_into

SHOWN = 10
SOON = timedelta(days=2)  # a reminder of the evening before belongs to a meeting nearer than this


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody was asked to book and when, and the number by which the staff know them."""

    service: str
    at: datetime
    known_as: str


@dataclass(frozen=True, slots=True)
class ToCall:
    """A line of the list, and what it is about."""

    call: Call
    appointment: Appointment | None
    asked: Asked | None = None


async def list_call(session: AsyncSession, appointment: Appointment, why: CallWhy, now: datetime) -> None:
    """Put this on the list, unless it is there."""
    assert appointment.person_id is not None
    line = insert_into(session, Call).values(
        person_id=appointment.person_id,
        why=why,
        appointment_id=appointment.id,
        counselor_id=appointment.counselor_id,
        listed_at=now,
    )
    await session.exec(line.on_conflict_do_nothing())


async def is_listed(session: AsyncSession, appointment: Appointment, why: CallWhy) -> bool:
    """Whether somebody is to call about this, and has not yet."""
    query = select(Call.id).where(
        Call.appointment_id == appointment.id, Call.why == why, col(Call.done_at).is_(None)
    )
    return (await session.exec(query)).first() is not None


async def list_invitation(session: AsyncSession, invitation: Invitation, now: datetime) -> None:
    """The same for somebody who was asked to book."""
    line = insert_into(session, Call).values(
        person_id=invitation.person_id,
        why=CallWhy.INVITATION,
        invitation_id=invitation.id,
        counselor_id=invitation.counselor_id,
        listed_at=now,
    )
    await session.exec(line.on_conflict_do_nothing())


async def to_make(session: AsyncSession) -> list[ToCall]:
    """The calls to make, those that wait longest first."""
    query = select(Call).where(col(Call.done_at).is_(None)).order_by(col(Call.listed_at), col(Call.id))
    found = (await session.exec(query.limit(SHOWN))).all()
    return [ToCall(call, await _about(session, call), await _invitation(session, call)) for call in found]


async def _about(session: AsyncSession, call: Call) -> Appointment | None:
    return await session.get(Appointment, call.appointment_id) if call.appointment_id else None


async def _invitation(session: AsyncSession, call: Call) -> Asked | None:
    if call.invitation_id is None:
        return None
    asked = await session.get_one(Invitation, call.invitation_id)
    return Asked(asked.service, asked.invited_at, await known_as(session, call.person_id))


async def made(session: AsyncSession, staff: Staff, call_id: int, end: CallEnd, now: datetime) -> bool:
    """One tap takes it off the list; False where somebody else was quicker."""
    open_call = update(Call).where(col(Call.id) == call_id, col(Call.done_at).is_(None))
    done = await session.exec(open_call.values(done_at=now, done_by_id=staff.id, outcome=end))
    return bool(done.rowcount)


async def call_off(session: AsyncSession, appointment_id: int, now: datetime) -> None:
    """What one would have called about is settled."""
    about = update(Call).where(
        col(Call.appointment_id) == appointment_id,
        col(Call.why).in_((CallWhy.REMINDER, CallWhy.NO_SHOW)),
        col(Call.done_at).is_(None),
    )
    await session.exec(about.values(done_at=now, outcome=CallEnd.NOT_NEEDED))


async def call_off_invitation(session: AsyncSession, invitation_id: int, now: datetime) -> None:
    """Who was asked to book has answered."""
    about = update(Call).where(col(Call.invitation_id) == invitation_id, col(Call.done_at).is_(None))
    await session.exec(about.values(done_at=now, outcome=CallEnd.NOT_NEEDED))


async def list_unanswered(session: AsyncSession, now: datetime) -> None:
    """Who was asked the evening before and has not said by bedtime whether they come is to be called.

    Whoever booked too late to be asked is not; whoever was called about this time is not again.
    """
    for appointment in await _silent(session, now):
        eve = day_before(appointment.starts_at)
        if eve.expires_at <= now and await _was_asked(session, appointment, eve.due_at):
            await list_call(session, appointment, CallWhy.REMINDER, now)


async def _silent(session: AsyncSession, now: datetime) -> Sequence[Appointment]:
    answered = exists().where(
        col(ReminderAnswer.appointment_id) == Appointment.id,
        col(ReminderAnswer.starts_at) == Appointment.starts_at,
        col(ReminderAnswer.reminder) != ReminderKind.THREE_DAYS.value,
    )
    listed = exists().where(
        col(Call.appointment_id) == Appointment.id,
        col(Call.why) == CallWhy.REMINDER,
        col(Call.listed_at) > now - SOON,
    )
    query = select(Appointment).where(
        col(Appointment.state).in_(BOOKED_STATES),
        col(Appointment.person_id).is_not(None),
        col(Appointment.starts_at) > now,
        col(Appointment.starts_at) < now + SOON,
        ~answered,
        ~listed,
    )
    return (await session.exec(query)).all()


async def _was_asked(session: AsyncSession, appointment: Appointment, due_at: datetime) -> bool:
    query = select(Outbox.id).where(
        Outbox.appointment_id == appointment.id,
        Outbox.notice == ReminderKind.DAY_BEFORE.value,
        Outbox.state == OutboxState.SENT,
        Outbox.due_at == due_at,
    )
    return (await session.exec(query)).first() is not None
