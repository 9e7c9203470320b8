"""The people who write to us."""

from datetime import datetime

from sqlalchemy import case
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Person
from bot.services.rows import insert_into


async def heard_from(session: AsyncSession, chat_id: int, language: str | None, now: datetime) -> Person:
    """The person of this chat, who can be reached again; new when we never heard of them."""
    spoken = spoken_language(language)
    insert = insert_into(session, Person).values(
        chat_id=chat_id, language=spoken or "ko", offered=[], created_at=now, seen_at=now
    )
    kept = Person.language if spoken is None else insert.excluded.language
    upsert = insert.on_conflict_do_update(
        index_elements=["chat_id"],
        set_={
            "seen_at": insert.excluded.seen_at,
            "unreachable_at": None,
            "language": case((col(Person.language_chosen), Person.language), else_=kept),
        },
    )
    people = await session.exec(upsert.returning(Person), execution_options={"populate_existing": True})
    person: Person = people.scalars().one()
    return person


def spoken_language(code: str | None) -> str | None:
    """The language we answer in for a Telegram language code: English for English, else Korean."""
    if not code:
        return None
    return "en" if code.lower().startswith("en") else "ko"


async def person_of_chat(session: AsyncSession, chat_id: int) -> Person | None:
    """Whom we know by this chat."""
    return (await session.exec(select(Person).where(Person.chat_id == chat_id))).first()


async def chat_of(session: AsyncSession, person_id: int | None) -> int | None:
    """Where this person can be reached; None for somebody who was forgotten."""
    return (await session.exec(select(Person.chat_id).where(Person.id == person_id))).first()


async def choose_language(session: AsyncSession, person: Person, language: str) -> None:
    """From now on we answer in the language the person chose, whatever their Telegram speaks."""
    person.language = spoken_language(language) or "ko"
    person.language_chosen = True
    session.add(person)
    await session.flush()


async def became_unreachable(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """The person blocked us or left Telegram; they get nothing until they write again."""
    left = (
        update(Person)
        .where(col(Person.chat_id) == chat_id, col(Person.unreachable_at).is_(None))
        .values(unreachable_at=now)
    )
    await session.exec(left)
