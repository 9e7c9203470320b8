"""Signing a change of an appointment: the database writes it into the history under this name."""

from datetime import datetime
from typing import Any

from bot.models import Actor, Appointment, AppointmentState, Cause, Person, Staff

By = Person | Staff | None  # None is the clock


def sign(appointment: Appointment, by: By, why: Cause, now: datetime) -> None:
    """Say who changes this appointment and why; to be saved together with the change."""
    for name, value in signature(by, why, now).items():
        setattr(appointment, name, value)


def signature(by: By, why: Cause, now: datetime) -> dict[str, Any]:
    """The same as values of an UPDATE."""
    actor = Actor.PERSON if isinstance(by, Person) else Actor.STAFF if by else Actor.SYSTEM
    staff_id = by.id if isinstance(by, Staff) else None
    return {"changed_by": actor, "changed_by_id": staff_id, "changed_why": why, "changed_at": now}


def agreed(now: datetime) -> dict[str, Any]:
    """The counselor's yes, as values of an UPDATE."""
    return {"state": AppointmentState.CONFIRMED, "decided_at": now}
