"""Forgetting who came to a hiring day: what is left are numbers about nobody."""

from datetime import datetime

from sqlalchemy import Update
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Fair, FairFeedback, FairGuest, GuestState
from bot.services.fairs import finding, places, planning, registering

BEFORE_THE_DAY = (GuestState.WAITING, GuestState.OFFERED, GuestState.REGISTERED)


async def forget(session: AsyncSession, person_id: int, now: datetime) -> int:
    """What is still ahead is given back to those who wait; what is over belongs to nobody."""
    for guest, fair in await finding.guests_of(session, person_id):
        if guest.state in BEFORE_THE_DAY:
            await registering.held(session, fair.id or 0)
            await registering.leave(session, guest, GuestState.WITHDRAWN, now)
            await places.offer(session, fair, now)
            await planning.give_times(session, fair, now)
    mine = col(FairGuest.person_id) == person_id
    words = update(FairFeedback).where(col(FairFeedback.guest_id).in_(select(FairGuest.id).where(mine)))
    await session.exec(words.values(missed=None))
    return (await session.exec(_nobodys().where(mine))).rowcount


async def forget_old(session: AsyncSession, before: datetime) -> int:
    """Guests of fairs that were over before this moment are nobody any more; their words go too."""
    old = select(FairGuest.id).join(Fair, col(Fair.id) == FairGuest.fair_id).where(col(Fair.ends_at) < before)
    words = update(FairFeedback).where(
        col(FairFeedback.guest_id).in_(old), col(FairFeedback.missed).is_not(None)
    )
    rows = (await session.exec(words.values(missed=None))).rowcount
    kept = _nobodys().where(col(FairGuest.id).in_(old), col(FairGuest.person_id).is_not(None))
    rows += (await session.exec(kept)).rowcount
    return rows


def _nobodys() -> Update:
    return update(FairGuest).values(person_id=None, shared=[])
