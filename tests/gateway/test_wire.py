"""The wire of announcements: one body, many receivers; every answer is read for what it is."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
import uvloop
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.gateway import wire
from bot.gateway.errors import never_arrived, seconds_of
from bot.gateway.posting import Address, Words
from bot.gateway.reading import Answers, Garbled
from bot.gateway.wire import Wire

WORDS = Words("sendMessage", {"text": "수요데이가 열려요", "parse_mode": "HTML"})
OK = b'{"ok":true,"result":{"message_id":4321,"chat":{"id":7}}}'
HEAD = b"HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Length: %d\r\n\r\n"


def refusal(code: int, description: str, more: str = "") -> bytes:
    body = f'{{"ok":false,"error_code":{code},"description":"{description}"{more}}}'.encode()
    return b"HTTP/1.1 %d No\r\nContent-Length: %d\r\n\r\n%b" % (code, len(body), body)


def told(error: BaseException) -> str:
    """All that a log could say of it."""
    return f"{error!r} {error.__cause__!r} {error.__context__!r}"


class Telegram:
    """Answers each request with the next of these bytes; None closes without an answer."""

    def __init__(self, *answers: bytes | None) -> None:
        self.answers = list(answers)
        self.requests: list[bytes] = []
        self.connections = 0
        self.serving: set[asyncio.Task[None] | None] = set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.serving.add(asyncio.current_task())
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
                self.requests.append(head + await reader.readexactly(length))
                answer = self.answers.pop(0) if self.answers else HEAD % len(OK) + OK
                if answer is None:
                    break
                writer.write(answer)
                await writer.drain()
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()

    @contextlib.asynccontextmanager
    async def listening(self) -> AsyncIterator[Wire]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        line = Wire(Address(f"http://127.0.0.1:{port}/bot", "123:secret"))
        try:
            yield line
        finally:
            await line.close()
            server.close()
            if self.serving:
                await asyncio.wait(self.serving)


async def test_the_request_differs_in_its_receiver_only() -> None:
    telegram = Telegram()
    async with telegram.listening() as line:
        assert [await line.post(WORDS, chat, None) for chat in (7, 1_000_000_007)] == [4321, 4321]
        await line.post(WORDS, 7, 55)

    bodies = [request.partition(b"\r\n\r\n")[2].decode() for request in telegram.requests]
    rest = ',"text":"수요데이가 열려요","parse_mode":"HTML"}'
    assert bodies == [
        '{"chat_id":7' + rest,
        '{"chat_id":1000000007' + rest,
        '{"chat_id":7,"message_id":55' + rest,
    ]
    assert telegram.requests[0].startswith(b"POST /bot123:secret/sendMessage HTTP/1.1\r\nHost: 127.0.0.1:")
    assert telegram.connections == 1


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        CHUNKED % (OK[:5], len(OK) - 5, OK[5:]),
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(OK), OK),
        HEAD % 55 + b'{"result": {"chat": {}, "message_id": 4321}, "ok":true}',
        b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD % len(OK) + OK,
    ],
    ids=["chunks", "closing", "another order", "continue"],
)
async def test_an_answer_in_another_form(answer: bytes) -> None:
    telegram = Telegram(answer)
    async with telegram.listening() as line:
        assert await line.post(WORDS, 7, None) == 4321
        assert await line.post(WORDS, 7, None) == 4321


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refusal(403, "Forbidden: bot was blocked by the user"), Forbidden),
        (refusal(400, "Bad Request: chat not found"), BadRequest),
        (refusal(429, "Too Many Requests", ',"parameters":{"retry_after":3}'), RetryAfter),
        (b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 5\r\n\r\n<html", NetworkError),
        (b"what is that?\r\n\r\n", NetworkError),
        (None, NetworkError),
    ],
    ids=["blocked", "bad", "wait", "gateway", "garbled", "closed"],
)
async def test_what_is_refused_or_in_doubt(answer: bytes | None, error: type[Exception]) -> None:
    telegram = Telegram(answer)
    async with telegram.listening() as line:
        with pytest.raises(error) as raised:
            await line.post(WORDS, 7, None)
        assert not never_arrived(raised.value)
        assert "secret" not in told(raised.value)
        assert await line.post(WORDS, 7, None) == 4321
    if isinstance(raised.value, RetryAfter):
        assert seconds_of(raised.value) == 3


async def test_nobody_listens() -> None:
    line = Wire(Address("http://127.0.0.1:9/bot", "123:secret"))
    with pytest.raises(NetworkError) as raised:
        await line.post(WORDS, 7, None)

    assert never_arrived(raised.value)
    assert "secret" not in told(raised.value)


async def test_no_answer_is_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "READ_SECONDS", 0.05)
    async with Telegram(b"HTTP/1.1 200 OK\r\n").listening() as line:
        with pytest.raises(TimedOut) as raised:
            await line.post(WORDS, 7, None)

    assert not never_arrived(raised.value)


async def test_a_connection_that_rested_long_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    telegram = Telegram()
    async with telegram.listening() as line:
        await line.post(WORDS, 7, None)
        monkeypatch.setattr(wire, "KEPT_OPEN_SECONDS", -1)
        await line.post(WORDS, 7, None)

    assert telegram.connections == 2


def test_the_other_loop() -> None:
    """uvloop's transports are of another family."""

    async def post() -> int | None:
        async with Telegram().listening() as line:
            return await line.post(WORDS, 7, None)

    assert uvloop.run(post()) == 4321


@pytest.mark.parametrize("size", [1, 7, 64])
def test_an_answer_in_pieces(size: int) -> None:
    answers, whole = Answers(), HEAD % len(OK) + OK
    found = [answers.feed(whole[start : start + size]) for start in range(0, len(whole), size)]

    assert found[:-1] == [None] * (len(found) - 1)
    assert found[-1] == (200, OK)


def test_an_answer_without_end_is_none() -> None:
    with pytest.raises(Garbled):
        Answers().feed(b"HTTP/1.1 200 OK\r\n" + b"x" * 2_000_000)
