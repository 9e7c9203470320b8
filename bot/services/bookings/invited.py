"""Invitations as they are answered: looked up, booked, declined, taken up after all."""

from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Service
from bot.models import (
    CANCELED_STATES,
    Appointment,
    AppointmentState,
    Cause,
    Invitation,
    InvitationState,
    Person,
    Staff,
)
from bot.rules.quiet import earliest
from bot.services import calls, locks
from bot.services.bookings.reasons import NotThere, Why
from bot.services.notices import Notice, notify

REMINDED_AFTER = timedelta(days=3)
NOT_MET = (*CANCELED_STATES, AppointmentState.NO_SHOW)


async def invited(session: AsyncSession, person_id: int | None, service: str) -> Invitation | None:
    """What this person was asked to book and has not answered."""
    found = (each for each in await invitations_of(session, person_id) if each.service == service)
    return next(found, None)


async def invitations_of(session: AsyncSession, person_id: int | None) -> list[Invitation]:
    """All that this person was asked to book and has not answered, the oldest first."""
    query = select(Invitation).where(
        Invitation.person_id == person_id, Invitation.state == InvitationState.OPEN
    )
    ordered = query.order_by(col(Invitation.invited_at), col(Invitation.id))
    return list((await session.exec(ordered.execution_options(populate_existing=True))).all())


async def may_book(session: AsyncSession, kind: Service, person_id: int) -> bool:
    """Whether the person may book this by themselves: it is for everyone, they were asked, or what they were
    asked for did not take place."""
    if kind.open_to != "invited":
        return kind.open_to == "everyone"
    if await invited(session, person_id, kind.key):
        return True
    return await _in_vain(session, person_id, kind.key) is not None


async def _in_vain(session: AsyncSession, person_id: int | None, service: str) -> Invitation | None:
    """An invitation that led to a meeting which did not take place."""
    query = (
        select(Invitation)
        .join(Appointment, col(Appointment.id) == Invitation.appointment_id)
        .where(
            Invitation.person_id == person_id,
            Invitation.service == service,
            col(Appointment.state).in_(NOT_MET),
        )
    )
    return (await session.exec(query.order_by(col(Invitation.id).desc()).limit(1))).first()


async def why_booked(session: AsyncSession, person_id: int | None, service: str) -> Cause:
    """What stands in the history of a booking that is about to be made."""
    return Cause.INVITATION if await invited(session, person_id, service) else Cause.BOOKED


async def followed(session: AsyncSession, booked: Appointment, now: datetime) -> None:
    """What the person was asked to book is booked, by whomever; or booked again."""
    if invitation := await invited(session, booked.person_id, booked.service):
        invitation.appointment_id = booked.id
        await end(session, invitation, InvitationState.BOOKED, now)
    elif earlier := await _in_vain(session, booked.person_id, booked.service):
        earlier.appointment_id = booked.id
        session.add(earlier)
        await session.flush()


async def end(session: AsyncSession, invitation: Invitation, state: InvitationState, now: datetime) -> None:
    """Nobody is reminded or called any more."""
    invitation.state, invitation.ended_at, invitation.next_at = state, now, None
    session.add(invitation)
    await session.flush()
    await calls.call_off_invitation(session, invitation.id or 0, now)


async def decline(session: AsyncSession, person: Person, invitation_id: int, now: datetime) -> Invitation:
    """The person does not want to; whoever asked hears of it. NotThere for another's, and what has ended."""
    invitation = await _of_person(session, person, invitation_id)
    if invitation.state is InvitationState.DECLINED:
        return invitation
    if invitation.state is not InvitationState.OPEN:
        raise NotThere(Why.PAST)
    await end(session, invitation, InvitationState.DECLINED, now)
    inviter = await session.get_one(Staff, invitation.invited_by_id)
    if inviter.chat_id is not None:
        await tell(session, invitation, inviter.chat_id, Notice.INVITATION_DECLINED, now)
    return invitation


async def take_up(session: AsyncSession, person: Person, invitation_id: int, now: datetime) -> Invitation:
    """The person goes to choose a time, perhaps after having said no; NotThere where it was taken back."""
    invitation = await _of_person(session, person, invitation_id)
    if invitation.state is InvitationState.OPEN:
        return invitation
    if invitation.state is not InvitationState.DECLINED or await invited(
        session, person.id, invitation.service
    ):
        raise NotThere(Why.PAST)
    invitation.state, invitation.ended_at, invitation.invited_at = InvitationState.OPEN, None, now
    invitation.reminded_at, invitation.next_at = None, by_day(now + REMINDED_AFTER)
    session.add(invitation)
    await session.flush()
    return invitation


async def _of_person(session: AsyncSession, person: Person, invitation_id: int) -> Invitation:
    await locks.hold_person(session, person.id)
    found = await session.get(Invitation, invitation_id, populate_existing=True)
    if found is None or found.person_id != person.id:
        raise NotThere(Why.NOT_YOURS)
    return found


def by_day(moment: datetime) -> datetime:
    """That moment, or the morning after it."""
    return earliest(moment, agreed_to_nights=False)


async def tell(
    session: AsyncSession, invitation: Invitation, chat_id: int, notice: Notice, now: datetime
) -> None:
    """Once each, however often it is tried; taken up again it is another matter."""
    stamp = int(invitation.invited_at.timestamp())
    key = f"invitation:{invitation.id}:{notice.rpartition('.')[2]}:{stamp}"
    await notify(session, chat_id, notice, {"invitation": invitation.id}, now, dedupe_key=key)
