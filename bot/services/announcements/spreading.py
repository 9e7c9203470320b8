"""Spreading an announcement: one copy for each person it is for, a page of people in each transaction.

A page is one INSERT … SELECT, and how far it came is saved with it: a crash loses nobody and tells nobody
twice. Nobody else waits for the database longer than a page takes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, literal
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Announcement, AnnouncementState, ConsentKind, Copy, CopyState, Person
from bot.models.base import words_of
from bot.rules.advertising import NEEDED
from bot.rules.sending import Deed
from bot.services.announcements import fairs
from bot.services.announcements.audiences import Among, agreement, fits, had_enough, who_agreed
from bot.services.announcements.steps import ended_copies, step
from bot.services.rows import insert_into

PAGE = 25_000  # people looked at in one transaction
A_SEAT = 5  # people told for each seat that is left: of a few one comes
COUNTED = {"preserve_rowcount": True}
BETWEEN_WAVES = timedelta(minutes=30)


async def release_due(session: AsyncSession, center: Center | None, now: datetime) -> list[Announcement]:
    """Begin with every announcement whose time has come, go on with those that have begun: a page each."""
    released = list(await due(session, now))
    for announcement in released:
        step(announcement, Deed.RELEASE)
        announcement.released_at = now
        session.add(announcement)
    await session.flush()
    for announcement in await spreading(session):
        await spread(session, announcement, center, now)
    return released


async def due(session: AsyncSession, now: datetime) -> Sequence[Announcement]:
    """Announcements whose time has come; of two processes one gets them, the other nothing."""
    return await _held(
        session, col(Announcement.state) == AnnouncementState.SCHEDULED, col(Announcement.due_at) <= now
    )


async def spreading(session: AsyncSession) -> Sequence[Announcement]:
    """Announcements of which it is not decided yet who gets them."""
    begun = col(Announcement.state) == AnnouncementState.SENDING
    return await _held(session, begun, col(Announcement.spread_at).is_(None))


async def spread(
    session: AsyncSession, announcement: Announcement, center: Center | None, now: datetime, page: int = PAGE
) -> None:
    """Write the copies of the next page of people."""
    if announcement.edits_id is not None:
        await _rewrite(session, announcement, now)
    elif announcement.in_waves:
        await _wave(session, announcement, center, now)
    else:
        await _page(session, announcement, center, now, page)
    session.add(announcement)
    await session.flush()


async def _page(
    session: AsyncSession, announcement: Announcement, center: Center | None, now: datetime, page: int
) -> None:
    ids = (
        select(Person.id).where(col(Person.id) > announcement.reached_id).order_by(col(Person.id)).limit(page)
    )
    last = (await session.exec(select(func.max(ids.subquery().c.id)))).one()
    if last is None:
        announcement.spread_at = now
        return
    among = (announcement.reached_id, last)
    audience = await _audience(session, announcement, center, now, among)
    within = and_(col(Person.id) > announcement.reached_id, col(Person.id) <= last)
    announcement.audience_size += await _insert(session, audience.where(within))
    announcement.reached_id = last


async def _wave(
    session: AsyncSession, announcement: Announcement, center: Center | None, now: datetime
) -> None:
    """As many people as the seats that are left can bear; nobody more once they are gone."""
    if announcement.wave_at is not None and announcement.wave_at > now:
        return
    assert announcement.fair is not None
    assert announcement.id is not None
    seats = await fairs.seats_left(session, announcement.fair)
    if seats < 1:
        announcement.spread_at = now
        await ended_copies(session, announcement.id, now)
        return
    audience = await _audience(session, announcement, center, now)
    following = audience.where(col(Person.id) > announcement.reached_id).order_by(col(Person.id))
    written = await _insert(session, following.limit(seats * A_SEAT))
    mine = select(func.max(Copy.person_id)).where(Copy.announcement_id == announcement.id)
    announcement.audience_size += written
    announcement.reached_id = (await session.exec(mine)).one() or announcement.reached_id
    announcement.wave_at = now + BETWEEN_WAVES
    if written < seats * A_SEAT:
        announcement.spread_at = now


async def _rewrite(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """Every delivered copy of another announcement, to say something else from now on."""
    delivered = select(  # type: ignore[call-overload]
        literal(announcement.id),
        Copy.person_id,
        literal(CopyState.WAITING, words_of(CopyState)),
        literal(True),  # a message that is there already wakes nobody
        Copy.message_id,
    ).where(
        col(Copy.announcement_id) == announcement.edits_id,
        col(Copy.state) == CopyState.SENT,
        col(Copy.message_id).is_not(None),
        col(Copy.person_id).is_not(None),
    )
    columns = ["announcement_id", "person_id", "state", "night", "edits"]
    insert = insert_into(session, Copy).from_select(columns, delivered)
    announcement.audience_size = (await session.exec(insert, execution_options=COUNTED)).rowcount
    announcement.spread_at = now


async def _audience(
    session: AsyncSession,
    announcement: Announcement,
    center: Center | None,
    now: datetime,
    among: Among | None = None,
) -> Any:
    """Copies for everybody who fits, agreed to this kind of news, and has not had enough today."""
    waiting = literal(CopyState.WAITING, words_of(CopyState))
    at_night = col(Person.id).in_(who_agreed(ConsentKind.NIGHT, now, among))
    copies: Any = select(literal(announcement.id), Person.id, waiting, at_night).select_from(Person)
    if kind := NEEDED[announcement.law]:
        _, agreed = agreement(kind, now, among)
        copies = copies.where(agreed)
    if (full := await had_enough(session, announcement, now)) is not None:
        copies = copies.where(~full)
    return copies.where(*fits(announcement, center, now))


async def _insert(session: AsyncSession, audience: Any) -> int:
    columns = ["announcement_id", "person_id", "state", "night"]
    insert = insert_into(session, Copy).from_select(columns, audience)
    inserted: int = (await session.exec(insert, execution_options=COUNTED)).rowcount
    return inserted


async def _held(session: AsyncSession, *conditions: Any) -> Sequence[Announcement]:
    query = select(Announcement).where(*conditions).order_by(col(Announcement.id))
    held = query.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    return (await session.exec(held)).all()
