"""Calling the Bot API by method and parameters, as the sender and the receiver do."""

import base64
from collections.abc import Mapping
from typing import Any, Protocol

import aiohttp
import orjson
from telegram.error import NetworkError
from yarl import URL

from bot.gateway.errors import MaybeDelivered, refusal
from bot.gateway.http import AiohttpRequest, read_json

TELEGRAM = "https://api.telegram.org/bot"


class Caller(Protocol):
    """Whoever can make a call: the Bot API over HTTP, or a pretend Telegram in the same process."""

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:
        """The call's result; raises the exceptions of python-telegram-bot."""


class Api:
    """The Bot API over HTTP."""

    def __init__(self, token: str, request: AiohttpRequest, base_url: str = TELEGRAM) -> None:
        self._base = f"{base_url}{token}/"
        self._request = request
        self._urls: dict[str, URL] = {}

    def __repr__(self) -> str:
        return "Api()"

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:
        """The call's result; raises the exceptions of python-telegram-bot, TypeError for what is no JSON."""
        url = self._urls.get(method) or self._url(method)
        if any(isinstance(value, dict) and "base64" in value for value in params.values()):
            status, payload = await self._request.post_form(url, _form(params))
        else:
            status, payload = await self._request.post_json(url, orjson.dumps(params))
        answer = read_json(payload)
        if isinstance(answer, dict):
            if answer.get("ok"):
                return answer["result"]
            raise refusal(status, answer)
        error = NetworkError(f"HTTP {status} with an unreadable body")
        raise error from MaybeDelivered(f"HTTP {status}")

    def _url(self, method: str) -> URL:
        url = self._urls[method] = URL(self._base + method)
        return url


def upload(filename: str, content: bytes, content_type: str = "application/octet-stream") -> dict[str, str]:
    """A file as a parameter's value that can wait in an outbox row."""
    return {"base64": base64.b64encode(content).decode(), "filename": filename, "type": content_type}


def _form(params: Mapping[str, Any]) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # a Korean file name stays readable
    for name, value in params.items():
        if isinstance(value, dict) and "base64" in value:
            content = base64.b64decode(value["base64"])
            form.add_field(name, content, filename=value["filename"], content_type=value["type"])
        elif value is not None:
            form.add_field(name, value if isinstance(value, str) else orjson.dumps(value).decode())
    return form
