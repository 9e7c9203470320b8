"""Delivery to a webhook."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
import telegram as ptb
from aiohttp import web
from telegram.error import BadRequest


@dataclass
class Hook:
    """A bot's door that can be told to stumble."""

    url: str = ""
    failures: int = 0
    seen: list[tuple[str, str]] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    answer: dict | None = None
    arrived: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    async def receive(self, request: web.Request) -> web.Response:
        update = await request.json()
        message = update["message"]
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.seen.append((message["from"]["first_name"], message["text"]))
        if self.failures:
            self.failures -= 1
            return web.Response(status=503)
        self.arrived.put_nowait(message["text"])
        return web.json_response(self.answer) if self.answer else web.Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/", hook.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    yield hook
    await runner.cleanup()


async def test_updates_come_in_order_with_the_secret(bot: ptb.Bot, sandbox, hook: Hook) -> None:
    minji = await sandbox.person("민지")
    await minji.sends("먼저")
    await bot.set_webhook(hook.url, secret_token="s-3", max_connections=2)
    for word in "하나", "둘":
        await minji.sends(word)

    assert [await hook.arrived.get() for _ in range(3)] == ["먼저", "하나", "둘"]
    assert hook.secrets == {"s-3"}
    assert await sandbox.pending(wait=5) == 0


async def test_what_failed_comes_again_before_what_is_later(bot: ptb.Bot, sandbox, hook: Hook) -> None:
    hook.failures = 2
    await bot.set_webhook(hook.url)
    minji = await sandbox.person("민지")
    await minji.sends("하나")
    await minji.sends("둘")

    assert [await hook.arrived.get() for _ in range(2)] == ["하나", "둘"]
    assert [text for _, text in hook.seen] == ["하나", "하나", "하나", "둘"]
    info = await bot.get_webhook_info()
    assert (info.url, info.last_error_message) == (
        hook.url,
        "Wrong response from the webhook: 503 Service Unavailable",
    )


async def test_the_answer_may_be_a_call(bot: ptb.Bot, sandbox, hook: Hook) -> None:
    minji = await sandbox.person("민지")
    hook.answer = {"method": "sendMessage", "chat_id": minji.id, "text": "받았어요"}
    await bot.set_webhook(hook.url)
    await minji.sends("안녕")

    assert (await minji.hears()).text == "받았어요"


async def test_an_answer_that_is_refused_is_only_logged(bot: ptb.Bot, sandbox, hook: Hook) -> None:
    hook.answer = {"method": "sendMessage", "chat_id": 1, "text": ""}
    await bot.set_webhook(hook.url)
    await (await sandbox.person("민지")).sends("안녕")

    assert (await sandbox.call("sendMessage"))["description"] == "Bad Request: chat not found"


async def test_nobody_at_home_and_then_polling_again(bot: ptb.Bot, sandbox) -> None:
    await bot.set_webhook("http://127.0.0.1:9/")
    await (await sandbox.person("민지")).sends("안녕")
    assert await sandbox.pending() == 1

    await bot.delete_webhook()
    [update] = await bot.get_updates()
    assert update.message.text == "안녕"
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(("url", "secret"), [("ftp://a", None), ("https://a", "no spaces please")])
async def test_webhooks_that_are_refused(bot: ptb.Bot, url: str, secret: str | None) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, secret_token=secret)


async def test_an_empty_url_removes_it(bot: ptb.Bot) -> None:
    await bot.set_webhook("https://a")
    await bot.set_webhook("")
    assert (await bot.get_webhook_info()).url == ""
