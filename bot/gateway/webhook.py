"""The webhook: 200 only after the update is committed, 503 when the database is away."""

import asyncio
import contextlib
import hmac
import logging
import socket
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.gateway.api import Caller
from bot.gateway.errors import place_of
from bot.gateway.http import read_json
from bot.gateway.receiver import Store
from bot.gateway.updates import ALLOWED_UPDATES

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LARGEST_BODY = 1 << 20
DATABASE_SECONDS = 10


def webhook_app(store: Store, secret: str, path: str, beside: Sequence[BaseRoute] = ()) -> Starlette:
    """The application that Telegram posts to, at this path; other routes stand beside it."""

    async def receive(request: Request) -> Response:
        if not _is_telegram(request, secret):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        update = read_json(body)
        if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
            return Response(status_code=400)
        return Response(status_code=200 if await _stored(store, update) else 503)

    return Starlette(routes=[Route(path, receive, methods=["POST"]), *beside])


def default_secret(token: str) -> str:
    """A secret that every process of this bot knows and nobody else: made from the token, which it hides."""
    return hmac.new(token.encode(), b"bitna webhook", "sha256").hexdigest()


async def set_webhook(api: Caller, url: str, secret: str) -> None:
    """Tell Telegram where we listen; raises the exceptions of python-telegram-bot."""
    params = {"url": url, "secret_token": secret, "allowed_updates": list(ALLOWED_UPDATES)}
    await api.call("setWebhook", params)


def path_of(url: str) -> str:
    """Where on our side the public address ends up."""
    return urlsplit(url).path or "/"


async def serve(app: Starlette, host: str, port: int, stop: asyncio.Event) -> None:
    """Listen until told to stop; raises OSError when the address is taken."""
    listening = socket.create_server((host, port))
    server = _Server(uvicorn.Config(app, access_log=False, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        server.should_exit = True
        stopping.cancel()
        await serving
        listening.close()


class _Server(uvicorn.Server):
    """uvicorn beside us in one loop: the signals stay ours."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _is_telegram(request: Request, secret: str) -> bool:
    given = request.headers.get(SECRET_HEADER, "")
    return hmac.compare_digest(given.encode(), secret.encode())


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is larger than any update."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return bytes(body)


async def _stored(store: Store, update: dict[str, Any]) -> bool:
    try:
        async with asyncio.timeout(DATABASE_SECONDS):
            await store([update])
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        logger.warning("An update cannot be stored, Telegram will come again: %s", place_of(error))
        return False
    return True
