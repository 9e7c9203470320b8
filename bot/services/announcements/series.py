"""Hiring days that announce themselves, as the center's file says."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import Announcement, AnnouncementState, Fair, FairState
from bot.rules.series_news import Due, due_news
from bot.services.announcements.deciding import cancel
from bot.services.announcements.fairs import seats_left
from bot.services.announcements.planning import Plan, draft, hand_in

ORIGIN = "series"


async def announce_series(session: AsyncSession, center: Center, now: datetime) -> None:
    """Hand in what is due today, once each; call off what waits for a hiring day that takes nobody any more.

    Those who are registered have their own reminders: the news are for the others, and only while there are
    seats.
    """
    open_fairs = await _open(session, now)
    await _call_off(session, {_begins(fair) for fair in open_fairs}, now)
    for fair in open_fairs:
        for due in due_news(center.series_news, fair.series, fair.starts_at, now):
            origin = f"{_begins(fair)}:{due.news.days_before}:{due.news.at:%H%M}"
            if not await _is_there(session, origin):
                await _hand_in(session, center, fair, due, origin, now)


async def _hand_in(
    session: AsyncSession, center: Center, fair: Fair, due: Due, origin: str, now: datetime
) -> None:
    news = due.news
    plan = Plan(
        news.text,
        {"without": {"fair": fair.key}},
        words={"en": news.english} if news.english else {},
        topic="fair",
        fair=fair.key,
    )
    await hand_in(session, await draft(session, None, plan, now, origin), center, due.goes_at, now)


async def _open(session: AsyncSession, now: datetime) -> Sequence[Fair]:
    query = select(Fair).where(
        Fair.state == FairState.OPEN, Fair.starts_at > now, col(Fair.sample).is_(False)
    )
    fairs = (await session.exec(query.order_by(col(Fair.starts_at), col(Fair.id)))).all()
    return [fair for fair in fairs if await seats_left(session, fair.key) > 0]


async def _call_off(session: AsyncSession, kept: set[str], now: datetime) -> None:
    query = select(Announcement).where(
        Announcement.state == AnnouncementState.SCHEDULED, col(Announcement.origin).startswith(f"{ORIGIN}:")
    )
    for announcement in (await session.exec(query)).all():
        begins = (announcement.origin or "").rsplit(":", 2)[0]
        if begins not in kept:
            await cancel(session, announcement.id or 0, now)


def _begins(fair: Fair) -> str:
    """A hiring day that was moved to another day is announced anew."""
    return f"{ORIGIN}:{fair.key}:{fair.starts_at.astimezone(SEOUL):%Y%m%d}"


async def _is_there(session: AsyncSession, origin: str) -> bool:
    query = select(Announcement.id).where(Announcement.origin == origin)
    return (await session.exec(query)).first() is not None
