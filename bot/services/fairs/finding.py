"""Looking things up: fairs to come, what they offer, who comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    LIVE_GUESTS,
    Fair,
    FairCompany,
    FairGuest,
    FairInterview,
    FairInterviewer,
    FairPosition,
    FairSeat,
    FairState,
    FairTalk,
    FairWish,
    InterviewState,
)

SHOWN = (FairState.OPEN, FairState.FULL)
LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Stand:
    """A company of a fair with what it offers and where it sits."""

    company: FairCompany
    positions: tuple[FairPosition, ...]
    booths: tuple[str, ...]


async def coming(session: AsyncSession, now: datetime, *, drafts: bool = False) -> Sequence[Fair]:
    """The fairs that are not over, soonest first; drafts only for the staff."""
    states = (*SHOWN, FairState.DRAFT) if drafts else SHOWN
    query = select(Fair).where(col(Fair.state).in_(states), col(Fair.ends_at) > now)
    return (await session.exec(query.order_by(col(Fair.starts_at), col(Fair.id)))).all()


async def lately(session: AsyncSession, now: datetime) -> Sequence[Fair]:
    """The fairs of the last days, the latest first: their lists and results are still needed."""
    ended = col(Fair.ends_at) <= now, col(Fair.ends_at) > now - LATELY
    query = select(Fair).where(col(Fair.state).in_((*SHOWN, FairState.DONE)), *ended)
    return (await session.exec(query.order_by(col(Fair.ends_at).desc()))).all()


async def fair(session: AsyncSession, fair_id: int) -> Fair | None:
    """The fair of that number, as the database has it now."""
    return await session.get(Fair, fair_id, populate_existing=True)


async def fair_called(session: AsyncSession, key: str) -> Fair | None:
    """The fair of that key."""
    return (await session.exec(select(Fair).where(Fair.key == key))).first()


async def fair_of_door(session: AsyncSession, door: str) -> Fair | None:
    """The fair at whose door this picture hangs."""
    return (await session.exec(select(Fair).where(Fair.door == door))).first()


async def stands(session: AsyncSession, fair_id: int) -> list[Stand]:
    """The companies that come, in the order of the file."""
    query = select(FairCompany).where(FairCompany.fair_id == fair_id, col(FairCompany.canceled_at).is_(None))
    companies = (await session.exec(query.order_by(col(FairCompany.id)))).all()
    return [await stand(session, company) for company in companies]


async def stand(session: AsyncSession, company: FairCompany) -> Stand:
    """One company with its positions and booths."""
    offered = select(FairPosition).where(
        FairPosition.company_id == company.id, col(FairPosition.withdrawn_at).is_(None)
    )
    sitting = select(FairInterviewer.booth).where(
        FairInterviewer.company_id == company.id, col(FairInterviewer.active).is_(True)
    )
    positions = (await session.exec(offered.order_by(col(FairPosition.id)))).all()
    booths = (await session.exec(sitting.order_by(col(FairInterviewer.id)))).all()
    return Stand(company, tuple(positions), tuple(dict.fromkeys(booths)))


async def company(session: AsyncSession, company_id: int) -> FairCompany | None:
    """The company of that number at its fair."""
    return await session.get(FairCompany, company_id)


async def talks(session: AsyncSession, fair_id: int) -> Sequence[FairTalk]:
    """The talks of a fair, earliest first."""
    query = select(FairTalk).where(FairTalk.fair_id == fair_id)
    return (await session.exec(query.order_by(col(FairTalk.starts_at), col(FairTalk.id)))).all()


async def talk(session: AsyncSession, talk_id: int) -> FairTalk | None:
    """The talk of that number."""
    return await session.get(FairTalk, talk_id)


async def guest(session: AsyncSession, guest_id: int) -> FairGuest | None:
    """The guest of that number, as the database has them now."""
    return await session.get(FairGuest, guest_id, populate_existing=True)


async def guest_of(session: AsyncSession, fair_id: int, person_id: int) -> FairGuest | None:
    """This person's live registration for this fair."""
    query = select(FairGuest).where(
        FairGuest.fair_id == fair_id,
        FairGuest.person_id == person_id,
        col(FairGuest.state).in_(LIVE_GUESTS),
    )
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def guests_of(session: AsyncSession, person_id: int) -> Sequence[tuple[FairGuest, Fair]]:
    """This person's live registrations with their fairs, soonest first."""
    query = (
        select(FairGuest, Fair)
        .join(Fair, col(Fair.id) == FairGuest.fair_id)
        .where(FairGuest.person_id == person_id, col(FairGuest.state).in_(LIVE_GUESTS))
        .order_by(col(Fair.starts_at))
    )
    return (await session.exec(query)).all()


async def nearest(session: AsyncSession, person_id: int, now: datetime) -> tuple[FairGuest, Fair] | None:
    """The registration that this person most likely speaks of: the next one, else where they were last."""
    found = await guests_of(session, person_id)
    coming = [each for each in found if each[1].ends_at > now and each[1].state in SHOWN]
    been = [each for each in found if each[0].arrived_at is not None]
    return next(iter([*coming, *been[-1:]]), None)


async def wishes(session: AsyncSession, guest_id: int) -> Sequence[FairCompany]:
    """The companies somebody would like to talk with, the first wish first."""
    query = (
        select(FairCompany)
        .join(FairWish, col(FairWish.company_id) == FairCompany.id)
        .where(FairWish.guest_id == guest_id)
        .order_by(col(FairWish.rank))
    )
    return (await session.exec(query)).all()


async def times(session: AsyncSession, guest_id: int) -> Sequence[tuple[FairInterview, FairCompany]]:
    """The interviews that somebody has, earliest first."""
    query = (
        select(FairInterview, FairCompany)
        .join(FairCompany, col(FairCompany.id) == FairInterview.company_id)
        .where(FairInterview.guest_id == guest_id, FairInterview.state == InterviewState.PLANNED)
        .order_by(col(FairInterview.starts_at))
    )
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def seats(session: AsyncSession, guest_id: int) -> Sequence[FairTalk]:
    """The talks in which somebody has a seat."""
    query = select(FairTalk).join(FairSeat, col(FairSeat.talk_id) == FairTalk.id)
    return (
        await session.exec(query.where(FairSeat.guest_id == guest_id).order_by(col(FairTalk.starts_at)))
    ).all()


async def seats_left(session: AsyncSession, fair_id: int) -> dict[int, int]:
    """How many seats of each talk nobody has taken, by the talk's number."""
    query = (
        select(FairTalk.id, FairTalk.seats, func.count(col(FairSeat.id)))
        .outerjoin(FairSeat, col(FairSeat.talk_id) == FairTalk.id)
        .where(FairTalk.fair_id == fair_id)
        .group_by(col(FairTalk.id), col(FairTalk.seats))
    )
    return {talk or 0: seats - taken for talk, seats, taken in (await session.exec(query)).all()}
