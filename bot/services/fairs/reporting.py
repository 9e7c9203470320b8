"""The chain of a year: fairs held, companies, places filled, arrived, interviewed, hired, still there."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import case
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SEOUL
from bot.models import (
    Fair,
    FairCompany,
    FairGuest,
    FairOutcome,
    FairPosition,
    FairSeries,
    FairState,
    GuestState,
)

CHAIN = ("registered", "arrived", "interviewed", "second", "hired", "stayed_30", "stayed_90")


@dataclass(frozen=True, slots=True)
class Chain:
    """The numbers of one fair, or the sum of several."""

    companies: int = 0
    openings: int = 0  # heads that the positions ask for
    places: int = 0
    registered: int = 0
    arrived: int = 0
    interviewed: int = 0
    second: int = 0
    hired: int = 0
    stayed_30: int = 0
    stayed_90: int = 0

    @property
    def filled(self) -> float | None:
        """모집률: who came ÷ places, as the center counts it (started ÷ target), in percent."""
        return 100 * self.arrived / self.places if self.places else None

    def __add__(self, other: "Chain") -> "Chain":
        return Chain(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


@dataclass(frozen=True, slots=True)
class Line:
    """One fair of the report."""

    title: str
    series: FairSeries
    held_on: date
    chain: Chain


@dataclass(frozen=True, slots=True)
class Report:
    """The fairs of a year that have taken place, and their sum; how many examples were left out."""

    year: int
    lines: tuple[Line, ...]
    total: Chain
    left_out: int = 0


async def report(session: AsyncSession, year: int, now: datetime, *, samples: bool = False) -> Report:
    """The year's fairs that have begun by now; drafts and canceled ones were not held."""
    first = datetime.combine(date(year, 1, 1), time(), SEOUL).astimezone(UTC)
    after = datetime.combine(date(year + 1, 1, 1), time(), SEOUL).astimezone(UTC)
    query = select(Fair).where(
        col(Fair.starts_at) >= first,
        col(Fair.starts_at) < min(after, now),
        col(Fair.state).not_in((FairState.DRAFT, FairState.CANCELED)),
    )
    held = (await session.exec(query.order_by(col(Fair.starts_at)))).all()
    counted = [fair for fair in held if samples or not fair.sample]
    lines = [
        Line(
            fair.title,
            fair.series,
            fair.starts_at.astimezone(SEOUL).date(),
            await chain(session, fair),
        )
        for fair in counted
    ]
    total = sum((line.chain for line in lines), Chain())
    return Report(year, tuple(lines), total, len(held) - len(counted))


async def chain(session: AsyncSession, fair: Fair) -> Chain:
    """The numbers of one fair; a guest counts once in each step, however many companies it was with."""
    of_fair = FairCompany.fair_id == fair.id, col(FairCompany.canceled_at).is_(None)
    companies = (await session.exec(select(func.count()).select_from(FairCompany).where(*of_fair))).one()
    heads = (
        select(func.sum(FairPosition.headcount))
        .join(FairCompany, col(FairCompany.id) == FairPosition.company_id)
        .where(*of_fair, col(FairPosition.withdrawn_at).is_(None))
    )
    states = select(FairGuest.state, func.count()).where(FairGuest.fair_id == fair.id)
    counted = dict((await session.exec(states.group_by(col(FairGuest.state)))).all())
    arrived = counted.get(GuestState.ARRIVED, 0)
    steps = [getattr(FairOutcome, f"{name}_at") for name in CHAIN[2:]]
    reached = select(*(func.count(func.distinct(_guest_if(step))) for step in steps))
    joined = reached.select_from(FairOutcome).join(FairGuest, col(FairGuest.id) == FairOutcome.guest_id)
    row: Any = (await session.exec(joined.where(FairGuest.fair_id == fair.id))).one()
    not_there = (GuestState.REGISTERED, GuestState.MISSED)
    return Chain(
        companies,
        int((await session.exec(heads)).one() or 0),
        fair.capacity,
        arrived + sum(counted.get(state, 0) for state in not_there),
        arrived,
        *row,
    )


def _guest_if(step: Any) -> Any:
    return case((step.is_not(None), FairOutcome.guest_id))
