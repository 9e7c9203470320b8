"""Whether what a notice asks for is still to be chosen: an invitation, the next meeting of a series."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import BOOKED_STATES, Appointment, Invitation, InvitationState, Series


async def follow_up_waits(session: AsyncSession, facts: Mapping[str, Any]) -> bool:
    """Whether nobody has chosen meanwhile, and it has not ended."""
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
