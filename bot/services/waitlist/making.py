"""Making an offer: the time is held and the person told, or a constraint knows better and nobody hears."""

from collections.abc import Awaitable
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, Offer, OfferState, Waiting
from bot.rules.booking import NotBookable
from bot.services.notices import Notice
from bot.services.waitlist.telling import tell


async def make(
    session: AsyncSession, offer: Offer, waiting: Waiting, hold: Awaitable[Appointment], now: datetime
) -> None:
    """Offer what `hold` keeps for them; where it cannot be kept, the offer is withdrawn unsaid."""
    try:
        async with session.begin_nested():
            offer.appointment_id = (await hold).id
            session.add(offer)
    except (NotBookable, IntegrityError):
        offer.appointment_id = None
        offer.state, offer.ended_at = OfferState.WITHDRAWN, now
        session.add(offer)
        await session.flush()
        return
    facts = {"offer": offer.id}
    await tell(session, waiting, Notice.WAITING_OFFER, facts, now, expires_at=offer.leased_until)
