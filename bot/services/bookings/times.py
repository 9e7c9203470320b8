"""When a service can be had."""

from datetime import date, datetime, time, timedelta

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import Slot
from bot.rules.booking import end_of_window
from bot.services import slots
from bot.services.counselors import who_give
from bot.services.windows import notice_of, window_of


async def open_days(session: AsyncSession, center: Center, service: str, now: datetime) -> list[date]:
    """The days in Seoul on which somebody still has time for this service, soonest first."""
    found = await _free(session, center, service, now, until=None)
    return sorted({slot.starts_at.astimezone(SEOUL).date() for slot in found})


async def days_given(
    session: AsyncSession, center: Center, service: str, counselor_id: int | None, now: datetime
) -> list[date]:
    """The days in Seoul on which it is given, by this counselor where one is named; free or not."""
    query = slots.offered(who_give(center, service)).where(
        col(Slot.starts_at) > now, col(Slot.starts_at) < end_of_window(now, window_of(center, service))
    )
    if counselor_id is not None:
        query = query.where(Slot.counselor_id == counselor_id)
    found = (await session.exec(query)).all()
    return sorted({slot.starts_at.astimezone(SEOUL).date() for slot in found})


async def times_on(
    session: AsyncSession, center: Center, service: str, day: date, now: datetime
) -> list[datetime]:
    """The moments of this day at which somebody has time for this service, soonest first."""
    midnight = datetime.combine(day, time(), SEOUL)
    found = await _free(session, center, service, now, midnight, midnight + timedelta(days=1))
    return sorted({slot.starts_at for slot in found})


async def _free(
    session: AsyncSession,
    center: Center,
    service: str,
    now: datetime,
    after: datetime | None = None,
    until: datetime | None = None,
) -> list[Slot]:
    first = now + notice_of(center, service)
    last = end_of_window(now, window_of(center, service))
    return await slots.free(
        session,
        who_give(center, service),
        center.service(service).takes_minutes,
        max(first, after or first),
        min(last, until or last),
    )
