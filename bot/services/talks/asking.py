"""A person wishes to talk with a person: now, or as soon as the center opens."""

from datetime import datetime
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Role, Talk, TalkWhy
from bot.rules.office import is_open, next_opening
from bot.services.duty import on_duty
from bot.services.talks.finding import live_talk
from bot.services.talks.ringing import ring


class Why(StrEnum):
    """Why there is no talk: out of hours, nobody is here, it is over, somebody else has it, one at a time."""

    CLOSED = "closed"
    NOBODY = "nobody"
    OVER = "over"
    TAKEN = "taken"
    BUSY = "busy"
    GONE = "gone"


class NoTalk(Exception):  # noqa: N818 (a reason, not an error)
    """There is no talk; with CLOSED, `opens_at` is when the center opens next (None: not known)."""

    def __init__(self, reason: Why, opens_at: datetime | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.opens_at = opens_at


async def may_ask(session: AsyncSession, center: Center, now: datetime) -> None:
    """Raise NoTalk where nobody can come now: CLOSED or NOBODY."""
    if await on_duty(session, center, now, Role.COUNSELOR):
        return
    if is_open(center, now):
        raise NoTalk(Why.NOBODY)
    raise NoTalk(Why.CLOSED, next_opening(center, now))


async def ask(session: AsyncSession, center: Center, person_id: int, now: datetime) -> Talk:
    """Call a counselor to this person, or return the talk that there is; NoTalk where nobody can come."""
    if there := await live_talk(session, person_id):
        return there
    await may_ask(session, center, now)
    talk = await begun(session, person_id, now)
    await ring(session, center, talk, now)
    return talk


async def leave_word(session: AsyncSession, person_id: int, words: str, now: datetime) -> Talk:
    """Keep a word for the counselor who comes first; it rings now, or when the center opens."""
    talk = await live_talk(session, person_id) or await begun(session, person_id, now)
    talk.words = f"{talk.words}\n{words}" if talk.words else words
    talk.rings_at = talk.rings_at or now
    session.add(talk)
    await session.flush()
    return talk


async def begun(session: AsyncSession, person_id: int, now: datetime, why: TalkWhy = TalkWhy.ASKED) -> Talk:
    """A new talk that waits for a counselor."""
    talk = Talk(person_id=person_id, why=why, asked_at=now)
    session.add(talk)
    await session.flush()
    return talk
