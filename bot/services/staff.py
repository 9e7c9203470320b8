"""The center's people in the chat: invited by a one-time code, then known by their chat."""

import hashlib
import secrets
import string
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Counselor, Role, Staff
from bot.services.bookings.waiting import alert_what_nobody_heard

ALPHABET = string.ascii_letters + string.digits
CODE_LENGTH = 24
VALID_FOR = timedelta(hours=24)


class Why(StrEnum):
    """Why a code opens nothing."""

    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"


class NotInvited(Exception):  # noqa: N818 (a reason, not an error)
    """The code does not make anybody a member of the staff."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason)
        self.reason = reason


async def invite(
    session: AsyncSession, name: str, role: Role, now: datetime, fair_company_id: int | None = None
) -> str:
    """A code that makes one chat this member of the staff within a day; we keep only its hash."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    counselor = await counselor_called(session, name) if role is Role.COUNSELOR else None
    session.add(
        Staff(
            name=counselor.name if counselor else name,
            role=role,
            counselor_id=counselor.id if counselor else None,
            fair_company_id=fair_company_id,
            invite_hash=_hash(code),
            invite_expires_at=now + VALID_FOR,
        )
    )
    await session.flush()
    return code


async def join(session: AsyncSession, code: str, chat_id: int, now: datetime) -> Staff:
    """This chat is the invited one from now on, or raise NotInvited. It hears of requests nobody knows."""
    staff = await _invited(session, code)
    if staff is None:
        raise NotInvited(Why.UNKNOWN)
    if staff.chat_id == chat_id:
        return staff
    if staff.joined_at is not None:
        raise NotInvited(Why.USED)
    if staff.invite_expires_at is None or staff.invite_expires_at <= now:
        raise NotInvited(Why.EXPIRED)
    await _take_over(session, staff, chat_id)
    staff.chat_id, staff.joined_at = chat_id, now
    session.add(staff)
    await session.flush()
    if staff.role is Role.COUNSELOR:
        await alert_what_nobody_heard(session, chat_id, now)
    return staff


async def roles_of(session: AsyncSession, chat_id: int) -> list[Staff]:
    """What this chat may do here."""
    query = select(Staff).where(Staff.chat_id == chat_id).order_by(col(Staff.id))
    return list((await session.exec(query)).all())


async def listed(session: AsyncSession) -> list[Staff]:
    """Who has joined, and who is invited and has not come yet, by name."""
    query = (
        select(Staff)
        .where(or_(col(Staff.chat_id).is_not(None), col(Staff.invite_hash).is_not(None)))
        .order_by(col(Staff.name), col(Staff.id))
    )
    return list((await session.exec(query)).all())


async def leave(session: AsyncSession, staff: Staff) -> None:
    """The chat is no longer this member of the staff; a new invitation can bring it back."""
    staff.chat_id = staff.joined_at = None
    staff.invite_hash = staff.invite_expires_at = None
    session.add(staff)
    await session.flush()


async def counselor_called(session: AsyncSession, name: str) -> Counselor | None:
    """The active counselor of this name or key."""
    query = select(Counselor).where(
        col(Counselor.active).is_(True), or_(col(Counselor.name) == name, col(Counselor.key) == name)
    )
    return (await session.exec(query)).first()


async def _invited(session: AsyncSession, code: str) -> Staff | None:
    """Whom this code was made for; nobody else can use it at the same moment."""
    query = select(Staff).where(Staff.invite_hash == _hash(code)).with_for_update()
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def _take_over(session: AsyncSession, staff: Staff, chat_id: int) -> None:
    """A chat that was invited again for the same work is listed once."""
    for earlier in await roles_of(session, chat_id):
        if (earlier.role, earlier.counselor_id) == (staff.role, staff.counselor_id):
            await leave(session, earlier)


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
