"""Numbers at a company's booths: taken, called, deferred once, over. Works beside the interview times."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

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
from bot.services.fairs import planning, results, telling
from bot.services.fairs.reasons import NotPossible, Refusal
from bot.services.notices import Notice

TIMES_FIRST = timedelta(minutes=5)  # who has a time is called this long before it, before all numbers


@dataclass(frozen=True, slots=True)
class Place:
    """How it stands with a number: how many are before, and about how many minutes."""

    turn: FairTurn
    ahead: int
    minutes: int


async def take_number(session: AsyncSession, guest: FairGuest, company_id: int, now: datetime) -> FairTurn:
    """A number in the queue of a company; the one they have already, if so. Raises NotPossible."""
    company = await _company(session, company_id, guest.fair_id)
    if guest.state is not GuestState.ARRIVED:
        raise NotPossible(Refusal.NOT_ARRIVED)
    turns = await of_company(session, company_id)
    own = [turn for turn in turns if turn.guest_id == guest.id and turn.state in LIVE_TURNS]
    if own:
        return own[0]
    number = await _next_number(session, company.id or 0)
    turn = FairTurn(
        company_id=company_id, guest_id=guest.id or 0, number=number, sort=number * queues.STEP, taken_at=now
    )
    session.add(turn)
    await session.flush()
    return turn


async def place(session: AsyncSession, turn: FairTurn) -> Place:
    """How many are before this number, and about how long it takes."""
    company = await session.get_one(FairCompany, turn.company_id)
    turns = await of_company(session, turn.company_id)
    ahead = sum(each.sort < turn.sort for each in queues.in_order(turns))
    sitting = select(func.count()).where(
        FairInterviewer.company_id == turn.company_id, col(FairInterviewer.active).is_(True)
    )
    interviewers = (await session.exec(sitting)).one()
    each = queues.minutes_each(turns, company.minutes)
    busy = any(turn.state in {TurnState.CALLED, TurnState.INSIDE} for turn in turns)
    return Place(turn, ahead, queues.wait(ahead + busy, interviewers, each))


async def turns_of(session: AsyncSession, guest_id: int) -> list[FairTurn]:
    """The numbers that a guest holds."""
    query = select(FairTurn).where(FairTurn.guest_id == guest_id, col(FairTurn.state).in_(LIVE_TURNS))
    return list((await session.exec(query.order_by(col(FairTurn.id)))).all())


async def of_company(session: AsyncSession, company_id: int) -> Sequence[FairTurn]:
    """Every number of a company, also those that are over."""
    query = select(FairTurn).where(FairTurn.company_id == company_id).order_by(col(FairTurn.sort))
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def call_next(session: AsyncSession, company_id: int, now: datetime) -> FairTurn | None:
    """Call whose interview time has come, else the next number; None where nobody waits."""
    company = await _company(session, company_id)
    turn = await _whose_time_it_is(session, company, now)
    if turn is None:
        waiting = queues.in_order(await of_company(session, company_id))
        turn = waiting[0] if waiting else None
    if turn is not None:
        await _call(session, turn, now)
    return turn


async def start(session: AsyncSession, turn_id: int, now: datetime) -> FairTurn:
    """They have come to the booth."""
    turn = await _turn(session, turn_id)
    if turn.state in {TurnState.CALLED, TurnState.WAITING}:
        turn.state, turn.started_at, turn.called_at = TurnState.INSIDE, now, turn.called_at or now
        await session.flush()
    return turn


async def finish(session: AsyncSession, turn_id: int, now: datetime) -> FairTurn:
    """The interview is over: that is written down as the first step of what may come of it."""
    turn = await _turn(session, turn_id)
    if turn.state is TurnState.INSIDE:
        turn.state, turn.ended_at = TurnState.DONE, now
        if turn.interview_id:
            interview = await session.get_one(FairInterview, turn.interview_id)
            interview.state, interview.ended_at = InterviewState.DONE, now
        await session.flush()
        await results.mark(
            session, turn.guest_id, turn.company_id, results.Step.INTERVIEWED, Teller.COMPANY, now
        )
    return turn


async def defer(session: AsyncSession, turn_id: int, now: datetime) -> FairTurn:
    """Let one person go first, once; the next one is called at once. Raises NotPossible the second time."""
    turn = await _turn(session, turn_id)
    if turn.deferred or turn.state not in {TurnState.CALLED, TurnState.WAITING}:
        raise NotPossible(Refusal.ONCE_ONLY)
    was_called = turn.state is TurnState.CALLED
    turn.sort = queues.behind_next(await of_company(session, turn.company_id), turn)
    turn.state, turn.deferred, turn.called_at = TurnState.WAITING, True, None
    await session.flush()
    waiting = queues.in_order(await of_company(session, turn.company_id))
    if was_called and waiting and waiting[0].id != turn.id:
        await _call(session, waiting[0], now)
    return turn


async def leave_queue(session: AsyncSession, turn_id: int, now: datetime) -> None:
    """They do not want this number any more, or did not come."""
    turn = await _turn(session, turn_id)
    if turn.state in {TurnState.WAITING, TurnState.CALLED}:
        turn.state, turn.ended_at = TurnState.GONE, now
        await session.flush()


async def pass_over_the_late(session: AsyncSession, now: datetime) -> None:
    """Who did not come ten minutes after the call is passed over, kindly; the next one is called."""
    query = select(FairTurn).where(
        FairTurn.state == TurnState.CALLED, col(FairTurn.called_at) <= now - queues.LATE
    )
    for turn in (await session.exec(query.order_by(col(FairTurn.id)))).all():
        await leave_queue(session, turn.id or 0, now)
        if turn.interview_id:
            interview = await session.get_one(FairInterview, turn.interview_id)
            interview.state, interview.ended_at = InterviewState.MISSED, now
        guest = await session.get_one(FairGuest, turn.guest_id)
        await telling.tell(session, guest, Notice.FAIR_PASSED, now, {"company": turn.company_id})
        await call_next(session, turn.company_id, now)


async def _whose_time_it_is(session: AsyncSession, company: FairCompany, now: datetime) -> FairTurn | None:
    """The earliest interview that is due and whose guest is there."""
    due = await planning.planned(
        session,
        FairInterview.company_id == company.id,
        col(FairInterview.starts_at) <= now + TIMES_FIRST,
        col(FairInterview.guest_id).in_(select(FairGuest.id).where(FairGuest.state == GuestState.ARRIVED)),
    )
    had = {turn.interview_id for turn in await of_company(session, company.id or 0)}
    for interview in sorted(due, key=lambda each: each.starts_at):
        if interview.id not in had:
            return await _turn_for(session, interview, now)
    return None


async def _turn_for(session: AsyncSession, interview: FairInterview, now: datetime) -> FairTurn:
    """The number they hold already, or a new one."""
    held = [
        turn
        for turn in await turns_of(session, interview.guest_id)
        if turn.company_id == interview.company_id
    ]
    if held:
        turn = held[0]
    else:
        number = await _next_number(session, interview.company_id)
        turn = FairTurn(
            company_id=interview.company_id,
            guest_id=interview.guest_id,
            number=number,
            sort=number * queues.STEP,
            taken_at=now,
        )
    turn.interview_id = interview.id
    session.add(turn)
    await session.flush()
    return turn


async def _call(session: AsyncSession, turn: FairTurn, now: datetime) -> None:
    turn.state, turn.called_at = TurnState.CALLED, now
    await session.flush()
    guest = await session.get_one(FairGuest, turn.guest_id)
    facts = {"turn": turn.id, "company": turn.company_id}
    await telling.tell(session, guest, Notice.FAIR_CALLED, now, facts, expires_at=now + queues.LATE)


async def _company(session: AsyncSession, company_id: int, fair_id: int | None = None) -> FairCompany:
    """The company, its fair held for this transaction alone."""
    company = await session.get(FairCompany, company_id)
    if company is None or company.canceled_at or (fair_id is not None and company.fair_id != fair_id):
        raise NotPossible(Refusal.NOT_THERE)
    await locks.hold_fair(session, company.fair_id)
    return company


async def _turn(session: AsyncSession, turn_id: int) -> FairTurn:
    turn = await session.get(FairTurn, turn_id)
    if turn is None:
        raise NotPossible(Refusal.NOT_THERE)
    await _company(session, turn.company_id)
    await session.refresh(turn)
    return turn


async def _next_number(session: AsyncSession, company_id: int) -> int:
    query = select(func.max(FairTurn.number)).where(FairTurn.company_id == company_id)
    return ((await session.exec(query)).one() or 0) + 1
