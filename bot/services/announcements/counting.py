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
    """Whom this announcement would reach at this moment. Each is counted where they fall first.

    Of whom it is for, those who did not ask for it are joined, too; where it is for everybody, they are what
    is left: each way costs a half of the other.
    """
    concerned = concerns(announcement, center, now, whole=True)
    needed, night = NEEDED[announcement.law], is_night(now)
    given, theirs = agreement(needed or ConsentKind.NEWS, now)
    awake, at_night = agreement(ConsentKind.NIGHT, now)
    refused, full = refusals(announcement), await had_enough(session, announcement, now)
    chosen = needed is not None and bool(announcement.audience)
    sieve: dict[str, Condition] = {
        "not_opted_in": col(given.id).is_(None) if chosen else false(),
        "refused": or_(false(), *refused),
        "enough": false() if full is None else full,
        "held": col(awake.id).is_(None) if night else false(),
    }
    caught = [func.count().filter(*condition) for condition in _first(list(sieve.values()))]
    query: Any = select(func.count(), *caught).select_from(Person).where(*concerned)
    query = query.outerjoin(awake, at_night) if night else query
    query = query.outerjoin(given, theirs) if chosen else query
    asked_for = needed is not None and not chosen
    total, *many = (await session.exec(query.where(theirs) if asked_for else query)).one()
    left_out = dict(zip(sieve, many, strict=True))
    if asked_for:
        left_out["not_opted_in"] = await _everybody(session, concerned) - total
    return Reach(now=total - sum(many), **left_out)


async def _everybody(session: AsyncSession, concerned: Sequence[Condition]) -> int:
    """How many fit, whether they asked for it or not."""
    return (await session.exec(select(func.count()).select_from(Person).where(*concerned))).one()


def _first(conditions: Sequence[Condition]) -> list[list[Condition]]:
    """For each condition: it is met, and none of those before it."""
    return [[*map(not_, conditions[:place]), each] for place, each in enumerate(conditions)]
