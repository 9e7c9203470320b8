"""The appointment book's share of showing, forgetting and not keeping what is known about people.

Histories need nothing: an event knows an appointment, a time and who on the staff, never a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Delete, Update, exists, func, literal
from sqlmodel import String, cast, col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Retention
from bot.clock import SEOUL
from bot.models import (
    Absence,
    Appointment,
    Call,
    Counselor,
    Disruption,
    Feed,
    Invitation,
    OwnCounselor,
    ReminderAnswer,
    Series,
    Waiting,
)


@dataclass(frozen=True, slots=True)
class Booked:
    """What the book keeps about a person; `calls` counts lines of the staff's call list."""

    appointments: Sequence[Appointment]
    own_counselor: str | None
    waiting: int
    invitations: int
    series: int
    calls: int


async def booked(session: AsyncSession, person_id: int) -> Booked:
    """Everything of this person that stands in the book."""
    appointments = select(Appointment).where(Appointment.person_id == person_id)
    own = (
        select(Counselor.name)
        .join(OwnCounselor, col(OwnCounselor.counselor_id) == Counselor.id)
        .where(OwnCounselor.person_id == person_id)
    )
    counts = [
        (await session.exec(select(func.count()).where(col(table.person_id) == person_id))).one()
        for table in (Waiting, Invitation, Series, Call)
    ]
    return Booked(
        (await session.exec(appointments.order_by(col(Appointment.starts_at)))).all(),
        (await session.exec(own)).first(),
        *counts,
    )


def forgetting(person_id: int, now: datetime) -> list[Update | Delete]:
    """What an erasure does to the book; holds are gone already, and appointments ahead are off."""
    return [
        delete(Call).where(col(Call.person_id) == person_id),
        delete(Invitation).where(col(Invitation.person_id) == person_id),
        delete(OwnCounselor).where(col(OwnCounselor.person_id) == person_id),
        update(Series)
        .where(col(Series.person_id) == person_id)
        .values(person_id=None, ended_at=func.coalesce(col(Series.ended_at), now)),
        update(Appointment).where(col(Appointment.person_id) == person_id).values(person_id=None),
    ]


def outdated(retention: Retention, now: datetime) -> list[Update | Delete]:
    """What the book no longer keeps: wishes as long as answers, meetings as long as appointments."""
    answers = now - timedelta(days=retention.answer_days)
    meetings = now - timedelta(days=retention.appointment_days)
    has_met = exists().where(col(Appointment.person_id) == OwnCounselor.person_id)
    return [
        delete(Call).where(col(Call.done_at) < answers),
        delete(Invitation).where(col(Invitation.ended_at) < answers),
        delete(Waiting).where(col(Waiting.ended_at) < answers),
        delete(ReminderAnswer).where(col(ReminderAnswer.answered_at) < meetings),
        delete(Disruption).where(col(Disruption.settled_at) < meetings),
        _forgotten_absences(meetings),
        delete(Feed).where(col(Feed.revoked_at) < meetings),
        update(Series)
        .where(col(Series.ended_at) < meetings, col(Series.person_id).is_not(None))
        .values(person_id=None),
        update(Appointment)
        .where(col(Appointment.ends_at) < meetings, col(Appointment.number).not_like("#%"))
        .values(person_id=None, number=literal("#") + cast(col(Appointment.id), String)),
        delete(OwnCounselor).where(col(OwnCounselor.since) < meetings, ~has_met),
    ]


def _forgotten_absences(before: datetime) -> Delete:
    """Why somebody was away is nobody's business for ever; one that a disruption still names stays."""
    named = exists().where(col(Disruption.absence_id) == Absence.id)
    return delete(Absence).where(col(Absence.last_day) < before.astimezone(SEOUL).date(), ~named)
