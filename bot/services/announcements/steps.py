"""An announcement's steps from state to state, and the ends of copies that nobody sends."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, ConsentKind, Copy, CopyState, LegalClass
from bot.rules.advertising import NEEDED
from bot.rules.sending import Deed, after

SWEPT = 10_000  # copies ended in one transaction


class NotNow(Exception):  # noqa: N818 (a reason, not an error)
    """That cannot be done with an announcement in its present state."""


def step(announcement: Announcement, deed: Deed) -> None:
    """Bring it into the state that follows; raises NotNow where none does."""
    following = after(announcement.state, deed)
    if following is None:
        raise NotNow
    announcement.state = following


async def held(session: AsyncSession, announcement_id: int) -> Announcement | None:
    """This announcement; nobody else releases or stops it meanwhile."""
    query = select(Announcement).where(Announcement.id == announcement_id).with_for_update()
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def ended_copies(session: AsyncSession, announcement_id: int, now: datetime, most: int = SWEPT) -> int:
    """Call off copies that still wait, so many at a time; how many that were."""
    return await _end(session, now, most, col(Copy.announcement_id) == announcement_id)


async def call_off(
    session: AsyncSession, person_id: int, now: datetime, kinds: set[ConsentKind] | None = None
) -> int:
    """Call off what waits for this person: all of it, or what needs one of these consents."""
    theirs = col(Copy.person_id) == person_id
    if kinds is None:
        return await _end(session, now, SWEPT, theirs)
    laws = [law for law in LegalClass if NEEDED[law] in kinds]
    if not laws:
        return 0
    announced = select(Announcement.id).where(col(Announcement.law).in_(laws))
    return await _end(session, now, SWEPT, theirs, col(Copy.announcement_id).in_(announced))


async def let_sleep(session: AsyncSession, person_id: int) -> None:
    """What waits for this person no longer goes out at night."""
    theirs = col(Copy.person_id) == person_id, col(Copy.state) == CopyState.WAITING
    await session.exec(update(Copy).where(*theirs).values(night=False))


async def _end(session: AsyncSession, now: datetime, most: int, *conditions: ColumnElement[bool]) -> int:
    waiting = select(Copy.id).where(col(Copy.state) == CopyState.WAITING, *conditions)
    chosen: Any = waiting.order_by(col(Copy.id)).limit(most).with_for_update(skip_locked=True)
    ended = update(Copy).where(col(Copy.id).in_(chosen)).values(state=CopyState.CANCELED, ended_at=now)
    many: int = (await session.exec(ended)).rowcount
    return many
