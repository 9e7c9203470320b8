"""How fast an announcement goes now: nights and pauses behind it say nothing of the minutes ahead."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, AnnouncementState, Outbox

LATELY = timedelta(minutes=10)
BACK = 20  # percent of the audience that are looked back over


@dataclass(frozen=True, slots=True)
class Since:
    """From when on it is measured, and how many copies had ended by then."""

    at: datetime
    ended: int


def shown_key(announcement_id: int, state: str, percent: int) -> str:
    """The operator's message says each percent in each state once."""
    return f"announcement:{announcement_id}:progress:{state}:{percent}"


async def measured_since(
    session: AsyncSession, announcement: Announcement, audience: int, percent: int, now: datetime
) -> Since | None:
    """The earliest of the last few percent that was shown lately, or the beginning; None without either."""
    before = range(max(0, percent - BACK), percent)
    keys = {
        shown_key(announcement.id or 0, AnnouncementState.SENDING, each): each * audience // 100
        for each in before
    }
    rows = select(Outbox.dedupe_key, Outbox.created_at).where(
        col(Outbox.dedupe_key).in_(keys), Outbox.created_at >= now - LATELY, Outbox.created_at < now
    )
    shown = [Since(at, keys[key]) for key, at in (await session.exec(rows)).all() if key]
    begun = announcement.released_at
    if begun and now - LATELY <= begun < now:
        shown.append(Since(begun, 0))
    return min(shown, key=lambda since: since.at, default=None)
