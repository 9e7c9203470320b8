"""Calling people to a booth: by interview time, then by number; one deferral, ten minutes to come."""

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    FairCompany,
    FairGuest,
    FairInterview,
    FairTurn,
    GuestState,
    InterviewState,
    TurnState,
)
from bot.rules import queues as rules
from bot.services.fairs import booths, planning, telling
from bot.services.fairs.booths import NotComing
from bot.services.fairs.queues import held_company, held_turn, leave_queue, next_number, of_company, turns_of
from bot.services.fairs.reasons import NotPossible, Refusal
from bot.services.notices import Notice


async def call_next(session: AsyncSession, company_id: int, now: datetime) -> FairTurn | None:
    """Call whose interview time has come, else the next number; None where nobody waits."""
    company = await held_company(session, company_id)
    turn = await _whose_time_it_is(session, company, now)
    if turn is None:
        waiting = rules.in_order(await of_company(session, company_id))
        turn = waiting[0] if waiting else None
    if turn is not None:
        await _call(session, turn, now)
    return turn


async def defer(session: AsyncSession, turn_id: int, now: datetime) -> FairTurn:
    """Let one person go first, once; the next one is called at once. Raises NotPossible the second time.

    Who had been called is expected at the booth: the company's people are told.
    """
    turn = await held_turn(session, turn_id)
    if turn.deferred or turn.state not in {TurnState.CALLED, TurnState.WAITING}:
        raise NotPossible(Refusal.ONCE_ONLY)
    was_called = turn.state is TurnState.CALLED
    turn.sort = rules.behind_next(await of_company(session, turn.company_id), turn)
    turn.state, turn.deferred, turn.called_at = TurnState.WAITING, True, None
    await session.flush()
    waiting = rules.in_order(await of_company(session, turn.company_id))
    following = waiting[0] if was_called and waiting[0].id != turn.id else None
    if following:
        await _call(session, following, now)
    if was_called:
        await booths.tell(session, turn, NotComing.DEFERRED, following, now)
    return turn


async def give_up(session: AsyncSession, turn_id: int, now: datetime) -> None:
    """They do not want this number any more; where they had been called, the booth is told."""
    turn = await held_turn(session, turn_id)
    was_called = turn.state is TurnState.CALLED
    await leave_queue(session, turn_id, now)
    if was_called:
        await booths.tell(session, turn, NotComing.GAVE_UP, None, now)


async def pass_over_the_late(session: AsyncSession, now: datetime) -> None:
    """Who did not come ten minutes after the call is passed over, kindly; the next one is called."""
    query = select(FairTurn).where(
        FairTurn.state == TurnState.CALLED, col(FairTurn.called_at) <= now - rules.LATE
    )
    for turn in (await session.exec(query.order_by(col(FairTurn.id)))).all():
        await leave_queue(session, turn.id or 0, now)
        if turn.interview_id:
            interview = await session.get_one(FairInterview, turn.interview_id)
            interview.state, interview.ended_at = InterviewState.MISSED, now
        guest = await session.get_one(FairGuest, turn.guest_id)
        await telling.tell(session, guest, Notice.FAIR_PASSED, now, {"company": turn.company_id})
        following = await call_next(session, turn.company_id, now)
        await booths.tell(session, turn, NotComing.LATE, following, now)


async def _whose_time_it_is(session: AsyncSession, company: FairCompany, now: datetime) -> FairTurn | None:
    """The earliest interview that is due and whose guest is there."""
    due = await planning.planned(
        session,
        FairInterview.company_id == company.id,
        col(FairInterview.starts_at) <= now + rules.TIMES_FIRST,
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
        number = await next_number(session, interview.company_id)
        turn = FairTurn(
            company_id=interview.company_id,
            guest_id=interview.guest_id,
            number=number,
            sort=number * rules.STEP,
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
    await telling.tell(session, guest, Notice.FAIR_CALLED, now, facts, expires_at=now + rules.LATE)
