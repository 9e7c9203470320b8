"""The stream of copies: a page is taken ahead, each copy leaves when the pace allows, ends come in groups."""

import asyncio
import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable

from bot.clock import Clock
from bot.gateway.bell import Bell, within
from bot.gateway.copies import CopyCall, Ended
from bot.gateway.outcomes import AGAIN, End, Outcome, failure_of_copy
from bot.gateway.pacing import Pace
from bot.gateway.pages import Pages
from bot.gateway.posting import Poster
from bot.models import CopyState
from bot.rules.sending import LAST, fails_too_often

logger = logging.getLogger(__name__)

LANES = 24  # calls on their way side by side
PATIENCE = 0.24  # seconds of silence after which what was taken ahead is given back
GATHERING_SECONDS = 0.25  # ends wait this long for company
POLL_SECONDS = 0.5
COURTESY_SECONDS = 0.02
ENDS = {End.SENT: CopyState.SENT, End.BLOCKED: CopyState.BLOCKED, End.FAILED: CopyState.FAILED}


class Stream:
    """Sends copies. `confirm` says inside a transaction whether the right to send is still ours."""

    def __init__(
        self,
        pages: Pages,
        clock: Clock,
        poster: Poster,
        pace: Pace,
        learn: Callable[[Outcome], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pages = pages
        self._clock = clock
        self._poster = poster
        self._pace = pace
        self._learn = learn
        self._monotonic = monotonic
        self._queue: deque[CopyCall] = deque()
        self._flying = 0
        self._lanes: set[asyncio.Task[None]] = set()
        self._ended: list[Ended] = []
        self._ended_since = 0.0
        self._gate = asyncio.Lock()
        self._last: defaultdict[int, deque[CopyState]] = defaultdict(lambda: deque(maxlen=LAST))
        self.bell = Bell()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is taken, on its way, or not written down yet."""
        return not (self._queue or self._flying or self._ended)

    async def step(self) -> int:
        """Write what has ended and take what may go; how many copies were moved."""
        if self._waits_for_silence() and self._queue:
            return await self._give_back()
        if self._lets_others_write():
            return 0
        wanted = self._wanted()
        if not wanted and not self._should_write():
            return 0
        ended = len(self._ended)
        taken = await self._turn(wanted)
        self._queue += taken
        self._fill_lanes()
        return ended + len(taken)

    async def _turn(self, wanted: int) -> list[CopyCall]:
        """Ends are kept until they are written: their calls are made."""
        ended, self._ended = self._ended, []
        try:
            return await self._pages.turn(ended, self._too_often(ended), wanted, self._clock.now())
        except BaseException:
            self._ended = ended + self._ended
            raise

    async def rest(self, ring: asyncio.Event) -> None:
        """Wait until there may be something to do."""
        busy = self._ended or self._flying or self._queue
        longest = GATHERING_SECONDS if busy else POLL_SECONDS
        await within(ring, COURTESY_SECONDS if self._lets_others_write() else longest)

    async def landed(self) -> None:
        """Wait until nothing is taken or on its way, and every end is committed."""
        while self._lanes or self._ended or self._queue:
            if self._lanes:
                await asyncio.wait(set(self._lanes))
            if self._queue:
                await self._give_back()
            await self._turn(0)

    def cut(self) -> None:
        """What is still on its way is in doubt, as after a crash."""
        for lane in self._lanes:
            lane.cancel()

    def _waits_for_silence(self) -> bool:
        return self._pace.copy_in(self._monotonic()) > PATIENCE

    def _lets_others_write(self) -> bool:
        """While somebody waits for an answer the database is theirs, as long as there are copies in hand."""
        return bool(self._queue) and self._pace.expects(self._monotonic())

    def _wanted(self) -> int:
        """How many copies to take: a page, once the one before is nearly gone."""
        moment = self._monotonic()
        page = self._pace.page(moment)
        if len(self._queue) * 2 > page or self._waits_for_silence():
            return 0
        return page - len(self._queue)

    def _should_write(self) -> bool:
        """Ends wait for company: as many as a page, or a moment; nobody waits for them."""
        if not self._ended:
            return False
        moment = self._monotonic()
        is_long = moment - self._ended_since >= GATHERING_SECONDS or moment < self._ended_since
        return is_long or len(self._ended) >= self._pace.page(moment) or not (self._queue or self._flying)

    async def _give_back(self) -> int:
        calls, self._queue = list(self._queue), deque()
        await self._pages.give_back(calls)
        return len(calls)

    def _fill_lanes(self) -> None:
        for _ in range(min(LANES, len(self._queue)) - len(self._lanes)):
            lane = asyncio.create_task(self._lane())
            self._lanes.add(lane)
            lane.add_done_callback(self._lanes.discard)

    async def _lane(self) -> None:
        """One call after the other, each when its turn has come."""
        while (call := await self._next()) is not None:
            self._flying += 1
            try:
                outcome = Outcome(
                    End.SENT, await self._poster.post(call.words, call.chat_id, call.edits) or call.edits
                )
            except Exception as error:  # noqa: BLE001 - each has its meaning in outcomes
                outcome = failure_of_copy(call.edits, error)
            self._land(call, outcome)

    async def _next(self) -> CopyCall | None:
        """The next call once it may leave; None where there is none, or silence was asked for."""
        async with self._gate:
            while self._queue:
                wait = self._pace.copy_in(self._monotonic())
                if wait > PATIENCE:
                    self.bell.ring()
                    return None
                if wait > 0:
                    await asyncio.sleep(wait)
                    continue
                call = self._queue.popleft()
                if len(self._queue) * 2 == self._pace.page(self._monotonic()):
                    self.bell.ring()
                if self._pace.spend(call.chat_id, self._monotonic(), copy=True):
                    return call
                self._keep(call, Outcome(End.TOLD_TO_WAIT))
        return None

    def _land(self, call: CopyCall, outcome: Outcome) -> None:
        self._flying -= 1
        self._learn(outcome)
        self._keep(call, outcome)
        if not self._queue and not self._flying:
            self.bell.ring()

    def _keep(self, call: CopyCall, outcome: Outcome) -> None:
        if not self._ended:
            self._ended_since = self._monotonic()
        self._ended.append((call, outcome))

    def _too_often(self, ended: list[Ended]) -> set[int]:
        """Announcements of whose last copies too many failed."""
        failing = set()
        for call, outcome in ended:
            if outcome.end in AGAIN:
                continue
            state = ENDS.get(outcome.end, CopyState.UNKNOWN)
            for _, announcement_id in call.copies:
                last = self._last[announcement_id]
                last.append(state)
                if state is not CopyState.SENT and fails_too_often(tuple(last)):
                    failing.add(announcement_id)
                    last.clear()
        return failing
