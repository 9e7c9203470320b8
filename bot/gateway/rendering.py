"""Putting what is sent into the receiver's words: a copy of an announcement once a language."""

from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.gateway.outbox import Render
from bot.models import Outbox, OutboxKind, Person

KEPT = 64


class OncePerLanguage:
    """Renders notices each, copies of one announcement once for each language.

    So it is the row that says whether a copy is still wanted: who withdraws a consent or stops an
    announcement cancels the waiting copies.
    """

    def __init__(self, render: Render) -> None:
        self._render = render
        self._kept: dict[tuple[int, str], dict[str, Any]] = {}

    async def __call__(self, session: AsyncSession, row: Outbox, now: datetime) -> dict[str, Any] | None:
        if row.kind is not OutboxKind.COPY or row.announcement_id is None:
            return await self._render(session, row, now)
        language = select(Person.language).where(col(Person.chat_id) == row.chat_id)
        key = row.announcement_id, (await session.exec(language)).first() or ""
        if key not in self._kept:
            params = await self._render(session, row, now)
            if params is None:
                return None
            self._keep(key, params)
        return self._kept[key]

    def _keep(self, key: tuple[int, str], params: dict[str, Any]) -> None:
        while len(self._kept) >= KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = params
