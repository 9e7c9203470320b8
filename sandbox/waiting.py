"""Waiting for something to happen, without asking again and again."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from sandbox.events import Events
from sandbox.log import CallLog

T = TypeVar("T")


class Bell:
    """Rings when something may have changed."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self, *_: object) -> None:
        self._rung.set()

    async def until(self, ready: Callable[[], T], seconds: float) -> T:
        """What `ready` returns once that is true, or whatever it is when the time is over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not ready():
                    self._rung.clear()
                    await self._rung.wait()
        return ready()


async def for_event(events: Events, ready: Callable[[], T], seconds: float, person: int | None = None) -> T:
    if (found := ready()) or seconds <= 0:
        return found
    bell = Bell()
    stop = events.listen(bell.ring, person)
    try:
        return await bell.until(ready, seconds)
    finally:
        stop()


async def for_call(log: CallLog, ready: Callable[[], T], seconds: float) -> T:
    if (found := ready()) or seconds <= 0:
        return found
    bell = Bell()
    log.listeners.append(bell.ring)
    try:
        return await bell.until(ready, seconds)
    finally:
        log.listeners.remove(bell.ring)
