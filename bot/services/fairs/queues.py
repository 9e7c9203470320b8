"""Numbers at a company's booths: taken, at the booth, over; how long it takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    LIVE_TURNS,
    FairCompany,
    FairGuest,
    FairInterview,
    FairInterviewer,
    FairTurn,
    GuestState,
    InterviewState,
    Teller,
    TurnState,
)
from bot.rules import queues
from bot.services import locks
from bot.services.fairs import planning, results
from bot.services.fairs.reasons import NotPossible, Refusal

AT_BOOTH = (TurnState.CALLED, TurnState.INSIDE)


@dataclass(frozen=True, slots=True)
class Place:
    """How it stands with a number: how many are before, and about how many minutes."""

    turn: FairTurn
    ahead: int
    minutes: int


async def take_number(session: AsyncSession, guest: FairGuest, company_id: int, now: datetime) -> FairTurn:
    """A number in the queue of a company; the one they have already, if so. Raises NotPossible."""
    company = await held_company(session, company_id, guest.fair_id)
    if guest.state is not GuestState.ARRIVED:
        raise NotPossible(Refusal.NOT_ARRIVED)
    turns = await of_company(session, company_id)
    own = [turn for turn in turns if turn.guest_id == guest.id and turn.state in LIVE_TURNS]
    if own:
        return own[0]
    number = await next_number(session, company.id or 0)
    turn = FairTurn(
        company_id=company_id, guest_id=guest.id or 0, number=number, sort=number * queues.STEP, taken_at=now
    )
    session.add(turn)
    await session.flush()
    return turn


async def place(session: AsyncSession, turn: FairTurn, now: datetime) -> Place:
    """How many are before this number, those with a time of their own too, and about how long it takes."""
    company = await session.get_one(FairCompany, turn.company_id)
    turns = await of_company(session, turn.company_id)
    before = [each for each in queues.in_order(turns) if each.sort < turn.sort]
    sitting = select(func.count()).where(
        FairInterviewer.company_id == turn.company_id, col(FairInterviewer.active).is_(True)
    )
    interviewers = (await session.exec(sitting)).one()
    each = queues.minutes_each(turns, company.minutes)
    at_booths = [other for other in turns if other.state in AT_BOOTH]
    counted = {other.guest_id for other in (*before, *at_booths, turn)}
    times = await _promised(session, turn.company_id, counted, now)
    return Place(turn, *queues.standing(len(before), bool(at_booths), times, interviewers, each, now))


async def _promised(
    session: AsyncSession, company_id: int, counted: set[int], now: datetime
) -> list[datetime]:
    """When others have their interview here; who is late and has not come yet is not waited for."""
    query = (
        select(FairInterview.starts_at)
        .join(FairGuest, col(FairGuest.id) == FairInterview.guest_id)
        .where(
            FairInterview.company_id == company_id,
            FairInterview.state == InterviewState.PLANNED,
            col(FairInterview.guest_id).not_in(counted),
            or_(col(FairGuest.state) == GuestState.ARRIVED, col(FairInterview.starts_at) > now),
        )
    )
    return list((await session.exec(query)).all())


async def turns_of(session: AsyncSession, guest_id: int) -> list[FairTurn]:
    """The numbers that a guest holds."""
    query = select(FairTurn).where(FairTurn.guest_id == guest_id, col(FairTurn.state).in_(LIVE_TURNS))
    return list((await session.exec(query.order_by(col(FairTurn.id)))).all())


async def of_company(session: AsyncSession, company_id: int) -> Sequence[FairTurn]:
    """Every number of a company, also those that are over."""
    query = select(FairTurn).where(FairTurn.company_id == company_id).order_by(col(FairTurn.sort))
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def start(session: AsyncSession, turn_id: int, now: datetime) -> FairTurn:
    """They have come to the booth."""
    turn = await held_turn(session, turn_id)
    if turn.state in {TurnState.CALLED, TurnState.WAITING}:
        turn.state, turn.started_at, turn.called_at = TurnState.INSIDE, now, turn.called_at or now
        await session.flush()
    return turn


async def finish(session: AsyncSession, turn_id: int, now: datetime) -> FairTurn:
    """The interview is over: that is written down as the first step of what may come of it."""
    turn = await held_turn(session, turn_id)
    if turn.state is TurnState.INSIDE:
        turn.state, turn.ended_at = TurnState.DONE, now
        own = FairInterview.guest_id == turn.guest_id, FairInterview.company_id == turn.company_id
        for interview in await planning.planned(session, *own):  # a time of theirs is used up by it
            interview.state, interview.ended_at = InterviewState.DONE, now
        await session.flush()
        await results.mark(
            session, turn.guest_id, turn.company_id, results.Step.INTERVIEWED, Teller.COMPANY, now
        )
    return turn


async def leave_queue(session: AsyncSession, turn_id: int, now: datetime) -> None:
    """They do not want this number any more, or did not come."""
    turn = await held_turn(session, turn_id)
    if turn.state in {TurnState.WAITING, TurnState.CALLED}:
        turn.state, turn.ended_at = TurnState.GONE, now
        await session.flush()


async def end_turns(session: AsyncSession, now: datetime, *conditions: ColumnElement[bool]) -> list[FairTurn]:
    """These numbers are called no more; whose they were."""
    ended = list((await session.exec(select(FairTurn).where(*conditions))).all())
    for turn in ended:
        turn.state, turn.ended_at = TurnState.GONE, now
    await session.flush()
    return ended


async def held_company(session: AsyncSession, company_id: int, fair_id: int | None = None) -> FairCompany:
    """The company, its fair held for this transaction alone."""
    company = await session.get(FairCompany, company_id)
    if company is None or company.canceled_at or (fair_id is not None and company.fair_id != fair_id):
        raise NotPossible(Refusal.NOT_THERE)
    await locks.hold_fair(session, company.fair_id)
    return company


async def held_turn(session: AsyncSession, turn_id: int) -> FairTurn:
    """The number in a queue as it is now, its fair held for this transaction alone."""
    turn = await session.get(FairTurn, turn_id)
    if turn is None:
        raise NotPossible(Refusal.NOT_THERE)
    await held_company(session, turn.company_id)
    await session.refresh(turn)
    return turn


async def next_number(session: AsyncSession, company_id: int) -> int:
    """The number that whoever comes next gets at this company; none is given twice."""
    query = select(func.max(FairTurn.number)).where(FairTurn.company_id == company_id)
    return ((await session.exec(query)).one() or 0) + 1
