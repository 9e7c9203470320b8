"""What those who wait are told; by day only, as offers are answered by day."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Person, Waiting
from bot.rules.quiet import earliest
from bot.services.notices import Notice, notify


async def tell(
    session: AsyncSession,
    waiting: Waiting,
    notice: Notice,
    facts: Mapping[str, Any],
    now: datetime,
    **particulars: Any,
) -> None:
    """Owe them this notice, in the morning where it is night."""
    chat_id = (await session.exec(select(Person.chat_id).where(Person.id == waiting.person_id))).one()
    due_at = earliest(now, agreed_to_nights=False)
    await notify(session, chat_id, notice, facts, now, due_at=due_at, **particulars)
