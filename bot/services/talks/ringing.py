"""Calling counselors to a talk: one after the other, the person's own first."""

from collections import Counter
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Appointment, Role, Staff, Talk, TalkState, TalkWhy
from bot.rules.office import is_open, next_opening
from bot.services.duty import busy, on_duty
from bot.services.notices import Notice, notify
from bot.services.people import chat_of

PATIENCE = timedelta(minutes=10)  # then the next counselor is called
ALL_BUSY = timedelta(minutes=1)  # everybody left is in a talk: look again soon
LATELY = timedelta(days=7)


async def ring_due(session: AsyncSession, center: Center, now: datetime) -> None:
    """Whose call was not answered in time: the next counselor is called."""
    due = (
        select(Talk)
        .where(Talk.state == TalkState.WAITING, col(Talk.rings_at) <= now)
        .order_by(col(Talk.id))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    for talk in (await session.exec(due)).all():
        await ring(session, center, talk, now)


async def ring(session: AsyncSession, center: Center, talk: Talk, now: datetime) -> None:
    """Call who is next; where everybody was called, the person hears how else to reach us."""
    members = await on_duty(session, center, now, Role.COUNSELOR)
    own_chat = await chat_of(session, talk.person_id)
    left = [m for m in members if m.id not in talk.rung and m.chat_id != own_chat]
    in_talks = await busy(session)
    free = [member for member in left if member.id not in in_talks]
    if free:
        first = (await _line_up(session, talk, free, now))[0]
        await call(session, talk, first, now)
        talk.rings_at = now + PATIENCE
    elif left:
        talk.rings_at = now + ALL_BUSY
    else:  # everybody was called: once more when the center opens next
        talk.rings_at, talk.rung = next_opening(center, now), []
        if is_open(center, now) and not talk.words:
            await _tell_that_nobody_came(session, talk, now)
    session.add(talk)
    await session.flush()


async def call(session: AsyncSession, talk: Talk, member: Staff, now: datetime) -> None:
    """Alert this member of the staff, once a day for each talk."""
    assert member.chat_id
    assert member.id
    notice = Notice.TALK_DISTRESS if talk.why is TalkWhy.DISTRESS else Notice.TALK_ASKED
    key = f"talk:{talk.id}:{talk.why}:{member.id}:{now:%Y-%m-%d}"
    await notify(session, member.chat_id, notice, {"talk": talk.id}, now, dedupe_key=key)
    talk.rung = [*talk.rung, member.id]


async def _line_up(session: AsyncSession, talk: Talk, members: list[Staff], now: datetime) -> list[Staff]:
    """The person's own counselor, then who had the fewest talks lately."""
    own = await _own_counselor(session, talk.person_id)
    query = select(Talk.staff_id).where(col(Talk.taken_at) > now - LATELY)
    loads = Counter((await session.exec(query)).all())

    def order(member: Staff) -> tuple[bool, int, int]:
        assert member.id
        return own is None or member.counselor_id != own, loads[member.id], member.id

    return sorted(members, key=order)


async def _own_counselor(session: AsyncSession, person_id: int) -> int | None:
    """Whom the person met or meets: the counselor of the latest appointment."""
    query = (
        select(Appointment.counselor_id)
        .where(Appointment.person_id == person_id)
        .order_by(col(Appointment.starts_at).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def _tell_that_nobody_came(session: AsyncSession, talk: Talk, now: datetime) -> None:
    if chat_id := await chat_of(session, talk.person_id):
        key = f"talk:{talk.id}:nobody"
        await notify(session, chat_id, Notice.TALK_NOBODY, {"talk": talk.id}, now, dedupe_key=key)
