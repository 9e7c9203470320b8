"""The Bot API over HTTP, as any bot library calls it, with the faults that were asked for."""

import asyncio
from typing import Any

from aiohttp import web

from sandbox.bodies import answer, params_of
from sandbox.bots import Bot
from sandbox.delivery import Delivery
from sandbox.events import Event
from sandbox.faults import Fault
from sandbox.polling import Polls
from sandbox.refusals import Json, Refused, conflict
from sandbox.telegram import Telegram

BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


class BotApi:
    def __init__(self, telegram: Telegram, first_delay: float = 1.0) -> None:
        self._telegram = telegram
        self._first_delay = first_delay
        self._polls = Polls(telegram)
        self._deliveries: dict[str, Delivery] = {}
        self._stopping: set[asyncio.Task[None]] = set()
        telegram.on_arrival = self._arrived
        telegram.events.listen(self._webhook_changed)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/bot{token}/{method}", self.call),
            web.post("/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.file),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault = None
        try:
            params = await params_of(request)
            fault = self._telegram.faults.on_the_wire(method, params.get("chat_id"))
            if fault and (broken := await self._break(request, fault, method, params)):
                return broken
            result = await self._result(request.match_info["token"], method, params, fault)
            response = answer({"ok": True, "result": result})
        except Refused as refused:
            response = answer(refused.answer(), refused.code)
        return _hang_up(request) if fault and fault.kind == "drop" else response

    async def _result(self, token: str, method: str, params: Json, fault: Fault | None) -> Any:
        if method.lower() == "getupdates":
            return await self._polls.get_updates(token, params)
        return self._telegram.call(token, method, params, fault=fault.kind if fault else None)

    async def _break(
        self, request: web.Request, fault: Fault, method: str, params: Json
    ) -> web.StreamResponse | None:
        """What happens instead of the call, or None when the call is made all the same."""
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
        if fault.kind in {"slow", "drop"}:
            return None
        entry = self._telegram.record(method, params)
        entry.fault = fault.kind
        entry.refuse(502, fault.kind)
        if fault.kind == "bad_gateway":
            return web.Response(text=BAD_GATEWAY, status=502, content_type="text/html")
        return _hang_up(request)

    async def file(self, request: web.Request) -> web.Response:
        try:
            bot = self._telegram.bot(request.match_info["token"])
        except Refused as refused:
            return answer(refused.answer(), refused.code)
        wanted = request.match_info["path"]
        for file in bot.files.values():
            if file.path == wanted:
                return web.Response(body=file.content, content_type="application/octet-stream")
        return answer(Refused(404, "Not Found").answer(), 404)

    def _arrived(self, bot: Bot, update_id: int, content: Json) -> None:
        if delivery := self._deliveries.get(bot.token):
            delivery.bring(update_id, content)
        else:
            self._polls.arrived(bot)

    def _webhook_changed(self, event: Event) -> None:
        if event.kind != "webhook":
            return
        bot = self._telegram.the_bot(event.data["username"])
        if old := self._deliveries.pop(bot.token, None):
            task = asyncio.create_task(old.stop())
            self._stopping.add(task)
            task.add_done_callback(self._stopping.discard)
        if bot.webhook:
            self._polls.end(bot.token, conflict("terminated by setWebhook request"))
            self._deliveries[bot.token] = Delivery(self._telegram, bot, bot.webhook, self._first_delay)

    async def stop(self, _app: web.Application) -> None:
        self._polls.end_all()
        for delivery in self._deliveries.values():
            await delivery.stop()
        await asyncio.gather(*self._stopping)


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection in the middle, so that the bot cannot know what became of its call."""
    if request.transport:
        request.transport.abort()
    return web.Response()
