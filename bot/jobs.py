"""What the clock does: a heartbeat that asks what is due. The due times themselves are rows."""

import asyncio
import logging
from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.center import Center
from bot.clock import SEOUL, Clock
from bot.db import Database
from bot.gateway.errors import place_of
from bot.services import clockwork

logger = logging.getLogger(__name__)

TICK_SECONDS = 1


class Heartbeat:
    """It keeps nothing: stopping it across any due time changes nothing but the delay."""

    def __init__(self, database: Database, clock: Clock, center: Center, wake: Callable[[], None]) -> None:
        self._database = database
        self._clock = clock
        self._center = center
        self._wake = wake
        self._beating = asyncio.Lock()
        self._stopped = False
        self._scheduler = AsyncIOScheduler(
            timezone=SEOUL, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._scheduler.add_job(self._beat, "interval", seconds=TICK_SECONDS, id="tick")

    def start(self) -> None:
        """Begin to beat, in the running loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop after the beat that is under way: cut short, its work would be rolled back for nothing."""
        self._scheduler.pause()
        self._stopped = True
        async with self._beating:
            await asyncio.sleep(0)  # a beat that was called and has not begun sees that it is too late
        self._scheduler.shutdown(wait=False)

    async def _beat(self) -> None:
        if self._stopped:
            return
        async with self._beating:
            try:
                async with self._database.transaction() as session:
                    await clockwork.tick(session, self._center, self._clock.now())
            except Exception as error:  # noqa: BLE001 - the database is away: it will be back
                logger.error("The clock's work failed, the next beat tries again: %s", place_of(error))  # noqa: TRY400
            else:
                self._wake()
