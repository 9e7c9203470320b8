"""The talks of a fair as its file has them, and the seats in them: whoever has one hears what changes."""

from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import FairPlan, TalkPlan
from bot.models import Fair, FairInterview, FairSeat, FairTalk, TalkKind
from bot.services.fairs import planning
from bot.services.fairs.days import span
from bot.services.fairs.reasons import NotStored
from bot.services.fairs.rows import Effects, by_key, put

WHERE_AND_WHEN = ("starts_at", "ends_at", "place")


async def store(session: AsyncSession, fair: Fair, plan: FairPlan, effects: Effects) -> None:
    """Bring the talks into the shape of the file; what it means for whom is added to the effects."""
    there = await by_key(session, FairTalk, FairTalk.fair_id == fair.id)
    for number, each in enumerate(plan.talks):
        before = there.pop(each.key, None)
        if before and each.seats < before.seats:
            await _check_seats(session, before, each.seats, ("talks", number, "seats"))
        was = before and [getattr(before, name) for name in WHERE_AND_WHEN]
        row = await put(session, FairTalk, before, _values(plan, each), fair_id=fair.id, key=each.key)
        if was and was != [getattr(row, name) for name in WHERE_AND_WHEN]:
            for seat in await _taken(session, row):
                effects.talks[seat.guest_id].add(row.id)
    for row in there.values():
        for seat in await _taken(session, row):
            effects.lost[seat.guest_id].add(row.title)
        await session.delete(row)
    await session.flush()


async def give_back_clashing(session: AsyncSession, fair: Fair, effects: Effects) -> None:
    """Nobody can be in two places: seats beside an interview or another seat at the same time are free again.

    An interview stays, for its time was told as one that stays; of two seats the one whose talk was moved
    goes, or the one taken later.
    """
    held = await _held(session, fair)
    busy = await _interviews(session, fair)
    held.sort(key=lambda each: (each[1].id in effects.talks.get(each[0].guest_id, ()), each[0].id))
    for seat, talk in held:
        kept = busy.setdefault(seat.guest_id, [])
        if any(starts_at < talk.ends_at and talk.starts_at < ends_at for starts_at, ends_at in kept):
            effects.clashes[seat.guest_id].add(talk.title)
            effects.talks[seat.guest_id].discard(talk.id or 0)
            await session.delete(seat)
        else:
            kept.append((talk.starts_at, talk.ends_at))
    await session.flush()


async def _held(session: AsyncSession, fair: Fair) -> list[tuple[FairSeat, FairTalk]]:
    query = select(FairSeat, FairTalk).join(FairTalk, col(FairTalk.id) == FairSeat.talk_id)
    return list((await session.exec(query.where(FairTalk.fair_id == fair.id))).all())


async def _interviews(session: AsyncSession, fair: Fair) -> dict[int, list[tuple[datetime, datetime]]]:
    """When the guests of this fair are in an interview."""
    busy: dict[int, list[tuple[datetime, datetime]]] = {}
    for each in await planning.planned(session, FairInterview.fair_id == fair.id):
        busy.setdefault(each.guest_id, []).append((each.starts_at, each.ends_at))
    return busy


async def _taken(session: AsyncSession, talk: FairTalk) -> list[FairSeat]:
    query = select(FairSeat).where(FairSeat.talk_id == talk.id).order_by(col(FairSeat.number))
    return list((await session.exec(query)).all())


def _values(plan: FairPlan, talk: TalkPlan) -> dict[str, Any]:
    starts_at, ends_at = span(talk.on or plan.held_on, talk.hours)
    return talk.model_dump(include={"title", "place", "seats"}) | {
        "kind": TalkKind(talk.kind),
        "starts_at": starts_at,
        "ends_at": ends_at,
    }


async def _check_seats(
    session: AsyncSession, talk: FairTalk, seats: int, path: tuple[str | int, ...]
) -> None:
    """Fewer seats: as places, only as far as nobody loses theirs."""
    taken = await _taken(session, talk)
    if len(taken) > seats:
        raise NotStored(path, f"{len(taken)} people have a seat already")
    free = sorted(set(range(1, seats + 1)) - {seat.number for seat in taken})
    for seat in taken:
        if seat.number > seats:
            seat.number = free.pop(0)
            await session.flush()
