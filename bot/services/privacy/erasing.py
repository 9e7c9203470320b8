"""Forgetting somebody: what is left is rows about nobody."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Delete, Update, func
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    BOOKED_STATES,
    Appointment,
    AppointmentState,
    Asker,
    Cause,
    Consent,
    Copy,
    Dialogue,
    Erasure,
    Inbox,
    InboxState,
    Outbox,
    OutboxState,
    Person,
    ProfileAnswer,
    Refused,
    Talk,
    Verdict,
    Waiting,
)
from bot.services import fairs, locks, staff, talks
from bot.services.announcements.steps import call_off
from bot.services.bookings.ending import end
from bot.services.bookings.signing import sign
from bot.services.bookings.telling import alert_counselor
from bot.services.notices import Notice
from bot.services.privacy import book
from bot.services.rows import end_waiting

CLEAR_LETTERS = "2346789ACDEFGHJKMNPQRTVWXY"  # none that looks like another
PASSING = (OutboxState.WAITING, OutboxState.SENDING)


async def erase(session: AsyncSession, person: Person, now: datetime) -> Erasure:
    """Forget this person; the receipt proves it and says nothing about who it was.

    What is handled or sent at this very moment (the request, the farewell) is forgotten by the next purge.
    """
    assert person.id is not None
    await locks.hold_person(session, person.id)
    receipt = new_receipt()
    rows = await _unlink_staff(session, person.chat_id, now)
    rows += await _leave_the_book(session, person, now)
    rows += await fairs.forget(session, person.id, now)
    rows += await end_waiting(session, OutboxState.CANCELED, now, col(Outbox.chat_id) == person.chat_id)
    rows += await call_off(session, person.id, now)
    for statement in _forgetting(person.id, person.chat_id, receipt, now):
        rows += (await session.exec(statement)).rowcount
    _let_go(session, person)
    erasure = Erasure(receipt=receipt, erased_at=now, rows=rows)
    session.add(erasure)
    await session.flush()
    return erasure


def new_receipt() -> str:
    """A receipt such as D-7K2M-94QX."""
    letters = "".join(secrets.choice(CLEAR_LETTERS) for _ in range(8))
    return f"D-{letters[:4]}-{letters[4:]}"


async def _unlink_staff(session: AsyncSession, chat_id: int, now: datetime) -> int:
    roles = await staff.roles_of(session, chat_id)
    for role in roles:
        await talks.end_talks_of(session, role, now)
        await staff.leave(session, role)
    return len(roles)


async def _leave_the_book(session: AsyncSession, person: Person, now: datetime) -> int:
    """Give the times back; each counselor hears which number is off, and nothing more.

    The place on the waiting list goes first, with its offers: they need their holds.
    """
    ahead = await _ahead(session, person.id, now)
    await locks.hold_counselors(session, {appointment.counselor_id for appointment in ahead})
    ahead = await _ahead(session, person.id, now)  # a leave, or the clock, may have come first
    waited = await session.exec(delete(Waiting).where(col(Waiting.person_id) == person.id))
    for appointment in ahead:
        if appointment.state is AppointmentState.HELD:
            await session.delete(appointment)
            continue
        sign(appointment, person, Cause.ERASED, now)
        await end(session, appointment, AppointmentState.CANCELED_BY_PERSON, now)
        await alert_counselor(session, appointment, appointment.counselor_id, Notice.BOOKING_CANCELED, now)
    await session.flush()
    return len(ahead) + waited.rowcount


async def _ahead(session: AsyncSession, person_id: int | None, now: datetime) -> Sequence[Appointment]:
    """What the person holds, and their appointments that have not begun."""
    query = (
        select(Appointment)
        .where(
            Appointment.person_id == person_id,
            col(Appointment.state).in_((AppointmentState.HELD, *BOOKED_STATES)),
            (col(Appointment.starts_at) > now) | (col(Appointment.state) == AppointmentState.HELD),
        )
        .order_by(col(Appointment.id))
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()


def _forgetting(person_id: int, chat_id: int, receipt: str, now: datetime) -> list[Update | Delete]:
    """Every table that knows the person, one statement each; the person goes last."""
    return [
        delete(ProfileAnswer).where(col(ProfileAnswer.person_id) == person_id),
        delete(Dialogue).where(col(Dialogue.chat_id) == chat_id),
        delete(Talk).where(col(Talk.person_id) == person_id),
        delete(Asker).where(col(Asker.person_id) == person_id),
        update(Verdict).where(col(Verdict.person_id) == person_id).values(person_id=None),
        update(Copy)
        .where(col(Copy.person_id) == person_id)
        .values(person_id=None, message_id=None, error=None),
        delete(Refused).where(col(Refused.person_id) == person_id),
        nobodys_outbox().where(col(Outbox.chat_id) == chat_id),
        nobodys_inbox().where(col(Inbox.chat_id) == chat_id),
        update(Consent)
        .where(col(Consent.person_id) == person_id)
        .values(person_id=None, receipt=receipt, withdrawn_at=func.coalesce(col(Consent.withdrawn_at), now)),
        *book.forgetting(person_id, now),
        delete(Person).where(col(Person.id) == person_id),
    ]


def nobodys_outbox() -> Update:
    """Ended messages lose their words and their chat; announcements still add up."""
    return (
        update(Outbox)
        .where(col(Outbox.state).not_in(PASSING))
        .values(body=None, error=None, message_id=None, dedupe_key=None, chat_id=-col(Outbox.id))
    )


def nobodys_inbox() -> Update:
    """Handled updates lose their words and their chat; their numbers stay, so that none is handled twice."""
    return (
        update(Inbox)
        .where(col(Inbox.state) != InboxState.WAITING)
        .values(body=None, error=None, chat_id=-col(Inbox.id))
    )


def _let_go(session: AsyncSession, person: Person) -> None:
    """What this session still holds of the person is not written again."""
    for held in list(session):
        if isinstance(held, Person | Dialogue) and held.chat_id == person.chat_id:
            session.expunge(held)
