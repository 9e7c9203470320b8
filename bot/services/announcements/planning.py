"""Planning an announcement, and stopping it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, AnnouncementState, Outbox, OutboxState, Staff
from bot.services.announcements.audiences import fits
from bot.services.announcements.progress import progress_facts, show_progress
from bot.services.notices import Notice, notify
from bot.services.rows import end_waiting


async def schedule(
    session: AsyncSession,
    staff: Staff,
    text: str,
    audience: Mapping[str, Any],
    due_at: datetime,
    now: datetime,
) -> Announcement:
    """Plan an announcement; the operator gets a message that will show how it goes."""
    assert staff.id is not None
    assert staff.chat_id is not None
    fits(audience, now)  # an audience that cannot be asked for is a mistake now, not when it is due
    announcement = Announcement(
        text=text, audience=dict(audience), due_at=due_at, staff_id=staff.id, created_at=now
    )
    session.add(announcement)
    await session.flush()
    facts = await progress_facts(session, announcement, now)
    announcement.progress_id = await notify(session, staff.chat_id, Notice.PROGRESS, facts, now)
    await session.flush()
    return announcement


async def cancel(session: AsyncSession, announcement_id: int, now: datetime) -> Announcement | None:
    """Stop an announcement: copies that wait are called off. One that has ended stays as it is."""
    announcement = await _held(session, announcement_id)
    if announcement is None or announcement.state in (AnnouncementState.SENT, AnnouncementState.CANCELED):
        return announcement
    announcement.state = AnnouncementState.CANCELED
    session.add(announcement)
    await session.flush()
    copies = col(Outbox.announcement_id) == announcement.id
    await end_waiting(session, OutboxState.CANCELED, now, copies)
    await show_progress(session, announcement, now)
    return announcement


async def _held(session: AsyncSession, announcement_id: int) -> Announcement | None:
    """This announcement; nobody else releases or stops it meanwhile."""
    query = select(Announcement).where(Announcement.id == announcement_id).with_for_update()
    return (await session.exec(query.execution_options(populate_existing=True))).first()
