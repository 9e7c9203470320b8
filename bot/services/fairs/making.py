"""Making a hiring day in the chat: a draft first, a company at a time, open when it is right."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Map
from bot.clock import SEOUL
from bot.models import Fair, FairCompany, FairInterviewer, FairPosition, FairSeries, FairState, Staff
from bot.services.fairs import finding
from bot.services.fairs.reasons import NotPossible, Refusal

MINUTES = 15  # of an interview, where nobody says otherwise (domain: 10 to 20)


@dataclass(frozen=True, slots=True)
class Offer:
    """A company and what it looks for, as an operator writes it."""

    company: str
    title: str
    field: str
    headcount: int
    pay: str
    hours: str
    place: str
    conditions: Sequence[Mapping[str, Any]] = ()
    work24: str | None = None


async def make_draft(
    session: AsyncSession,
    times: tuple[datetime, datetime],
    now: datetime,
    *,
    spot: Map | None = None,
    **said: Any,
) -> Fair:
    """A small hiring day that nobody sees yet but the staff; `times` are its beginning and its end.

    `said` has its title, place and capacity, and what to bring.
    """
    key = f"chat_{times[0].astimezone(SEOUL):%Y%m%d}_{secrets.token_hex(3)}"
    said = {"about": "", **said, **(spot.model_dump() if spot else {})}
    hours: dict[str, Any] = {"starts_at": times[0], "ends_at": times[1], "created_at": now}
    door = secrets.token_hex(6)
    fair = Fair(key=key, series=FairSeries.MINI, state=FairState.DRAFT, door=door, **said, **hours)
    session.add(fair)
    await session.flush()
    return fair


async def add_company(
    session: AsyncSession, fair: Fair, offer: Offer, staff: Staff, now: datetime
) -> FairCompany:
    """One more company with a position, or one more of a company that is there already.

    The operator who says so has checked it.
    """
    stands = await finding.stands(session, fair.id or 0)
    for stand in stands:
        if stand.company.name == offer.company:
            key = f"position_{len(stand.positions) + 1}_{secrets.token_hex(2)}"
            session.add(_position(offer, stand.company.id or 0, staff, now, key))
            await session.flush()
            return stand.company
    number = len(stands) + 1
    key = f"company_{number}_{secrets.token_hex(2)}"
    company = FairCompany(fair_id=fair.id or 0, key=key, name=offer.company, minutes=MINUTES)
    session.add(company)
    await session.flush()
    whose: dict[str, Any] = {"fair_id": fair.id, "company_id": company.id}
    hours: dict[str, Any] = {"starts_at": fair.starts_at, "ends_at": fair.ends_at}
    session.add(FairInterviewer(name="1", booth=str(number), **whose, **hours))
    session.add(_position(offer, company.id or 0, staff, now, "position"))
    await session.flush()
    return company


def _position(offer: Offer, company_id: int, staff: Staff, now: datetime, key: str) -> FairPosition:
    return FairPosition(
        company_id=company_id,
        key=key,
        title=offer.title,
        field=offer.field,
        headcount=offer.headcount,
        pay=offer.pay,
        hours=offer.hours,
        place=offer.place,
        work24=offer.work24,
        conditions=[dict(each) for each in offer.conditions],
        checked_by=staff.name,
        checked_on=now.astimezone(SEOUL).date(),
    )


async def open_draft(session: AsyncSession, fair: Fair) -> None:
    """People see it and can register; raises NotPossible without a company."""
    if fair.state is not FairState.DRAFT or not await finding.stands(session, fair.id or 0):
        raise NotPossible(Refusal.NO_COMPANY)
    fair.state = FairState.OPEN
    await session.flush()
