"""The whole bot in one process, with a pretend Telegram beside it: the same wiring as the real thing."""

import base64
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
from telegram.request import BaseRequest, RequestData

from bot.app import Bitna
from bot.center import load_center
from bot.clock import SEOUL, Clock
from bot.db import Database
from bot.gateway.errors import refusal
from bot.gateway.gateway import Connection, Deeds, Gateway
from bot.models import ConsentKind, Role
from bot.notices import Notices
from bot.services import clockwork, consents, people, slots, staff
from sandbox.params import Upload
from sandbox.people import Person
from sandbox.refusals import Refused
from sandbox.telegram import Telegram
from tests.paces import OpenPace
from tests.specification import objections

TOKEN = "123456:test-token"
CENTER = Path(__file__).parent.parent / "center"
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=SEOUL)


class StillClock(Clock):
    """A clock that moves when it is told to."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class InProcess:
    """Calls of the gateway, carried out by the pretend Telegram."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:
        try:
            return self.telegram.call(TOKEN, method, uploaded(orjson.loads(orjson.dumps(params))))
        except Refused as refused:
            raise refusal(refused.code, refused.answer()) from None


def uploaded(params: dict[str, Any]) -> dict[str, Any]:
    """Files as the server has them after the form was read."""
    return {
        name: Upload(value["filename"], value["type"], base64.b64decode(value["base64"]))
        if isinstance(value, dict) and "base64" in value
        else value
        for name, value in params.items()
    }


class InProcessRequest(BaseRequest):
    """PTB's own calls (it asks who it is), carried out by the pretend Telegram."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        params = request_data.parameters if request_data else {}
        result = self.telegram.call(TOKEN, url.rpartition("/")[2], params)
        return 200, orjson.dumps({"ok": True, "result": result})


class House:
    """The bot, its people, and the time."""

    def __init__(self, database: Database, moment: datetime = MONDAY) -> None:
        self.database = database
        self.clock = StillClock(moment)
        self.telegram = Telegram(TOKEN, seed=7)
        self.center = load_center(CENTER)
        self.bitna = Bitna(
            self.center, CENTER, TOKEN, "http://127.0.0.1/bot", InProcessRequest(self.telegram)
        )
        notices = Notices(self.center)
        self.gateway = Gateway(
            Connection(TOKEN, caller=InProcess(self.telegram)),
            database,
            self.clock,
            Deeds(self.bitna.perform, self.bitna.apologize, notices.render, notices.phrase),
            pace=OpenPace(),
        )
        self.seen = 0

    async def open(self) -> None:
        await self.bitna.application.initialize()
        async with self.database.transaction() as session:
            await slots.refresh(session, self.center, self.clock.now())
            await clockwork.tell_agendas(session, self.center, self.clock.now())  # this morning is past

    def refused(self) -> list[str]:
        """Every call that Telegram refused or whose description speaks against it."""
        calls = self.telegram.log.after(0)
        told = [f"{call.method}: {call.description}" for call in calls if not call.ok]
        return told + [each for call in calls for each in objections(call.method, call.params)]

    async def close(self) -> None:
        await self.gateway.sender.close()
        await self.bitna.application.shutdown()

    def person(self, name: str, **particulars: Any) -> Person:
        """Somebody with a phone; the same one each time."""
        known = next((each for each in self.telegram.people.values() if each.first_name == name), None)
        return known or self.telegram.person(name, **particulars)

    async def joins(self, called: str, role: Role, name: str, language: str = "en") -> None:
        """A member of the staff, invited under the name the center calls them, comes in with this phone."""
        async with self.database.transaction() as session:
            code = await staff.invite(session, called, role, self.clock.now())
            await staff.join(session, code, self.person(name, language_code=language).id, self.clock.now())
        self.telegram.phone(self.person(name).id).send("hello")
        await self.settle()

    async def agreed(self, name: str, *, news: bool = False, language: str = "en") -> None:
        """Somebody who wrote to us before and agreed to what is asked first."""
        kinds = {ConsentKind.COLLECT, ConsentKind.ABROAD} | ({ConsentKind.NEWS} if news else set())
        async with self.database.transaction() as session:
            chat_id = self.person(name, language_code=language).id
            person = await people.heard_from(session, chat_id, language, self.clock.now())
            await consents.give(session, person.id, kinds, self.center.consent.version, self.clock.now())
        self.telegram.phone(self.person(name).id).send("hello")
        await self.settle()

    async def settle(self) -> None:
        """Everything that was done is received, handled and answered."""
        bot = self.telegram.the_bot()
        while updates := bot.updates.take(0, 100):
            await self.gateway.store(updates)
            bot.updates.take(updates[-1]["update_id"] + 1, 1)
            await self.gateway.flush()
        await self.gateway.flush()

    async def tick(self) -> None:
        """One beat of the clock."""
        async with self.database.transaction() as session:
            await clockwork.tick(session, self.center, self.clock.now())
        await self.settle()

    async def pass_time(self, **how_long: float) -> None:
        self.clock.moment += timedelta(**how_long)
        await self.tick()
