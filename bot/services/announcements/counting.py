"""How many an announcement would reach, and how many of those whom it concerns are left out, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Announcement, ConsentKind, Person
from bot.rules.advertising import NEEDED
from bot.rules.quiet import is_night
from bot.services.announcements.audiences import Condition, agrees_to, concerns, had_enough, refusals


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
    """Whom this announcement would reach at this moment, in one pass over the people."""
    wanted, night = agrees_to(NEEDED[announcement.law], now), agrees_to(ConsentKind.NIGHT, now)
    full = await had_enough(session, announcement, now)
    refused = refusals(announcement)
    asked: dict[str, Condition | None] = {
        "wanted": wanted,
        "refused": or_(*refused) if refused else None,
        "full": full,
        "night": night if is_night(now) else None,
    }
    groups = {name: condition for name, condition in asked.items() if condition is not None}
    query: Any = select(*groups.values(), func.count())  # type: ignore[call-overload]
    query = query.select_from(Person).where(*concerns(announcement, center, now)).group_by(*groups.values())
    numbers = {"now": 0, "held": 0, "not_opted_in": 0, "enough": 0, "refused": 0}
    for *found, many in (await session.exec(query)).all():
        numbers[_group(dict(zip(groups, found, strict=True)))] += many
    return Reach(**numbers)


def _group(found: Mapping[str, Any]) -> str:
    if not found["wanted"]:
        return "not_opted_in"
    if found.get("refused"):
        return "refused"
    if found.get("full"):
        return "enough"
    return "now" if found.get("night", True) else "held"
