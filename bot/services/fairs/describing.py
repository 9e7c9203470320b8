"""A kept hiring day as its file would describe it: what is changed in the chat goes the way of a file."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import FairPlan, Hours
from bot.clock import SEOUL
from bot.models import Fair, FairCompany, FairInterviewer, FairPosition, FairState, FairTalk

POSITION = {
    "key",
    "title",
    "field",
    "headcount",
    "pay",
    "hours",
    "place",
    "work24",
    "checked_by",
    "checked_on",
}


async def describe(session: AsyncSession, fair: Fair) -> FairPlan | None:
    """The plan from which this fair would become what it is; None while no company comes."""
    companies = [await _company(session, fair, each) for each in await _rows(session, FairCompany, fair)]
    if not companies:
        return None
    return FairPlan.model_validate(
        {
            **fair.model_dump(include={"key", "series", "title", "place", "bring", "capacity"}),
            **fair.model_dump(include={"walk_in", "walking_minutes", "sample"}),
            "about": fair.about or fair.title,
            "held_on": _day(fair.starts_at),
            "hours": _hours(fair.starts_at, fair.ends_at),
            "map": {"latitude": fair.latitude, "longitude": fair.longitude} if fair.latitude else None,
            "times_at": fair.times_at and f"{fair.times_at.astimezone(SEOUL):%Y-%m-%dT%H:%M:%S}",
            "state": "draft" if fair.state is FairState.DRAFT else "open",
            "companies": companies,
            "talks": [_talk(fair, each) for each in await _rows(session, FairTalk, fair)],
        }
    )


async def _company(session: AsyncSession, fair: Fair, company: FairCompany) -> dict[str, Any]:
    gone = company.canceled_at is not None
    interviewers = select(FairInterviewer).where(FairInterviewer.company_id == company.id)
    positions = select(FairPosition).where(FairPosition.company_id == company.id)
    desks = (await session.exec(interviewers.order_by(col(FairInterviewer.id)))).all()
    offers = (await session.exec(positions.order_by(col(FairPosition.id)))).all()
    return {
        "key": company.key,
        "name": company.name,
        "minutes": company.minutes,
        "canceled": gone,
        "interviewers": [_interviewer(fair, each) for each in desks if gone or each.active],
        "positions": [_position(each) for each in offers if gone or each.withdrawn_at is None],
    }


def _interviewer(fair: Fair, desk: FairInterviewer) -> dict[str, Any]:
    all_day = (desk.starts_at, desk.ends_at) == (fair.starts_at, fair.ends_at)
    hours = None if all_day else _hours(desk.starts_at, desk.ends_at)
    return {"name": desk.name, "booth": desk.booth, "hours": hours}


def _position(offer: FairPosition) -> dict[str, Any]:
    return offer.model_dump(include=POSITION) | {"conditions": offer.conditions}


def _talk(fair: Fair, talk: FairTalk) -> dict[str, Any]:
    said = talk.model_dump(include={"key", "title", "kind", "place", "seats"})
    day = _day(talk.starts_at)
    on = None if day == _day(fair.starts_at) else day
    return said | {"hours": _hours(talk.starts_at, talk.ends_at), "on": on}


def _day(moment: datetime) -> date:
    return moment.astimezone(SEOUL).date()


def _hours(starts_at: datetime, ends_at: datetime) -> Hours:
    return Hours(starts=starts_at.astimezone(SEOUL).time(), ends=ends_at.astimezone(SEOUL).time())


async def _rows(session: AsyncSession, table: Any, fair: Fair) -> Sequence[Any]:
    return (await session.exec(select(table).where(table.fair_id == fair.id).order_by(table.id))).all()
