"""What a durable turn costs in CPU, beside a bare echo of python-telegram-bot: `python benchmarks/turn.py`.

A durable turn is an update stored in the inbox, handled by the whole bot, answered through the outbox and
committed, on a SQLite file. The echo keeps nothing. Both talk with a Telegram that answers at once, in this
process; both are measured in turns, so that whatever else this machine does meets both. Prints JSON.
"""

import asyncio
import itertools
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import orjson
from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters
from telegram.request import BaseRequest, RequestData

from bot.app import Bitna
from bot.center import load_center
from bot.db import Database
from bot.gateway.gateway import Connection, Deeds, Gateway
from bot.migrations import migrate
from bot.notices import Notices
from bot.services import slots
from tests.house import CENTER, MONDAY, TOKEN, StillClock
from tests.paces import OpenPace

ROUNDS = 8
TOGETHER = 16  # people who write in the same moment: what one getUpdates brings under load
WARM_UP = 1

# A first interview: words, or the button whose data ends so.
INTERVIEW = (
    "/start", "[menu:intake", "[:of_age:yes", "[:collect:yes", "[:abroad:yes", "김민지", "[:district:북구",
    "1990년생", "구직중이에요", "[:field:0", "5년", "[:hardships:money", "[:hardships:", "건너뛰기",
    "[:check:right",
)  # fmt: skip


class Instant:
    """A Telegram that does everything at once and remembers only the last buttons of each chat."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.buttons: dict[int, tuple[int, list[str]]] = {}

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:
        if method == "getMe":
            return {"id": 123456, "is_bot": True, "first_name": "빛나", "username": "bitna_bot"}
        if method not in {"sendMessage", "editMessageText"}:
            return True
        chat_id = int(params["chat_id"])
        message_id = int(params.get("message_id") or next(self._numbers))
        rows = (params.get("reply_markup") or {}).get("inline_keyboard", ())
        if carried := [button["callback_data"] for row in rows for button in row]:
            self.buttons[chat_id] = message_id, carried
        return {"message_id": message_id, "date": 0, "chat": {"id": chat_id, "type": "private"}}

    def update(self, chat_id: int, deed: str) -> dict[str, Any]:
        """What arrives when somebody writes this, or presses that."""
        number = next(self._numbers)
        user = {"id": chat_id, "is_bot": False, "first_name": "민지", "language_code": "ko"}
        message = {"date": int(MONDAY.timestamp()), "chat": {"id": chat_id, "type": "private"}}
        if deed.startswith("["):
            message_id, carried = self.buttons[chat_id]
            data = next(each for each in carried if each.endswith(deed[1:]))
            query = {"id": str(number), "from": user, "data": data, "chat_instance": "1"}
            return {
                "update_id": number,
                "callback_query": query | {"message": message | {"message_id": message_id}},
            }
        text = {"message_id": number, "from": user, "text": deed}
        if deed.startswith("/"):
            text["entities"] = [{"type": "bot_command", "offset": 0, "length": len(deed)}]
        return {"update_id": number, "message": message | text}


class InstantRequest(BaseRequest):
    """PTB's transport to it."""

    def __init__(self, telegram: Instant) -> None:
        self._telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 (PTB names it)
        request_data: RequestData | None = None,
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        params = request_data.parameters if request_data else {}
        result = await self._telegram.call(url.rpartition("/")[2], params)
        return 200, orjson.dumps({"ok": True, "result": result})


class Durable:
    """The real application on a SQLite file."""

    def __init__(self, database: Database) -> None:
        self._telegram = Instant()
        self._database = database
        self._clock = StillClock(MONDAY)
        self._center = load_center(CENTER)
        self._bitna = Bitna(
            self._center, CENTER, TOKEN, "http://127.0.0.1/bot", InstantRequest(self._telegram)
        )
        notices = Notices(self._center)
        deeds = Deeds(self._bitna.perform, self._bitna.apologize, notices.render, notices.phrase)
        connection = Connection(TOKEN, caller=self._telegram)
        self._gateway = Gateway(connection, database, self._clock, deeds, pace=OpenPace())
        self._people = itertools.count(1_000)

    async def open(self) -> None:
        await self._bitna.application.initialize()
        async with self._database.transaction() as session:
            await slots.refresh(session, self._center, self._clock.now())

    async def close(self) -> None:
        await self._gateway.sender.close()
        await self._bitna.application.shutdown()
        await self._database.close()

    async def interviews(self, together: int) -> int:
        """So many people are interviewed side by side; how many turns that were."""
        people = [next(self._people) for _ in range(together)]
        for deed in INTERVIEW:
            await self._gateway.store([self._telegram.update(chat_id, deed) for chat_id in people])
            await self._gateway.flush()
        return len(people) * len(INTERVIEW)


class Echo:
    """The smallest bot that python-telegram-bot can be: nothing stored, nothing remembered."""

    def __init__(self) -> None:
        self._telegram = Instant()
        request = InstantRequest(self._telegram)
        builder = ApplicationBuilder().token(TOKEN).request(request).get_updates_request(request)
        self._application = builder.updater(None).job_queue(None).build()
        self._application.add_handler(MessageHandler(filters.TEXT, self._answer))

    @staticmethod
    async def _answer(update: Update, _context: Any) -> None:
        message = update.effective_message
        assert message
        await message.reply_text(message.text or "")

    async def open(self) -> None:
        await self._application.initialize()

    async def close(self) -> None:
        await self._application.shutdown()

    async def echoes(self, together: int) -> int:
        """As many messages as an interview has turns; how many that were."""
        for deed in INTERVIEW:
            for chat_id in range(1_000, 1_000 + together):
                body = self._telegram.update(chat_id, deed.lstrip("["))
                await self._application.process_update(Update.de_json(body, self._application.bot))
        return together * len(INTERVIEW)


async def cost(deed: Callable[[], Awaitable[int]]) -> float:
    """Microseconds of CPU a turn, of all threads."""
    began = time.process_time()
    turns = await deed()
    return (time.process_time() - began) / turns * 1e6


async def measured(folder: Path) -> dict[str, list[float]]:
    url = f"sqlite+aiosqlite:///{folder / 'turn.db'}"
    await asyncio.to_thread(migrate, url)
    durable, echo = Durable(Database(url)), Echo()
    await durable.open()
    await echo.open()
    costs: dict[str, list[float]] = {"echo": [], "durable_together": [], "durable_alone": []}
    for number in range(WARM_UP + ROUNDS):
        found = {
            "echo": await cost(lambda: echo.echoes(TOGETHER)),
            "durable_together": await cost(lambda: durable.interviews(TOGETHER)),
            "durable_alone": await cost(lambda: durable.interviews(1)),
        }
        for name, microseconds in found.items():
            costs[name] += [microseconds] if number >= WARM_UP else []
    await durable.close()
    await echo.close()
    return costs


def told(costs: dict[str, list[float]]) -> dict[str, Any]:
    medians = {name: statistics.median(each) for name, each in costs.items()}
    return {
        "benchmark": "turn",
        "unit": "microseconds of CPU a turn",
        "rounds": ROUNDS,
        "turns_a_round": TOGETHER * len(INTERVIEW),
        "median": {name: round(each, 1) for name, each in medians.items()},
        "spread": {name: [round(min(each), 1), round(max(each), 1)] for name, each in costs.items()},
        "ratio_together": round(medians["durable_together"] / medians["echo"], 2),
        "ratio_alone": round(medians["durable_alone"] / medians["echo"], 2),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bitna-turn-") as folder:
        costs = asyncio.run(measured(Path(folder)))
    print(orjson.dumps(told(costs), option=orjson.OPT_INDENT_2).decode())


if __name__ == "__main__":
    main()
