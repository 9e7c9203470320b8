"""What people told us about themselves: the latest answer to each question, and how it came."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import How, ProfileAnswer
from bot.rules.facts import facts
from bot.services.rows import insert_into

__all__ = ["Given", "answered_by", "facts", "known", "remember"]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given: what we read, the person's own words, how and when it came."""

    value: Any
    words: str
    how: How
    message_id: int | None
    at: datetime


async def remember(session: AsyncSession, person_id: int, question: str, given: Given) -> None:
    """Keep the latest answer; an older one is forgotten."""
    answer = {
        "value": JSON.NULL if given.value is None else given.value,
        "words": given.words,
        "how": given.how,
        "message_id": given.message_id,
        "answered_at": given.at,
    }
    insert = insert_into(session, ProfileAnswer).values(person_id=person_id, question=question, **answer)
    await session.exec(
        insert.on_conflict_do_update(
            index_elements=["person_id", "question"], set_={name: insert.excluded[name] for name in answer}
        )
    )


async def known(session: AsyncSession, person_id: int) -> dict[str, ProfileAnswer]:
    """All answers of this person, by question."""
    query = (
        select(ProfileAnswer)
        .where(ProfileAnswer.person_id == person_id)
        .order_by(col(ProfileAnswer.id))
        .execution_options(populate_existing=True)
    )
    return {answer.question: answer for answer in (await session.exec(query)).all()}


async def answered_by(session: AsyncSession, person_id: int, message_id: int) -> ProfileAnswer | None:
    """The answer that came with this message, if it is still the latest."""
    query = select(ProfileAnswer).where(
        ProfileAnswer.person_id == person_id, ProfileAnswer.message_id == message_id
    )
    return (await session.exec(query.execution_options(populate_existing=True))).first()
