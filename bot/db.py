"""Opening the database; one unit of work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

# FULL: the last commits survive a power cut. WAL: readers never wait for the writer.
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=60000",  # of another process; as long as ours wait for each other
    "PRAGMA foreign_keys=ON",
)


class Database:
    """Where everything that matters lives. SQLite has one writer: its writes wait here, not in an error."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.is_postgres = make_url(url).get_backend_name() == "postgresql"
        self._writing = self._engine("IMMEDIATE", connections=12 if self.is_postgres else 1)
        self._reading = self._writing if self.is_postgres else self._engine("DEFERRED", connections=4)

    def _engine(self, begin: str, connections: int) -> AsyncEngine:
        engine = create_async_engine(
            self.url,
            pool_size=connections,
            max_overflow=0,
            pool_timeout=60,
            hide_parameters=True,  # an error's text must not carry anybody's words into a log
        )
        if not self.is_postgres:
            event.listen(engine.sync_engine, "connect", _open_sqlite)
            event.listen(engine.sync_engine, "begin", lambda c: c.exec_driver_sql(f"BEGIN {begin}") and None)
        return engine

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """One unit of work: everything inside is saved together, or not at all."""
        async with AsyncSession(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A look at what is saved; nothing may be changed."""
        async with AsyncSession(self._reading, expire_on_commit=False, autoflush=False) as session:
            yield session

    async def close(self) -> None:
        """Let go of every connection."""
        await self._writing.dispose()
        if self._reading is not self._writing:
            await self._reading.dispose()


def _open_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(pragma)
    cursor.close()
