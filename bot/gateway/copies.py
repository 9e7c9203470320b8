"""The ledger of copies: taking a page of them, and writing how they ended, each in few statements.

All is said in SQL, a page at a time: a million copies cost what a thousand pages cost, and no more than one
page is ever held.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import orjson
from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.gateway.ledger import (
    BACK,
    MARKED,
    OTHERS,
    PAGE,
    PAUSED,
    RECOVERED,
    RUNNING,
    SENT,
    TOGETHER,
    kind_of,
    numbers,
    rows,
    run,
)
from bot.gateway.outcomes import End, Outcome
from bot.gateway.posting import Words
from bot.models import Copy, CopyState, Person
from bot.rules.quiet import is_night

EARLY = timedelta(minutes=1)
STATES = {End.BLOCKED: CopyState.BLOCKED, End.FAILED: CopyState.FAILED, End.UNKNOWN: CopyState.UNKNOWN}


class Running(NamedTuple):
    """An announcement with copies that may go now; one that stands alone is not put together with others."""

    id: int
    revision: int
    law: str
    alone: bool


class Taken(NamedTuple):
    """A copy that is ours to send, and whom it is for."""

    id: int
    person_id: int
    edits: int | None
    chat_id: int
    language: str


@dataclass(slots=True)
class CopyCall:
    """One message on its way: usually one copy, several where they fell together."""

    copies: tuple[tuple[int, int], ...]  # each with its announcement
    person_id: int
    chat_id: int
    edits: int | None
    words: Words


Ended = tuple[CopyCall, Outcome]


async def running(session: AsyncSession, now: datetime) -> list[Running]:
    """Announcements that are being sent and have copies that may go at this hour, the oldest first."""
    return [Running(*row) for row in await rows(session, RUNNING, others=nights_only(now))]


def nights_only(now: datetime) -> bool:
    """Whether only copies go out whose receivers agreed to nights; the statements take it as `:others`.

    A minute early: what is on its way at nine in the evening is night already.
    """
    return is_night(now) or is_night(now + EARLY)


async def take(session: AsyncSession, announcement_id: int, now: datetime, many: int) -> list[Taken]:
    """So many copies of this announcement, marked as being sent."""
    statement = PAGE[kind_of(session)]
    given = {"announcement": announcement_id, "others": nights_only(now), "many": many}
    taken = [Taken(*row) for row in await rows(session, statement, **given)]
    await _mark(session, [each.id for each in taken])
    return taken


async def take_others(
    session: AsyncSession, announcement_ids: Collection[int], persons: Sequence[int], now: datetime
) -> dict[int, list[tuple[int, int]]]:
    """Copies of other announcements that these people are owed now, by person, marked as being sent."""
    if not announcement_ids or not persons:
        return {}
    given = {"ids": numbers(session, sorted(announcement_ids)), "persons": numbers(session, persons)}
    owed = await rows(session, OTHERS[kind_of(session)], others=nights_only(now), **given)
    await _mark(session, [each[0] for each in owed])
    found: dict[int, list[tuple[int, int]]] = {}
    for copy_id, announcement_id, person_id in owed:
        found.setdefault(person_id, []).append((copy_id, announcement_id))
    return found


async def told_together(session: AsyncSession, taken: Sequence[Taken]) -> dict[int, tuple[int, ...]]:
    """For copies that rewrite messages: which announcements each message tells, by copy."""
    ids = numbers(session, [each.id for each in taken])
    found: dict[int, tuple[int, ...]] = {}
    for copy_id, announcement_id in await rows(session, TOGETHER[kind_of(session)], ids=ids):
        found[copy_id] = (*found.get(copy_id, ()), announcement_id)
    return found


async def write(session: AsyncSession, ended: Sequence[Ended], now: datetime) -> None:
    """Write these ends. A copy that is no longer `sending` has been judged by another sender: it stays so."""
    sent = [
        (copy_id, outcome.message_id)
        for call, outcome in ended
        if outcome.end is End.SENT
        for copy_id, _ in call.copies
    ]
    if sent:
        await _write_sent(session, sent, now)
    for call, outcome in ended:
        if outcome.end is not End.SENT:
            await _write_other(session, call, outcome, now)


async def give_back(session: AsyncSession, calls: Sequence[CopyCall]) -> None:
    """These never left: they wait again."""
    ids = [copy_id for call in calls for copy_id, _ in call.copies]
    await run(session, BACK[kind_of(session)], ids=numbers(session, ids))


async def recover(session: AsyncSession, now: datetime) -> int:
    """What a sender that died had taken is unknown and not sent again; how many copies that were."""
    return await run(session, RECOVERED, now=now)


async def pause(session: AsyncSession, announcement_id: int) -> None:
    """Too many fail: nothing more leaves until an operator has looked."""
    await run(session, PAUSED, announcement=announcement_id)


async def _write_sent(session: AsyncSession, sent: list[tuple[int, int | None]], now: datetime) -> None:
    if kind_of(session) == "postgresql":
        ids, messages = [each[0] for each in sent], [each[1] for each in sent]
        await run(session, SENT["postgresql"], ids=ids, messages=messages, now=now)
    else:
        await run(session, SENT["sqlite"], pairs=orjson.dumps(sent).decode(), now=now)


async def _write_other(session: AsyncSession, call: CopyCall, outcome: Outcome, now: datetime) -> None:
    ids = [copy_id for copy_id, _ in call.copies]
    state = STATES.get(outcome.end)
    ended = update(Copy).where(col(Copy.id).in_(ids), col(Copy.state) == CopyState.SENDING)
    if state is None:
        await session.exec(ended.values(state=CopyState.WAITING))
        return
    await session.exec(ended.values(state=state, error=outcome.error, ended_at=now))
    if state is CopyState.BLOCKED:
        await _unreachable(session, call.person_id, now)


async def _unreachable(session: AsyncSession, person_id: int, now: datetime) -> None:
    """They blocked us or left: further news would be refused as well."""
    person = col(Person.id) == person_id, col(Person.unreachable_at).is_(None)
    await session.exec(update(Person).where(*person).values(unreachable_at=now))
    waiting = col(Copy.person_id) == person_id, col(Copy.state) == CopyState.WAITING
    await session.exec(update(Copy).where(*waiting).values(state=CopyState.BLOCKED, ended_at=now))


async def _mark(session: AsyncSession, ids: Sequence[int]) -> None:
    if ids:
        await run(session, MARKED[kind_of(session)], ids=numbers(session, ids))
