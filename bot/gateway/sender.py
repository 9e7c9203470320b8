"""The sender: takes what is due from the outbox, at the pace Telegram allows, and writes how it ended."""

import asyncio
import logging
import time
from collections.abc import Callable

from bot.clock import Clock
from bot.db import Database
from bot.gateway import endings, outbox
from bot.gateway.api import Caller
from bot.gateway.bell import Bell, within
from bot.gateway.flights import Flights
from bot.gateway.leader import Leader
from bot.gateway.lessons import Lessons
from bot.gateway.outbox import Head, Render
from bot.gateway.outcomes import Call, Outcome, failure, success
from bot.gateway.pacing import Pace
from bot.gateway.pages import LostRight, Pages, Phrase
from bot.gateway.patience import Deed, Rest, again
from bot.gateway.posting import ByCalls, Poster
from bot.gateway.stream import Stream

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.2  # rows of other processes are seen this soon
LANDING_SECONDS = 25.0  # more than a call may take


class Sender:
    """Sends while it holds the right to; one call to a chat at a time, one notice in doubt at most.

    Copies of announcements go in a stream of their own beside the replies and notices, behind them in pace.
    """

    def __init__(  # noqa: PLR0913 - the wiring, all of it named
        self,
        database: Database,
        clock: Clock,
        api: Caller,
        render: Render,
        leader: Leader,
        pace: Pace,
        monotonic: Callable[[], float] = time.monotonic,
        *,
        phrase: Phrase,
        poster: Poster | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._api = api
        self._render = render
        self._leader = leader
        self._pace = pace
        self._monotonic = monotonic
        self.bell = Bell()
        self._flights = Flights(self._write, self.bell.ring)
        self._lessons = Lessons(pace, self._now)
        pages = Pages(database, leader, phrase)
        self._stream = Stream(pages, clock, poster or ByCalls(api), pace, self._lessons.learn, self._now)
        self._leads = False
        self._leading = asyncio.Lock()
        self._owes = False

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; what has left is waited for and written down."""
        streaming = asyncio.create_task(
            self._again(stop, self._stream.bell, self.send_copies, self._stream.rest)
        )
        try:
            await self._again(stop, self.bell, self.send_due, self._rest)
        finally:
            self._stream.bell.ring()
            await streaming
            await self.close()

    async def _again(self, stop: asyncio.Event, bell: Bell, deed: Deed, rest: Rest) -> None:
        await again(stop, bell, deed, rest, self._doubt)

    def _doubt(self) -> None:
        """A commit may have come through all the same: judge anew."""
        self._leads = False

    def expect(self) -> None:
        """Somebody has written and will be answered: copies leave them the next place."""
        self._pace.expect(self._monotonic())

    async def send_due(self) -> int:
        """Let go what may go at this moment; how many rows were taken."""
        if not await self._may_lead():
            return 0
        heads, moment = await self._choose()
        if not heads:
            return 0
        ids, now = [head.id for head in heads], self._clock.now()
        async with self._database.transaction() as session:
            self._leads = await self._leader.confirm(session)
            calls = await outbox.take(session, ids, now, self._render) if self._leads else []
        if not self._leads:
            await self._give_up()
            return 0
        for call in calls:
            self._pace.delayed(moment, self._monotonic())
            self._flights.start(call, self._call(call))
        return len(heads)

    def _now(self) -> float:
        return self._monotonic()

    async def send_copies(self) -> int:
        """Let the stream go on; how many copies it moved."""
        if not await self._may_lead():
            return 0
        try:
            return await self._stream.step()
        except LostRight:
            await self._give_up()
            return 0

    async def drain(self) -> int:
        """Send all that is due now and wait for it; stops early when Telegram asks for silence."""
        total = 0
        while sent := await self.send_due() + await self.send_copies():
            total += sent
            await self._flights.landed()
            await self._stream.landed()
        return total

    async def close(self) -> None:
        """Wait for what has left, then let others send."""
        await self._flights.close(LANDING_SECONDS)
        try:
            async with asyncio.timeout(LANDING_SECONDS):
                await self._stream.landed()
        except TimeoutError:
            self._stream.cut()
        self._leads = False
        await self._leader.release()

    async def _give_up(self) -> None:
        logger.warning("The right to send is lost; another process may have it.")
        self._leads = False
        await self._leader.release()

    async def _may_lead(self) -> bool:
        """Whether we have the right to send. What the last holder was sending is judged first."""
        if self._leads:
            return True
        async with self._leading:
            if self._leads:
                return True
            if not await self._leader.acquire():
                return False
            await self._flights.landed()
            await self._stream.landed()
            async with self._database.transaction() as session:
                doubtful = await endings.recover(session, self._clock.now())
            if doubtful:
                logger.warning("%d messages were on their way when the sender stopped.", doubtful)
            self._leads = True
            return True

    async def _choose(self) -> tuple[list[Head], float]:
        """The next rows by priority, as many as the pace allows, and when the rights to send them were spent.

        Where there is no place, it is seen whether somebody waits: then no copy takes the next.
        """
        moment = self._monotonic()
        room = min(max(1, self._pace.room(moment)), self._flights.room)
        if room < 1:
            return [], moment
        busy = self._flights.chats | self._pace.resting(moment)
        now = self._clock.now()
        async with self._database.reading() as session:
            notices = not self._flights.has_notice
            heads = await outbox.urgent_heads(session, now, busy, room, notices=notices)
        moment = self._monotonic()  # copies may have left meanwhile
        chosen = [head for head in heads if self._pace.spend(head.chat_id, moment)]
        self._owes = len(chosen) < len(heads)
        if self._owes:
            self._pace.expect(moment)
        return chosen, moment

    async def _call(self, call: Call) -> Outcome:
        try:
            outcome = success(call, await self._api.call(call.method, call.params))
        except Exception as error:  # noqa: BLE001 - each has its meaning in outcomes.failure
            outcome = failure(call, error)
        self._lessons.learn(outcome)
        return outcome

    async def _write(self, ended: list[tuple[Call, Outcome]]) -> None:
        async with self._database.transaction() as session:
            await endings.write(session, ended, self._clock.now())

    async def _rest(self, ring: asyncio.Event) -> None:
        opens_in = self._pace.opens_in(self._monotonic()) if self._owes else POLL_SECONDS
        await within(ring, min(POLL_SECONDS, opens_in))
