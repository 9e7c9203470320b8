"""An entry that was a mistake, or is no longer so."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Absence, SpecialDay, Staff


async def take_back(session: AsyncSession, entry: Absence | SpecialDay, staff: Staff, now: datetime) -> None:
    """It holds no longer; it is kept, with who took it back and when."""
    entry.undone_at, entry.undone_by_id = now, staff.id
    session.add(entry)
    await session.flush()
