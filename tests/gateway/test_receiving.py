"""The offset moves after the commit; a webhook answers 200 after it; nothing leaks the token."""

import asyncio
import logging
import socket
from datetime import timedelta

import httpx
import pytest
from aiohttp import ClientSession, web
from sqlalchemy.exc import OperationalError
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.db import Database
from bot.gateway.api import Api, upload
from bot.gateway.errors import MaybeDelivered, NotDelivered, never_arrived, refusal, seconds_of
from bot.gateway.gateway import Connection, Deeds, Gateway
from bot.gateway.http import AiohttpRequest
from bot.gateway.patience import TokenRefused, surely
from bot.gateway.receiver import Receiver
from bot.gateway.webhook import LARGEST_BODY, SECRET_HEADER, default_secret, webhook_app
from tests.gateway.pretend_telegram import (
    NOW,
    TOKEN,
    Pretend,
    StillClock,
    inbox_rows,
    message,
    never,
    outbox_rows,
    phrase,
    press,
    render,
    reply,
)
from tests.paces import Unpaced


class Kept:
    """A store that remembers, or fails as told."""

    def __init__(self, *failures: Exception) -> None:
        self.updates: list[dict] = []
        self.failures = list(failures)

    async def __call__(self, updates: list[dict]) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.updates += updates


def away() -> Exception:
    return OperationalError("INSERT", {"words": "비밀"}, Exception("away"))


class TestPolling:
    async def run(self, telegram: Pretend, store: Kept) -> list[float]:
        """Receive until the answers are used up; how long was waited in between."""
        stop, waits = asyncio.Event(), []

        async def wait(_stop: asyncio.Event, seconds: float) -> bool:
            waits.append(seconds)
            return False

        async def end() -> list:
            stop.set()
            return []

        telegram.answers.append(end)
        await Receiver(telegram, store, wait=wait).run(stop)
        return waits

    def offsets(self, telegram: Pretend) -> list[int | None]:
        return [params.get("offset") for method, params in telegram.calls if method == "getUpdates"]

    async def test_the_offset_moves_after_the_commit(self) -> None:
        telegram, store = Pretend(True, [message(7), message(8)], []), Kept()
        await self.run(telegram, store)

        assert [update["update_id"] for update in store.updates] == [7, 8]
        assert telegram.calls[0][0] == "deleteWebhook"
        assert self.offsets(telegram) == [None, 9, 9]

    async def test_what_could_not_be_stored_is_asked_for_again(self) -> None:
        telegram, store = Pretend(True, [message(7)], [message(7)]), Kept(away())
        waits = await self.run(telegram, store)

        assert self.offsets(telegram) == [None, None, 8]
        assert len(waits) == 1

    async def test_errors_are_waited_out_longer_each_time(self) -> None:
        telegram = Pretend(True, *(NetworkError("Bad Gateway") for _ in range(9)))
        waits = await self.run(telegram, Kept())

        assert len(waits) == 9
        assert all(
            low <= wait <= 2 * low
            for low, wait in zip((0.25, 0.5, 1, 2, 4, 7.5, 7.5, 7.5, 7.5), waits, strict=True)
        )

    async def test_another_poller_is_told_of_in_one_sentence(self, caplog: pytest.LogCaptureFixture) -> None:
        await self.run(Pretend(True, Conflict("Conflict: terminated by other getUpdates")), Kept())

        assert caplog.messages == [
            "Another process polls this bot's token, or a webhook is set: stop one of the two."
        ]

    async def test_a_refused_token_ends_it_with_the_settings_name(self) -> None:
        with pytest.raises(TokenRefused, match="BITNA_TOKEN"):
            await Receiver(Pretend(InvalidToken()), Kept()).run(asyncio.Event())

    async def test_told_to_wait_we_wait_as_long(self) -> None:
        assert await self.run(Pretend(True, RetryAfter(timedelta(seconds=7))), Kept()) == [7.0]

    async def test_killed_between_storing_and_confirming_nothing_is_doubled(self, database: Database) -> None:
        gateway = gateway_of(database, Pretend([message(1)]))
        await Receiver(gateway.api, gateway.store).receive()
        again = gateway_of(database, Pretend([message(1), message(2)]))
        await Receiver(again.api, again.store).receive()

        assert [row.update_id for row in await inbox_rows(database)] == [1, 2]


def gateway_of(database: Database, telegram: Pretend, **more) -> Gateway:
    async def echo(session, row, now) -> None:
        session.add(reply("pong", row.chat_id, due_at=now))

    return Gateway(
        Connection(TOKEN, caller=telegram),
        database,
        StillClock(),
        Deeds(echo, echo, render, phrase),
        pace=Unpaced(),
        **more,
    )


async def test_the_whole_runs_and_stops(database: Database) -> None:
    stop, answered = asyncio.Event(), asyncio.Event()

    class Telegram(Pretend):
        async def call(self, method, params):
            if method == "getUpdates":
                return await never() if "offset" in params else [message(1), press(2)]
            if method == "sendMessage":
                answered.set()
            return await super().call(method, params)

    telegram = Telegram()
    running = asyncio.create_task(gateway_of(database, telegram).run_polling(stop))
    async with asyncio.timeout(10):
        await answered.wait()
        stop.set()
        await running

    assert "answerCallbackQuery" in [method for method, _ in telegram.calls]
    ended = [row.state for row in await outbox_rows(database)]
    assert ended[0] == "sent"
    assert "sending" not in ended


class TestWebhook:
    def client(self, store) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(webhook_app(store, "geheim", "/telegram"))
        return httpx.AsyncClient(transport=transport, base_url="https://bitna.example")

    @pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: "geheim2"}])
    async def test_who_does_not_know_the_secret_is_refused(self, headers: dict[str, str]) -> None:
        store = Kept()

        assert (
            await self.client(store).post("/telegram", json=message(1), headers=headers)
        ).status_code == 403
        assert store.updates == []

    @pytest.mark.parametrize(
        ("body", "status"),
        [
            (b"no json", 400),
            (b"[]", 400),
            (b'{"update_id": "x"}', 400),
            (b" " * (LARGEST_BODY + 1), 413),
            (b'{"update_id": 5, "message": {"chat": {"id": 1}}}', 200),
        ],
        ids=["no JSON", "no object", "no number", "too large", "an update"],
    )
    async def test_what_is_posted(self, body: bytes, status: int) -> None:
        posted = await self.client(Kept()).post("/telegram", content=body, headers={SECRET_HEADER: "geheim"})

        assert posted.status_code == status

    async def test_only_posts_at_one_address(self) -> None:
        assert (await self.client(Kept()).get("/telegram")).status_code == 405
        assert (await self.client(Kept()).post("/other")).status_code == 404

    async def test_with_the_database_away_telegram_shall_come_again(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        store = Kept(away())
        client = self.client(store)

        assert (
            await client.post("/telegram", json=message(1), headers={SECRET_HEADER: "geheim"})
        ).status_code == 503
        assert (
            await client.post("/telegram", json=message(1), headers={SECRET_HEADER: "geheim"})
        ).status_code == 200
        assert "비밀" not in caplog.text

    def test_the_default_secret_hides_the_token(self) -> None:
        assert default_secret(TOKEN) == default_secret(TOKEN) != default_secret("other")
        assert TOKEN not in default_secret(TOKEN)

    async def test_the_whole_runs_and_stops(self, sqlite: Database) -> None:
        stop, telegram = asyncio.Event(), Pretend(True)
        with socket.create_server(("127.0.0.1", 0)) as found:
            port = found.getsockname()[1]
        gateway = gateway_of(sqlite, telegram)
        running = asyncio.create_task(
            gateway.run_webhook(stop, "https://bitna.example/hook", "127.0.0.1", port)
        )
        headers = {SECRET_HEADER: default_secret(TOKEN)}
        async with asyncio.timeout(10), ClientSession() as http:
            while True:
                try:
                    posted = await http.post(
                        f"http://127.0.0.1:{port}/hook", json=message(1), headers=headers
                    )
                    break
                except OSError:
                    await asyncio.sleep(0)
            stop.set()
            await running

        assert posted.status == 200
        assert telegram.calls[0][1]["secret_token"] == default_secret(TOKEN)
        assert [row.state for row in await inbox_rows(sqlite)] == ["done"]


class Server:
    """A Bot API on this machine that answers as told."""

    def __init__(self) -> None:
        self.status, self.answer, self.requests = 200, {"ok": True, "result": True}, []
        self.text: str | None = None
        self.files: list[tuple[str, str, bytes]] = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        multipart = request.content_type.startswith("multipart/")
        fields = dict(await request.post()) if multipart else await request.json()
        files = {name: field for name, field in fields.items() if hasattr(field, "file")}
        self.files += [(field.filename, field.content_type, field.file.read()) for field in files.values()]
        self.requests.append((request.path, fields))
        if self.answer is None:
            request.transport.close()
        if self.text is not None:
            return web.Response(status=self.status, text=self.text)
        return web.json_response(self.answer or {}, status=self.status)


@pytest.fixture
async def server():
    serving = Server()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", serving.handle)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    serving.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}/bot"
    yield serving
    await runner.cleanup()


@pytest.fixture
async def api(server: Server):
    async with AiohttpRequest(read_timeout=0.3) as request:
        yield Api(TOKEN, request, server.url)


class TestTransport:
    async def test_a_call(self, api: Api, server: Server) -> None:
        server.answer = {"ok": True, "result": {"message_id": 5, "text": "빛나 🌟"}}

        assert await api.call("sendMessage", {"chat_id": 1, "text": "안녕"}) == server.answer["result"]
        assert server.requests == [(f"/bot{TOKEN}/sendMessage", {"chat_id": 1, "text": "안녕"})]

    @pytest.mark.parametrize(
        ("status", "more", "expected"),
        [
            (400, {"description": "Bad Request: chat not found"}, BadRequest),
            (401, {"description": "Unauthorized"}, InvalidToken),
            (403, {"description": "Forbidden: bot was blocked by the user"}, Forbidden),
            (404, {"description": "Not Found"}, InvalidToken),
            (409, {"description": "Conflict: terminated by other getUpdates request"}, Conflict),
            (429, {"description": "Too Many Requests", "parameters": {"retry_after": 7}}, RetryAfter),
            (400, {"description": "Bad Request", "parameters": {"migrate_to_chat_id": -1005}}, ChatMigrated),
            (500, {"description": "Internal Server Error"}, NetworkError),
        ],
    )
    async def test_a_refusal(
        self, api: Api, server: Server, status: int, more: dict, expected: type[TelegramError]
    ) -> None:
        server.status, server.answer = status, {"ok": False, "error_code": status} | more
        with pytest.raises(expected) as caught:
            await api.call("sendMessage", {})

        assert type(caught.value) is expected
        assert not never_arrived(caught.value)

    async def test_how_long_to_be_silent(self) -> None:
        error = refusal(429, {"parameters": {"retry_after": 7}})
        assert isinstance(error, RetryAfter)
        assert seconds_of(error) == 7.0

    @pytest.mark.parametrize(
        ("status", "text"), [(502, "<html>Bad Gateway</html>"), (200, "half an ans"), (200, "[]")]
    )
    async def test_an_unreadable_answer_is_doubt(
        self, api: Api, server: Server, status: int, text: str
    ) -> None:
        server.status, server.text = status, text
        with pytest.raises(NetworkError) as caught:
            await api.call("sendMessage", {})

        assert isinstance(caught.value.__cause__, MaybeDelivered)

    async def test_cut_off_after_the_request_is_doubt(self, api: Api, server: Server) -> None:
        server.answer = None
        with pytest.raises(NetworkError) as caught:
            await api.call("sendMessage", {})

        assert isinstance(caught.value.__cause__, MaybeDelivered)

    async def test_a_slow_answer_is_doubt(self) -> None:
        """A server that listens and never answers."""
        with socket.create_server(("127.0.0.1", 0)) as silent:
            async with AiohttpRequest(read_timeout=0.05) as request:
                api = Api(TOKEN, request, f"http://127.0.0.1:{silent.getsockname()[1]}/bot")
                with pytest.raises(TimedOut) as caught:
                    await api.call("sendMessage", {})

        assert isinstance(caught.value.__cause__, MaybeDelivered)

    async def test_nobody_there_is_no_doubt(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as gone:
            port = gone.getsockname()[1]
        async with AiohttpRequest() as request:
            with pytest.raises(NetworkError) as caught:
                await Api(TOKEN, request, f"http://127.0.0.1:{port}/bot").call("sendMessage", {})

        assert isinstance(caught.value.__cause__, NotDelivered)
        assert never_arrived(caught.value)

    async def test_no_free_connection_is_no_doubt(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            async with AiohttpRequest(connections=1, connect_timeout=0.05, read_timeout=0.5) as request:
                api = Api(TOKEN, request, f"http://127.0.0.1:{silent.getsockname()[1]}/bot")
                first, second = await asyncio.gather(
                    api.call("sendMessage", {}), api.call("sendMessage", {}), return_exceptions=True
                )

        assert isinstance(first, TimedOut)
        assert not never_arrived(first)
        assert isinstance(second, TimedOut)
        assert never_arrived(second)

    async def test_a_file_that_waited_in_a_row(self, api: Api, server: Server) -> None:
        calendar = upload("빛나.ics", b"BEGIN:VCALENDAR", "text/calendar")
        await api.call(
            "sendDocument",
            {"chat_id": 1, "document": calendar, "reply_markup": {"keyboard": []}, "caption": None},
        )

        [(_, form)] = server.requests
        assert (form["chat_id"], form["reply_markup"]) == ("1", '{"keyboard":[]}')
        assert server.files == [("빛나.ics", "text/calendar", b"BEGIN:VCALENDAR")]
        assert "caption" not in form

    async def test_python_telegram_bot_speaks_through_it(self, server: Server) -> None:
        chat = {"id": 1, "type": "private"}
        server.answer = {"ok": True, "result": {"message_id": 5, "date": int(NOW.timestamp()), "chat": chat}}
        async with AiohttpRequest() as request:
            bot = Bot(TOKEN, base_url=server.url, request=request, get_updates_request=AiohttpRequest())
            sent = await bot.send_message(1, "안녕", disable_notification=True)
            document = await bot.send_document(1, b"BEGIN", filename="a.ics", read_timeout=3)
            server.status, server.answer = 403, {"ok": False, "description": "Forbidden: blocked"}
            with pytest.raises(Forbidden):
                await bot.send_message(1, "안녕")

        assert sent.message_id == document.message_id == 5
        assert server.requests[0][1] == {"chat_id": 1, "text": "안녕", "disable_notification": True}

    async def test_half_an_emoji_stops_nobody(self, api: Api, server: Server) -> None:
        server.text = '{"ok": true, "result": [{"update_id": 1, "message": {"text": "\\ud83d"}}]}'

        assert (await api.call("getUpdates", {}))[0]["update_id"] == 1

    async def test_a_transport_that_is_not_open(self) -> None:
        with pytest.raises(RuntimeError, match="not open"):
            await Api(TOKEN, AiohttpRequest()).call("getMe", {})


async def test_the_token_is_in_no_log_and_no_error(
    caplog: pytest.LogCaptureFixture, sqlite: Database
) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.create_server(("127.0.0.1", 0)) as gone:
        url = f"http://127.0.0.1:{gone.getsockname()[1]}/bot"
    gateway = Gateway(
        Connection(TOKEN, url), sqlite, StillClock(), Deeds(render, render, render, phrase), pace=Unpaced()
    )
    async with gateway.request:
        with pytest.raises(NetworkError) as caught:
            await gateway.api.call("sendMessage", {})
        await gateway.sender.drain()
        await gateway.sender.close()

    error: BaseException | None = caught.value
    seen = [repr(gateway.api), repr(gateway._connection)]
    while error:
        seen += [str(error), repr(error)]
        error = error.__cause__ or error.__context__
    assert TOKEN.split(":")[1] not in caplog.text + " ".join(seen)


async def test_an_address_that_telegram_refuses_ends_the_waiting() -> None:
    async def refused() -> None:
        raise BadRequest("bad webhook: HTTPS url must be provided for webhook")

    with pytest.raises(BadRequest):
        await surely(asyncio.Event(), refused, final=(BadRequest,))
