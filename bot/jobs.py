"""What the clock does: a heartbeat that asks what is due. The due times themselves are rows."""

import logging
from collections.abc import Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.center import Center
from bot.clock import SEOUL, Clock
from bot.db import Database
from bot.services import clockwork

logger = logging.getLogger(__name__)

TICK_SECONDS = 1


def heartbeat(database: Database, clock: Clock, center: Center, wake: Callable[[], None]) -> AsyncIOScheduler:
    """A scheduler that keeps nothing: stopping it across any due time changes nothing but the delay."""
    scheduler = AsyncIOScheduler(
        timezone=SEOUL, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )

    async def tick() -> None:
        try:
            async with database.transaction() as session:
                await clockwork.tick(session, center, clock.now())
        except Exception:
            logger.exception("The clock's work failed; it is tried again at the next beat")
        else:
            wake()

    scheduler.add_job(tick, "interval", seconds=TICK_SECONDS, id="tick")
    return scheduler
