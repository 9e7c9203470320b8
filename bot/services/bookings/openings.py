"""The next times at which somebody can be met, a handful at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import exists, text
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, Service
from bot.models import FREE, Appointment, Counselor, Gives, OwnCounselor, Slot, Way
from bot.rules.booking import end_of_window, fairest_first
from bot.rules.waiting import HalfDay, begin_of, end_of
from bot.services.bookings import series
from bot.services.bookings.limits import with_room_that_day
from bot.services.bookings.reading import loads
from bot.services.windows import notice_of, window_of

SHOWN = 6  # more choices are a list that nobody reads on a phone
AT_ONCE = SHOWN + 2  # moments looked at in one query


@dataclass(frozen=True, slots=True)
class Opening:
    """A moment at which somebody can be met, and who it would be."""

    starts_at: datetime
    counselor_id: int
    counselor_name: str


class Free(NamedTuple):
    """What a page needs of a slot. Whole rows would cost as much again as the search."""

    counselor_id: int
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Search:
    """A service in a way, perhaps with one counselor; `busy` are times that the person has given away.

    What is arranged `by_staff` may begin at any moment from now on.
    """

    center: Center
    service: str
    way: Way
    counselor_id: int | None = None
    own_counselor_id: int | None = None
    busy: Sequence[Appointment] = ()
    by_staff: bool = False

    @property
    def kind(self) -> Service:
        """What the center says of the service."""
        return self.center.service(self.service)


async def own_counselor(session: AsyncSession, service: Service, person_id: int) -> int | None:
    """Who accompanies this person: the counselor of the series that goes on; else, where the service goes on
    with the same counselor, the person's own."""
    if service.meetings > 1 and (going_on := await series.running(session, person_id, service.key)):
        query = select(Counselor.id).where(
            Counselor.id == going_on.counselor_id, col(Counselor.active).is_(True)
        )
        if counselor_id := (await session.exec(query)).first():
            return counselor_id
    if not service.follow_up:
        return None
    own = (
        select(OwnCounselor.counselor_id)
        .join(Counselor, col(Counselor.id) == OwnCounselor.counselor_id)
        .where(OwnCounselor.person_id == person_id, col(Counselor.active).is_(True))
    )
    return (await session.exec(own)).first()


async def openings(
    session: AsyncSession, search: Search, now: datetime, since: datetime, *, backwards: bool = False
) -> list[Opening]:
    """Up to six moments from `since` on, or before it, and one more that says whether there are others.

    In order of time either way; of several counselors at one moment the one who would be given.
    """
    first = now if search.by_staff else now + notice_of(search.center, search.service)
    last = end_of_window(now, window_of(search.center, search.service))
    first, last = (first, min(last, since)) if backwards else (max(first, since), last)
    found: dict[datetime, list[Free]] = {}
    while len(found) <= SHOWN and first < last:
        moments = await _moments(session, search, first, last, backwards=backwards)
        for slot in await _fitting(session, search, moments):
            found.setdefault(slot.starts_at, []).append(slot)
        if len(moments) < AT_ONCE:
            break
        first, last = (first, min(moments)) if backwards else (max(moments) + timedelta(minutes=1), last)
    return await _chosen(session, search, found, now, backwards=backwards)


async def free_halves(
    session: AsyncSession, search: Search, halves: Sequence[HalfDay], now: datetime
) -> list[HalfDay]:
    """In which of these halves of days somebody can be met."""
    first = {each: await openings(session, search, now, begin_of(each)) for each in halves}
    return [each for each in halves if first[each] and first[each][0].starts_at < end_of(each)]


async def _moments(
    session: AsyncSession, search: Search, first: datetime, last: datetime, *, backwards: bool
) -> list[datetime]:
    """The nearest moments at which anybody is free."""
    starts_at = col(Slot.starts_at)
    query = (
        select(Slot.starts_at)
        .where(text(FREE), *_free(search), starts_at >= first, starts_at < last)
        .group_by(starts_at)
        .order_by(starts_at.desc() if backwards else starts_at)
        .limit(AT_ONCE)
    )
    return list((await session.exec(query)).all())


def _free(search: Search) -> list[ColumnElement[bool]]:
    """Who gives it is asked of the database: a list of everybody costs more than the search itself."""
    gives = exists().where(
        col(Gives.counselor_id) == col(Slot.counselor_id),
        col(Gives.service) == search.service,
        col(Gives.way) == search.way,
    )
    counselor = [col(Slot.counselor_id) == search.counselor_id] if search.counselor_id else []
    return [
        col(Slot.free_minutes) >= search.kind.takes_minutes,
        col(Slot.offered).is_(True),
        gives,
        *counselor,
    ]


async def _fitting(session: AsyncSession, search: Search, moments: Sequence[datetime]) -> list[Free]:
    """Who is free at these moments and has not enough to do that day, while the person is free, too."""
    if not moments:
        return []
    query = select(Slot.counselor_id, Slot.starts_at).where(
        text(FREE), *_free(search), col(Slot.starts_at).in_(moments)
    )
    length = timedelta(minutes=search.kind.minutes)
    slots = [
        slot
        for slot in map(Free._make, (await session.exec(query)).all())
        if not any(b.starts_at < slot.starts_at + length and slot.starts_at < b.ends_at for b in search.busy)
    ]
    return await with_room_that_day(session, search.center, search.service, slots)


async def _chosen(
    session: AsyncSession,
    search: Search,
    found: dict[datetime, list[Free]],
    now: datetime,
    *,
    backwards: bool,
) -> list[Opening]:
    nearest = sorted(found, reverse=backwards)[: SHOWN + 1]
    counselors = sorted({slot.counselor_id for moment in nearest for slot in found[moment]})
    load = await loads(session, counselors, now)
    first = [fairest_first(found[moment], load, search.own_counselor_id)[0] for moment in sorted(nearest)]
    query = select(Counselor.id, Counselor.name).where(
        col(Counselor.id).in_({slot.counselor_id for slot in first})
    )
    names = dict((await session.exec(query)).all())
    return [Opening(slot.starts_at, slot.counselor_id, names[slot.counselor_id]) for slot in first]
