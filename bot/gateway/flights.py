"""What is on its way: calls side by side, their ends written in groups."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from bot.gateway.errors import place_of
from bot.gateway.outcomes import Call, Outcome
from bot.models import OutboxKind

logger = logging.getLogger(__name__)

AT_ONCE = 30
RETRY_SECONDS = 0.5

Ended = tuple[Call, Outcome]


class Flights:
    """Calls from the moment their rows are `sending` until their ends are committed."""

    def __init__(
        self, write: Callable[[list[Ended]], Awaitable[None]], after: Callable[[], None] = lambda: None
    ) -> None:
        self._write = write
        self._after = after
        self._calls: dict[int, Call] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._ended: list[Ended] = []
        self._writer: asyncio.Task[None] | None = None

    @property
    def room(self) -> int:
        """How many more may leave."""
        return AT_ONCE - len(self._calls)

    @property
    def chats(self) -> set[int]:
        """The chats that something is on its way to."""
        return {call.chat_id for call in self._calls.values()}

    @property
    def has_notice(self) -> bool:
        """Whether a notice is on its way."""
        return any(call.kind is OutboxKind.NOTICE for call in self._calls.values())

    def start(self, call: Call, deed: Coroutine[Any, Any, Outcome]) -> None:
        """Let a call go."""
        self._calls[call.row_id] = call
        task = asyncio.create_task(self._fly(call, deed))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def landed(self) -> None:
        """Wait until nothing is on its way and every end is committed."""
        while self._tasks or self._writer:
            await asyncio.wait([*self._tasks, *([self._writer] if self._writer else [])])

    async def close(self, seconds: float) -> None:
        """Wait for all this long; what is still on its way then is in doubt, as after a crash."""
        try:
            async with asyncio.timeout(seconds):
                await self.landed()
        except TimeoutError:
            for task in [*self._tasks, *([self._writer] if self._writer else [])]:
                task.cancel()

    async def _fly(self, call: Call, deed: Coroutine[Any, Any, Outcome]) -> None:
        outcome = await deed  # before the list is looked up: a writer may take it away meanwhile
        self._ended.append((call, outcome))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_all())

    async def _write_all(self) -> None:
        """Write until nothing has ended; what ends during a commit shares the next one."""
        try:
            while self._ended:
                ended, self._ended = self._ended, []
                await self._write_surely(ended)
        finally:
            self._writer = None

    async def _write_surely(self, ended: list[Ended]) -> None:
        """The calls are made: their ends are kept until the database takes them."""
        while True:
            try:
                await self._write(ended)
                break
            except Exception as error:  # noqa: BLE001 - the database is away: it will be back
                logger.warning("The ends of %d calls cannot be written yet: %s", len(ended), place_of(error))
                await asyncio.sleep(RETRY_SECONDS)
        for call, _ in ended:
            del self._calls[call.row_id]
        self._after()
