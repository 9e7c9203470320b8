"""Interview times: who gets which, told once and never moved because of others."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    Fair,
    FairCompany,
    FairGuest,
    FairInterview,
    FairInterviewer,
    FairSeat,
    FairTalk,
    FairTurn,
    FairWish,
    GuestState,
    InterviewState,
    TurnState,
)
from bot.rules.interviews import Day, Desk, Given, Wanted, free_times, plan
from bot.services.fairs import telling
from bot.services.notices import Notice

TAKES_TIME = (InterviewState.PLANNED, InterviewState.DONE)
COMING = (GuestState.REGISTERED, GuestState.ARRIVED)
NOTICE = timedelta(minutes=5)  # nobody is given a time sooner than this


async def give_times(
    session: AsyncSession, fair: Fair, now: datetime, *, told_here: int | None = None
) -> list[FairInterview]:
    """Times for the wishes that have none, if this fair's times are told by now; everybody else is told.

    `told_here` is the guest who reads it in this very turn.
    """
    if (fair.times_at and fair.times_told_at is None) or now >= fair.ends_at:
        return []
    wanted = await _wanted(session, fair)
    if not wanted:
        return []
    found = plan(
        await _day(session, fair, now), wanted, await _kept(session, fair), await _busy(session, fair)
    )
    rows = await _written(session, fair, found, now)
    for guest_id in dict.fromkeys(row.guest_id for row in rows):
        guest = await session.get_one(FairGuest, guest_id)
        if guest_id != told_here:
            await telling.tell(session, guest, Notice.FAIR_TIMES, now)
    return rows


async def free_for(session: AsyncSession, interview: FairInterview, now: datetime) -> list[Given]:
    """The times at which this interview could be instead, with nobody else moved."""
    fair = await session.get_one(Fair, interview.fair_id)
    day, kept, busy = await _day(session, fair, now), await _kept(session, fair), await _busy(session, fair)
    return free_times(day, interview.guest_id, interview.company_id, kept, busy)


async def call_off(session: AsyncSession, interviews: Sequence[FairInterview], now: datetime) -> None:
    """These times are free again."""
    for interview in interviews:
        interview.state, interview.ended_at = InterviewState.WITHDRAWN, now
    await session.flush()


async def planned(session: AsyncSession, *conditions: Any) -> list[FairInterview]:
    """The interviews that are still to come and fit."""
    query = select(FairInterview).where(FairInterview.state == InterviewState.PLANNED, *conditions)
    query = query.order_by(col(FairInterview.id)).execution_options(populate_existing=True)
    return list((await session.exec(query)).all())


async def next_interview(session: AsyncSession, company_id: int) -> FairInterview | None:
    """The earliest interview of a company whose guest is not at its booth already."""
    at_booth = select(FairTurn.guest_id).where(
        FairTurn.company_id == company_id,
        col(FairTurn.state).in_((TurnState.CALLED, TurnState.INSIDE)),
    )
    found = await planned(
        session, FairInterview.company_id == company_id, col(FairInterview.guest_id).not_in(at_booth)
    )
    return min(found, key=lambda each: each.starts_at, default=None)


async def _wanted(session: AsyncSession, fair: Fair) -> list[Wanted]:
    """The wishes of those who come, in the order in which they registered."""
    query = (
        select(FairWish)
        .join(FairGuest, col(FairGuest.id) == FairWish.guest_id)
        .join(FairCompany, col(FairCompany.id) == FairWish.company_id)
        .where(
            FairGuest.fair_id == fair.id,
            col(FairGuest.state).in_(COMING),
            col(FairCompany.canceled_at).is_(None),
        )
        .order_by(col(FairGuest.registered_at), col(FairGuest.id), col(FairWish.rank))
    )
    had = set((await session.exec(_had(fair))).all())
    return [
        Wanted(wish.guest_id, wish.company_id, wish.rank)
        for wish in (await session.exec(query)).all()
        if (wish.guest_id, wish.company_id) not in had
    ]


def _had(fair: Fair) -> Any:
    """Who has, had or missed an interview with whom: nobody is given a second one by the plan."""
    return select(FairInterview.guest_id, FairInterview.company_id).where(
        FairInterview.fair_id == fair.id,
        col(FairInterview.state).in_((*TAKES_TIME, InterviewState.MISSED)),
    )


async def _day(session: AsyncSession, fair: Fair, now: datetime) -> Day:
    query = (
        select(FairInterviewer, FairCompany)
        .join(FairCompany, col(FairCompany.id) == FairInterviewer.company_id)
        .where(FairInterviewer.fair_id == fair.id, col(FairInterviewer.active).is_(True))
        .where(col(FairCompany.canceled_at).is_(None))
        .order_by(col(FairInterviewer.id))
    )
    desks, lengths = [], {}
    for each, company in (await session.exec(query)).all():
        opens, closes = _minute(fair, each.starts_at), _minute(fair, each.ends_at)
        late = _minute(fair, now + NOTICE) - opens
        rounds = max(0, -(-late // company.minutes))  # what is over or too soon is not given
        desks.append(
            Desk(each.id or 0, each.company_id, each.booth, opens + rounds * company.minutes, closes)
        )
        lengths[each.company_id] = company.minutes
    return Day(fair.walking_minutes, tuple(desks), lengths)


async def _kept(session: AsyncSession, fair: Fair) -> list[Given]:
    query = select(FairInterview).where(
        FairInterview.fair_id == fair.id, col(FairInterview.state).in_(TAKES_TIME)
    )
    return [
        Given(
            each.guest_id,
            each.company_id,
            each.interviewer_id,
            _minute(fair, each.starts_at),
            _minute(fair, each.ends_at),
        )
        for each in (await session.exec(query)).all()
    ]


async def _busy(session: AsyncSession, fair: Fair) -> dict[int, list[tuple[int, int]]]:
    """When guests sit in a talk; what is over before the fair begins is in nobody's way."""
    query = select(FairSeat.guest_id, FairTalk.starts_at, FairTalk.ends_at).join(
        FairTalk, col(FairTalk.id) == FairSeat.talk_id
    )
    busy: dict[int, list[tuple[int, int]]] = {}
    for guest_id, starts_at, ends_at in (await session.exec(query.where(FairTalk.fair_id == fair.id))).all():
        if ends_at > fair.starts_at:
            begins = max(0, _minute(fair, starts_at))
            busy.setdefault(guest_id, []).append((begins, _minute(fair, ends_at)))
    return busy


async def _written(
    session: AsyncSession, fair: Fair, found: Sequence[Given], now: datetime
) -> list[FairInterview]:
    rows = []
    for given in found:
        desk = await session.get_one(FairInterviewer, given.interviewer)
        guest = await session.get_one(FairGuest, given.guest)
        rows.append(
            FairInterview(
                fair_id=guest.fair_id,
                guest_id=given.guest,
                person_id=guest.person_id,
                company_id=given.company,
                interviewer_id=given.interviewer,
                booth=desk.booth,
                starts_at=fair.starts_at + timedelta(minutes=given.starts),
                ends_at=fair.starts_at + timedelta(minutes=given.ends),
                given_at=now,
            )
        )
    session.add_all(rows)
    await session.flush()
    return rows


def _minute(fair: Fair, moment: datetime) -> int:
    return int((moment - fair.starts_at).total_seconds() // 60)
