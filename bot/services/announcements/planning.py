"""Planning an announcement: a draft, tried out on its operator, handed in with its time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Announcement, AnnouncementState, LegalClass, Role, Staff
from bot.rules.sending import Deed, needs_second
from bot.services.announcements.audiences import meets
from bot.services.announcements.counting import count
from bot.services.announcements.progress import delivered, progress_facts
from bot.services.announcements.steps import step
from bot.services.notices import Notice, notify


@dataclass(frozen=True, slots=True)
class Plan:
    """What an operator wants told: the words by language, Korean first, and whom it is for.

    `sponsor` is the company whose advertisement it is, `topic` what it is about, `fair` the hiring day that
    one can register for.
    """

    text: str
    audience: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    picture: str | None = None
    law: LegalClass = LegalClass.PROGRAM
    sponsor: str | None = None
    topic: str | None = None
    fair: str | None = None
    in_waves: bool = False


async def draft(
    session: AsyncSession, staff: Staff | None, plan: Plan, now: datetime, origin: str | None = None
) -> Announcement:
    """Keep what somebody wrote; nobody gets it yet. Raises ValueError for an audience that cannot be had."""
    meets(plan.audience, None, now)
    if plan.law is LegalClass.SERVICE and not {"fair", "got"} & set(plan.audience):
        raise ValueError("a service notice is for those whom it concerns: of a fair, or of an announcement")
    announcement = _filled(
        Announcement(
            text=plan.text,
            state=AnnouncementState.DRAFT,
            due_at=now,
            staff_id=staff.id if staff else None,
            origin=origin,
            created_at=now,
        ),
        plan,
    )
    session.add(announcement)
    await session.flush()
    return announcement


async def try_out(
    session: AsyncSession, staff: Staff, plan: Plan, due_at: datetime, now: datetime, *, sends: bool = True
) -> Announcement:
    """The operator's draft as it stands now; where its words are new, a copy goes to the operator alone.

    Where it was written in several languages, a copy of each.
    """
    kept = await _draft_of(session, staff)
    tested = _seen(kept) if kept and kept.tested_at else None
    announcement = _filled(kept, plan) if kept else await draft(session, staff, plan, now)
    announcement.due_at = due_at
    if sends and _seen(announcement) != tested:
        announcement.tested_at = now
        await _send_trials(session, staff, announcement, now)
    session.add(announcement)
    await session.flush()
    return announcement


async def hand_in(
    session: AsyncSession, announcement: Announcement, center: Center | None, due_at: datetime, now: datetime
) -> Announcement:
    """It goes out at that time; more than 500 receivers need a second person's word first.

    The operator gets a message that will show how it goes, the other operators are asked for their word.
    """
    announcement.expected = await _expected(session, announcement, center, due_at)
    announcement.due_at = due_at
    alone = not needs_second(announcement.expected) or announcement.origin is not None
    step(announcement, Deed.HAND_IN if alone else Deed.ASK_APPROVAL)
    session.add(announcement)
    await session.flush()
    facts = await progress_facts(session, announcement, now)
    for member in await _told(session, announcement):
        assert member.chat_id is not None
        row = await notify(session, member.chat_id, Notice.PROGRESS, facts, now)
        announcement.progress_id = announcement.progress_id or row
    if not alone:
        await _ask_others(session, announcement, now)
    await session.flush()
    return announcement


async def _expected(
    session: AsyncSession, announcement: Announcement, center: Center | None, due_at: datetime
) -> int:
    if announcement.edits_id is not None:
        many: int = await delivered(session, announcement.edits_id)
        return many
    reach = await count(session, announcement, center, due_at)
    return reach.now + reach.held


def _filled(announcement: Announcement, plan: Plan) -> Announcement:
    announcement.text, announcement.words, announcement.picture = plan.text, dict(plan.words), plan.picture
    announcement.law, announcement.sponsor, announcement.topic = plan.law, plan.sponsor, plan.topic
    announcement.fair, announcement.in_waves = plan.fair, plan.in_waves
    announcement.audience = dict(plan.audience)
    return announcement


def _seen(announcement: Announcement) -> tuple[object, ...]:
    """What readers see of it."""
    told = announcement
    return told.text, dict(told.words), told.picture, told.law, told.sponsor, told.topic, told.fair


async def _send_trials(
    session: AsyncSession, staff: Staff, announcement: Announcement, now: datetime
) -> None:
    assert staff.chat_id is not None
    method = "sendPhoto" if announcement.picture else "sendMessage"
    for language in ("ko", *announcement.words) if announcement.words else (None,):
        facts = {"announcement": announcement.id, "language": language}
        await notify(session, staff.chat_id, Notice.TRIAL, facts, now, method=method)


async def _draft_of(session: AsyncSession, staff: Staff) -> Announcement | None:
    """What this operator is writing."""
    query = select(Announcement).where(
        Announcement.staff_id == staff.id, Announcement.state == AnnouncementState.DRAFT
    )
    return (await session.exec(query.order_by(col(Announcement.id).desc()))).first()


async def _told(session: AsyncSession, announcement: Announcement) -> list[Staff]:
    """Who sees how it goes: its operator, or all of them where the clock made it."""
    if announcement.staff_id is not None:
        writer = await session.get_one(Staff, announcement.staff_id)
        return [writer] if writer.chat_id else []
    return await _operators(session)


async def second_readers(session: AsyncSession, writer: Staff) -> list[Staff]:
    """The other operators who can be reached: one of them reads what more than 500 people would get."""
    return [member for member in await _operators(session) if member.chat_id != writer.chat_id]


async def _ask_others(session: AsyncSession, announcement: Announcement, now: datetime) -> None:
    """They get the copy that people would get, and are asked below it."""
    writer = await session.get_one(Staff, announcement.staff_id)
    for member in await second_readers(session, writer):
        assert member.chat_id is not None
        await _send_trials(session, member, announcement, now)
        facts = {"announcement": announcement.id}
        key = f"announcement:{announcement.id}:approval:{member.id}:{announcement.revision}"
        await notify(session, member.chat_id, Notice.APPROVAL, facts, now, dedupe_key=key)


async def _operators(session: AsyncSession) -> list[Staff]:
    query = select(Staff).where(Staff.role == Role.OPERATOR, col(Staff.chat_id).is_not(None))
    return list((await session.exec(query.order_by(col(Staff.id)))).all())
