"""The private addresses of counselors' calendars: made, shown once, taken back, and looked up."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import exists
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Counselor, Feed, Role, Staff
from bot.services import locks

SECRET_BYTES = 32
NOTED_EVERY = timedelta(hours=1)  # calendars come often; that they came is written down once an hour


async def make(session: AsyncSession, counselor_id: int, now: datetime) -> str:
    """A new secret for this counselor's calendar; the one before opens nothing any more.

    Only its hash is kept: who has lost it makes a new one.
    """
    await revoke(session, counselor_id, now)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    session.add(Feed(counselor_id=counselor_id, token_hash=_hash(secret), made_at=now))
    await session.flush()
    return secret


async def revoke(session: AsyncSession, counselor_id: int, now: datetime) -> bool:
    """The address of this counselor opens nothing any more; whether there was one."""
    await locks.hold_counselors(session, [counselor_id])
    old = update(Feed).where(col(Feed.counselor_id) == counselor_id, col(Feed.revoked_at).is_(None))
    return (await session.exec(old.values(revoked_at=now))).rowcount > 0


async def in_force(session: AsyncSession, counselor_id: int) -> Feed | None:
    """The address that this counselor has, without its secret."""
    query = select(Feed).where(Feed.counselor_id == counselor_id, col(Feed.revoked_at).is_(None))
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def opened_by(session: AsyncSession, secret: str) -> tuple[Feed, Counselor] | None:
    """Whose calendar this secret opens; None for a wrong or revoked one, and for who has left the center or
    its staff here.

    The search is by hash, of which nobody can choose the first letters; the last word is a comparison that
    takes the same time wherever the two differ.
    """
    wanted = _hash(secret)
    query = (
        select(Feed, Counselor)
        .join(Counselor, col(Counselor.id) == Feed.counselor_id)
        .where(
            Feed.token_hash == wanted,
            col(Feed.revoked_at).is_(None),
            col(Counselor.active).is_(True),
            _is_staff(),
        )
    )
    found = (await session.exec(query)).first()
    if found is None or not hmac.compare_digest(found[0].token_hash, wanted):
        return None
    return found[0], found[1]


def _is_staff() -> ColumnElement[bool]:
    return exists().where(
        col(Staff.counselor_id) == Counselor.id,
        col(Staff.role) == Role.COUNSELOR,
        col(Staff.chat_id).is_not(None),
    )


def is_to_be_noted(feed: Feed, now: datetime) -> bool:
    """Whether it should be written down that a calendar has come."""
    return feed.read_at is None or now - feed.read_at >= NOTED_EVERY


async def note(session: AsyncSession, feed: Feed, now: datetime) -> None:
    """A calendar has come; its owner can see when."""
    await session.exec(update(Feed).where(col(Feed.id) == feed.id).values(read_at=now))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
