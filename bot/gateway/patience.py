"""Trying again: waiting longer each time, never all at the same moment."""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.gateway.bell import Bell, within
from bot.gateway.errors import place_of, seconds_of

logger = logging.getLogger(__name__)

LONGEST_SECONDS = 15.0

Wait = Callable[[asyncio.Event, float], Awaitable[bool]]
Deed = Callable[[], Awaitable[int]]
Rest = Callable[[asyncio.Event], Awaitable[None]]


class TokenRefused(Exception):  # noqa: N818 - what Telegram did, in its words
    """Telegram does not know the token; the message is one sentence that names the setting."""


def grown(failures: int) -> float:
    """Seconds to wait after so many failures in a row: doubled each time, somewhat by chance."""
    longest = min(LONGEST_SECONDS, 0.5 * 2.0 ** min(failures, 10))
    return longest * random.uniform(0.5, 1)  # noqa: S311 - jitter is no secret


async def surely(
    stop: asyncio.Event,
    deed: Callable[[], Awaitable[Any]],
    wait: Wait = within,
    *,
    final: tuple[type[TelegramError], ...] = (),
) -> None:
    """Do it again until it succeeds or we are told to stop; raises TokenRefused, and what is `final`."""
    failures = 0
    while not stop.is_set():
        try:
            await deed()
        except InvalidToken:
            raise TokenRefused("Telegram refuses the token: check BITNA_TOKEN.") from None
        except (TelegramError, SQLAlchemyError, OSError) as error:
            if isinstance(error, final):
                raise
            _tell(error, failures)
            await wait(stop, seconds_of(error) if isinstance(error, RetryAfter) else grown(failures))
            failures += 1
        else:
            return


async def again(stop: asyncio.Event, bell: Bell, deed: Deed, rest: Rest, doubt: Callable[[], None]) -> None:
    """Do it until told to stop, resting while there is nothing to do; after an error `doubt`."""
    failures = 0
    while not stop.is_set():
        ring = bell.listen()
        try:
            done = await deed()
            failures = 0
        except Exception as error:  # noqa: BLE001 - the database is away: it will be back
            doubt()
            logger.warning("The outbox cannot be read: %s", place_of(error))
            await within(stop, grown(failures))
            failures += 1
            continue
        if not done:
            await rest(ring)


def _tell(error: Exception, failures: int) -> None:
    if isinstance(error, Conflict):
        logger.error("Another process polls this bot's token, or a webhook is set: stop one of the two.")
    elif not isinstance(error, TelegramError):
        logger.warning("Updates cannot be stored: %s", place_of(error))
    elif failures:  # a single lost connection is an ordinary thing
        logger.warning("Telegram cannot be reached: %s", type(error).__name__)
