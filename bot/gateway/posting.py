"""Copies on their way out: words that are written once, and whoever brings them to their receivers."""

import ssl
from typing import Any, Protocol

import orjson
from yarl import URL

from bot.gateway.api import Caller


class Words:
    """A call without its receiver: its method, its parameters, and its body but for the first ones."""

    __slots__ = ("_heads", "method", "params", "rest")

    def __init__(self, method: str, params: dict[str, Any]) -> None:
        self.method = method
        self.params = params
        self.rest = b"," + orjson.dumps(params)[1:]
        self._heads: dict[int, bytes] = {}

    def request(self, address: "Address", chat_id: int, edits: int | None) -> bytes:
        """All that goes over the wire to this receiver; `edits` is the message to rewrite, where one is."""
        whom = (
            b'{"chat_id":%d' % chat_id
            if edits is None
            else b'{"chat_id":%d,"message_id":%d' % (chat_id, edits)
        )
        head = self._heads.get(len(whom))
        if head is None:
            head = self._heads[len(whom)] = address.head(self.method, len(whom) + len(self.rest))
        return b"".join((head, whom, self.rest))


class Poster(Protocol):
    """Whoever brings a copy to its receiver."""

    async def post(self, words: Words, chat_id: int, edits: int | None) -> int | None:
        """The message's number; raises the exceptions of python-telegram-bot."""

    async def close(self) -> None:
        """Let go of every connection."""


class ByCalls:
    """Brings copies by ordinary calls, where there is no wire: tests, and whoever gives a caller."""

    def __init__(self, api: Caller) -> None:
        self._api = api

    async def post(self, words: Words, chat_id: int, edits: int | None) -> int | None:
        whom = {"chat_id": chat_id} | ({} if edits is None else {"message_id": edits})
        result = await self._api.call(words.method, whom | words.params)
        return result.get("message_id") if isinstance(result, dict) else None

    async def close(self) -> None:
        return


class Address:
    """Where the Bot API listens, with the token in its path: never shown."""

    def __init__(self, base_url: str, token: str) -> None:
        url = URL(base_url + token)
        self.host, self.port = url.host or "", url.port or 443
        self.tls = ssl.create_default_context() if url.scheme == "https" else None
        named = self.host if url.is_default_port() else f"{self.host}:{self.port}"
        self._path = url.raw_path
        self._headers = f"Host: {named}\r\nUser-Agent: bitna\r\nContent-Type: application/json\r\n"

    def __repr__(self) -> str:
        return "Address()"

    def head(self, method: str, length: int) -> bytes:
        """The request's head for a body of this length."""
        line = f"POST {self._path}/{method} HTTP/1.1\r\n"
        return f"{line}{self._headers}Content-Length: {length}\r\n\r\n".encode()
