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
from bot.gateway.errors import place_of
from bot.gateway.flights import COPIES_AT_ONCE, Flights
from bot.gateway.leader import Leader
from bot.gateway.outbox import Head, Render
from bot.gateway.outcomes import TROUBLE, Call, End, Outcome, failure, success
from bot.gateway.pacing import Pace
from bot.gateway.patience import grown

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.2  # rows of other processes are seen this soon
TOKEN_SECONDS = 60.0
LANDING_SECONDS = 25.0  # more than a call may take


class Sender:
    """Sends while it holds the right to; one call to a chat at a time, one notice in doubt at most."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        api: Caller,
        render: Render,
        leader: Leader,
        pace: Pace,
        monotonic: Callable[[], float] = time.monotonic,
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
        self._troubles = 0
        self._trouble_until = 0.0
        self._leads = False

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; what has left is waited for and written down."""
        failures = 0
        try:
            while not stop.is_set():
                ring = self.bell.listen()
                try:
                    sent = await self.send_due()
                    failures = 0
                except Exception as error:  # noqa: BLE001 - the database is away: it will be back
                    self._leads = False  # a commit may have come through all the same: judge anew
                    logger.warning("The outbox cannot be read: %s", place_of(error))
                    await within(stop, grown(failures))
                    failures += 1
                    continue
                if not sent:
                    await self._rest(ring)
        finally:
            await self.close()

    async def send_due(self) -> int:
        """Let go what may go at this moment; how many rows were taken."""
        if not await self._may_lead():
            return 0
        heads = await self._choose()
        if not heads:
            return 0
        ids, now = [head.id for head in heads], self._clock.now()
        async with self._database.transaction() as session:
            self._leads = await self._leader.confirm(session)
            calls = await outbox.take(session, ids, now, self._render) if self._leads else []
        if not self._leads:
            logger.warning("The right to send is lost; another process may have it.")
            await self._leader.release()
            return 0
        for call in calls:
            self._flights.start(call, self._call(call))
        return len(heads)

    async def drain(self) -> int:
        """Send all that is due now and wait for it; stops early when Telegram asks for silence."""
        total = 0
        while sent := await self.send_due():
            total += sent
            await self._flights.landed()
        return total

    async def close(self) -> None:
        """Wait for what has left, then let others send."""
        await self._flights.close(LANDING_SECONDS)
        self._leads = False
        await self._leader.release()

    async def _may_lead(self) -> bool:
        """Whether we have the right to send. What the last holder was sending is judged first."""
        if self._leads:
            return True
        if not await self._leader.acquire():
            return False
        await self._flights.landed()
        async with self._database.transaction() as session:
            doubtful = await endings.recover(session, self._clock.now())
        if doubtful:
            logger.warning("%d messages were on their way when the sender stopped.", doubtful)
        self._leads = True
        return True

    async def _choose(self) -> list[Head]:
        """The next rows by priority, as many as the pace allows; the rights to send them are spent."""
        moment = self._monotonic()
        room = min(self._pace.room(moment), self._flights.room)
        if room < 1:
            return []
        busy = self._flights.chats | self._pace.resting(moment)
        now = self._clock.now()
        async with self._database.reading() as session:
            notices = not self._flights.has_notice
            heads = await outbox.urgent_heads(session, now, busy, room, notices=notices)
            heads = _one_notice(heads)
            if room > len(heads) and (heads or room >= COPIES_AT_ONCE):
                busy |= {head.chat_id for head in heads}
                heads += await outbox.copy_heads(session, now, busy, room - len(heads))
        return [head for head in heads if self._pace.spend(head.chat_id, moment)]

    async def _call(self, call: Call) -> Outcome:
        try:
            outcome = success(call, await self._api.call(call.method, call.params))
        except Exception as error:  # noqa: BLE001 - each has its meaning in outcomes.failure
            outcome = failure(call, error)
        self._learn(outcome)
        return outcome

    def _learn(self, outcome: Outcome) -> None:
        """What one call's end means for all others."""
        moment = self._monotonic()
        if outcome.end is End.TOLD_TO_WAIT:
            logger.warning("Telegram asks for %d seconds of silence.", outcome.seconds)
            self._pace.pause(outcome.seconds, moment)
        elif outcome.end is End.TOKEN_REFUSED:
            logger.error("Telegram refuses the token: check BITNA_TOKEN.")
            self._pace.pause(TOKEN_SECONDS, moment)
        elif outcome.end in TROUBLE:
            self._take_trouble(moment)
        elif outcome.end is End.SENT:
            self._troubles = 0

    def _take_trouble(self, moment: float) -> None:
        """Many calls that fail at once are one trouble; the next one lasts longer."""
        if moment >= self._trouble_until:
            self._trouble_until = moment + grown(self._troubles)
            self._troubles += 1
            self._pace.hold(self._trouble_until - moment, moment)

    async def _write(self, ended: list[tuple[Call, Outcome]]) -> None:
        async with self._database.transaction() as session:
            await endings.write(session, ended, self._clock.now())

    async def _rest(self, ring: asyncio.Event) -> None:
        opens_in = self._pace.opens_in(self._monotonic(), COPIES_AT_ONCE)
        await within(ring, min(POLL_SECONDS, opens_in) if opens_in else POLL_SECONDS)


def _one_notice(heads: list[Head]) -> list[Head]:
    """At most one of them a notice: what is being sent when we die goes out twice."""
    notices = [head for head in heads if head.is_notice]
    return [head for head in heads if not head.is_notice or head is notices[0]]
