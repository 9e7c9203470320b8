"""Places on the list that are over: all the days have passed, or a time was found in another way."""

from datetime import datetime

from sqlalchemy import Exists, exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SEOUL
from bot.models import (
    BOOKED_STATES,
    Appointment,
    Half,
    Offer,
    OfferState,
    Waiting,
    WaitingHalf,
    WaitingState,
)
from bot.rules.calendar import NOON
from bot.rules.waiting import half_of
from bot.services import locks
from bot.services.notices import Notice
from bot.services.waitlist.telling import tell


async def end_places(session: AsyncSession, now: datetime) -> None:
    """Nobody waits for what is past, or for what they have; those who think about an offer are let think."""
    for waiting in await _over(session, now):
        if await _end(session, waiting, WaitingState.OVER, now):
            await tell(session, waiting, Notice.WAITING_OVER, {"waiting": waiting.id}, now)
    for waiting in await _found(session):
        await _end(session, waiting, WaitingState.PLACED, now)


async def _end(session: AsyncSession, waiting: Waiting, state: WaitingState, now: datetime) -> bool:
    if not await locks.try_to_hold(session, waiting.person_id, ()):
        return False
    await session.refresh(waiting)
    if waiting.state is not WaitingState.WAITING:
        return False
    waiting.state, waiting.ended_at = state, now
    session.add(waiting)
    await session.flush()
    return True


async def _over(session: AsyncSession, now: datetime) -> list[Waiting]:
    """Those whose last half of a day has passed."""
    local = now.astimezone(SEOUL)
    halves = (Half.AM, Half.PM) if local.time() < NOON else (Half.PM,)
    ahead = exists().where(
        col(WaitingHalf.waiting_id) == Waiting.id,
        (col(WaitingHalf.day) > local.date())
        | ((col(WaitingHalf.day) == local.date()) & col(WaitingHalf.half).in_(halves)),
    )
    query = select(Waiting).where(Waiting.state == WaitingState.WAITING, ~ahead, ~_thinks())
    return list((await session.exec(query)).all())


async def _found(session: AsyncSession) -> list[Waiting]:
    """Those who have booked, since they joined, one of the halves of days that they wait for."""
    query = (
        select(Waiting, Appointment.starts_at)
        .join(Appointment, col(Appointment.person_id) == Waiting.person_id)
        .where(
            Waiting.state == WaitingState.WAITING,
            Appointment.service == Waiting.service,
            col(Appointment.state).in_(BOOKED_STATES),
            col(Appointment.requested_at) >= Waiting.joined_at,
            ~_thinks(),
        )
    )
    found = []
    for waiting, starts_at in (await session.exec(query)).all():
        day, half = half_of(starts_at)
        wished = select(WaitingHalf.id).where(
            WaitingHalf.waiting_id == waiting.id, WaitingHalf.day == day, WaitingHalf.half == half
        )
        if (await session.exec(wished)).first():
            found.append(waiting)
    return found


def _thinks() -> Exists:
    return exists().where(col(Offer.waiting_id) == Waiting.id, col(Offer.state) == OfferState.OPEN)
