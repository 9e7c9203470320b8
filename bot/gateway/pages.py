"""One transaction of the stream: ends are written, the next page is taken and put into words."""

import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.db import Database
from bot.gateway import copies
from bot.gateway.copies import CopyCall, Ended, Running, Taken
from bot.gateway.leader import Leader
from bot.gateway.posting import Words

logger = logging.getLogger(__name__)

KEPT = 64

# Announcements, a language, and whether a message is rewritten → the call's method and parameters without the
# receiver. None where they do not fit into one message.
Phrase = Callable[[AsyncSession, tuple[int, ...], str, bool], Awaitable[tuple[str, dict[str, Any]] | None]]


class LostRight(Exception):  # noqa: N818 - a state of affairs
    """Another process may have the right to send."""


class Pages:
    """Takes pages of copies and writes their ends."""

    def __init__(self, database: Database, leader: Leader, phrase: Phrase) -> None:
        self._database = database
        self._leader = leader
        self._phrase = phrase
        self._kept: dict[tuple[Any, ...], Words | None] = {}

    async def turn(
        self, ended: Sequence[Ended], failing: Collection[int], wanted: int, now: datetime
    ) -> list[CopyCall]:
        """Write the ends, pause what fails too often, take so many copies; raises LostRight."""
        due: list[Running] = []
        if wanted:
            async with self._database.reading() as session:
                due = [each for each in await copies.running(session, now) if each.id not in failing]
        if not (ended or due):
            return []
        async with self._database.transaction() as session:
            await copies.write(session, ended, now)
            for announcement_id in failing:
                logger.error("Announcement %d is paused: too many copies fail.", announcement_id)
                await copies.pause(session, announcement_id)
            if due and not await self._leader.confirm(session):
                raise LostRight
            return await self._taken(session, due, wanted, now)

    async def give_back(self, calls: Sequence[CopyCall]) -> None:
        """These never left: they wait again."""
        async with self._database.transaction() as session:
            await copies.give_back(session, calls)

    async def _taken(
        self, session: AsyncSession, due: list[Running], wanted: int, now: datetime
    ) -> list[CopyCall]:
        """A page of the announcement that came first; what else its people are owed now goes along."""
        calls: list[CopyCall] = []
        for each in due:
            if len(calls) >= wanted:
                break
            taken = await copies.take(session, each.id, now, wanted - len(calls))
            if any(copy.edits is not None for copy in taken):
                calls += await self._rewriting(session, each, taken)
            else:
                calls += await self._telling(session, each, due, taken, now)
        return calls

    async def _telling(
        self, session: AsyncSession, first: Running, due: list[Running], taken: list[Taken], now: datetime
    ) -> list[CopyCall]:
        """New messages. Advertisements are not mixed with news: their label opens the whole message."""
        others = {
            other.id: other
            for other in due
            if other.id != first.id and (other.law == "advert") == (first.law == "advert")
            if not (other.alone or first.alone)
        }
        persons = [copy.person_id for copy in taken]
        along = await copies.take_others(session, others, persons, now)
        return [
            call
            for copy in taken
            for call in await self._together(
                session, [first, *others.values()], copy, along.get(copy.person_id, []), first.id
            )
        ]

    async def _together(
        self,
        session: AsyncSession,
        due: list[Running],
        copy: Taken,
        along: list[tuple[int, int]],
        first_id: int,
    ) -> list[CopyCall]:
        """One message of all that this person is owed now; one each where that is too long."""
        all_of_it = ((copy.id, first_id), *along)
        words = await self._words(session, due, tuple(sorted(each for _, each in all_of_it)), copy.language)
        if words is not None:
            return [CopyCall(all_of_it, copy.person_id, copy.chat_id, None, words)]
        calls = []
        for one in all_of_it:
            alone = await self._words(session, due, (one[1],), copy.language)
            assert alone is not None, "one announcement always fits into one message"
            calls.append(CopyCall((one,), copy.person_id, copy.chat_id, None, alone))
        return calls

    async def _rewriting(self, session: AsyncSession, each: Running, taken: list[Taken]) -> list[CopyCall]:
        """Messages that were delivered say something else now: all that they tell, written anew."""
        told = await copies.told_together(session, taken)
        calls = []
        for copy in taken:
            words = await self._words(session, [each], told.get(copy.id, ()), copy.language, rewrites=True)
            if words is not None:
                calls.append(CopyCall(((copy.id, each.id),), copy.person_id, copy.chat_id, copy.edits, words))
        return calls

    async def _words(
        self,
        session: AsyncSession,
        due: list[Running],
        ids: tuple[int, ...],
        language: str,
        *,
        rewrites: bool = False,
    ) -> Words | None:
        """Once for each language, as long as nobody revises them."""
        revisions = tuple(each.revision for each in due)
        key = (ids, language, rewrites, revisions, due[0].id)
        if key not in self._kept:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            made = await self._phrase(session, ids, language, rewrites)
            self._kept[key] = Words(*made) if made else None
        return self._kept[key]
