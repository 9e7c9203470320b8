"""How many an announcement would reach, and how many of those whom it concerns are left out, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import false, func, not_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Announcement, ConsentKind, Person
from bot.rules.advertising import NEEDED
from bot.rules.quiet import is_night
from bot.services.announcements.audiences import Condition, agreement, concerns, had_enough, refusals


@dataclass(frozen=True, slots=True)
class Reach:
    """How many get it at once, and in the morning; how many fit and are left out, and why.

    They did not ask for it, had enough today, or refused this company or this topic.
    """

    now: int
    held: int
    not_opted_in: int
    enough: int = 0
    refused: int = 0


async def count(
    session: AsyncSession, announcement: Announcement, center: Center | None, now: datetime
) -> Reach:
    """Whom this announcement would reach at this moment. Each is counted where they fall first."""
    concerned = concerns(announcement, center, now, whole=True)
    awake, at_night = agreement(ConsentKind.NIGHT, now)
    refused, full = refusals(announcement), await had_enough(session, announcement, now)
    sieve: dict[str, Condition] = {
        "refused": or_(false(), *refused),
        "enough": false() if full is None else full,
        "held": col(awake.id).is_(None) if is_night(now) else false(),
    }
    caught = [func.count().filter(*condition) for condition in _first(list(sieve.values()))]
    query: Any = select(func.count(), *caught).select_from(Person).where(*concerned)
    if kind := NEEDED[announcement.law]:
        query = query.join(*agreement(kind, now))
    if is_night(now):
        query = query.outerjoin(awake, at_night)
    total, *many = (await session.exec(query)).one()
    everybody = await _everybody(session, concerned) if NEEDED[announcement.law] else total
    left_out = dict(zip(sieve, many, strict=True))
    return Reach(now=total - sum(many), not_opted_in=everybody - total, **left_out)


async def _everybody(session: AsyncSession, concerned: Sequence[Condition]) -> int:
    """How many fit, whether they asked for it or not. By itself: in one pass it would cost twice as much."""
    return (await session.exec(select(func.count()).select_from(Person).where(*concerned))).one()


def _first(conditions: Sequence[Condition]) -> list[list[Condition]]:
    """For each condition: it is met, and none of those before it."""
    return [[*map(not_, conditions[:place]), each] for place, each in enumerate(conditions)]
