"""A town: the pretend Telegram in this loop, a database, and the bot as processes of their own."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from sqlmodel import col, func, select

from bot.center import load_center
from bot.db import Database
from bot.gateway.bell import within
from bot.models import Inbox, InboxState, Outbox, OutboxState, Role
from bot.services import slots, staff
from sandbox import waiting
from sandbox.clock import Clock
from sandbox.log import Entry
from sandbox.people import Person
from sandbox.phone import Phone
from sandbox.server import serving
from sandbox.telegram import Telegram
from tests.house import CENTER, MONDAY
from tests.processes.bot_process import BotProcess

TOKEN = "123456:process-token"
SENDS = {"sendMessage", "editMessageText", "editMessageReplyMarkup"}
STARTING_SECONDS = 60.0  # generous: a busy machine, a cold disk

T = TypeVar("T")


class Town:
    """Telegram, the people with their phones, the clock, the database; `bot` is the process that serves them."""

    def __init__(self, database_url: str, folder: Path, seed: int = 1) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self._clock_file = folder / "clock"
        self.telegram = Telegram(TOKEN, clock=Clock(self._clock_file), seed=seed)
        self.telegram.move_clock(to=MONDAY)
        self.first_update_id = self._next_update_id
        self.database_url = database_url
        self.database = Database(database_url)
        self.center = load_center(CENTER)
        self.url = ""
        self.processes: list[BotProcess] = []

    @property
    def bot(self) -> BotProcess:
        return self.processes[0]

    @property
    def now(self) -> Any:
        return self.telegram.clock.now()

    @property
    def _next_update_id(self) -> int:
        return self.telegram.the_bot().updates._next_id

    @property
    def issued(self) -> set[int]:
        """The number of every update Telegram ever had for the bot."""
        return set(range(self.first_update_id, self._next_update_id))

    @contextlib.asynccontextmanager
    async def opened(self) -> AsyncIterator["Town"]:
        """Telegram listens as long as the block lasts; then every process is killed."""
        async with serving(self.telegram, webhook_delay=0.05) as self.url:
            try:
                yield self
            finally:
                for process in self.processes:
                    await process.close()
                    print(f"--- {process.log.name}\n{process.tail()}")  # noqa: T201 (shown where a test failed)
                await self.database.close()

    def process(self, *options: str, **settings: str) -> BotProcess:
        """One more process of the bot, not started yet."""
        surroundings = {
            "BITNA_TOKEN": TOKEN,
            "BITNA_API": f"{self.url}/bot",
            "BITNA_DATABASE": self.database_url,
            "BITNA_CENTER": str(CENTER),
            "BITNA_CLOCK": str(self._clock_file),
        }
        log = self.folder / f"bot-{len(self.processes) + 1}.log"
        self.processes.append(BotProcess(surroundings | settings, log, *options))
        return self.processes[-1]

    async def start(self) -> BotProcess:
        """Start the process that polls, and wait until it does."""
        bot = self.processes[0] if self.processes else self.process()
        asked = self.calls_of("getUpdates")
        await bot.start()
        await self.comes_true(
            lambda: self.calls_of("getUpdates") > asked, "the bot's first poll", STARTING_SECONDS
        )
        return bot

    def calls_of(self, *methods: str) -> int:
        return sum(entry.method in methods for entry in self.telegram.log.after(0))

    def person(self, name: str, **particulars: Any) -> Person:
        return self.telegram.person(name, **particulars)

    def phone(self, person: Person) -> Phone:
        return self.telegram.phone(person.id)

    async def fill_slots(self) -> None:
        """The times that can be booked, before the bot itself makes them."""
        async with self.database.transaction() as session:
            await slots.refresh(session, self.center, self.now)

    async def code(self, name: str, role: Role) -> str:
        """The words with which a member of the staff joins."""
        async with self.database.transaction() as session:
            return "/start staff-" + await staff.invite(session, name, role, self.now)

    async def comes_true(self, ready: Callable[[], Awaitable[T] | T], what: str, seconds: float = 30) -> T:
        """What `ready` returns once that is true. Looked at again after each call of the bot, and ten times
        a second, as nobody is told what only the database knows."""
        deadline, log = monotonic() + seconds, self.telegram.log
        while True:
            number = log.number
            found = ready()
            if found := (await found if isinstance(found, Awaitable) else found):
                return found
            if monotonic() > deadline:
                raise AssertionError(f"not in {seconds} s: {what}")
            await waiting.for_call(log, lambda: log.number > number, 0.1)  # noqa: B023 (awaited in this turn)

    async def at_rest(self, seconds: float = 30) -> None:
        """All that people did has been handled, and all that is due has been sent."""
        await self.comes_true(self._is_at_rest, "all updates done, all messages sent", seconds)

    async def _is_at_rest(self) -> bool:
        if len(self.telegram.the_bot().updates):
            return False
        undone = select(func.count()).where(Inbox.state == InboxState.WAITING)
        unsent = select(func.count()).where(
            col(Outbox.state).in_((OutboxState.WAITING, OutboxState.SENDING)), col(Outbox.due_at) <= self.now
        )
        async with self.database.reading() as session:
            return not (await session.exec(undone)).one() and not (await session.exec(unsent)).one()

    async def rows(self, table: type[T], *conditions: Any) -> list[T]:
        """Rows as the database has them now, in order."""
        query = select(table).where(*conditions).order_by(col(table.id))  # type: ignore[attr-defined]
        async with self.database.reading() as session:
            return list((await session.exec(query)).all())

    def sent_to(self, person: Person, containing: str = "") -> list[str]:
        """What this person's phone shows of the bot's messages."""
        messages = self.phone(person).sees()["messages"]
        return [m["text"] for m in messages if m["from_bot"] and containing in m.get("text", "")]

    def refused(self) -> list[Entry]:
        """Calls of the bot that Telegram refused."""
        return [entry for entry in self.telegram.log.after(0) if not entry.ok]


async def passes(seconds: float) -> None:
    """A moment that the test's seed has chosen, not a wait for something."""
    await within(asyncio.Event(), seconds)
