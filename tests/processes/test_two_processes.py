"""Two processes on one PostgreSQL, one chat's messages alternating between them: nobody can tell."""

import asyncio
import itertools
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from bot.models import Role
from sandbox.people import Person
from tests.processes.seeker import BOOKING_NUMBER, buttons
from tests.processes.town import SENDS, Town

SECRET = "only-telegram-knows"

# What Minji does: words, or a button by what it carries; twice where she taps twice; → where she edits.
DEEDS = """
    /start
    [menu:intake]
    [of_age:yes]
    [collect:yes] [collect:yes]
    [abroad:yes]
    김민지
    북구
    북구 → 남구
    1990년생
    구직중이에요
    사무직
    5년
    [hardships:money] [hardships:health]
    [hardships:]
    건너뛰기
    [check:right] [check:right]
    [menu:book]
    [service:intake]
    [way:visit]
    내일 오후 2시
    센터 어디예요?
    [sure:yes] [sure:yes]
    /mine
    처음으로
"""


class PostOffice:
    """Where Telegram brings updates: it hands them to one process after the other, as a load balancer does."""

    def __init__(self) -> None:
        self.processes: list[str] = []
        self.brought: list[str] = []
        self._turns = itertools.count()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[str]:
        async with aiohttp.ClientSession() as self._session:
            app = web.Application()
            app.add_routes([web.post("/telegram", self._hand_on)])
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=2)
            await runner.setup()
            try:
                await web.TCPSite(runner, "127.0.0.1", 0).start()
                yield f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
            finally:
                await runner.cleanup()

    async def _hand_on(self, request: web.Request) -> web.Response:
        process = self.processes[next(self._turns) % len(self.processes)]
        header = "X-Telegram-Bot-Api-Secret-Token"
        headers = {"Content-Type": "application/json", header: request.headers.get(header, "")}
        try:
            async with self._session.post(process, data=await request.read(), headers=headers) as response:
                self.brought += [process] if response.ok else []
                return web.Response(status=response.status)
        except aiohttp.ClientError:
            return web.Response(status=502)  # not listening yet: Telegram comes again


async def transcript(database_url: str, folder: Path, processes: int) -> tuple[list[str], list[str]]:
    """All that Minji and her counselor saw, and which process was brought each update."""
    async with Town(database_url, folder).opened() as town, _served(town, processes) as office:
        counselor, minji = town.person("윤슬"), town.person("민지")
        await town.fill_slots()
        town.phone(counselor).send(await town.code(town.center.counselors[0].name, Role.COUNSELOR))
        await town.at_rest(60)
        for line in DEEDS.strip().splitlines():
            does(town, minji, line.strip())
            await town.at_rest()
        assert town.refused() == []
        return [*seen(town, minji), *seen(town, counselor)], office.brought


@asynccontextmanager
async def _served(town: Town, processes: int) -> AsyncIterator[PostOffice]:
    """So many processes behind one address."""
    office = PostOffice()
    async with office.opened() as address:
        for _ in range(processes):
            place = f"127.0.0.1:{_free_port()}"
            office.processes.append(f"http://{place}/telegram")
            options = ("--webhook", address, "--listen", place)
            await town.process(*options, BITNA_WEBHOOK_SECRET=SECRET).start()
        await town.comes_true(lambda: town.calls_of("setWebhook") == processes, "all processes listen", 60)
        yield office
        for process in town.processes:
            await process.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def does(town: Town, person: Person, line: str) -> None:
    phone = town.phone(person)
    messages = phone.sees()["messages"]
    if line.startswith("["):
        for wanted in re.findall(r"\[(.+?)\]", line):
            fits = re.compile(rf"({re.escape(wanted)}|\w+\.\w+:{re.escape(wanted)})")
            shown = [(m["message_id"], d) for m in messages for d in buttons(m) if fits.fullmatch(d)]
            assert shown, f"no button {wanted} to press"
            phone.press(*shown[-1])
    elif " → " in line:
        before, after = line.split(" → ")
        own = [m["message_id"] for m in messages if not m["from_bot"] and m.get("text") == before]
        phone.edit(own[-1], after)
    else:
        phone.send(line)


def seen(town: Town, person: Person) -> list[str]:
    """Each bubble, rewriting and taking of buttons, in order; booking numbers are anybody's."""
    calls = [e for e in town.telegram.log.after(0) if e.method in SENDS and e.chat_id == person.id]
    return [BOOKING_NUMBER.sub("B-00000", _bubble(entry.method, entry.params)) for entry in calls]


def _bubble(method: str, params: dict[str, Any]) -> str:
    markup = params.get("reply_markup") or {}
    rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
    labels = [" ".join(f"[{button['text']}]" for button in row) for row in rows]
    return "\n".join([f"{method}: {params.get('text', '')}", *labels])


async def test_two_processes_speak_as_one(postgres_url: str, sqlite_url: str, tmp_path: Path) -> None:
    (together, brought), (alone, _) = await asyncio.gather(
        transcript(postgres_url, tmp_path / "together", processes=2),
        transcript(sqlite_url, tmp_path / "alone", processes=1),
    )

    print(f"{len(together)} bubbles, {len(brought)} updates brought to {len(set(brought))} processes")  # noqa: T201
    assert together == alone
    assert len(set(brought)) == 2
    assert all(one != next_one for one, next_one in itertools.pairwise(brought))
