"""A pretend Telegram that answers as it is told, and makers of updates and rows."""

import asyncio
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import col, select

from bot.clock import Clock
from bot.db import Database
from bot.gateway.leader import leader_of
from bot.gateway.sender import Sender
from bot.models import (
    Announcement,
    AnnouncementState,
    Copy,
    Inbox,
    Outbox,
    OutboxKind,
    Person,
    Priority,
    Role,
    Staff,
)
from tests.paces import Unpaced

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
MINJI, SUJIN = 1001, 1002
TOKEN = "123456:AAF-pretend-token"


class StillClock(Clock):
    """A clock that moves only when told."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = NOW

    def now(self) -> datetime:
        return self.moment

    def advance(self, **spans: float) -> None:
        self.moment += timedelta(**spans)


class Pretend:
    """Answers calls; `answers` are given first, an exception among them is raised."""

    def __init__(self, *answers: Any) -> None:
        self.answers = deque(answers)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.message_id = 100

    async def call(self, method: str, params: Mapping[str, Any]) -> Any:
        self.calls.append((method, dict(params)))
        answer = self.answers.popleft() if self.answers else None
        if isinstance(answer, BaseException):
            raise answer
        if callable(answer):
            return await answer()
        if answer is not None:
            return answer
        self.message_id += 1
        return {"message_id": self.message_id, "chat": {"id": params.get("chat_id")}}

    @property
    def texts(self) -> list[str]:
        return [params["text"] for _, params in self.calls if "text" in params]


def message(update_id: int, chat_id: int = MINJI, text: str = "안녕하세요") -> dict[str, Any]:
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": int(NOW.timestamp()),
            "chat": {"id": chat_id, "type": "private"},
            "from": {"id": chat_id, "is_bot": False, "first_name": "민지"},
            "text": text,
        },
    }


def press(update_id: int, chat_id: int = MINJI) -> dict[str, Any]:
    query = {"id": str(update_id), "from": {"id": chat_id}, "data": "7k:book.sure:yes"}
    return {
        "update_id": update_id,
        "callback_query": query | {"message": {"message_id": 5, "chat": {"id": chat_id}}},
    }


def reply(text: str, chat_id: int = MINJI, **more: Any) -> Outbox:
    given = {"kind": OutboxKind.REPLY, "body": {"text": text}, "priority": Priority.INTERACTIVE}
    return Outbox(**({"chat_id": chat_id, "due_at": NOW, "created_at": NOW} | given | more))


def notice(text: str, chat_id: int = MINJI, **more: Any) -> Outbox:
    given = {"kind": OutboxKind.NOTICE, "notice": "booked", "priority": Priority.ALERT}
    return reply(text, chat_id, **(given | more))


async def announced(database: Database, *chats: int, language: str = "ko", **more: Any) -> int:
    """An announcement on its way, with a copy for each of these chats; its number."""
    [staff] = await put(database, Staff(name="박", role=Role.OPERATOR))
    given = {"state": AnnouncementState.SENDING, "released_at": NOW, "spread_at": NOW, "staff_id": staff}
    [told] = await put(
        database, Announcement(**({"text": "수요데이", "due_at": NOW, "created_at": NOW} | given | more))
    )
    for chat in chats:
        known = await person_of(database, chat)
        person = (
            known
            or (await put(database, Person(chat_id=chat, language=language, created_at=NOW, seen_at=NOW)))[0]
        )
        await put(database, Copy(announcement_id=told, person_id=person))
    return told


async def person_of(database: Database, chat_id: int) -> int | None:
    async with database.reading() as session:
        return (await session.exec(select(Person.id).where(Person.chat_id == chat_id))).first()


async def copy_states(database: Database) -> list[str]:
    async with database.reading() as session:
        return [row.state.value for row in (await session.exec(select(Copy).order_by(col(Copy.id)))).all()]


async def put(database: Database, *rows: Any) -> list[int]:
    """Save these rows; their ids."""
    async with database.transaction() as session:
        for row in rows:
            session.add(row)
            await session.flush()
        return [row.id for row in rows]


async def outbox_rows(database: Database) -> list[Outbox]:
    async with database.reading() as session:
        return list((await session.exec(select(Outbox).order_by(col(Outbox.id)))).all())


async def inbox_rows(database: Database) -> list[Inbox]:
    async with database.reading() as session:
        return list((await session.exec(select(Inbox).order_by(col(Inbox.id)))).all())


async def states(database: Database) -> list[str]:
    return [row.state.value for row in await outbox_rows(database)]


async def render(session: Any, row: Outbox, now: datetime) -> dict[str, Any] | None:
    """The facts as words."""
    return {"text": row.body["text"]} if row.body.get("true", True) else None


async def phrase(session: Any, ids: tuple[int, ...], language: str, rewrites: bool) -> Any:
    """The announcements' numbers as words; three do not fit into one message."""
    words = {"text": f"announcement {' and '.join(map(str, ids))} in {language}"}
    return None if len(ids) > 2 else ("editMessageText" if rewrites else "sendMessage", words)


def sender_of(database: Database, telegram: Any, **more: Any) -> Sender:
    """A sender that does not wait; the fixed time counts as its monotonic one."""
    given = {"clock": StillClock(), "render": render, "leader": leader_of(database, TOKEN), "pace": Unpaced()}
    given["phrase"] = phrase
    return Sender(database, api=telegram, monotonic=lambda: 1000.0, **(given | more))


async def delivered(database: Database, telegram: Any, **more: Any) -> list[str]:
    """Send all that is due, as one process would from start to end; the states then."""
    sender = sender_of(database, telegram, **more)
    await sender.drain()
    await sender.close()
    return await states(database)


async def killed(sender: Sender) -> None:
    """End a sender as `kill -9` would: nothing more is written, and its right to send is gone."""
    for task in (*sender._flights._tasks, *sender._stream._lanes, sender._flights._writer):
        if task:
            task.cancel()
    await sender._leader.release()


async def never() -> None:
    """An answer that does not come."""
    await asyncio.Event().wait()
