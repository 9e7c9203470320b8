"""The companies of a fair with their interviewers and positions, as its file has them."""

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
    FairTurn,
    FairWish,
    TurnState,
)
from bot.services.fairs import planning
from bot.services.fairs.days import span
from bot.services.fairs.queues import end_turns
from bot.services.fairs.rows import Effects, by_key, put

BEFORE_BOOTH = (TurnState.WAITING, TurnState.CALLED)


async def store(session: AsyncSession, fair: Fair, plan: FairPlan, effects: Effects, now: datetime) -> None:
    """Bring all of it into the shape of the file; what guests lose by it is added to the effects."""
    there = await by_key(session, FairCompany, FairCompany.fair_id == fair.id)
    for company in plan.companies:
        before = there.pop(company.key, None)
        gone = ((before and before.canceled_at) or now) if company.canceled else None
        values = {"name": company.name, "minutes": company.minutes, "canceled_at": gone}
        row = await put(session, FairCompany, before, values, fair_id=fair.id, key=company.key)
        await _interviewers(session, fair, plan, row, company, effects, now)
        await _positions(session, row, company.positions, now)
        if company.canceled:
            await _gone(session, row, effects, now)
    for row in there.values():
        row.canceled_at = row.canceled_at or now
        await _gone(session, row, effects, now)


async def _gone(session: AsyncSession, company: FairCompany, effects: Effects, now: datetime) -> None:
    """A company does not come, or leaves: who wished for it, has a time there or waits is to be told."""
    wished = select(FairWish.guest_id).where(FairWish.company_id == company.id)
    for guest_id in (await session.exec(wished)).all():
        effects.lost[guest_id].add(company.name)
    times = await planning.planned(session, FairInterview.company_id == company.id)
    await planning.call_off(session, times, now)
    await session.exec(delete(FairWish).where(col(FairWish.company_id) == company.id))
    waiting = col(FairTurn.company_id) == company.id, col(FairTurn.state).in_(BEFORE_BOOTH)
    for turn in await end_turns(session, now, *waiting):
        effects.lost[turn.guest_id].add(company.name)


async def _interviewers(
    session: AsyncSession,
    fair: Fair,
    plan: FairPlan,
    company: FairCompany,
    planned: CompanyPlan,
    effects: Effects,
    now: datetime,
) -> None:
    query = select(FairInterviewer).where(FairInterviewer.company_id == company.id)
    there = {row.name: row for row in (await session.exec(query)).all()}
    for each in planned.interviewers:
        since, until = span(plan.held_on, each.hours or plan.hours)
        values = {"booth": each.booth, "active": True, "starts_at": since, "ends_at": until}
        known = {"company_id": company.id, "fair_id": fair.id, "name": each.name}
        row = await put(session, FairInterviewer, there.pop(each.name, None), values, **known)
        await _lose(session, company, effects, now, FairInterview.interviewer_id == row.id, _outside(row))
    for row in there.values():
        row.active = False
        await _lose(session, company, effects, now, FairInterview.interviewer_id == row.id)


def _outside(row: FairInterviewer) -> ColumnElement[bool]:
    """Condition on an interview: it is not within the interviewer's hours any more."""
    return (col(FairInterview.starts_at) < row.starts_at) | (col(FairInterview.ends_at) > row.ends_at)


async def _lose(
    session: AsyncSession, company: FairCompany, effects: Effects, now: datetime, *conditions: Any
) -> None:
    times = await planning.planned(session, *conditions)
    await planning.call_off(session, times, now)
    for interview in times:
        effects.lost[interview.guest_id].add(company.name)


async def _positions(
    session: AsyncSession, company: FairCompany, plans: Sequence[PositionPlan], now: datetime
) -> None:
    there = await by_key(session, FairPosition, FairPosition.company_id == company.id)
    for plan in plans:
        values = plan.model_dump(exclude={"key", "conditions"})
        values["conditions"] = [each.model_dump(mode="json", exclude_none=True) for each in plan.conditions]
        values["withdrawn_at"] = None
        known = {"company_id": company.id, "key": plan.key}
        await put(session, FairPosition, there.pop(plan.key, None), values, **known)
    for row in there.values():
        row.withdrawn_at = row.withdrawn_at or now
    await session.flush()
