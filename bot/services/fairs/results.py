"""What came of it: interviewed → second → hired → still there; and three questions after the day."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    FairCompany,
    FairFeedback,
    FairGuest,
    FairInterview,
    FairOutcome,
    FairTurn,
    InterviewState,
    Liked,
    NextStep,
    Teller,
    TurnState,
)


class Step(StrEnum):
    """A step of the chain; the last one ends it another way."""

    INTERVIEWED = "interviewed"
    SECOND = "second"
    HIRED = "hired"
    STAYED_30 = "stayed_30"
    STAYED_90 = "stayed_90"
    DECLINED = "declined"


# What a step says of the steps before it: who is hired was interviewed, but not everybody twice.
IMPLIES = {
    Step.INTERVIEWED: ("interviewed_at",),
    Step.SECOND: ("interviewed_at", "second_at"),
    Step.HIRED: ("interviewed_at", "hired_at"),
    Step.STAYED_30: ("interviewed_at", "hired_at", "stayed_30_at"),
    Step.STAYED_90: ("interviewed_at", "hired_at", "stayed_30_at", "stayed_90_at"),
    Step.DECLINED: ("interviewed_at", "declined_at"),
}
AFTER_HIRING = ("hired_at", "stayed_30_at", "stayed_90_at", "left_at")


async def mark(
    session: AsyncSession, guest_id: int, company_id: int, step: Step, teller: Teller, now: datetime
) -> FairOutcome:
    """This step was reached; the first time of each is kept. A later word that contradicts wins."""
    query = select(FairOutcome).where(FairOutcome.guest_id == guest_id, FairOutcome.company_id == company_id)
    outcome = (await session.exec(query)).first() or FairOutcome(
        guest_id=guest_id, company_id=company_id, told_by=teller, told_at=now
    )
    if step is Step.DECLINED:
        for name in AFTER_HIRING:
            setattr(outcome, name, None)
    elif "hired_at" in IMPLIES[step]:
        outcome.declined_at = None
    for name in IMPLIES[step]:
        setattr(outcome, name, getattr(outcome, name) or now)
    if step in {Step.STAYED_30, Step.STAYED_90}:
        outcome.left_at = None
    outcome.told_by, outcome.told_at = teller, now
    session.add(outcome)
    await session.flush()
    return outcome


async def leave_job(session: AsyncSession, guest_id: int, company_id: int | None, now: datetime) -> None:
    """They are not there any more, at this company or wherever they were hired: not asked about it again."""
    for outcome, company in await outcomes(session, guest_id):
        if outcome.hired_at and company_id in {None, company.id}:
            outcome.left_at = outcome.left_at or now
    await session.flush()


async def outcomes(session: AsyncSession, guest_id: int) -> Sequence[tuple[FairOutcome, FairCompany]]:
    """How it went on for this guest, by company."""
    query = (
        select(FairOutcome, FairCompany)
        .join(FairCompany, col(FairCompany.id) == FairOutcome.company_id)
        .where(FairOutcome.guest_id == guest_id)
        .order_by(col(FairOutcome.id))
    )
    return (await session.exec(query)).all()


async def met(session: AsyncSession, guest: FairGuest) -> Sequence[FairCompany]:
    """The companies that this guest has talked with, or should have, where nobody wrote it down."""
    if guest.arrived_at is None:
        return []
    told = select(FairOutcome.company_id).where(FairOutcome.guest_id == guest.id)
    timed = select(FairInterview.company_id).where(
        FairInterview.guest_id == guest.id,
        col(FairInterview.state).in_((InterviewState.PLANNED, InterviewState.DONE)),
    )
    in_line = select(FairTurn.company_id).where(
        FairTurn.guest_id == guest.id, FairTurn.state != TurnState.GONE
    )
    query = select(FairCompany).where(col(FairCompany.id).in_(told.union(timed, in_line)))
    return (await session.exec(query.order_by(col(FairCompany.id)))).all()


async def answer(
    session: AsyncSession, guest_id: int, liked: Liked, missed: str | None, wants: NextStep, now: datetime
) -> FairFeedback:
    """What somebody says after the day; said again, the later words count."""
    query = select(FairFeedback).where(FairFeedback.guest_id == guest_id)
    feedback = (await session.exec(query)).first() or FairFeedback(
        guest_id=guest_id, liked=liked, wants=wants, given_at=now
    )
    feedback.liked, feedback.missed, feedback.wants, feedback.given_at = liked, missed, wants, now
    session.add(feedback)
    await session.flush()
    return feedback
