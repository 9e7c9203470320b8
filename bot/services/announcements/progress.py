"""How an announcement goes: numbers, and the operator's message that shows them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, AnnouncementState, Outbox, OutboxState
from bot.rules.quiet import is_night
from bot.services.notices import Draft, Notice, write

OPEN = (OutboxState.WAITING, OutboxState.SENDING)
SHOWN = (OutboxState.SENDING, OutboxState.SENT)


async def tallies(session: AsyncSession, announcement_id: int) -> dict[OutboxState, int]:
    """How many copies are in each state; together they are the audience. Only copies carry the number."""
    query = (
        select(Outbox.state, func.count())
        .where(Outbox.announcement_id == announcement_id)
        .group_by(col(Outbox.state))
    )
    counted = dict((await session.exec(query)).all())
    return {state: counted.get(state, 0) for state in OutboxState}


async def refresh_progress(session: AsyncSession, now: datetime) -> None:
    """Bring every operator's message up to date; announcements without open copies have ended."""
    for announcement in await running(session):
        await show_progress(session, announcement, now)


async def running(session: AsyncSession) -> Sequence[Announcement]:
    """Announcements that have begun and not ended; of two processes one gets each."""
    query = (
        select(Announcement)
        .where(
            col(Announcement.state).in_((AnnouncementState.SENDING, AnnouncementState.CANCELED)),
            col(Announcement.ended_at).is_(None),
        )
        .order_by(col(Announcement.id))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()


async def show_progress(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """Close the announcement when its last copy has ended, and owe the operator the new numbers."""
    facts = await progress_facts(session, announcement, now)
    if facts["open"] == 0:
        if announcement.state is AnnouncementState.SENDING:
            announcement.state = AnnouncementState.SENT
        announcement.ended_at = now
        facts["state"] = announcement.state
        session.add(announcement)
        await session.flush()
    await _show(session, announcement, facts, now)


async def progress_facts(session: AsyncSession, announcement: Announcement, now: datetime) -> dict[str, Any]:
    """What the operator's message says: numbers only."""
    assert announcement.id is not None
    counted = await tallies(session, announcement.id)
    still_open = sum(counted[state] for state in OPEN)
    return {
        "announcement": announcement.id,
        "state": announcement.state,
        "due_at": announcement.due_at.isoformat(),
        "audience": announcement.audience_size,
        "open": still_open,
        "held": await _held(session, announcement.id, now) if still_open and is_night(now) else 0,
        "tallies": {state: many for state, many in counted.items() if many},
    }


async def _held(session: AsyncSession, announcement_id: int, now: datetime) -> int:
    """How many copies wait for the morning."""
    query = select(func.count()).where(
        Outbox.announcement_id == announcement_id,
        Outbox.state == OutboxState.WAITING,
        col(Outbox.due_at) > now,
    )
    return (await session.exec(query)).one()


async def _show(
    session: AsyncSession, announcement: Announcement, facts: dict[str, Any], now: datetime
) -> None:
    """Put the numbers into the message that waits, or write one edit a percent."""
    shown = await session.get(Outbox, announcement.progress_id) if announcement.progress_id else None
    if shown is None:
        return
    key = f"announcement:{announcement.id}:progress:{facts['state']}:{percent(facts)}"
    waiting = await _unsent(session, shown)
    if waiting is not None:
        waiting.body, waiting.dedupe_key = facts, key
        session.add(waiting)
        await session.flush()
    elif shown.state in SHOWN:
        edit = Draft(shown.chat_id, Notice.PROGRESS, now, facts, dedupe_key=key, edits_id=shown.id)
        await write(session, [edit], now)


async def _unsent(session: AsyncSession, shown: Outbox) -> Outbox | None:
    """The operator's message, or its last edit, while it waits to be sent."""
    query = (
        select(Outbox)
        .where(
            Outbox.chat_id == shown.chat_id,
            Outbox.state == OutboxState.WAITING,
            or_(col(Outbox.id) == shown.id, col(Outbox.edits_id) == shown.id),
        )
        .order_by(col(Outbox.id).desc())
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).first()


def percent(facts: Mapping[str, Any]) -> int:
    """How much of the audience is done with; all of nobody is all."""
    audience, still_open = facts["audience"], facts["open"]
    return 100 * (audience - still_open) // audience if audience else 100
