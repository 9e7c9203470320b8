"""The copies of an announcement: one for each person who agreed to news, none at night without their word."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Insert, case, literal
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.models import (
    Announcement,
    AnnouncementState,
    ConsentKind,
    Outbox,
    OutboxKind,
    OutboxState,
    Person,
    Priority,
)
from bot.models.base import words_of
from bot.rules.quiet import earliest, is_night
from bot.services import consents
from bot.services.announcements.audiences import agrees_to, fits
from bot.services.announcements.progress import tallies
from bot.services.people import person_of_chat
from bot.services.rows import insert_into

EARLY = timedelta(minutes=1)


async def release_due(session: AsyncSession, now: datetime) -> list[Announcement]:
    """Write the copies of every announcement whose time has come."""
    released = list(await due(session, now))
    for announcement in released:
        assert announcement.id is not None
        await session.exec(_copies(session, announcement, now))
        announcement.audience_size = sum((await tallies(session, announcement.id)).values())
        announcement.state, announcement.released_at = AnnouncementState.SENDING, now
        session.add(announcement)
    await session.flush()
    return released


async def due(session: AsyncSession, now: datetime) -> Sequence[Announcement]:
    """Announcements whose time has come; of two processes one gets them, the other nothing."""
    query = (
        select(Announcement)
        .where(Announcement.state == AnnouncementState.SCHEDULED, col(Announcement.due_at) <= now)
        .order_by(col(Announcement.id))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()


def _copies(session: AsyncSession, announcement: Announcement, now: datetime) -> Insert:
    """One INSERT for the whole audience."""
    moment, kind = UTCDateTime(), words_of(OutboxKind)
    due_at = case(
        (agrees_to(ConsentKind.NIGHT), literal(now, moment)), else_=literal(earliest(now, False), moment)
    )
    audience = (
        select(  # type: ignore[call-overload]
            Person.chat_id,
            literal(OutboxKind.COPY, kind),
            literal(announcement.id),
            literal(int(Priority.ANNOUNCEMENT)),
            due_at,
            literal(now, moment),
        )
        .where(*fits(announcement.audience, now), agrees_to(ConsentKind.NEWS))
        .order_by(col(Person.id))
    )
    columns = ["chat_id", "kind", "announcement_id", "priority", "due_at", "created_at"]
    return insert_into(session, Outbox).from_select(columns, audience)


async def hold_for_the_night(session: AsyncSession, now: datetime) -> None:
    """Copies that would be sent by night wait for the morning, unless the person agreed to nights.

    A minute early: what is on its way at nine in the evening is night already.
    """
    soon = now + EARLY
    if not is_night(soon):
        return
    late = (
        select(Outbox.id)
        .join(Person, col(Person.chat_id) == Outbox.chat_id, isouter=True)
        .where(
            col(Outbox.state) == OutboxState.WAITING,
            col(Outbox.priority) == Priority.ANNOUNCEMENT,
            col(Outbox.kind) == OutboxKind.COPY,
            col(Outbox.due_at) <= soon,
            ~agrees_to(ConsentKind.NIGHT),
        )
        .order_by(col(Outbox.id))
        .with_for_update(skip_locked=True, of=Outbox)
    )
    held = update(Outbox).where(col(Outbox.id).in_(late))
    await session.exec(held.values(due_at=earliest(soon, False)))


async def not_before(session: AsyncSession, row: Outbox, now: datetime) -> datetime:
    """The first moment at which this row may go: a copy that is late waits for the morning, too."""
    if row.kind is not OutboxKind.COPY or not is_night(now):
        return now
    person = await person_of_chat(session, row.chat_id)
    agreed = await consents.in_force(session, person.id) if person and person.id else frozenset()
    return earliest(now, ConsentKind.NIGHT in agreed)


async def stop_news(session: AsyncSession, person: Person, now: datetime) -> None:
    """The person wants no more news, and gets none that is already on its way."""
    assert person.id is not None
    await consents.withdraw(session, person.id, [ConsentKind.NEWS], now)
