"""Turning what waits in the inbox into turns: one update, one transaction, in each chat one at a time."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.db import Database
from bot.gateway import inbox
from bot.gateway.bell import Bell, within
from bot.gateway.errors import is_passing, place_of
from bot.gateway.patience import grown
from bot.gateway.presses import Acknowledge, Presses
from bot.models import Inbox, InboxState

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.2  # rows of other processes are seen this soon
REST_SECONDS = 0.5  # before a failed update is tried again, doubled each time
TOGETHER = 16  # turns that share a commit on SQLite, where there is one writer and a commit is a disk's turn
TOGETHER_SECONDS = 0.05
LANES = 4  # turns side by side on PostgreSQL; each alone in its transaction, so that locks are held shortly

Deed = Callable[[AsyncSession, Inbox, datetime], Awaitable[None]]


class Worker:
    """Handles the inbox: `perform` does a turn in the transaction, `apologize` says sorry for a dead one."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        perform: Deed,
        apologize: Deed,
        *,
        acknowledge: Acknowledge | None = None,
        after_commit: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._perform = perform
        self._apologize = apologize
        self._presses = Presses(acknowledge)
        self._after_commit = after_commit
        self._together = 1 if database.is_postgres else TOGETHER
        self._alone = 0
        self._resting: dict[int, float] = {}
        self.bell = Bell()

    async def run(self, stop: asyncio.Event) -> None:
        """Handle what comes until told to stop; what has begun is finished."""
        lanes = LANES if self._database.is_postgres else 1
        async with asyncio.TaskGroup() as group:
            for number in range(lanes):
                group.create_task(self._lane(stop, POLL_SECONDS if number == 0 else None))
            group.create_task(self._ring_at(stop))
        await self._presses.acknowledged(within_seconds=5)

    async def drain(self) -> int:
        """Handle all that waits now, failed ones at once again; how many turns were tried."""
        tried = 0
        while taken := await self.work():
            tried += taken
            self._resting.clear()
        await self._presses.acknowledged()
        return tried

    async def work(self) -> int:
        """Handle the next turns; how many were tried. Raises only when the database is away."""
        together, self._alone = (1, self._alone - 1) if self._alone > 0 else (self._together, 0)
        taken: list[Inbox] = []
        failed: dict[int, Exception] = {}
        try:
            async with self._database.transaction() as session:
                taken += await inbox.claim(session, together, self._resting_chats())
                session.expunge_all()  # plain values from here on: a rollback must not empty them
                self._presses.acknowledge(taken)
                tried = await self._turns(session, taken, failed)
        except Exception as error:
            if not taken or is_passing(error):
                raise
            failed, tried = {}, len(taken)
            self._blame(taken, failed, error)
        else:
            if tried:
                self._after_commit()
        for row in taken:
            if error_of_row := failed.get(id_of(row)):
                await self._set_back(row, error_of_row)
        return tried

    async def _turns(self, session: AsyncSession, rows: list[Inbox], failed: dict[int, Exception]) -> int:
        """Do these turns, as many as the time allows; how many were tried."""
        started, now, tried = time.monotonic(), self._clock.now(), 0
        for row in rows:
            if tried and time.monotonic() - started > TOGETHER_SECONDS:
                break
            tried += 1
            if len(rows) == 1:
                await self._perform(session, row, now)
            else:
                await self._turn_of_several(session, row, now, failed)
        await inbox.finish(session, [id_of(row) for row in rows[:tried] if row.id not in failed], now)
        return tried

    async def _turn_of_several(
        self, session: AsyncSession, row: Inbox, now: datetime, failed: dict[int, Exception]
    ) -> None:
        """One turn between savepoints: its failure undoes nobody else's."""
        try:
            async with session.begin_nested():
                await self._perform(session, row, now)
        except Exception as error:
            if is_passing(error):
                raise
            failed[id_of(row)] = error
        session.expunge_all()  # the next turn sees the database, not what this one had in hand

    def _blame(self, taken: list[Inbox], failed: dict[int, Exception], error: Exception) -> None:
        """Several shared a transaction that broke: each is tried alone to find out whose fault it was."""
        if len(taken) > 1:
            self._alone = len(taken)
        else:
            failed[id_of(taken[0])] = error

    async def _set_back(self, taken: Inbox, error: Exception) -> None:
        """In a transaction of its own: the turn's was rolled back."""
        now, update_id, chat_id = self._clock.now(), taken.update_id, taken.chat_id
        async with self._database.transaction() as session:
            row = await inbox.set_back(session, id_of(taken), type(error).__name__, now)
            if row is None:
                return
            attempts, is_dead = row.attempts, row.state is InboxState.DEAD
            if is_dead:
                await self._say_sorry(session, row, now)
        logger.error("Update %d failed (attempt %d): %s", update_id, attempts, place_of(error))
        self._resting[chat_id] = time.monotonic() + (0 if is_dead else REST_SECONDS * 2 ** (attempts - 1))
        self._after_commit()

    async def _say_sorry(self, session: AsyncSession, row: Inbox, now: datetime) -> None:
        update_id = row.update_id
        try:
            async with session.begin_nested():
                await self._apologize(session, row, now)
        except Exception as error:  # noqa: BLE001 - a dead row must become dead, with or without kind words
            logger.error("No apology for update %d: %s", update_id, place_of(error))  # noqa: TRY400

    def _resting_chats(self) -> list[int]:
        now = time.monotonic()
        self._resting = {chat_id: until for chat_id, until in self._resting.items() if until > now}
        return list(self._resting)

    async def _lane(self, stop: asyncio.Event, poll: float | None) -> None:
        failures = 0
        while not stop.is_set():
            ring = self.bell.listen()
            try:
                tried = await self.work()
                failures = 0
            except Exception as error:  # noqa: BLE001 - the database is away: it will be back
                if not is_passing(error):
                    logger.warning("The inbox cannot be read: %s", place_of(error))
                await within(stop, grown(failures))
                failures += 1
                continue
            if tried and poll is not None and self._together == 1:
                self.bell.ring()
            if not tried:
                await self._rest(ring, poll)

    async def _rest(self, ring: asyncio.Event, poll: float | None) -> None:
        if poll is None:
            await ring.wait()
        else:
            await within(ring, poll)

    async def _ring_at(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self.bell.ring()


def id_of(row: Inbox) -> int:
    """The id of a row that is in the database."""
    assert row.id is not None
    return row.id
