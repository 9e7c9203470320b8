"""The clients of announce.py, each alone in its process: ours with its ledger, peers that only send."""

import asyncio
import itertools
import resource
import statistics
import time
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import uvloop
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from announce_setting import ALLOWED, AT_ONCE, TEXT, TOKEN
from sqlalchemy import func, insert
from sqlmodel import col, select

from bot.app import Bitna
from bot.center import load_center
from bot.clock import Clock
from bot.db import Database
from bot.gateway.gateway import Connection, Deeds, Gateway
from bot.gateway.http import AiohttpRequest
from bot.gateway.leader import leader_of
from bot.gateway.pacing import Pacing
from bot.gateway.posting import Address
from bot.gateway.sender import Sender
from bot.gateway.wire import Wire
from bot.models import Announcement, AnnouncementState, Copy, CopyState, Person, Role, Staff
from bot.notices import Notices
from bot.notices.copies import message
from bot.running import settle
from tests.paces import OpenPace

CENTER = load_center(Path(__file__).parent.parent / "center")
FIRST_CHAT = 7_000_000_000
DAY = datetime(2026, 11, 23, 1, tzinfo=UTC)  # ten in the morning in Seoul: nobody sleeps
TAPPERS = range(1, 21)
BETWEEN_TAPS = 0.43


class Morning(Clock):
    """Always the same morning."""

    def now(self) -> datetime:
        return DAY


class Hurried(OpenPace):
    """Nobody waits for anything: a page is what the real pace takes ahead, a third of a second."""

    def page(self, now: float) -> int:  # noqa: ARG002
        return 500


class Counting(Wire):
    """The real wire; it tells when the last copy has been answered."""

    def __init__(self, address: Address, many: int) -> None:
        super().__init__(address)
        self._left = many
        self.done = asyncio.Event()

    async def post(self, words: Any, chat_id: int, edits: int | None) -> int | None:
        number = await super().post(words, chat_id, edits)
        self._left -= 1
        if not self._left:
            self.done.set()
        return number


async def announced(database: Database, many: int) -> None:
    """So many people, and an announcement whose copies wait."""
    moment = {"created_at": DAY, "seen_at": DAY}
    async with database.transaction() as session:
        known = (await session.exec(select(func.count()).where(col(Person.chat_id) >= FIRST_CHAT))).one()
        people = [
            {"chat_id": FIRST_CHAT + n, "language": "ko", "offered": [], **moment} for n in range(known, many)
        ]
        for page in pages(people):
            await session.exec(insert(Person).values(page))
        staff = Staff(name="하늘", role=Role.OPERATOR)
        session.add(staff)
        await session.flush()
        told = Announcement(
            text=TEXT, state=AnnouncementState.SENDING, due_at=DAY, staff_id=staff.id, created_at=DAY,
            released_at=DAY, spread_at=DAY, audience_size=many,
        )  # fmt: skip
        session.add(told)
        await session.flush()
        crowd = select(Person.id).where(col(Person.chat_id) >= FIRST_CHAT).order_by(col(Person.id))
        ids = (await session.exec(crowd.limit(many))).all()
        copies = [
            {"announcement_id": told.id, "person_id": each, "state": CopyState.WAITING, "night": False}
            for each in ids
        ]
        for page in pages(copies):
            await session.exec(insert(Copy).values(page))


def pages(rows: list[dict[str, Any]]) -> Iterable[list[dict[str, Any]]]:
    for start in range(0, len(rows), 500):
        yield rows[start : start + 500]


class Nobody:
    """Takes every copy at once, as Telegram would, and says when it has so many."""

    def __init__(self, many: int) -> None:
        self._left = many
        self.done = asyncio.Event()

    async def post(self, words: Any, chat_id: int, edits: int | None) -> int | None:  # noqa: ARG002
        self._left -= 1
        if not self._left:
            self.done.set()
        return 1


async def sent_by_ours(database: Database, many: int) -> dict[str, Any]:
    """So many of the copies that wait, to nobody: what it took, with the highest memory meanwhile."""
    meter, nobody = Meter(), Nobody(many)
    begun = meter.read(many)["resident_mb"]
    await sent(database, nobody, nobody.done, seconds=1800)
    report = meter.read(many)
    await database.close()
    return report | {"grown_mb": report["resident_mb"] - begun}


async def sent(database: Database, poster: Any, done: asyncio.Event, seconds: float) -> None:
    """Our sender at work with this poster until `done`."""
    sender = Sender(
        database, Morning(), None, None, leader_of(database, TOKEN), Hurried(),  # type: ignore[arg-type]
        phrase=Notices(CENTER).phrase, poster=poster,
    )  # fmt: skip
    stop = asyncio.Event()
    sending = asyncio.create_task(sender.run(stop))
    await asyncio.wait_for(done.wait(), seconds)
    stop.set()
    sender.bell.ring()
    await sending


async def ours(port: int, many: int, url: str) -> dict[str, Any]:
    database = Database(url)
    await announced(database, many)
    wire = Counting(Address(f"http://127.0.0.1:{port}/bot", TOKEN), many)
    meter = Meter()
    await sent(database, wire, wire.done, seconds=120)
    report = meter.read(many)
    await wire.close()
    async with database.reading() as session:
        states = dict((await session.exec(select(Copy.state, func.count()).group_by(col(Copy.state)))).all())
    assert set(states) == {CopyState.SENT}, states
    await database.close()
    return report


class Meter:
    """CPU, wall clock and memory from here on."""

    def __init__(self) -> None:
        self._resident = resident()
        self._cpu, self._wall = time.process_time(), time.monotonic()

    def read(self, many: int) -> dict[str, Any]:
        cpu, wall = time.process_time() - self._cpu, time.monotonic() - self._wall
        highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {
            "cpu_ms": cpu / many * 1000,
            "speed": many / wall,
            "grown_mb": max(0.0, resident() - self._resident),
            "resident_mb": highest,
        }


def resident() -> float:
    """What this process holds, in megabytes."""
    pages_held = int(Path("/proc/self/statm").read_text().split()[1])
    return pages_held * resource.getpagesize() / 1_048_576


async def lanes(many: int, send: Callable[[int], Awaitable[object]]) -> dict[str, Any]:
    """As many at once as ours; each takes the next receiver."""
    numbers = iter(range(many))

    async def lane() -> None:
        for number in numbers:
            await send(FIRST_CHAT + number)

    await send(FIRST_CHAT)  # the first connection is nobody's cost
    meter = Meter()
    await asyncio.gather(*(lane() for _ in range(AT_ONCE)))
    return meter.read(many)


def plain_copy() -> dict[str, Any]:
    """The words and buttons that ours sends as well."""
    told = Announcement(id=1, text=TEXT, due_at=DAY, created_at=DAY)
    made = message(CENTER, [told], "ko", {})
    assert made
    return made[1]


async def bare_aiohttp(port: int, many: int, _url: str) -> dict[str, Any]:
    from bot.gateway.posting import Words  # noqa: PLC0415 - the same bytes

    address, rest = f"http://127.0.0.1:{port}/bot{TOKEN}/sendMessage", Words("sendMessage", plain_copy()).rest
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=64)) as session:

        async def send(chat_id: int) -> bytes:
            async with session.post(
                address, data=b'{"chat_id":%d' % chat_id + rest, headers=headers
            ) as response:
                return await response.read()

        return await lanes(many, send)


async def aiogram(port: int, many: int, _url: str) -> dict[str, Any]:
    params = plain_copy()
    rows = params["reply_markup"]["inline_keyboard"]
    markup = InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(**button) for button in row] for row in rows]
    )
    session = AiohttpSession(api=TelegramAPIServer.from_base(f"http://127.0.0.1:{port}"))
    async with AiogramBot(TOKEN, session=session) as bot:

        async def send(chat_id: int) -> object:
            return await bot.send_message(chat_id, params["text"], parse_mode="HTML", reply_markup=markup)

        return await lanes(many, send)


async def paced(port: int, seconds: int, url: str) -> dict[str, Any]:
    """The whole bot: people tap, first alone, then beside an announcement that uses all that is allowed."""
    database = Database(url)
    api = f"http://127.0.0.1:{port}/bot"
    request = AiohttpRequest()
    bitna = Bitna(CENTER, Path(__file__).parent.parent / "center", TOKEN, api, request)
    notices = Notices(CENTER)
    settle()
    deeds = Deeds(bitna.perform, bitna.apologize, notices.render, notices.phrase)
    pace = Pacing(time.monotonic(), most=ALLOWED, copies=ALLOWED)
    gateway = Gateway(Connection(TOKEN, api), database, Morning(), deeds, pace=pace, request=request)
    taps = Taps(gateway)
    stop = asyncio.Event()
    report: dict[str, Any] = {}

    async def people(_stop: asyncio.Event) -> None:
        await taps.run(5)
        idle = await taps.run(seconds)
        await announced(database, (seconds + 12) * ALLOWED)
        await asyncio.sleep(3)
        report["begun"] = time.monotonic()
        busy = await taps.run(seconds)
        report["ended"] = time.monotonic()
        for name, waited in (("idle", idle), ("busy", busy)):
            report[f"{name}_p99_ms"] = round(statistics.quantiles(waited, n=100)[98], 1)
            report[f"{name}_median_ms"] = round(statistics.median(waited), 1)
        report["taps"] = len(busy)

    async with request:
        await bitna.application.initialize()
        await gateway._run(stop, people)  # noqa: SLF001 - taps come from here, not from the network
    await database.close()
    return report


class Taps:
    """People who tap a button of the menu, and how long each waits for the words, in milliseconds."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Event] = {}
        self._call, gateway.api.call = gateway.api.call, self._called  # type: ignore[method-assign]

    async def run(self, seconds: float) -> list[float]:
        waited = []
        until = time.monotonic() + seconds
        for chat_id in itertools.cycle(TAPPERS):
            if time.monotonic() > until:
                return waited
            started = time.perf_counter()
            answered = self._waiting[chat_id] = asyncio.Event()
            await self._gateway.store([tap(next(self._numbers), chat_id)])
            await asyncio.wait_for(answered.wait(), 20)
            waited.append((time.perf_counter() - started) * 1000)
            await asyncio.sleep(BETWEEN_TAPS)
        return waited

    async def _called(self, method: str, params: Any) -> Any:
        result = await self._call(method, params)
        if method == "sendMessage" and (answered := self._waiting.get(params["chat_id"])):
            answered.set()
        return result


def tap(number: int, chat_id: int) -> dict[str, Any]:
    """Somebody taps "About the center"."""
    person = {"id": chat_id, "is_bot": False, "first_name": "민지", "language_code": "ko"}
    told = {
        "message_id": 5,
        "date": int(DAY.timestamp()),
        "chat": {"id": chat_id, "type": "private"},
        "from": {"id": 123456, "is_bot": True, "first_name": "빛나"},
        "text": "메뉴",
    }
    press = {"id": str(number), "from": person, "chat_instance": "1", "data": "menu:center", "message": told}
    return {"update_id": number, "callback_query": press}


CLIENTS = {"bare aiohttp": bare_aiohttp, "aiogram": aiogram, "paced": paced}


def run(client: str, port: int, many: int, database: str) -> dict[str, Any]:
    """What this client took. All have settled, as the bot does when it starts."""
    settle()
    return uvloop.run(CLIENTS.get(client, ours)(port, many, database))
