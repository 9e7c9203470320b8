"""The waiting list to look at: one's own places, a service's line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Offer, OfferState, Person, Waiting, WaitingHalf, WaitingState
from bot.rules.waiting import HalfDay, in_order, still_ahead


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the list: what is wished for and still ahead, and how many come before."""

    waiting: Waiting
    halves: Sequence[HalfDay]
    before: int
    offer: Offer | None


async def my_places(session: AsyncSession, person: Person, now: datetime) -> list[Place]:
    """Where this person waits."""
    query = select(Waiting).where(Waiting.person_id == person.id, Waiting.state == WaitingState.WAITING)
    own = (await session.exec(query.order_by(col(Waiting.id)))).all()
    lines = {each.service: await line_of(session, each.service, now) for each in own}
    return [place for each in own for place in lines[each.service] if place.waiting.id == each.id]


async def line_of(session: AsyncSession, service: str | None, now: datetime) -> list[Place]:
    """All who wait for a service, first in line first; without one all who wait, service by service."""
    query = select(Waiting).where(Waiting.state == WaitingState.WAITING)
    if service:
        query = query.where(Waiting.service == service)
    found = (await session.exec(query.execution_options(populate_existing=True))).all()
    halves = await _halves(session, [each.id or 0 for each in found], now)
    offers = await _offers(session, [each.id or 0 for each in found])
    places = []
    for key in sorted({each.service for each in found}):
        line = in_order(each for each in found if each.service == key)
        places += [
            Place(each, halves.get(each.id or 0, []), before, offers.get(each.id or 0))
            for before, each in enumerate(line)
        ]
    return places


async def _halves(session: AsyncSession, ids: Sequence[int], now: datetime) -> dict[int, list[HalfDay]]:
    query = select(WaitingHalf).where(col(WaitingHalf.waiting_id).in_(ids))
    wished: dict[int, list[HalfDay]] = {}
    for each in (await session.exec(query.order_by(col(WaitingHalf.day), col(WaitingHalf.half)))).all():
        if still_ahead((each.day, each.half), now):
            wished.setdefault(each.waiting_id, []).append((each.day, each.half))
    return wished


async def _offers(session: AsyncSession, ids: Sequence[int]) -> dict[int, Offer]:
    query = select(Offer).where(col(Offer.waiting_id).in_(ids), Offer.state == OfferState.OPEN)
    return {offer.waiting_id: offer for offer in (await session.exec(query)).all()}
