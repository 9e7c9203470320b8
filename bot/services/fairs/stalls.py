"""The companies, interviewers, positions and talks of a fair, as its file has them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import CompanyPlan, FairPlan, PositionPlan
from bot.models import (
    Fair,
    FairCompany,
    FairInterview,
    FairInterviewer,
    FairPosition,
    FairSeat,
    FairTalk,
    FairTurn,
    FairWish,
    TalkKind,
    TurnState,
)
from bot.services.fairs import planning, storing
from bot.services.fairs.queues import end_turns
from bot.services.fairs.reasons import NotStored

BEFORE_BOOTH = (TurnState.WAITING, TurnState.CALLED)
Lost = dict[int, set[str]]  # by guest: what they had and do not have any more


async def store(session: AsyncSession, fair: Fair, plan: FairPlan, now: datetime) -> Lost:
    """Bring all of it into the shape of the file; what guests lose by it."""
    lost: Lost = {}
    there = await _by_key(session, FairCompany, FairCompany.fair_id == fair.id)
    for company in plan.companies:
        before = there.pop(company.key, None)
        gone = ((before and before.canceled_at) or now) if company.canceled else None
        values = {"name": company.name, "minutes": company.minutes, "canceled_at": gone}
        row = await _put(session, FairCompany, before, values, fair_id=fair.id, key=company.key)
        await _interviewers(session, fair, plan, row, company, lost, now)
        await _positions(session, row, company.positions, now)
        if company.canceled:
            await _gone(session, row, lost, now)
    for row in there.values():
        row.canceled_at = row.canceled_at or now
        await _gone(session, row, lost, now)
    await _talks(session, fair, plan, lost)
    return lost


async def _gone(session: AsyncSession, company: FairCompany, lost: Lost, now: datetime) -> None:
    """A company does not come, or leaves: who wished for it, has a time there or waits is to be told."""
    wished = select(FairWish.guest_id).where(FairWish.company_id == company.id)
    for guest_id in (await session.exec(wished)).all():
        lost.setdefault(guest_id, set()).add(company.name)
    times = await planning.planned(session, FairInterview.company_id == company.id)
    await planning.call_off(session, times, now)
    await session.exec(delete(FairWish).where(col(FairWish.company_id) == company.id))
    waiting = col(FairTurn.company_id) == company.id, col(FairTurn.state).in_(BEFORE_BOOTH)
    for turn in await end_turns(session, now, *waiting):
        lost.setdefault(turn.guest_id, set()).add(company.name)


async def _interviewers(
    session: AsyncSession,
    fair: Fair,
    plan: FairPlan,
    company: FairCompany,
    planned: CompanyPlan,
    lost: Lost,
    now: datetime,
) -> None:
    query = select(FairInterviewer).where(FairInterviewer.company_id == company.id)
    there = {row.name: row for row in (await session.exec(query)).all()}
    for each in planned.interviewers:
        hours = each.hours or plan.hours
        since, until = storing.at(plan.held_on, hours.starts), storing.at(plan.held_on, hours.ends)
        values = {"booth": each.booth, "active": True, "starts_at": since, "ends_at": until}
        known = {"company_id": company.id, "fair_id": fair.id, "name": each.name}
        row = await _put(session, FairInterviewer, there.pop(each.name, None), values, **known)
        await _lose(session, company, lost, now, FairInterview.interviewer_id == row.id, _outside(row))
    for row in there.values():
        row.active = False
        await _lose(session, company, lost, now, FairInterview.interviewer_id == row.id)


def _outside(row: FairInterviewer) -> ColumnElement[bool]:
    """Condition on an interview: it is not within the interviewer's hours any more."""
    return (col(FairInterview.starts_at) < row.starts_at) | (col(FairInterview.ends_at) > row.ends_at)


async def _lose(
    session: AsyncSession, company: FairCompany, lost: Lost, now: datetime, *conditions: Any
) -> None:
    times = await planning.planned(session, *conditions)
    await planning.call_off(session, times, now)
    for interview in times:
        lost.setdefault(interview.guest_id, set()).add(company.name)


async def _positions(
    session: AsyncSession, company: FairCompany, plans: Sequence[PositionPlan], now: datetime
) -> None:
    there = await _by_key(session, FairPosition, FairPosition.company_id == company.id)
    for plan in plans:
        values = plan.model_dump(exclude={"key", "conditions"})
        values["conditions"] = [each.model_dump(mode="json", exclude_none=True) for each in plan.conditions]
        values["withdrawn_at"] = None
        known = {"company_id": company.id, "key": plan.key}
        await _put(session, FairPosition, there.pop(plan.key, None), values, **known)
    for row in there.values():
        row.withdrawn_at = row.withdrawn_at or now
    await session.flush()


async def _talks(session: AsyncSession, fair: Fair, plan: FairPlan, lost: Lost) -> None:
    there = await _by_key(session, FairTalk, FairTalk.fair_id == fair.id)
    for number, each in enumerate(plan.talks):
        before = there.pop(each.key, None)
        if before and each.seats < before.seats:
            await _check_seats(session, before, each.seats, ("talks", number, "seats"))
        values = each.model_dump(include={"title", "place", "seats"}) | {
            "kind": TalkKind(each.kind),
            "starts_at": storing.at(each.on or plan.held_on, each.hours.starts),
            "ends_at": storing.at(each.on or plan.held_on, each.hours.ends),
        }
        await _put(session, FairTalk, before, values, fair_id=fair.id, key=each.key)
    for row in there.values():
        sitting = select(FairSeat.guest_id).where(FairSeat.talk_id == row.id)
        for guest_id in (await session.exec(sitting)).all():
            lost.setdefault(guest_id, set()).add(row.title)
        await session.delete(row)
    await session.flush()


async def _check_seats(
    session: AsyncSession, talk: FairTalk, seats: int, path: tuple[str | int, ...]
) -> None:
    """Fewer seats: as places, only as far as nobody loses theirs."""
    query = select(FairSeat).where(FairSeat.talk_id == talk.id).order_by(col(FairSeat.number))
    taken = list((await session.exec(query)).all())
    if len(taken) > seats:
        raise NotStored(path, f"{len(taken)} people have a seat already")
    free = sorted(set(range(1, seats + 1)) - {seat.number for seat in taken})
    for seat in taken:
        if seat.number > seats:
            seat.number = free.pop(0)
            await session.flush()


async def _by_key(session: AsyncSession, table: Any, condition: Any) -> dict[str, Any]:
    return {row.key: row for row in (await session.exec(select(table).where(condition))).all()}


async def _put(session: AsyncSession, table: Any, row: Any, values: dict[str, Any], **known: Any) -> Any:
    """The row with these values: the one that was there, or a new one."""
    if row is None:
        row = table(**known, **values)
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    await session.flush()
    return row
