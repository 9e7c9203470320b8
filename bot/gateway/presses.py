"""Pressed buttons: told at once that they were heard, beside the turn and never stored."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable

from bot.gateway.updates import is_press
from bot.models import Inbox

logger = logging.getLogger(__name__)

Acknowledge = Callable[[Inbox], Awaitable[None]]


class Presses:
    """Stops buttons from spinning; nothing depends on whether that succeeds."""

    def __init__(self, acknowledge: Acknowledge | None) -> None:
        self._acknowledge = acknowledge
        self._tasks: set[asyncio.Task[None]] = set()

    def acknowledge(self, rows: Iterable[Inbox]) -> None:
        """Acknowledge the presses among these updates, in the background, at their first try."""
        for row in rows:
            if self._acknowledge and row.attempts == 0 and is_press(row.body):
                task = asyncio.create_task(_quietly(self._acknowledge, row))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def acknowledged(self, within_seconds: float | None = None) -> None:
        """Wait for those on their way."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within_seconds)


async def _quietly(acknowledge: Acknowledge, row: Inbox) -> None:
    try:
        await acknowledge(row)
    except Exception as error:  # noqa: BLE001 - "query is too old" and the like: the turn itself is safe
        logger.info("The press of update %d was not acknowledged: %s", row.update_id, type(error).__name__)
