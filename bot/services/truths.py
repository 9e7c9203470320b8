"""Whether what a notice says is still so: a meeting, a talk, an offer, a choice that is asked for."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    BOOKED_STATES,
    Appointment,
    Disruption,
    FairGuest,
    Invitation,
    InvitationState,
    Offer,
    OfferState,
    Series,
    Talk,
    TalkState,
)


async def talk_waits(session: AsyncSession, talk_id: int) -> bool:
    """Whether nobody has taken the talk yet."""
    query = select(Talk.state).where(Talk.id == talk_id)
    return (await session.exec(query)).first() is TalkState.WAITING


async def offer_is_open(session: AsyncSession, offer_id: int) -> bool:
    """Whether the time is still theirs to say yes to."""
    query = select(Offer.state).where(Offer.id == offer_id)
    return (await session.exec(query)).first() is OfferState.OPEN


async def live_start(session: AsyncSession, appointment_id: int | None) -> datetime | None:
    """When an appointment that is booked begins, as the database has it now."""
    query = select(Appointment.starts_at).where(
        Appointment.id == appointment_id, col(Appointment.state).in_(BOOKED_STATES)
    )
    return (await session.exec(query)).first()


async def guest_stands(session: AsyncSession, facts: Mapping[str, Any] | None) -> bool:
    """Whether a notice of a hiring day still fits its guest; notices of other things have none."""
    states = (facts or {}).get("states")
    if states is None:
        return True
    query = select(FairGuest.state).where(FairGuest.id == int((facts or {})["guest"]))
    return (await session.exec(query)).first() in states


async def still_disrupted(session: AsyncSession, number: int, now: datetime) -> bool:
    """Whether nobody has found a way on yet, and its time is still to come."""
    query = select(Disruption.id).where(
        Disruption.id == number, col(Disruption.settled_at).is_(None), Disruption.starts_at > now
    )
    return (await session.exec(query)).first() is not None


async def follow_up_waits(session: AsyncSession, facts: Mapping[str, Any]) -> bool:
    """Whether nobody has answered the invitation, or booked the next meeting of the series, meanwhile."""
    if "invitation" in facts:
        asked = select(Invitation.state).where(Invitation.id == int(facts["invitation"]))
        return (await session.exec(asked)).first() is InvitationState.OPEN
    booked = exists().where(
        col(Appointment.series_id) == Series.id, col(Appointment.state).in_(BOOKED_STATES)
    )
    query = select(Series.id).where(
        Series.id == int(facts["series"]), col(Series.ended_at).is_(None), ~booked
    )
    return (await session.exec(query)).first() is not None
