"""Looking at what was handed in: the latest announcements, and how one of them goes."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, AnnouncementState, Staff
from bot.services.announcements.progress import progress_facts
from bot.services.announcements.steps import held
from bot.services.notices import Notice, notify

SHOWN = 8


async def handed_in(session: AsyncSession, most: int = SHOWN) -> Sequence[Announcement]:
    """The latest that were handed in by anybody or by themselves, the newest first."""
    query = select(Announcement).where(Announcement.state != AnnouncementState.DRAFT)
    return (await session.exec(query.order_by(col(Announcement.id).desc()).limit(most))).all()


async def show_again(session: AsyncSession, staff: Staff, announcement_id: int, now: datetime) -> bool:
    """Whether its card comes once more; the one who wrote it gets the live one, in place of the old."""
    announcement = await held(session, announcement_id)
    if announcement is None or announcement.state is AnnouncementState.DRAFT or staff.chat_id is None:
        return False
    facts = await progress_facts(session, announcement, now)
    row = await notify(session, staff.chat_id, Notice.PROGRESS, facts, now)
    if announcement.staff_id == staff.id:
        announcement.progress_id = row
        session.add(announcement)
        await session.flush()
    return True
