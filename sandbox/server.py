"""One port for everything: the Bot API, the control API and the page."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from sandbox.bodies import answer
from sandbox.bot_api import BotApi
from sandbox.control import Control
from sandbox.refusals import NotPossible, Refused
from sandbox.stream import Stream
from sandbox.telegram import Telegram

PAGE = Path(__file__).parent / "page"
LARGEST_BODY = 64 * 1024 * 1024
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application(telegram: Telegram, webhook_delay: float = 1.0) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_explain])
    bot_api, stream = BotApi(telegram, webhook_delay), Stream(telegram)
    app.add_routes([*bot_api.routes(), *stream.routes(), *Control(telegram).routes()])
    app.add_routes([web.get("/", _page), web.static("/page", PAGE)])
    app.on_shutdown.append(stream.stop)
    app.on_shutdown.append(bot_api.stop)
    return app


@asynccontextmanager
async def serving(
    telegram: Telegram, port: int = 0, *, host: str = "127.0.0.1", webhook_delay: float = 1.0
) -> AsyncIterator[str]:
    """Serve in the running loop for as long as the block lasts; yields the address. Port 0: any free one."""
    runner = web.AppRunner(application(telegram, webhook_delay), access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def _page(_request: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-cache"})


@web.middleware
async def _explain(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What the control API cannot do is said in words."""
    try:
        return await handler(request)
    except NotPossible as reason:
        return answer({"error": str(reason)}, 409)
    except Refused as refused:
        return answer({"error": refused.description}, refused.code)
    except (KeyError, TypeError, ValueError) as wrong:
        if not request.path.startswith("/sandbox/"):
            raise
        return answer({"error": f"{type(wrong).__name__}: {wrong}"}, 400)
