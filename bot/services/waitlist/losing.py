"""An offered time that cannot be had after all."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Offer, OfferState, Waiting
from bot.rules.quiet import earliest
from bot.services.notices import Notice
from bot.services.waitlist.closing import close_offer
from bot.services.waitlist.telling import tell


async def lose(session: AsyncSession, hold_ids: Collection[int | None], now: datetime) -> None:
    """These holds go with the offers that are open on them; their counselors are held already."""
    query = (
        select(Offer, Waiting)
        .join(Waiting)
        .where(col(Offer.appointment_id).in_(hold_ids), Offer.state == OfferState.OPEN)
        .execution_options(populate_existing=True)
    )
    for offer, waiting in (await session.exec(query)).all():
        await take_back(session, offer, waiting, now)


async def take_back(session: AsyncSession, offer: Offer, waiting: Waiting, now: datetime) -> None:
    """The offer is withdrawn; whoever has heard of it hears that, too."""
    await close_offer(session, offer, OfferState.WITHDRAWN, now)
    if earliest(offer.offered_at, agreed_to_nights=False) <= now:
        await tell(session, waiting, Notice.WAITING_LOST, {"offer": offer.id}, now)
