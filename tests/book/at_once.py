"""SQLite answers in the very thread that asks: the way to its own thread and back costs more than most answers."""

from collections.abc import Callable
from typing import Any

import aiosqlite

in_its_thread = aiosqlite.Connection._execute
WAITS = "BEGIN IMMEDIATE"


async def at_once(self: aiosqlite.Connection, asked: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What may wait for another's transaction goes to the thread, so that the other can end it."""
    if WAITS in args or not self._running or not self._connection:
        return await in_its_thread(self, asked, *args, **kwargs)
    return asked(*args, **kwargs)
