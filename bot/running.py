"""Running the bot, and checking whether it could run."""

import asyncio
import gc
import logging
import signal
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.routing import Route
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot import texts
from bot.app import Bitna
from bot.center import CenterError, load_center
from bot.clock import Clock
from bot.db import Database
from bot.feeds import feed_routes
from bot.gateway import webhook
from bot.gateway.api import Api
from bot.gateway.gateway import Connection, Deeds, Gateway
from bot.gateway.http import AiohttpRequest
from bot.gateway.patience import TokenRefused
from bot.introducing import introduce
from bot.jobs import Heartbeat
from bot.migrations import is_current, migrate
from bot.notices import Notices
from bot.services import clockwork, slots
from bot.settings import SettingError, Settings

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """Where Telegram calls us, where calendars come, and where we listen for both."""

    url: str  # none: we poll
    host: str
    port: int
    feeds: str = ""


async def run(settings: Settings, listening: Listening | None) -> int:
    """Migrate, load the center, and live until SIGINT or SIGTERM. Raises SettingError, CenterError."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    await migrated(settings)
    center, clock, database = load_center(settings.center), Clock(settings.clock), Database(settings.database)
    request = AiohttpRequest()
    bitna = Bitna(center, settings.center, settings.token, settings.api, request)
    bitna.feeds = feeds = listening.feeds.rstrip("/") if listening else ""
    notices = Notices(center)
    deeds = Deeds(bitna.perform, bitna.apologize, notices.render, notices.phrase)
    gateway = Gateway(Connection(settings.token, settings.api), database, clock, deeds, request=request)
    async with database.transaction() as session:
        await slots.refresh(session, center, clock.now())
        await clockwork.tick(session, center, clock.now())  # before the sender: what is late at night waits
    settle()
    heartbeat = Heartbeat(database, clock, center, gateway.wake)
    heartbeat.start()
    try:
        routes = feed_routes(database, clock, center, webhook.path_of(feeds)) if feeds else []
        await _live(bitna, gateway, listening, settings, routes)
    finally:
        await heartbeat.stop()
        await database.close()
    return 0


def settle() -> None:
    """What is loaded by now stays: the collector need not look through it again.

    It would take a fifth of a second each time (340,000 objects), in which nobody is answered.
    """
    gc.collect()
    gc.freeze()


async def _live(
    bitna: Bitna, gateway: Gateway, listening: Listening | None, settings: Settings, routes: list[Route]
) -> None:
    """Until a signal. What Telegram refuses from the start is a wrong setting."""
    stop = _stop_on_signals()
    try:
        async with gateway.request, bitna.application:
            await introduce(gateway.api.call)
            if listening is None:
                await gateway.run_polling(stop)
            else:
                await _listen(gateway, stop, listening, settings.webhook_secret, routes)
    except (InvalidToken, TokenRefused):
        raise SettingError("BITNA_TOKEN is refused by Telegram: please check it with @BotFather.") from None
    except BadRequest as error:
        raise SettingError(f"--webhook is refused by Telegram: {error.message}.") from None
    except TelegramError as error:
        raise SettingError(f"BITNA_API does not answer as Telegram does: {type(error).__name__}.") from None


async def _listen(
    gateway: Gateway, stop: asyncio.Event, listening: Listening, secret: str, routes: list[Route]
) -> None:
    host, port = listening.host, listening.port
    try:
        if listening.url:
            await gateway.run_webhook(stop, listening.url, host, port, secret, routes)
        else:
            app = Starlette(routes=routes)
            await _together(stop, gateway.run_polling(stop), webhook.serve(app, host, port, stop))
    except OSError as error:
        place = f"{listening.host}:{listening.port}"
        raise SettingError(f"--listen {place} cannot be listened at: {error.strerror}.") from None


async def _together(stop: asyncio.Event, *lives: Coroutine[Any, Any, None]) -> None:
    """Live both until told to stop; where one ends, so does the other, and its reason is told."""
    living = [asyncio.create_task(life) for life in lives]
    try:
        await asyncio.wait(living, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        await asyncio.wait(living)
    for life in living:
        life.result()


async def migrated(settings: Settings) -> None:
    """Bring the database to the present shape; raises SettingError when there is none."""
    try:
        await asyncio.to_thread(migrate, settings.database)
    except SQLAlchemyError as error:
        raise SettingError(f"BITNA_DATABASE cannot be opened: {type(error).__name__}.") from None


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


async def check(settings: Settings) -> int:
    """Print what is in order and what is not; 1 when something is not."""
    findings = [
        ("token", await _token(settings)),
        ("database", await asyncio.to_thread(_database, settings.database)),
        ("locales", _locales()),
        ("center", _center(settings)),
    ]
    for name, problem in findings:
        print(f"{name}: {problem or 'ok'}")  # noqa: T201 (this is the answer)
    return int(any(problem for _, problem in findings))


async def bot_name(settings: Settings) -> str:
    """The name by which t.me knows the bot; raises SettingError where Telegram cannot be asked."""
    async with AiohttpRequest() as request:
        try:
            return str((await Api(settings.token, request, settings.api).call("getMe", {}))["username"])
        except TelegramError as error:
            raise SettingError(f"BITNA_API cannot be asked ({type(error).__name__}).") from None


async def _token(settings: Settings) -> str:
    async with AiohttpRequest() as request:
        try:
            await Api(settings.token, request, settings.api).call("getMe", {})
        except InvalidToken:
            return "BITNA_TOKEN is refused by Telegram"
        except TelegramError as error:
            return f"BITNA_API cannot be asked ({type(error).__name__})"
    return ""


def _database(url: str) -> str:
    try:
        return "" if is_current(url) else "migrations are missing; `bitna run` applies them"
    except SQLAlchemyError as error:
        return f"BITNA_DATABASE cannot be opened ({type(error).__name__})"


def _locales() -> str:
    return "" if texts.catalog("ko") else "locales/ko has no lines"


def _center(settings: Settings) -> str:
    try:
        load_center(settings.center)
    except CenterError as error:
        return str(error)
    return ""
