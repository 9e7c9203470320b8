"""Long polls: one at a time for each bot, as with Telegram."""

import asyncio
from typing import Any

from sandbox.bots import Bot
from sandbox.params import Params
from sandbox.refusals import Json, Refused, conflict
from sandbox.telegram import Telegram

LONGEST_SECONDS = 50
ANOTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Polls:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._waiting: dict[str, asyncio.Future[None]] = {}

    async def get_updates(self, token: str, params: Json) -> Any:
        """The updates that wait, or the first to arrive before the time is over."""
        self.end(token, conflict(ANOTHER))
        found = self._telegram.call(token, "getUpdates", params)
        seconds = min(Params(params).integer("timeout"), LONGEST_SECONDS)
        if found or seconds <= 0:
            return found
        await self._arrival(token, seconds)
        limit = Params(params).integer("limit", 100)
        return self._telegram.bot(token).updates.take(0, limit)

    async def _arrival(self, token: str, seconds: float) -> None:
        waiting = asyncio.get_running_loop().create_future()
        self._waiting[token] = waiting
        timer = asyncio.get_running_loop().call_later(seconds, _wake, waiting)
        try:
            await waiting
        finally:
            timer.cancel()
            if self._waiting.get(token) is waiting:
                del self._waiting[token]

    def arrived(self, bot: Bot) -> None:
        if waiting := self._waiting.get(bot.token):
            _wake(waiting)

    def end(self, token: str, reason: Refused) -> None:
        """The poll that waits is told why it may not wait any longer."""
        waiting = self._waiting.pop(token, None)
        if waiting and not waiting.done():
            waiting.set_exception(reason)

    def end_all(self) -> None:
        for waiting in list(self._waiting.values()):
            _wake(waiting)


def _wake(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_result(None)
