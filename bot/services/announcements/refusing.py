"""What somebody wants no more of: one company, one topic; and taking that back."""

from datetime import datetime

from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Announcement, Copy, CopyState, Person, RefusalKind, Refused
from bot.services.rows import insert_into


async def told_of(session: AsyncSession, announcement_id: int) -> Announcement | None:
    """The announcement behind a button."""
    return await session.get(Announcement, announcement_id)


async def told_together(
    session: AsyncSession, person_id: int, told: Announcement, message_id: int
) -> list[Announcement]:
    """What stood in this message of theirs, in order: several that fell on one morning, or this one alone."""
    theirs = select(Copy.announcement_id).where(
        Copy.person_id == person_id, Copy.message_id == message_id, col(Copy.edits).is_(None)
    )
    query = select(Announcement).where(col(Announcement.id).in_(theirs)).order_by(col(Announcement.id))
    return list((await session.exec(query)).all()) or [told]


async def refuse(
    session: AsyncSession, person: Person, told: Announcement, kind: RefusalKind, now: datetime
) -> str | None:
    """No more of this company or topic, also of what is on its way; what it was, None where there is none."""
    what = about(told, kind)
    if what is None:
        return None
    insert = insert_into(session, Refused).values(person_id=person.id, kind=kind, what=what, refused_at=now)
    await session.exec(insert.on_conflict_do_nothing(index_elements=["person_id", "kind", "what"]))
    named = Announcement.sponsor if kind is RefusalKind.COMPANY else Announcement.topic
    same = select(Announcement.id).where(named == what)
    waiting = (
        update(Copy)
        .where(col(Copy.person_id) == person.id, col(Copy.state) == CopyState.WAITING)
        .where(col(Copy.announcement_id).in_(same))
    )
    await session.exec(waiting.values(state=CopyState.CANCELED, ended_at=now))
    return what


async def allow_again(
    session: AsyncSession, person: Person, told: Announcement, kind: RefusalKind
) -> str | None:
    """They want it again after all; what it was."""
    what = about(told, kind)
    mine = col(Refused.person_id) == person.id, col(Refused.kind) == kind, col(Refused.what) == what
    await session.exec(delete(Refused).where(*mine))
    return what


def about(told: Announcement, kind: RefusalKind) -> str | None:
    """The company or the topic of an announcement."""
    return told.sponsor if kind is RefusalKind.COMPANY else told.topic
