"""What a sent message costs: ours beside python-telegram-bot's own transport, aiogram, and bare aiohttp.

CPU is user and system time of this process alone; the server runs in its own. All take turns in one run,
so that a busy machine is busy for all of them. Prints JSON.
"""

import asyncio
import contextlib
import json
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import orjson
import uvloop
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from telegram import Bot as TelegramBot
from telegram import InlineKeyboardButton as TelegramButton
from telegram import InlineKeyboardMarkup as TelegramMarkup

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bot.gateway.api import Api  # noqa: E402
from bot.gateway.http import AiohttpRequest  # noqa: E402

TOKEN = "123456:AAF-only-for-measuring-nothing-real"
CHAT = 1001
TEXT = "예약했어요: <b>3월 3일 (화) 오전 10시</b>, 김 상담사. 하루 전에 다시 알려 드릴게요."
BUTTONS = [("변경할게요", "7k:mine.move:12"), ("취소할게요", "7k:mine.cancel:12")]
PARAMS = {
    "chat_id": CHAT,
    "text": TEXT,
    "parse_mode": "HTML",
    "reply_markup": {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in BUTTONS]]},
}
ROUNDS = 9
MESSAGES = 300
AT_ONCE = 30
LONGEST_SECONDS = 50
GOALS = {"aiogram": 1.2, "python-telegram-bot": 0.2}

Send = Callable[[], Awaitable[object]]


@contextlib.contextmanager
def server() -> AsyncIterator[int]:
    """The answering server in a process of its own; its port."""
    command = [sys.executable, str(Path(__file__).with_name("telegram_server.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield int(process.stdout.readline())
        process.stdin.close()


@contextlib.asynccontextmanager
async def ours(url: str) -> AsyncIterator[Send]:
    async with AiohttpRequest() as request:
        api = Api(TOKEN, request, f"{url}/bot")
        yield lambda: api.call("sendMessage", PARAMS)


@contextlib.asynccontextmanager
async def python_telegram_bot(url: str) -> AsyncIterator[Send]:
    markup = TelegramMarkup([[TelegramButton(text, callback_data=data) for text, data in BUTTONS]])
    bot = TelegramBot(TOKEN, base_url=f"{url}/bot")
    for request in bot._request:  # noqa: SLF001 - bot.initialize() would ask the server who it is
        await request.initialize()
    yield lambda: bot.send_message(CHAT, TEXT, parse_mode="HTML", reply_markup=markup)
    for request in bot._request:  # noqa: SLF001
        await request.shutdown()


@contextlib.asynccontextmanager
async def aiogram(url: str) -> AsyncIterator[Send]:
    keyboard = [[InlineKeyboardButton(text=text, callback_data=data) for text, data in BUTTONS]]
    markup = InlineKeyboardMarkup(inline_keyboard=keyboard)
    session = AiohttpSession(api=TelegramAPIServer.from_base(url))
    async with AiogramBot(TOKEN, session=session) as bot:
        yield lambda: bot.send_message(CHAT, TEXT, parse_mode="HTML", reply_markup=markup)


@contextlib.asynccontextmanager
async def bare_aiohttp(url: str) -> AsyncIterator[Send]:
    """The least there can be over aiohttp: the same bytes posted, the answer read and not looked at."""
    address, body = f"{url}/bot{TOKEN}/sendMessage", orjson.dumps(PARAMS)
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=64)) as session:

        async def send() -> bytes:
            async with session.post(address, data=body, headers=headers) as response:
                return await response.read()

        yield send


async def round_of(send: Send) -> tuple[float, list[float]]:
    """One round, so many at once: CPU milliseconds a message, and how long each took in milliseconds."""
    took: list[float] = []

    async def some() -> None:
        for _ in range(MESSAGES // AT_ONCE):
            started = time.perf_counter()
            await send()
            took.append((time.perf_counter() - started) * 1000)

    started = time.process_time()
    await asyncio.gather(*(some() for _ in range(AT_ONCE)))
    return (time.process_time() - started) / MESSAGES * 1000, took


async def measure(url: str) -> dict[str, object]:
    clients = {
        "ours": ours,
        "aiogram": aiogram,
        "python-telegram-bot": python_telegram_bot,
        "bare aiohttp": bare_aiohttp,
    }
    cpu: dict[str, list[float]] = {name: [] for name in clients}
    took: dict[str, list[float]] = {name: [] for name in clients}
    async with contextlib.AsyncExitStack() as stack:
        sends = {name: await stack.enter_async_context(client(url)) for name, client in clients.items()}
        for send in sends.values():
            await round_of(send)  # connections opened, caches filled
        until = time.monotonic() + LONGEST_SECONDS
        for number in range(ROUNDS):
            names = list(clients)[number % 4 :] + list(clients)[: number % 4]
            for name in names if time.monotonic() < until else ():
                spent, durations = await round_of(sends[name])
                cpu[name].append(spent)
                took[name] += durations
    return report(cpu, took)


def report(cpu: dict[str, list[float]], took: dict[str, list[float]]) -> dict[str, object]:
    median = {name: statistics.median(values) for name, values in cpu.items()}
    ratios = {name: median["ours"] / value for name, value in median.items() if name != "ours"}
    return {
        "messages": {name: len(durations) for name, durations in took.items()},
        "at_once": AT_ONCE,
        "cpu_ms_a_message": {name: round(value, 3) for name, value in median.items()},
        "p99_ms": {name: round(statistics.quantiles(values, n=100)[98], 2) for name, values in took.items()},
        "ours_to": {name: round(ratio, 3) for name, ratio in ratios.items()},
        "goals": {name: {"at_most": goal, "met": ratios[name] <= goal} for name, goal in GOALS.items()},
    }


def main() -> None:
    with server() as port:
        print(json.dumps(uvloop.run(measure(f"http://127.0.0.1:{port}")), indent=2))


if __name__ == "__main__":
    main()
