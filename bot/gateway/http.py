"""The transport: calls to the Bot API over aiohttp, with the least work a call."""

import json
from collections.abc import Mapping
from typing import Any

import aiohttp
import orjson
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.gateway.errors import MaybeDelivered, NotDelivered

CONNECTIONS = 64
# Telegram closes idle connections; ours are given up before, so that no call meets a closing one.
KEPT_OPEN_SECONDS = 15
JSON_HEADERS = {"Content-Type": "application/json"}
Headers = Mapping[str, str] | None
UNSENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's transport. Errors never carry the address: the token is a part of it."""

    def __init__(
        self, *, connections: int = CONNECTIONS, connect_timeout: float = 5, read_timeout: float = 15
    ) -> None:
        self._connections = connections
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._limits = self._limited()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; it belongs to the running loop. Doing it twice does no harm."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=KEPT_OPEN_SECONDS, ttl_dns_cache=60
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": "bitna"},
                skip_auto_headers=("Accept", "Accept-Encoding"),
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - aiohttp has none
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - part of connecting here
    ) -> tuple[int, bytes]:
        """Make the call that python-telegram-bot describes; the status and the body come back."""
        limits = self._limits
        if not (isinstance(read_timeout, DefaultValue) and isinstance(connect_timeout, DefaultValue)):
            limits = self._limited(
                _given(connect_timeout, self._connect_timeout), _given(read_timeout, self._read_timeout)
            )
        if request_data is None:
            return await self._exchange(method, URL(url), None, None, limits)
        if request_data.contains_files:
            return await self._exchange(method, URL(url), _form(request_data), None, limits)
        body = orjson.dumps(request_data.parameters)
        return await self._exchange(method, URL(url), body, JSON_HEADERS, limits)

    async def post_json(self, url: URL, body: bytes) -> tuple[int, bytes]:
        """Post a body that is already written; the status and the body come back."""
        return await self._exchange("POST", url, body, JSON_HEADERS, self._limits)

    async def post_form(self, url: URL, form: aiohttp.FormData) -> tuple[int, bytes]:
        """Post files; the status and the body come back."""
        return await self._exchange("POST", url, form, None, self._limits)

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """The answer as a dict; raises TelegramError where it is none."""
        answer = read_json(payload)
        if isinstance(answer, dict):
            return answer
        raise TelegramError("Invalid server response")

    async def _exchange(
        self, method: str, url: URL, data: Any, headers: Headers, limits: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("The transport is not open: call initialize() first.")
        try:
            async with self._session.request(
                method, url, data=data, headers=headers, timeout=limits, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failure = _failure(error)
        raise failure  # outside of the except: not even its context may carry the address

    def _limited(self, connect: float | None = None, read: float | None = None) -> aiohttp.ClientTimeout:
        connect, read = connect or self._connect_timeout, read or self._read_timeout
        return aiohttp.ClientTimeout(
            total=connect + read + 30, connect=connect, sock_connect=connect, sock_read=read
        )


def read_json(payload: bytes) -> Any:
    """What the bytes say, or None where they are not JSON."""
    try:
        return orjson.loads(payload)
    except orjson.JSONDecodeError:
        pass  # half an emoji is an error to orjson only; one such name must not stop the bot
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except ValueError:
        return None


def _failure(error: Exception) -> NetworkError:
    name = type(error).__name__
    failure = TimedOut(name) if isinstance(error, TimeoutError) else NetworkError(name)
    failure.__cause__ = NotDelivered(name) if isinstance(error, UNSENT) else MaybeDelivered(name)
    return failure


def _given(value: ODVInput[float], otherwise: float) -> float:
    return otherwise if isinstance(value, DefaultValue) or value is None else value


def _form(request_data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)
    for name, (filename, content, content_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=content_type)
    return form
