"""Waking those who wait, and waiting no longer than wanted."""

import asyncio


class Bell:
    """Wakes all who listen. One listens first, then looks for work, then waits: no ring is missed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def listen(self) -> asyncio.Event:
        """What will be set at the next ring."""
        return self._event

    def ring(self) -> None:
        """Wake everybody who listens."""
        self._event.set()
        self._event = asyncio.Event()


async def within(event: asyncio.Event, seconds: float) -> bool:
    """Whether the event came within these seconds."""
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False
