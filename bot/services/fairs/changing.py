"""Changing a hiring day in the chat: with all that its file would check, and whom it concerns is told."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Hours, fair_mistakes
from bot.models import Fair
from bot.services import locks
from bot.services.fairs import storing
from bot.services.fairs.describing import describe
from bot.services.fairs.reasons import NotPossible, NotStored, Refusal


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a hiring day is changed in the chat; companies and talks stay as they are."""

    title: str
    held_on: date
    hours: Hours
    place: str
    capacity: int


async def change(session: AsyncSession, fair: Fair, frame: Frame, now: datetime) -> Fair:
    """Give it this frame; raises NotPossible, or NotStored with what is in the way."""
    return await _store(session, fair, now, {each.name: getattr(frame, each.name) for each in fields(frame)})


async def call_off(session: AsyncSession, fair: Fair, now: datetime) -> Fair:
    """The hiring day does not take place; who registered is told. Raises NotPossible."""
    return await _store(session, fair, now, {"state": "canceled"})


async def _store(session: AsyncSession, fair: Fair, now: datetime, other: dict[str, Any]) -> Fair:
    await locks.hold_fair(session, fair.id or 0)
    await session.refresh(fair)
    plan = await describe(session, fair)
    if plan is None:
        raise NotPossible(Refusal.NO_COMPANY)
    changed = plan.model_copy(update=other)
    for path, reason in fair_mistakes([changed]):
        raise NotStored(path[2:], reason)
    async with session.begin_nested():  # refused halfway, nothing of it is kept
        return await storing.store(session, changed, now)
