"""What the companies may see of a guest: agreed to when registering, and taken back as easily."""

from collections.abc import Iterable

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import FairGuest


async def share(session: AsyncSession, guest: FairGuest, shared: Iterable[str]) -> FairGuest:
    """From now on the companies see this alone; what is not named is closed to them at once."""
    guest.shared = sorted(set(shared))
    session.add(guest)
    await session.flush()
    return guest
