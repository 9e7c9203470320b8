"""Bringing updates to a webhook: in order and one at a time for each chat, again until it says yes."""

import asyncio
from collections import deque

import aiohttp
import orjson

from sandbox.bots import Bot, Webhook
from sandbox.refusals import Json, Refused
from sandbox.telegram import Telegram

LONGEST_DELAY = 60.0
ANSWER_SECONDS = 60.0


class Delivery:
    """The webhook of one bot, as long as it is set."""

    def __init__(self, telegram: Telegram, bot: Bot, webhook: Webhook, first_delay: float) -> None:
        self._telegram = telegram
        self._bot = bot
        self._webhook = webhook
        self._first_delay = first_delay
        self._lanes: dict[int, deque[int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._connections = asyncio.Semaphore(webhook.max_connections)
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(ANSWER_SECONDS))
        for update_id, update in bot.updates:
            self.bring(update_id, next(value for name, value in update.items() if name != "update_id"))

    def bring(self, update_id: int, content: Json) -> None:
        """Queue an update behind the others of its chat."""
        chat_id = content["from"]["id"]
        if lane := self._lanes.get(chat_id):
            lane.append(update_id)
            return
        self._lanes[chat_id] = deque([update_id])
        task = asyncio.create_task(self._drive(chat_id))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _drive(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        while lane:
            await self._insist(lane[0])
            lane.popleft()
        del self._lanes[chat_id]

    async def _insist(self, update_id: int) -> None:
        delay = self._first_delay
        while update := self._bot.updates.get(update_id):
            async with self._connections:
                delivered = await self._offer(update)
            if delivered:
                self._bot.updates.forget([update_id])
                return
            await asyncio.sleep(delay)
            delay = min(delay * 2, LONGEST_DELAY)

    async def _offer(self, update: Json) -> bool:
        headers = {"Content-Type": "application/json"}
        if self._webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._webhook.secret_token
        try:
            async with self._session.post(
                self._webhook.url, data=orjson.dumps(update), headers=headers
            ) as response:
                body = await response.read()
                if response.ok:
                    self._obey(body)
                    return True
                self._remember(f"Wrong response from the webhook: {response.status} {response.reason}")
        except (aiohttp.ClientError, TimeoutError) as error:
            self._remember(f"Connection failed: {error}")
        return False

    def _obey(self, body: bytes) -> None:
        """A webhook may answer with one call to make."""
        try:
            asked = orjson.loads(body)
            if isinstance(asked, dict) and "method" in asked:
                self._telegram.call(self._bot.token, str(asked.pop("method")), asked)
        except (orjson.JSONDecodeError, Refused):
            return  # Telegram does not tell the bot either; the call log has the refusal

    def _remember(self, message: str) -> None:
        at = self._telegram.clock.timestamp()
        self._webhook.last_error = {"last_error_date": at, "last_error_message": message}

    async def stop(self) -> None:
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._session.close()
