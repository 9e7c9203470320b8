"""Whether what a notice says is still so: a talk that waits, an offer that is open."""

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Offer, OfferState, Talk, TalkState


async def talk_waits(session: AsyncSession, talk_id: int) -> bool:
    """Whether nobody has taken the talk yet."""
    query = select(Talk.state).where(Talk.id == talk_id)
    return (await session.exec(query)).first() is TalkState.WAITING


async def offer_is_open(session: AsyncSession, offer_id: int) -> bool:
    """Whether the time is still theirs to say yes to."""
    query = select(Offer.state).where(Offer.id == offer_id)
    return (await session.exec(query)).first() is OfferState.OPEN
