"""How many an announcement would reach, and how many of those whom it concerns are left out, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, not_, or_
from sqlalchemy import select as plain_select  # one column of it is still a row
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Announcement, ConsentKind, Person
from bot.rules.advertising import NEEDED
from bot.rules.quiet import is_night
from bot.services.announcements.audiences import (
    OUT_OF_REACH,
    Condition,
    agreement,
    concerns,
    had_enough,
    refusals,
    within_reach,
)


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
    sieve = {
        "not_opted_in": col(given.id).is_(None) if chosen else None,
        "refused": or_(*refused) if refused else None,
        "enough": full,
        "held": col(awake.id).is_(None) if night else None,
    }
    query: Any = plain_select(func.count()).select_from(Person).where(*concerned)
    query = query.outerjoin(awake, at_night) if night else query
    query = query.outerjoin(given, theirs) if chosen else query
    asked_for = needed is not None and not chosen
    total, left_out = await _sifted(session, query.where(theirs) if asked_for else query, sieve)
    kept = total - sum(left_out.values())
    if asked_for:
        left_out["not_opted_in"] = await _everybody(session, now) - total
    return Reach(now=kept, **left_out)


async def _sifted(
    session: AsyncSession, query: Any, sieve: Mapping[str, Condition | None]
) -> tuple[int, dict[str, int]]:
    """How many this counts, and how many of them each condition catches first; None catches nobody."""
    holes = {name: condition for name, condition in sieve.items() if condition is not None}
    caught = [func.count().filter(*condition) for condition in _first(list(holes.values()))]
    total, *many = (await session.exec(query.add_columns(*caught))).one()
    return total, dict.fromkeys(sieve, 0) | dict(zip(holes, many, strict=True))


async def _everybody(session: AsyncSession, now: datetime) -> int:
    """How many can be told anything now. Few cannot, and an index knows them: the others need no look."""
    out_of_reach = func.count().filter(not_(and_(*within_reach(now))))
    few = select(out_of_reach).select_from(Person).where(OUT_OF_REACH).scalar_subquery()
    all_of_them = select(func.count()).select_from(Person).scalar_subquery()
    found: int = (await session.exec(select(all_of_them - few))).one()
    return found


def _first(conditions: Sequence[Condition]) -> list[list[Condition]]:
    """For each condition: it is met, and none of those before it."""
    return [[*map(not_, conditions[:place]), each] for place, each in enumerate(conditions)]
