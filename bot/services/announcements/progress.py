"""How an announcement goes: numbers, and the operator's message that shows them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, AnnouncementState, Copy, CopyState, Outbox, OutboxState
from bot.rules.quiet import is_night
from bot.rules.sending import Deed, look_again, seconds_left
from bot.services.announcements.pace import measured_since, shown_key
from bot.services.announcements.steps import ended_copies, step
from bot.services.notices import Draft, Notice, notify, write

OPEN = (CopyState.WAITING, CopyState.SENDING)
SHOWN = (OutboxState.SENDING, OutboxState.SENT)
RUNNING = (AnnouncementState.SENDING, AnnouncementState.PAUSED, AnnouncementState.CANCELED)


async def tallies(session: AsyncSession, announcement_id: int) -> dict[CopyState, int]:
    """How many copies are in each state; together they are the audience."""
    query = (
        select(Copy.state, func.count())
        .where(Copy.announcement_id == announcement_id)
        .group_by(col(Copy.state))
    )
    counted = dict((await session.exec(query)).all())
    return {state: counted.get(state, 0) for state in CopyState}


async def latest(session: AsyncSession, most: int = 6) -> Sequence[Announcement]:
    """The announcements that went out last."""
    told = col(Announcement.released_at).is_not(None), col(Announcement.edits_id).is_(None)
    return (
        await session.exec(
            select(Announcement).where(*told).order_by(col(Announcement.id).desc()).limit(most)
        )
    ).all()


async def delivered(session: AsyncSession, announcement_id: int) -> int:
    """How many copies of this announcement were delivered."""
    return (await tallies(session, announcement_id))[CopyState.SENT]


async def refresh_progress(session: AsyncSession, now: datetime) -> None:
    """Bring the operators' messages up to date; announcements without open copies have ended.

    A large one is counted less often: counting a million copies takes a moment.
    """
    for announcement in await running(session):
        shown_at = announcement.shown_at
        if shown_at is None or look_again(shown_at, announcement.audience_size, now):
            if announcement.state is AnnouncementState.CANCELED:
                await ended_copies(session, announcement.id or 0, now)
            await show_progress(session, announcement, now)


async def running(session: AsyncSession) -> Sequence[Announcement]:
    """Announcements that have begun and not ended; of two processes one gets each."""
    query = (
        select(Announcement)
        .where(col(Announcement.state).in_(RUNNING), col(Announcement.ended_at).is_(None))
        .order_by(col(Announcement.id))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()


async def show_progress(
    session: AsyncSession, announcement: Announcement, now: datetime, *, decided: bool = False
) -> None:
    """Close the announcement when its last copy has ended, and owe the operator the new numbers.

    Whoever `decided` something sees it, also where the same numbers stood there before.
    """
    announcement.shown_at = now
    facts = await progress_facts(session, announcement, now)
    begun = announcement.state in RUNNING
    if begun and facts["open"] == 0 and announcement.spread_at is not None:
        if announcement.state is AnnouncementState.SENDING:
            step(announcement, Deed.FINISH)
        if announcement.state is not AnnouncementState.PAUSED:
            announcement.ended_at = now
        facts["state"] = announcement.state
    session.add(announcement)
    await session.flush()
    key = shown_key(announcement.id or 0, facts["state"], percent(facts))
    if decided and await _stood_there(session, key):
        key = f"{key}:{now.timestamp():.0f}"
    await _show(session, announcement, facts, key, now)
    if announcement.paused_why == "failures":
        await _alert(session, announcement, now)


async def progress_facts(session: AsyncSession, announcement: Announcement, now: datetime) -> dict[str, Any]:
    """What the operator's message says: numbers only."""
    assert announcement.id is not None
    counted = await tallies(session, announcement.id)
    still_open = sum(counted[state] for state in OPEN)
    audience = sum(counted.values())
    held = await _held(session, announcement.id) if still_open and is_night(now) else 0
    done = percent({"audience": audience, "open": still_open})
    since = await measured_since(session, announcement, audience, done, now)
    ended = audience - still_open
    return {
        "announcement": announcement.id,
        "state": announcement.state,
        "why": announcement.paused_why,
        "due_at": announcement.due_at.isoformat(),
        "audience": audience,
        "open": still_open,
        "held": held,
        "left": seconds_left(still_open - held, ended - since.ended, now - since.at) if since else None,
        "tallies": {state: many for state, many in counted.items() if many},
    }


async def _held(session: AsyncSession, announcement_id: int) -> int:
    """How many copies wait for the morning."""
    query = select(func.count()).where(
        Copy.announcement_id == announcement_id,
        Copy.state == CopyState.WAITING,
        col(Copy.night).is_(False),
    )
    return (await session.exec(query)).one()


async def _alert(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """The operator hears that it stopped by itself."""
    shown = await session.get(Outbox, announcement.progress_id) if announcement.progress_id else None
    if shown is not None:
        announcement.paused_why = "failures_told"
        session.add(announcement)
        await notify(session, shown.chat_id, Notice.PAUSED, {"announcement": announcement.id}, now)


async def _show(
    session: AsyncSession, announcement: Announcement, facts: dict[str, Any], key: str, now: datetime
) -> None:
    """Put the numbers into the message that waits, or write one edit a percent."""
    shown = await session.get(Outbox, announcement.progress_id) if announcement.progress_id else None
    if shown is None:
        return
    waiting = await _unsent(session, shown)
    if waiting is not None:
        waiting.body, waiting.dedupe_key = facts, key
        session.add(waiting)
        await session.flush()
    elif shown.state in SHOWN:
        edit = Draft(shown.chat_id, Notice.PROGRESS, now, facts, dedupe_key=key, edits_id=shown.id)
        await write(session, [edit], now)


async def _stood_there(session: AsyncSession, key: str) -> bool:
    return (await session.exec(select(Outbox.id).where(Outbox.dedupe_key == key))).first() is not None


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
