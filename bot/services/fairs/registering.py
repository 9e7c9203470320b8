"""Registering for a hiring day, changing one's wishes, withdrawing."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    LIVE_TURNS,
    Fair,
    FairCompany,
    FairGuest,
    FairInterview,
    FairSeat,
    FairState,
    FairTalk,
    FairTurn,
    FairWish,
    GuestState,
    Person,
)
from bot.services import locks
from bot.services.fairs import finding, places, planning
from bot.services.fairs.queues import end_turns
from bot.services.fairs.reasons import NotPossible, Refusal
from bot.services.rows import broken_constraint

MOST_WISHES = 6
TRIES = 20  # codes are drawn; one in use is drawn again
OPEN = (FairState.OPEN, FairState.FULL)


async def register(
    session: AsyncSession,
    person: Person,
    fair_id: int,
    now: datetime,
    wishes: Sequence[int] = (),
    shared: Iterable[str] = (),
) -> FairGuest:
    """A place, or one on the waiting list where all are taken; raises NotPossible.

    Registering again gives the same registration.
    """
    assert person.id is not None
    fair = await held(session, fair_id, person.id)
    if fair.state not in OPEN or now >= fair.ends_at:
        raise NotPossible(Refusal.NOT_OPEN)
    if same := await finding.guest_of(session, fair_id, person.id):
        return same
    guest = await _written(session, fair, person.id, sorted(shared), now)
    await _write_wishes(session, fair, guest, wishes)
    await places.mark_full(session, fair)
    await planning.give_times(session, fair, now, told_here=guest.id)
    return guest


async def held(session: AsyncSession, fair_id: int, person_id: int | None = None) -> Fair:
    """The fair, for this transaction alone: places and times are given one after the other."""
    await locks.hold_person(session, person_id)
    await locks.hold_fair(session, fair_id)
    fair = await finding.fair(session, fair_id)
    if fair is None:
        raise NotPossible(Refusal.NOT_THERE)
    return fair


async def change_wishes(
    session: AsyncSession, guest: FairGuest, wishes: Sequence[int], now: datetime
) -> FairGuest:
    """Other companies, or another order; times with companies that stay are kept."""
    fair = await held(session, guest.fair_id, guest.person_id)
    await session.exec(delete(FairWish).where(col(FairWish.guest_id) == guest.id))
    await _write_wishes(session, fair, guest, wishes)
    dropped = await planning.planned(
        session,
        FairInterview.guest_id == guest.id,
        col(FairInterview.company_id).not_in(list(wishes)),
    )
    await planning.call_off(session, dropped, now)
    await planning.give_times(session, fair, now, told_here=guest.id)
    return guest


async def withdraw(session: AsyncSession, guest: FairGuest, now: datetime) -> None:
    """The place, the times and the seats are free; who waits for them is told. Nobody else is moved."""
    fair = await held(session, guest.fair_id, guest.person_id)
    await session.refresh(guest)
    if guest.state not in {GuestState.WAITING, GuestState.OFFERED, GuestState.REGISTERED}:
        raise NotPossible(Refusal.NOT_THERE)
    await leave(session, guest, GuestState.WITHDRAWN, now)
    await places.offer(session, fair, now)
    await planning.give_times(session, fair, now)


async def leave(session: AsyncSession, guest: FairGuest, state: GuestState, now: datetime) -> None:
    """This guest does not come, or does not come any more."""
    guest.state, guest.place, guest.offered_until, guest.ended_at = state, None, None, now
    await planning.call_off(session, await planning.planned(session, FairInterview.guest_id == guest.id), now)
    await session.exec(delete(FairSeat).where(col(FairSeat.guest_id) == guest.id))
    await end_turns(session, now, col(FairTurn.guest_id) == guest.id, col(FairTurn.state).in_(LIVE_TURNS))


async def take_seat(session: AsyncSession, guest: FairGuest, talk_id: int, now: datetime) -> FairTalk:
    """A seat at a talk; raises NotPossible where all are taken or they have something else then."""
    await held(session, guest.fair_id, guest.person_id)
    talk = await session.get(FairTalk, talk_id)
    if talk is None or talk.fair_id != guest.fair_id or guest.place is None or talk.starts_at <= now:
        raise NotPossible(Refusal.NOT_THERE)
    own = select(FairSeat).where(FairSeat.talk_id == talk_id, FairSeat.guest_id == guest.id)
    if (await session.exec(own)).first():
        return talk
    taken = set((await session.exec(select(FairSeat.number).where(FairSeat.talk_id == talk_id))).all())
    number = next((n for n in range(1, talk.seats + 1) if n not in taken), None)
    if number is None or await _is_elsewhere(session, guest, talk):
        raise NotPossible(Refusal.NO_SEAT)
    session.add(FairSeat(talk_id=talk_id, seats=talk.seats, guest_id=guest.id or 0, number=number))
    await session.flush()
    return talk


async def leave_seat(session: AsyncSession, guest: FairGuest, talk_id: int, now: datetime) -> FairTalk:
    """The seat is somebody else's to take; raises NotPossible where there is none, or the talk has begun."""
    await held(session, guest.fair_id, guest.person_id)
    query = select(FairSeat).where(FairSeat.talk_id == talk_id, FairSeat.guest_id == guest.id)
    seat = (await session.exec(query)).first()
    talk = await session.get(FairTalk, talk_id)
    if seat is None or talk is None or talk.starts_at <= now:
        raise NotPossible(Refusal.NOT_THERE)
    await session.delete(seat)
    await session.flush()
    return talk


async def _is_elsewhere(session: AsyncSession, guest: FairGuest, talk: FairTalk) -> bool:
    """Whether an interview or another seat of theirs is at the time of this talk."""
    interviews = [interview for interview, _ in await finding.times(session, guest.id or 0)]
    seats = await finding.seats(session, guest.id or 0)
    busy = [(each.starts_at, each.ends_at) for each in interviews]
    busy += [(each.starts_at, each.ends_at) for each in seats]
    return any(starts_at < talk.ends_at and talk.starts_at < ends_at for starts_at, ends_at in busy)


async def _written(
    session: AsyncSession, fair: Fair, person_id: int, shared: list[str], now: datetime
) -> FairGuest:
    """The registration, with a place if there is one and nobody waits for it."""
    for _ in range(TRIES):
        place = await places.free(session, fair)
        guest = FairGuest(
            fair_id=fair.id or 0,
            capacity=fair.capacity,
            person_id=person_id,
            state=GuestState.REGISTERED if place else GuestState.WAITING,
            place=place,
            code=f"{secrets.randbelow(1_000_000):06}",
            shared=shared,
            registered_at=now,
        )
        try:
            async with session.begin_nested():
                session.add(guest)
        except IntegrityError as error:
            if broken_constraint(error) == "uq_fair_guest_one_each":
                raise NotPossible(Refusal.ALREADY) from None
            continue
        return guest
    raise NotPossible(Refusal.NO_PLACE)


async def _write_wishes(session: AsyncSession, fair: Fair, guest: FairGuest, wishes: Sequence[int]) -> None:
    """The companies in order; those of another fair or that do not come are left out."""
    query = select(FairCompany.id).where(
        FairCompany.fair_id == fair.id, col(FairCompany.canceled_at).is_(None)
    )
    there = set((await session.exec(query)).all())
    chosen = [company for company in dict.fromkeys(wishes) if company in there][:MOST_WISHES]
    session.add_all(
        FairWish(guest_id=guest.id or 0, company_id=company, rank=rank)
        for rank, company in enumerate(chosen, start=1)
    )
    await session.flush()
