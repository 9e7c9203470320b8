"""Changing a hiring day in the chat: with all that its file would check, and whom it concerns is told."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import FairPlan, Hours, Map, TalkPlan, fair_mistakes
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
    bring: tuple[str, ...] = ()
    map: Map | None = None


async def change(session: AsyncSession, fair: Fair, frame: Frame, now: datetime) -> Fair:
    """Give it this frame; raises NotPossible, or NotStored with what is in the way."""
    return await _store(session, fair, now, {each.name: getattr(frame, each.name) for each in fields(frame)})


async def add_talk(session: AsyncSession, fair: Fair, talk: TalkPlan, now: datetime) -> Fair:
    """One more talk, workshop or coaching; raises NotPossible, or NotStored with what is in the way."""
    plan = await _described(session, fair)
    return await _store(session, fair, now, {"talks": (*plan.talks, talk)})


async def drop_talk(session: AsyncSession, fair: Fair, key: str, now: datetime) -> Fair:
    """A talk does not take place; who has a seat in it is told. Raises NotPossible."""
    plan = await _described(session, fair)
    return await _store(session, fair, now, {"talks": tuple(each for each in plan.talks if each.key != key)})


async def call_off(session: AsyncSession, fair: Fair, now: datetime) -> Fair:
    """The hiring day does not take place; who registered is told. Raises NotPossible."""
    return await _store(session, fair, now, {"state": "canceled"})


async def _store(session: AsyncSession, fair: Fair, now: datetime, other: dict[str, Any]) -> Fair:
    changed = (await _described(session, fair)).model_copy(update=other)
    for path, reason in fair_mistakes([changed]):
        raise NotStored(path[2:], reason)
    about = fair.about
    async with session.begin_nested():  # refused halfway, nothing of it is kept
        fair = await storing.store(session, changed, now)
        fair.about = about  # a file must say something, the chat need not
        await session.flush()
    return fair


async def _described(session: AsyncSession, fair: Fair) -> FairPlan:
    """As it is now, held for this transaction alone."""
    await locks.hold_fair(session, fair.id or 0)
    await session.refresh(fair)
    plan = await describe(session, fair)
    if plan is None:
        raise NotPossible(Refusal.NO_COMPANY)
    return plan
