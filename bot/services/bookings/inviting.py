"""The staff ask a person to choose a time: asked, reminded once after three days, then called."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, Service
from bot.models import (
    BOOKED_STATES,
    Appointment,
    Invitation,
    InvitationState,
    Person,
    Staff,
)
from bot.rules.quiet import is_night
from bot.services import calls, locks
from bot.services.bookings.holding import hold_whom
from bot.services.bookings.invited import REMINDED_AFTER, by_day, end, invited, tell
from bot.services.bookings.reasons import ARRANGE, NotThere, Why
from bot.services.notices import Notice

CALLED_AFTER = timedelta(days=2)  # after the reminder


class WhyNot(StrEnum):
    """Why somebody is not asked."""

    ASKED = "asked"  # and has not answered yet
    HAS_ONE = "has_one"
    UNREACHABLE = "unreachable"
    NOT_THEIRS_TO_CHOOSE = "not_theirs_to_choose"  # the staff book it, or it is a group


class NotAsked(Exception):  # noqa: N818 (a reason, not an error)
    """This person is not asked to book this."""

    def __init__(self, reason: WhyNot) -> None:
        super().__init__(reason)
        self.reason = reason


async def invite(
    session: AsyncSession,
    center: Center,
    staff: Staff,
    person: Person,
    service: str,
    counselor_id: int | None,
    now: datetime,
) -> Invitation:
    """Ask this person to choose a time, or raise NotAsked; NotThere for whoever may not ask."""
    assert person.id is not None
    inviter = _who_may_ask(staff)
    await hold_whom(session, person)
    if reason := await _why_not(session, center.service(service), person):
        raise NotAsked(reason)
    invitation = Invitation(
        person_id=person.id,
        service=service,
        counselor_id=counselor_id,
        invited_by_id=inviter,
        invited_at=now,
        next_at=by_day(now + REMINDED_AFTER),
    )
    return await _send(session, invitation, person.chat_id, now)


async def _send(session: AsyncSession, invitation: Invitation, chat_id: int, now: datetime) -> Invitation:
    session.add(invitation)
    await session.flush()
    await tell(session, invitation, chat_id, Notice.INVITED, now)
    return invitation


def _who_may_ask(staff: Staff) -> int:
    if staff.role not in ARRANGE or staff.chat_id is None or staff.id is None:
        raise NotThere(Why.NOT_YOURS)
    return staff.id


async def _why_not(session: AsyncSession, kind: Service, person: Person) -> WhyNot | None:
    if kind.open_to == "staff" or kind.is_group:
        return WhyNot.NOT_THEIRS_TO_CHOOSE
    if person.unreachable_at is not None:
        return WhyNot.UNREACHABLE
    booked = select(Appointment.id).where(
        Appointment.person_id == person.id,
        Appointment.service == kind.key,
        col(Appointment.state).in_(BOOKED_STATES),
    )
    if (await session.exec(booked)).first() is not None:
        return WhyNot.HAS_ONE
    return WhyNot.ASKED if await invited(session, person.id, kind.key) else None


async def withdraw(session: AsyncSession, staff: Staff, invitation_id: int, now: datetime) -> Invitation:
    """Whoever asked takes it back; the person is no longer reminded. NotThere for a colleague's."""
    found = await session.get(Invitation, invitation_id, populate_existing=True)
    if found is None or found.invited_by_id != staff.id:
        raise NotThere(Why.NOT_YOURS)
    await locks.hold_person(session, found.person_id)
    invitation = await session.get(Invitation, invitation_id, populate_existing=True) or found
    if invitation.state is InvitationState.WITHDRAWN:
        return invitation
    if invitation.state is not InvitationState.OPEN:
        raise NotThere(Why.PAST)
    await end(session, invitation, InvitationState.WITHDRAWN, now)
    return invitation


async def remind_due(session: AsyncSession, now: datetime) -> None:
    """By day: who has not answered for three days is reminded once; two days later they are to be called."""
    if is_night(now):
        return
    due = (
        select(Invitation, Person.chat_id)
        .join(Person, col(Person.id) == Invitation.person_id)
        .where(Invitation.state == InvitationState.OPEN, col(Invitation.next_at) <= now)
        .order_by(col(Invitation.id))
        .with_for_update(skip_locked=True, of=Invitation)
        .execution_options(populate_existing=True)
    )
    for invitation, chat_id in (await session.exec(due)).all():
        if invitation.reminded_at is None:
            invitation.reminded_at, invitation.next_at = now, by_day(now + CALLED_AFTER)
            await tell(session, invitation, chat_id, Notice.INVITATION_REMINDER, now)
        else:
            invitation.next_at = None
            await calls.list_invitation(session, invitation, now)
        session.add(invitation)
    await session.flush()
