"""Who may send: one sender for a bot, over all its processes. The right dies with its holder."""

import asyncio
import sqlite3
import zlib
from typing import Any, Protocol

import psycopg
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.db import Database

SENDERS = 6_098_501  # any number of our own: PostgreSQL names advisory locks by number
KEEPALIVE: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
STILL_HELD = text(
    "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid = :pid"
    " AND classid = :senders AND objid = :bot AND objsubid = 2)"
)


class Leader(Protocol):
    """The right to send."""

    async def acquire(self) -> bool:
        """Take the right if nobody has it; True when we have it now."""

    async def confirm(self, session: AsyncSession) -> bool:
        """Whether we still have it, seen from inside the transaction that depends on it."""

    async def release(self) -> None:
        """Give it back."""


def leader_of(database: Database, token: str) -> Leader:
    """The right to send for this bot, held where its database is."""
    if database.is_postgres:
        return PostgresLeader(database.url, token)
    return SqliteLeader(make_url(database.url).database)


class PostgresLeader:
    """An advisory lock on a connection of its own: gone with the connection, whoever cut it."""

    def __init__(self, url: str, token: str) -> None:
        self._address = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._bot = zlib.crc32(token.partition(":")[0].encode()) >> 1  # fits PostgreSQL's signed int
        self._connection: psycopg.AsyncConnection[Any] | None = None

    async def acquire(self) -> bool:
        try:
            if self._connection is None:
                self._connection = await psycopg.AsyncConnection.connect(
                    self._address, autocommit=True, application_name="bitna sender", **KEEPALIVE
                )
            cursor = await self._connection.execute(
                "SELECT pg_try_advisory_lock(%s, %s)", (SENDERS, self._bot)
            )
            row = await cursor.fetchone()
        except psycopg.Error:
            await self.release()
            return False
        return bool(row and row[0])

    async def confirm(self, session: AsyncSession) -> bool:
        if self._connection is None or self._connection.closed:
            return False
        mine = {"pid": self._connection.info.backend_pid, "senders": SENDERS, "bot": self._bot}
        connection = await session.connection()
        return bool((await connection.execute(STILL_HELD, mine)).scalar_one())

    async def release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:  # said aloud the next sender need not wait for the server to notice that we left
            async with asyncio.timeout(2):
                await connection.execute("SELECT pg_advisory_unlock_all()")
        except (psycopg.Error, TimeoutError):
            pass  # a dead connection holds nothing
        finally:
            await connection.close()


class SqliteLeader:
    """A lock on a file beside the database: the system lets go of it when the process ends."""

    def __init__(self, database: str | None) -> None:
        in_memory = database in {None, "", ":memory:"}
        self._path = ":memory:" if in_memory else f"{database}.sender"
        self._connection: sqlite3.Connection | None = None

    async def acquire(self) -> bool:
        if self._connection is not None:
            return True
        connection = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            connection.close()
            return False
        self._connection = connection
        return True

    async def confirm(self, session: AsyncSession) -> bool:  # noqa: ARG002
        return self._connection is not None

    async def release(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
