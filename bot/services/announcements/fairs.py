"""What announcements need to know of fairs: when they are, who is registered, how many seats are left."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SEOUL
from bot.models import Fair, FairGuest, FairState, GuestState, Person

SHOWN = (FairState.OPEN, FairState.FULL)
COMING = (GuestState.OFFERED, GuestState.REGISTERED, GuestState.ARRIVED)


@dataclass(frozen=True, slots=True)
class Coming:
    """A hiring day that is still to come."""

    id: int
    key: str
    series: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime

    @property
    def held_on(self) -> date:
        """The day in Seoul."""
        return self.starts_at.astimezone(SEOUL).date()


async def coming(session: AsyncSession, now: datetime) -> list[Coming]:
    """The fairs that are not over, the next one first."""
    query = select(Fair).where(col(Fair.state).in_(SHOWN), col(Fair.ends_at) > now)
    found = await session.exec(query.order_by(col(Fair.starts_at), col(Fair.id)))
    return [_coming(fair) for fair in found.all()]


async def named(session: AsyncSession, key: str) -> Coming | None:
    """The fair of this key."""
    fair = (await session.exec(select(Fair).where(Fair.key == key))).first()
    return _coming(fair) if fair else None


def registered_for(key: str) -> ColumnElement[bool]:
    """Condition on a person: they have a place at this fair."""
    return (
        exists()
        .where(col(FairGuest.person_id) == Person.id, col(FairGuest.state).in_(COMING))
        .where(col(FairGuest.fair_id) == Fair.id, col(Fair.key) == key)
    )


async def seats_left(session: AsyncSession, key: str) -> int:
    """How many can still register; none where the fair is full, over or called off."""
    taken = select(func.count()).where(FairGuest.fair_id == Fair.id, col(FairGuest.place).is_not(None))
    free = Fair.capacity - taken.correlate(Fair).scalar_subquery()
    query = select(free).where(Fair.key == key, Fair.state == FairState.OPEN)
    return (await session.exec(query)).first() or 0


def _coming(fair: Fair) -> Coming:
    assert fair.id is not None
    return Coming(fair.id, fair.key, fair.series, fair.title, fair.place, fair.starts_at, fair.ends_at)
