"""The gateway as a whole: receives, has turns done, sends; starts and stops together."""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.routing import BaseRoute
from telegram.error import BadRequest

from bot.clock import Clock
from bot.db import Database
from bot.gateway import inbox, webhook
from bot.gateway.api import TELEGRAM, Api, Caller
from bot.gateway.http import AiohttpRequest
from bot.gateway.leader import leader_of
from bot.gateway.outbox import Render
from bot.gateway.pacing import Pace, Pacing
from bot.gateway.pages import Phrase
from bot.gateway.patience import surely
from bot.gateway.posting import Address, ByCalls
from bot.gateway.presses import Acknowledge
from bot.gateway.receiver import LONG_POLL_SECONDS, Receiver
from bot.gateway.sender import Sender
from bot.gateway.wire import Wire
from bot.gateway.worker import Deed, Worker
from bot.models import Inbox

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the application does for the gateway.

    `perform` does a turn and `apologize` writes an apology, inside the transaction. `render` puts a notice
    into words: the call's parameters, None when it is no longer true. `phrase` does the same for the copies
    of announcements, once a language. `acknowledge` answers a press, at once and beside the turn.
    """

    perform: Deed
    apologize: Deed
    render: Render
    phrase: Phrase
    acknowledge: Acknowledge | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """Whom to call, and as whom. Tests give a `caller` in the same process."""

    token: str = field(repr=False)
    base_url: str = TELEGRAM
    caller: Caller | None = None


class Gateway:
    """All that knows the wire of the Bot API, behind a few methods."""

    def __init__(
        self,
        connection: Connection,
        database: Database,
        clock: Clock,
        deeds: Deeds,
        *,
        pace: Pace | None = None,
        request: AiohttpRequest | None = None,
    ) -> None:
        self._connection = connection
        self._database = database
        self._clock = clock
        self.request = request or AiohttpRequest()
        self._polling = AiohttpRequest(connections=2, read_timeout=LONG_POLL_SECONDS + 10)
        self.api = connection.caller or Api(connection.token, self.request, connection.base_url)
        wire = Wire(Address(connection.base_url, connection.token))
        self._poster = ByCalls(connection.caller) if connection.caller else wire
        self.sender = Sender(
            database,
            clock,
            self.api,
            deeds.render,
            leader_of(database, connection.token),
            pace or Pacing(time.monotonic()),
            phrase=deeds.phrase,
            poster=self._poster,
        )
        self.worker = Worker(
            database,
            clock,
            deeds.perform,
            deeds.apologize,
            acknowledge=deeds.acknowledge or self._acknowledge,
            after_commit=self.wake,
        )

    def wake(self) -> None:
        """Something was written into the outbox: send it now rather than at the next look."""
        self.sender.bell.ring()

    async def store(self, updates: list[dict[str, Any]]) -> None:
        """Keep updates, committed, and have them handled."""
        self.sender.expect()
        async with self._database.transaction() as session:
            await inbox.store(session, updates, self._clock.now())
        self.worker.bell.ring()

    async def flush(self) -> None:
        """Handle all that has come and deliver all that is due now, without waiting; for tests."""
        while await self.worker.drain() + await self.sender.drain():
            pass

    async def run_polling(self, stop: asyncio.Event) -> None:
        """Live by long polling until told to stop; raises TokenRefused."""
        caller = self._connection.caller or Api(
            self._connection.token, self._polling, self._connection.base_url
        )
        receiver = Receiver(caller, self.store)
        await self._run(stop, receiver.run)

    async def run_webhook(
        self,
        stop: asyncio.Event,
        url: str,
        host: str,
        port: int,
        secret: str = "",
        beside: Sequence[BaseRoute] = (),
    ) -> None:
        """Live by Telegram's posts to this address until told to stop; raises TokenRefused, OSError.

        What else is served at the same port is given as routes.
        """
        secret = secret or webhook.default_secret(self._connection.token)
        app = webhook.webhook_app(self.store, secret, webhook.path_of(url), beside)

        async def serve(stop: asyncio.Event) -> None:
            # An address that Telegram refuses once, it refuses always.
            await surely(stop, lambda: webhook.set_webhook(self.api, url, secret), final=(BadRequest,))
            await webhook.serve(app, host, port, stop)

        await self._run(stop, serve)

    async def _run(self, stop: asyncio.Event, receive: Callable[[asyncio.Event], Awaitable[None]]) -> None:
        """Run the three together. The sender stops last: it sends what the last turns said."""
        async with self._transports():
            quiet = asyncio.Event()
            sending = asyncio.create_task(self.sender.run(quiet))
            working = asyncio.create_task(self.worker.run(stop))
            try:
                await receive(stop)
            finally:
                stop.set()
                await asyncio.wait({working})
                quiet.set()
                self.wake()
                await asyncio.gather(working, sending)

    @contextlib.asynccontextmanager
    async def _transports(self) -> AsyncIterator[None]:
        async with self.request, self._polling:
            try:
                yield
            finally:
                await self._poster.close()

    async def _acknowledge(self, row: Inbox) -> None:
        await self.api.call("answerCallbackQuery", {"callback_query_id": row.body["callback_query"]["id"]})
