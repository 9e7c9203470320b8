"""The wire of announcements: one body for all, and only the receiver's number changes.

A general HTTP client builds each request anew from its parts; a thousand copies differ in nothing but the
chat's number. So a request is written once and filled in, over connections that stay open, and of the answer
only the message's number is looked for. What is not as usual (refusals, chunks) is read with care.
"""

import asyncio
from collections import deque
from http import HTTPStatus
from typing import cast

from telegram.error import NetworkError, TelegramError, TimedOut

from bot.gateway.errors import MaybeDelivered, NotDelivered, refusal
from bot.gateway.http import KEPT_OPEN_SECONDS, read_json
from bot.gateway.posting import Address, Words
from bot.gateway.reading import Answers, Garbled

CONNECT_SECONDS = 5.0
READ_SECONDS = 15.0
USUAL = b'{"ok":true,"result":{"message_id":'


class Wire:
    """Connections to the Bot API that stay open, one call at a time on each."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._idle: deque[Line] = deque()

    async def post(self, words: Words, chat_id: int, edits: int | None) -> int | None:
        line = self._fresh() or await self._connected()
        status, body = await line.ask(words.request(self._address, chat_id, edits))
        if not line.is_over:
            self._idle.append(line)
        return read(status, body)

    async def close(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _fresh(self) -> "Line | None":
        """The connection used last; those that rested long are closed before Telegram closes them."""
        while self._idle:
            line = self._idle.pop()
            if not line.is_over and line.rested() < KEPT_OPEN_SECONDS:
                return line
            line.close()
        return None

    async def _connected(self) -> "Line":
        loop, at = asyncio.get_running_loop(), self._address
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                _, line = await loop.create_connection(lambda: Line(loop), at.host, at.port, ssl=at.tls)
        except (OSError, TimeoutError) as error:
            name = type(error).__name__
            failure = NetworkError(name)
            failure.__cause__ = NotDelivered(name)
        else:
            return line
        raise failure  # outside of the except: not even its context may carry the address


class Line(asyncio.Protocol):
    """One connection."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._answers = Answers()
        self._waiting: asyncio.Future[tuple[int, bytes]] | None = None
        self._transport: asyncio.Transport
        self._used_at = loop.time()
        self.is_over = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is one in all but its family

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and body that answer this request; raises NetworkError, TimedOut."""
        waiting: asyncio.Future[tuple[int, bytes]] = self._loop.create_future()
        self._waiting = waiting
        self._transport.write(request)
        timer = self._loop.call_later(READ_SECONDS, self._fail, TimedOut("no answer"))
        try:
            return await waiting
        except asyncio.CancelledError:
            self.close()
            raise
        finally:
            timer.cancel()
            self._waiting = None
            self._used_at = self._loop.time()

    def data_received(self, data: bytes) -> None:
        try:
            answer = self._answers.feed(data)
        except Garbled:
            self._fail(NetworkError("an answer that is no HTTP"))
            return
        if answer is not None:
            self._done(answer)

    def connection_lost(self, error: Exception | None) -> None:  # noqa: ARG002
        self.is_over = True
        if answer := self._answers.at_end():
            self._done(answer)
        else:
            self._fail(NetworkError("the connection was closed"))

    def rested(self) -> float:
        """Seconds since its last use."""
        return self._loop.time() - self._used_at

    def close(self) -> None:
        """Hang up."""
        self.is_over = True
        self._transport.close()

    def _done(self, answer: tuple[int, bytes]) -> None:
        if self._waiting is None or self._waiting.done() or self._answers.is_last:
            self.is_over = True
            self._transport.close()
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(answer)

    def _fail(self, failure: TelegramError) -> None:
        self.close()
        if self._waiting is not None and not self._waiting.done():
            failure.__cause__ = MaybeDelivered(failure.message)
            self._waiting.set_exception(failure)


def read(status: int, body: bytes) -> int | None:
    """The message's number in an answer; raises the exceptions of python-telegram-bot."""
    if status == HTTPStatus.OK and body.startswith(USUAL):
        number = body[len(USUAL) : body.find(b",", len(USUAL))]
        if number.isdigit():
            return int(number)
    answer = read_json(body)
    if not isinstance(answer, dict):
        error = NetworkError(f"HTTP {status} with an unreadable body")
        raise error from MaybeDelivered(f"HTTP {status}")
    if not answer.get("ok"):
        raise refusal(status, answer)
    result = answer["result"]
    return result.get("message_id") if isinstance(result, dict) else None
