"""How a sponsored announcement begins: with as many people as the seats that are left can bear."""

from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services.announcements.fairs import seats_left
from bot.services.announcements.planning import Plan
from bot.services.announcements.spreading import A_SEAT


@dataclass(frozen=True, slots=True)
class Wave:
    """The seats that are free, and how many people are told of them first."""

    seats: int
    people: int


async def first_wave(session: AsyncSession, plan: Plan) -> Wave | None:
    """The first wave as it would be now; None for what goes to all at once."""
    if not plan.in_waves or plan.fair is None:
        return None
    seats = await seats_left(session, plan.fair)
    return Wave(seats, seats * A_SEAT)
