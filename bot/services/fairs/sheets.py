"""Lists for those who work at a hiring day: who comes, when, what a company may see of its guests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    LIVE_GUESTS,
    FairCompany,
    FairGuest,
    FairInterview,
    FairOutcome,
    FairTurn,
    FairWish,
    GuestState,
    InterviewState,
    ProfileAnswer,
)
from bot.services.fairs import finding, telling

SHOWABLE = ("name", "contact", "career", "field")


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest as the center's list has them."""

    guest_id: int
    place: int | None
    code: str
    name: str
    state: GuestState
    arrived_at: datetime | None
    companies: tuple[str, ...]
    outcomes: tuple[tuple[str, FairOutcome], ...] = ()


@dataclass(frozen=True, slots=True)
class TimeRow:
    """An interview as a company's sheet has it."""

    company: str
    booth: str
    starts_at: datetime
    ends_at: datetime
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """A guest as a company may see them: the code, and only what the person agreed to show."""

    guest_id: int
    code: str
    shown: Mapping[str, object]
    starts_at: datetime | None
    arrived: bool
    outcome: FairOutcome | None


async def guest_rows(session: AsyncSession, fair_id: int) -> list[GuestRow]:
    """Everybody who has or wants a place, by place, then the waiting list, and who did not come."""
    guests = await telling.guests(session, fair_id, (*LIVE_GUESTS, GuestState.MISSED))
    guests.sort(key=lambda guest: (guest.place is None, guest.place or 0))
    names = await _answers(session, guests, ("name",))
    came_of_it = await _outcomes_at(session, fair_id)
    return [
        GuestRow(
            guest.id or 0,
            guest.place,
            guest.code,
            str(names.get(guest.person_id or 0, {}).get("name", "")),
            guest.state,
            guest.arrived_at,
            tuple(company.name for company in await finding.wishes(session, guest.id or 0)),
            tuple(came_of_it.get(guest.id or 0, ())),
        )
        for guest in guests
    ]


async def _outcomes_at(session: AsyncSession, fair_id: int) -> dict[int, list[tuple[str, FairOutcome]]]:
    """What came of each guest's interviews at this fair, with the companies' names."""
    query = (
        select(FairOutcome, FairCompany.name)
        .join(FairCompany, col(FairCompany.id) == FairOutcome.company_id)
        .where(FairCompany.fair_id == fair_id)
        .order_by(col(FairOutcome.id))
    )
    found: dict[int, list[tuple[str, FairOutcome]]] = {}
    for outcome, company in (await session.exec(query)).all():
        found.setdefault(outcome.guest_id, []).append((company, outcome))
    return found


async def time_rows(session: AsyncSession, fair_id: int) -> list[TimeRow]:
    """Every interview of a fair, by company and time; a name only where the company may see it."""
    query = (
        select(FairInterview, FairCompany, FairGuest)
        .join(FairCompany, col(FairCompany.id) == FairInterview.company_id)
        .join(FairGuest, col(FairGuest.id) == FairInterview.guest_id)
        .where(FairInterview.fair_id == fair_id, FairInterview.state == InterviewState.PLANNED)
        .order_by(col(FairCompany.id), col(FairInterview.starts_at), col(FairInterview.booth))
    )
    found = (await session.exec(query)).all()
    names = await _answers(session, [guest for _, _, guest in found], ("name",))
    return [
        TimeRow(
            company.name,
            interview.booth,
            interview.starts_at,
            interview.ends_at,
            guest.code,
            str(names.get(guest.person_id or 0, {}).get("name", "")) if "name" in guest.shared else "",
        )
        for interview, company, guest in found
    ]


async def visitors(session: AsyncSession, company_id: int) -> list[Visitor]:
    """Whom this company expects or has met, each with what they agreed to show it; nobody else's guests."""
    guests = await _guests_of(session, company_id)
    answers = await _answers(session, guests, SHOWABLE)
    times = await _times(session, company_id)
    outcomes = await _outcomes(session, company_id)
    found = [
        Visitor(
            guest.id or 0,
            guest.code,
            _agreed(guest, answers.get(guest.person_id or 0, {})),
            times.get(guest.id or 0),
            guest.state is GuestState.ARRIVED,
            outcomes.get(guest.id or 0),
        )
        for guest in guests
    ]
    return sorted(found, key=lambda each: (each.starts_at is None, each.starts_at or 0, each.guest_id))


async def _guests_of(session: AsyncSession, company_id: int) -> list[FairGuest]:
    wished = select(FairWish.guest_id).where(FairWish.company_id == company_id)
    in_line = select(FairTurn.guest_id).where(FairTurn.company_id == company_id)
    query = select(FairGuest).where(
        col(FairGuest.id).in_(wished.union(in_line)),
        col(FairGuest.state).in_((GuestState.REGISTERED, GuestState.ARRIVED)),
        col(FairGuest.person_id).is_not(None),
    )
    return list((await session.exec(query.order_by(col(FairGuest.id)))).all())


def _agreed(guest: FairGuest, answers: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in answers.items() if name in guest.shared}


async def _times(session: AsyncSession, company_id: int) -> dict[int, datetime]:
    query = select(FairInterview.guest_id, FairInterview.starts_at).where(
        FairInterview.company_id == company_id,
        col(FairInterview.state).in_((InterviewState.PLANNED, InterviewState.DONE)),
    )
    return dict((await session.exec(query)).all())


async def _outcomes(session: AsyncSession, company_id: int) -> dict[int, FairOutcome]:
    query = select(FairOutcome).where(FairOutcome.company_id == company_id)
    return {outcome.guest_id: outcome for outcome in (await session.exec(query)).all()}


async def _answers(
    session: AsyncSession, guests: Sequence[FairGuest], questions: Sequence[str]
) -> dict[int, dict[str, object]]:
    """What these guests told us about themselves, by person."""
    people = {guest.person_id for guest in guests if guest.person_id is not None}
    query = select(ProfileAnswer).where(
        col(ProfileAnswer.person_id).in_(people), col(ProfileAnswer.question).in_(questions)
    )
    found: dict[int, dict[str, object]] = {}
    for answer in (await session.exec(query)).all():
        found.setdefault(answer.person_id, {})[answer.question] = answer.value
    return found
