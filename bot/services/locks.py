"""Who works on a person's or a counselor's appointments has them alone until the transaction ends.

Always the people first, by number, then the counselors, by number, then the rooms, then a hiring day, then
rows: nobody waits in a circle. Who takes or frees a counselor's time holds the counselor: the database counts
the free minutes of the slots under the same lock. Who brings a meeting into a room holds the room: else two
who do, each into the hour that the other leaves, wait for each other in its constraint. SQLite has one writer
and needs no locks.
"""

import zlib
from collections.abc import Iterable
from typing import Any

from sqlalchemy import func
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.services.rows import is_postgres

PERSONS = 7001
COUNSELORS = 7002
TIMETABLE = 7003
ROOMS = 7004
FAIRS = 7010
# For `with_for_update`: what others write may go on pointing to the row. Else who changes a row of their own
# twice waits for it, out of order: the second time PostgreSQL looks anew whether what it points to is there.
ROW: dict[str, Any] = {"key_share": True}


async def hold_person(session: AsyncSession, person_id: int | None) -> None:
    """Wait until nobody else changes this person's appointments."""
    if person_id is not None:
        await _hold(session, PERSONS, person_id)


async def hold_counselors(session: AsyncSession, counselor_ids: Iterable[int]) -> None:
    """Wait until nobody else changes these counselors' appointments."""
    for counselor_id in sorted(set(counselor_ids)):
        await _hold(session, COUNSELORS, counselor_id)


async def hold_rooms(session: AsyncSession, rooms: Iterable[str | None]) -> None:
    """Wait until nobody else brings a meeting into these rooms; None is no room."""
    for number in _numbers_of(rooms):
        await _hold(session, ROOMS, number)


def _numbers_of(rooms: Iterable[str | None]) -> list[int]:
    """As PostgreSQL takes them, 32 bits with a sign, in order; two rooms of one number are held as one."""
    unsigned = {zlib.crc32(room.encode()) for room in rooms if room}
    return sorted(number - (number >> 31 << 32) for number in unsigned)


async def try_to_hold(
    session: AsyncSession,
    person_id: int,
    counselor_ids: Iterable[int],
    rooms: Iterable[str | None] = (),
) -> bool:
    """The clock's way: it comes to others out of order, so it never waits. False: at the next beat, then."""
    wanted = [
        (PERSONS, person_id),
        *((COUNSELORS, number) for number in sorted(set(counselor_ids))),
        *((ROOMS, number) for number in _numbers_of(rooms)),
    ]
    for kind, number in wanted:
        if not await _try(session, kind, number):
            return False
    return True


async def at_hand(session: AsyncSession, counselor_ids: Iterable[int]) -> set[int]:
    """The same for counselors alone: hold those whom nobody else holds, and say who they are."""
    return {each for each in sorted(set(counselor_ids)) if await _try(session, COUNSELORS, each)}


async def hold_timetable(session: AsyncSession) -> None:
    """Wait until nobody else makes counselors and slots: two that start together would make them twice."""
    await _hold(session, TIMETABLE, 0)


async def hold_fair(session: AsyncSession, fair_id: int) -> None:
    """Wait until nobody else gives places or times of this hiring day. After persons, before rows."""
    await _hold(session, FAIRS, fair_id)


async def _hold(session: AsyncSession, kind: int, number: int) -> None:
    if is_postgres(session):
        await session.exec(select(func.pg_advisory_xact_lock(kind, number)))


async def _try(session: AsyncSession, kind: int, number: int) -> bool:
    if not is_postgres(session):
        return True
    held: bool = (await session.exec(select(func.pg_try_advisory_xact_lock(kind, number)))).one()
    return held
