"""What a company's people at the booth are told, so that they wait for nobody who does not come."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import FairTurn, Role, Staff
from bot.rules.queues import LATE
from bot.services.notices import Draft, Notice, write


class NotComing(StrEnum):
    """Why a number that was called does not come now."""

    DEFERRED = "deferred"
    GAVE_UP = "gave_up"
    LATE = "late"


async def tell(
    session: AsyncSession, turn: FairTurn, why: NotComing, following: FairTurn | None, now: datetime
) -> None:
    """Owe them a word: who does not come now and why, and who was called instead; by number, not by name."""
    query = select(Staff.chat_id).where(
        Staff.role == Role.COMPANY, Staff.fair_company_id == turn.company_id, col(Staff.chat_id).is_not(None)
    )
    facts = {"number": turn.number, "why": why, "next": following.number if following else None}
    chats = (await session.exec(query.order_by(col(Staff.id)))).all()
    drafts = [
        Draft(chat_id=chat_id, notice=Notice.BOOTH_NOT_COMING, facts=facts, due_at=now, expires_at=now + LATE)
        for chat_id in chats
        if chat_id is not None
    ]
    await write(session, drafts, now)
