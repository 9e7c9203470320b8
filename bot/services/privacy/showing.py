"""All that is kept about somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    Consent,
    Dialogue,
    Fair,
    FairGuest,
    Inbox,
    Outbox,
    Person,
    ProfileAnswer,
    RefusalKind,
    Refused,
    Staff,
)
from bot.services.privacy.book import Booked, booked
from bot.services.profiles import known
from bot.services.staff import roles_of


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything kept about a person; `messages` counts what came in and went out."""

    since: datetime
    language: str
    answers: Sequence[ProfileAnswer]
    consents: Sequence[Consent]
    book: Booked
    dialogues: Sequence[Dialogue]
    staff: Sequence[Staff]
    fairs: Sequence[str]
    refused: Sequence[str]
    messages: int


async def stored(session: AsyncSession, person: Person) -> Stored:
    """Everything kept about this person."""
    assert person.id is not None
    return Stored(
        since=person.created_at,
        language=person.language,
        answers=list((await known(session, person.id)).values()),
        consents=await consents_of(session, person.id),
        book=await booked(session, person.id),
        dialogues=await dialogues_of(session, person.chat_id),
        staff=await roles_of(session, person.chat_id),
        fairs=await fairs_of(session, person.id),
        refused=await refused_by(session, person.id),
        messages=await messages_of(session, person.chat_id),
    )


async def consents_of(session: AsyncSession, person_id: int) -> Sequence[Consent]:
    """What the person agreed to and when, withdrawn agreements too."""
    query = select(Consent).where(Consent.person_id == person_id).order_by(col(Consent.id))
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def fairs_of(session: AsyncSession, person_id: int) -> Sequence[str]:
    """The hiring days that the person registered for, also those that are over."""
    query = select(Fair.title).join(FairGuest, col(FairGuest.fair_id) == Fair.id)
    return (
        await session.exec(query.where(FairGuest.person_id == person_id).order_by(col(FairGuest.id)))
    ).all()


async def refused_by(session: AsyncSession, person_id: int) -> Sequence[str]:
    """The companies of which the person wants no more offers."""
    query = select(Refused.what).where(Refused.person_id == person_id, Refused.kind == RefusalKind.COMPANY)
    return (await session.exec(query.order_by(col(Refused.id)))).all()


async def dialogues_of(session: AsyncSession, chat_id: int) -> Sequence[Dialogue]:
    """The conversations of a chat that are kept."""
    query = select(Dialogue).where(Dialogue.chat_id == chat_id).order_by(col(Dialogue.id))
    return (await session.exec(query)).all()


async def messages_of(session: AsyncSession, chat_id: int) -> int:
    """How many messages of a chat are kept, in either direction."""
    came = await session.exec(select(func.count()).where(Inbox.chat_id == chat_id))
    went = await session.exec(select(func.count()).where(Outbox.chat_id == chat_id))
    return came.one() + went.one()
