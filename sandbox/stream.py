"""Events as a stream, for the page."""

import asyncio
from contextlib import suppress

import orjson
from aiohttp import web

from sandbox.events import Event
from sandbox.telegram import Telegram

HEARTBEAT_SECONDS = 15.0


class Stream:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._open: set[asyncio.Queue[Event | None]] = set()

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/sandbox/events", self.events)]

    async def events(self, request: web.Request) -> web.StreamResponse:
        """From `after` (or where a lost connection stopped) on; `person` narrows it to one phone."""
        person = int(request.query["person"]) if "person" in request.query else None
        after = request.headers.get("Last-Event-ID") or request.query.get("after")
        events = self._telegram.events
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        for event in events.after(int(after), person) if after else ():
            queue.put_nowait(event)
        stop = events.listen(queue.put_nowait, person)
        self._open.add(queue)
        try:
            return await self._pour(request, queue)
        finally:
            self._open.discard(queue)
            stop()

    async def _pour(self, request: web.Request, queue: asyncio.Queue[Event | None]) -> web.StreamResponse:
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        await response.write(b": here\n\n")
        with suppress(ConnectionError):
            while True:
                chunk = await _next(queue)
                if chunk is None:
                    break
                await response.write(chunk)
        return response

    async def stop(self, _app: web.Application) -> None:
        for queue in self._open:
            queue.put_nowait(None)


async def _next(queue: asyncio.Queue[Event | None]) -> bytes | None:
    """All that waits, in one piece; a sign of life when nothing does; None at the end."""
    try:
        async with asyncio.timeout(HEARTBEAT_SECONDS):
            event = await queue.get()
    except TimeoutError:
        return b": still here\n\n"
    pieces = []
    while event:
        pieces.append(b"id: %d\ndata: %s\n\n" % (event.number, orjson.dumps(event.told())))
        if queue.empty():
            return b"".join(pieces)
        event = queue.get_nowait()
    return b"".join(pieces) or None
