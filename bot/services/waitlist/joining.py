"""Joining the waiting list, leaving it, and what the staff have seen on paper."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import OfferState, Person, Staff, Waiting, WaitingHalf, WaitingState, Way
from bot.rules.waiting import HalfDay, still_ahead
from bot.services import locks
from bot.services.waitlist.closing import close_offer, open_offer_of
from bot.services.waitlist.reasons import NotOffered, Why


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody waits for: without a counselor or a way, any."""

    service: str
    halves: Collection[HalfDay]
    counselor_id: int | None = None
    way: Way | None = None


async def join(session: AsyncSession, person: Person, wish: Wish, now: datetime) -> Waiting:
    """A place on the list. Who has one for this service keeps it, and waits for these days from now on."""
    assert person.id is not None
    await locks.hold_person(session, person.id)
    ahead = {each for each in wish.halves if still_ahead(each, now)}
    if not ahead:
        raise NotOffered(Why.PAST)
    waiting = await _place(session, person.id, wish.service)
    if waiting is None:
        waiting = Waiting(person_id=person.id, service=wish.service, joined_at=now)
    waiting.counselor_id, waiting.way, waiting.rests_until = wish.counselor_id, wish.way, None
    session.add(waiting)
    await session.flush()
    await session.exec(delete(WaitingHalf).where(col(WaitingHalf.waiting_id) == waiting.id))
    for day, half in sorted(ahead):
        session.add(WaitingHalf(waiting_id=waiting.id or 0, day=day, half=half))
    await session.flush()
    return waiting


async def _place(session: AsyncSession, person_id: int, service: str) -> Waiting | None:
    query = select(Waiting).where(
        Waiting.person_id == person_id, Waiting.service == service, Waiting.state == WaitingState.WAITING
    )
    return (await session.exec(query)).first()


async def leave(session: AsyncSession, person: Person, waiting_id: int, now: datetime) -> Waiting:
    """The person waits no longer; a time that is kept for them is free. Raises NotOffered for another's."""
    await locks.hold_person(session, person.id)
    waiting = await session.get(Waiting, waiting_id, populate_existing=True)
    if waiting is None or waiting.person_id != person.id:
        raise NotOffered(Why.NOT_YOURS)
    if waiting.state is not WaitingState.WAITING:
        return waiting
    if offer := await open_offer_of(session, waiting_id):
        await locks.hold_counselors(session, [offer.counselor_id])
        await close_offer(session, offer, OfferState.WITHDRAWN, now)
    waiting.state, waiting.ended_at = WaitingState.LEFT, now
    session.add(waiting)
    await session.flush()
    return waiting


async def note_need(session: AsyncSession, staff: Staff, waiting_id: int, needed_by: date | None) -> Waiting:
    """The staff saw on paper by when the person must have met somebody; who saw it is kept."""
    waiting = await session.get(Waiting, waiting_id, populate_existing=True, with_for_update=locks.ROW)
    if waiting is None or waiting.state is not WaitingState.WAITING:
        raise NotOffered(Why.ENDED)
    waiting.needed_by = needed_by
    waiting.need_seen_by_id = staff.id if needed_by else None
    session.add(waiting)
    await session.flush()
    return waiting
