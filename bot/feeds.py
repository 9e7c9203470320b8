"""Where counselors' calendar programs come for their meetings: one address each, and only who knows it."""

import asyncio
import hashlib
import logging

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.calendars import ICALENDAR, counselors_calendar
from bot.center import Center
from bot.clock import Clock
from bot.db import Database
from bot.gateway.errors import place_of
from bot.services import bookings, feeds

logger = logging.getLogger(__name__)

SECONDS = 10
ALWAYS = {
    "Cache-Control": "private, no-cache",  # kept by nobody on the way, and asked about each time
    "X-Robots-Tag": "noindex",
    "Referrer-Policy": "no-referrer",
}


def feed_routes(database: Database, clock: Clock, center: Center, path: str) -> list[Route]:
    """The address of every calendar: this path, the secret, and what calendar programs like to see."""

    async def calendar(request: Request) -> Response:
        try:
            async with asyncio.timeout(SECONDS):
                content = await _content(database, clock, center, str(request.path_params["secret"]))
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            logger.warning("A calendar cannot be read now: %s", place_of(error))  # never by its address
            return Response(status_code=503)
        if content is None:
            return Response(status_code=404, headers=ALWAYS)
        return _answer(request, content)

    return [Route(f"{path.rstrip('/')}/{{secret}}.ics", calendar, methods=["GET"])]


async def _content(database: Database, clock: Clock, center: Center, secret: str) -> bytes | None:
    now = clock.now()
    async with database.reading() as session:
        opened = await feeds.opened_by(session, secret)
        if opened is None:
            return None
        feed, counselor = opened
        meetings = await bookings.calendar_of(session, feed.counselor_id, now)
        content = counselors_calendar(center, counselor.name, meetings)
    if feeds.is_to_be_noted(feed, now):
        async with database.transaction() as session:
            await feeds.note(session, feed, now)
    return content


def _answer(request: Request, content: bytes) -> Response:
    """The calendar, or that it is still the one that was fetched before (RFC 9110, 13.1.2)."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {**ALWAYS, "ETag": tag}
    known = {each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")}
    if tag in known:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=f"{ICALENDAR}; charset=utf-8")
