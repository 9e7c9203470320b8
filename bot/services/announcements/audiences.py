"""Who an announcement is for, and whom it reaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Consent, ConsentKind, Person, ProfileAnswer
from bot.rules.quiet import is_night

QUESTIONS = frozenset({"district", "field"})


@dataclass(frozen=True, slots=True)
class Reach:
    """How many get it at once, how many in the morning, and how many would fit but did not ask for news."""

    now: int
    held: int
    not_opted_in: int


async def count(session: AsyncSession, audience: Mapping[str, Any], now: datetime) -> Reach:
    """Whom an announcement of this moment would reach."""
    news, nights = agrees_to(ConsentKind.NEWS), agrees_to(ConsentKind.NIGHT)
    query = select(news, nights, func.count()).where(*fits(audience, now)).group_by(news, nights)
    numbers = {(bool(n), bool(at_night)): many for n, at_night, many in (await session.exec(query)).all()}
    asleep = numbers.get((True, False), 0)
    awake = numbers.get((True, True), 0)
    without = numbers.get((False, False), 0) + numbers.get((False, True), 0)
    return Reach(awake, asleep, without) if is_night(now) else Reach(awake + asleep, 0, without)


def fits(audience: Mapping[str, Any], now: datetime) -> list[ColumnElement[bool]]:
    """Conditions on a person: can be reached, is not in distress, and answered as the audience asks."""
    if strange := set(audience) - QUESTIONS:
        raise ValueError(f"an audience is chosen by {sorted(QUESTIONS)}, not by {sorted(strange)}")
    answered = [_answered(question, value) for question, value in sorted(audience.items())]
    undisturbed = or_(col(Person.hushed_until).is_(None), col(Person.hushed_until) <= now)
    return [col(Person.unreachable_at).is_(None), undisturbed, *answered]


def agrees_to(kind: ConsentKind) -> ColumnElement[bool]:
    """Condition on a person: this consent is in force."""
    return exists().where(
        col(Consent.person_id) == Person.id,
        col(Consent.kind) == kind,
        col(Consent.withdrawn_at).is_(None),
    )


def _answered(question: str, value: str) -> ColumnElement[bool]:
    return exists().where(
        col(ProfileAnswer.person_id) == Person.id,
        col(ProfileAnswer.question) == question,
        col(ProfileAnswer.value)[()].as_string() == value,
    )
