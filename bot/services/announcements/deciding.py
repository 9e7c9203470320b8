"""Deciding about an announcement that was handed in: the second person's word, pauses, the end."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, AnnouncementState, Staff
from bot.rules.sending import Deed
from bot.services.announcements.progress import show_progress
from bot.services.announcements.steps import ended_copies, held, step


class NotOneself(Exception):  # noqa: N818 (a reason, not an error)
    """A second person approves: not the one who wrote it."""


async def approve(
    session: AsyncSession, staff: Staff, announcement_id: int, now: datetime
) -> Announcement | None:
    """A second person has read it and says yes; raises NotOneself, NotNow."""
    announcement = await held(session, announcement_id)
    if announcement is None:
        return None
    writer = await session.get(Staff, announcement.staff_id)
    if staff.id == announcement.staff_id or (writer and writer.chat_id == staff.chat_id):
        raise NotOneself
    announcement.approved_by = staff.id
    return await _stepped(session, announcement, Deed.APPROVE, now)


async def pause(session: AsyncSession, announcement_id: int, now: datetime) -> Announcement | None:
    """Nothing more leaves until somebody lets it go on; raises NotNow."""
    announcement = await held(session, announcement_id)
    if announcement is None:
        return None
    announcement.paused_why = "operator"
    return await _stepped(session, announcement, Deed.PAUSE, now)


async def resume(session: AsyncSession, announcement_id: int, now: datetime) -> Announcement | None:
    """It goes on where it stopped; raises NotNow."""
    announcement = await held(session, announcement_id)
    if announcement is None:
        return None
    announcement.paused_why = None
    return await _stepped(session, announcement, Deed.RESUME, now)


async def cancel(session: AsyncSession, announcement_id: int, now: datetime) -> Announcement | None:
    """Stop an announcement: copies that wait are called off. One that has ended stays as it is."""
    announcement = await held(session, announcement_id)
    if announcement is None or announcement.state in (AnnouncementState.SENT, AnnouncementState.CANCELED):
        return announcement
    step(announcement, Deed.CANCEL)
    announcement.spread_at = announcement.spread_at or now
    session.add(announcement)
    await session.flush()
    await ended_copies(session, announcement_id, now)
    await show_progress(session, announcement, now)
    return announcement


async def _stepped(
    session: AsyncSession, announcement: Announcement, deed: Deed, now: datetime
) -> Announcement:
    step(announcement, deed)
    session.add(announcement)
    await session.flush()
    await show_progress(session, announcement, now, decided=True)
    return announcement
