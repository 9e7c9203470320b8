"""Places at a fair: numbered, so that no more are given than there are; the waiting list and its offers."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Fair, FairGuest, FairState, GuestState
from bot.rules.fair_offers import offer_until
from bot.services.fairs import finding, planning, telling
from bot.services.fairs.reasons import NotPossible, Refusal
from bot.services.notices import Notice


async def free(session: AsyncSession, fair: Fair, *, past_the_list: bool = False) -> int | None:
    """The first free place; None where all are taken or others wait for it."""
    if not past_the_list and await waiting(session, fair):
        return None
    query = select(FairGuest.place).where(FairGuest.fair_id == fair.id, col(FairGuest.place).is_not(None))
    taken = set((await session.exec(query)).all())
    return next((number for number in range(1, fair.capacity + 1) if number not in taken), None)


async def waiting(session: AsyncSession, fair: Fair) -> list[FairGuest]:
    """The waiting list, the longest waiting first."""
    return await telling.guests(session, fair.id or 0, [GuestState.WAITING])


async def position(session: AsyncSession, guest: FairGuest) -> int:
    """How many are before this guest on the list, and themselves: 1 is next."""
    fair = await session.get_one(Fair, guest.fair_id)
    ids = [each.id for each in await waiting(session, fair)]
    return ids.index(guest.id) + 1 if guest.id in ids else 0


async def offer(session: AsyncSession, fair: Fair, now: datetime) -> None:
    """Free places are offered to who waits, as long as there is time to come."""
    until = offer_until(now, fair.starts_at, fair.ends_at)
    if until is None or fair.state not in finding.SHOWN:
        return
    for guest in await waiting(session, fair):
        place = await free(session, fair, past_the_list=True)
        if place is None:
            break
        guest.state, guest.place, guest.offered_until = GuestState.OFFERED, place, until
        await session.flush()
        await telling.tell(
            session,
            guest,
            Notice.FAIR_OFFER,
            now,
            {"until": telling.moment(until)},
            states=[GuestState.OFFERED],
            expires_at=until,
        )
    await mark_full(session, fair)


async def accept(session: AsyncSession, fair: Fair, guest: FairGuest, now: datetime) -> None:
    """The offered place is taken; raises NotPossible when the offer is over."""
    if guest.state is GuestState.REGISTERED:
        return
    if guest.state is not GuestState.OFFERED or guest.offered_until is None or guest.offered_until <= now:
        raise NotPossible(Refusal.OFFER_OVER)
    guest.state, guest.offered_until = GuestState.REGISTERED, None
    await session.flush()
    await planning.give_times(session, fair, now, told_here=guest.id)


async def expire_offers(session: AsyncSession, now: datetime) -> list[FairGuest]:
    """The offers that are over."""
    query = select(FairGuest).where(
        FairGuest.state == GuestState.OFFERED, col(FairGuest.offered_until) <= now
    )
    return list((await session.exec(query.order_by(col(FairGuest.id)))).all())


async def mark_full(session: AsyncSession, fair: Fair) -> None:
    """Full where no place is free or people wait; open again where one is."""
    if fair.state in finding.SHOWN:
        fair.state = FairState.OPEN if await free(session, fair) else FairState.FULL
        await session.flush()
