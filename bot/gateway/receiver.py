"""Long polling: what Telegram gives is stored before it hears, by the next offset, that we have it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.gateway.api import Caller
from bot.gateway.bell import within
from bot.gateway.patience import Wait, surely
from bot.gateway.updates import ALLOWED_UPDATES

LONG_POLL_SECONDS = 30

Store = Callable[[list[dict[str, Any]]], Awaitable[None]]


class Receiver:
    """Asks for updates and stores them."""

    def __init__(
        self,
        api: Caller,
        store: Store,
        *,
        long_poll: int = LONG_POLL_SECONDS,
        wait: Wait = within,
    ) -> None:
        self._api = api
        self._store = store
        self._long_poll = long_poll
        self._wait = wait
        self._offset: int | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Receive until told to stop; raises TokenRefused."""
        receiving = asyncio.create_task(self._receive(stop))
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({receiving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            # Cutting a poll short loses nothing: Telegram gives again what was not confirmed.
            receiving.cancel()
            stopping.cancel()
            await asyncio.gather(stopping, return_exceptions=True)
        try:
            await receiving
        except asyncio.CancelledError:
            if not stop.is_set():
                raise

    async def receive(self) -> int:
        """One round: ask, store, and only then move the offset; how many updates came."""
        params: dict[str, Any] = {"timeout": self._long_poll, "allowed_updates": list(ALLOWED_UPDATES)}
        if self._offset is not None:
            params["offset"] = self._offset
        updates = await self._api.call("getUpdates", params)
        if updates:
            await self._store(updates)
            self._offset = max(update["update_id"] for update in updates) + 1
        return len(updates)

    async def _receive(self, stop: asyncio.Event) -> None:
        await surely(stop, lambda: self._api.call("deleteWebhook", {}), self._wait)
        while not stop.is_set():
            await surely(stop, self.receive, self._wait)
