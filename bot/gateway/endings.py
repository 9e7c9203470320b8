"""Writing down how calls ended, and what follows from it."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.gateway import copies
from bot.gateway.outbox import end_row
from bot.gateway.outcomes import AGAIN, Call, End, Outcome
from bot.models import Copy, CopyState, Outbox, OutboxState, Person

logger = logging.getLogger(__name__)

Ended = tuple[Call, Outcome]
STATES = {End.BLOCKED: OutboxState.BLOCKED, End.FAILED: OutboxState.FAILED, End.UNKNOWN: OutboxState.UNKNOWN}
KEPT = {"chat_id", "kind", "method", "body", "notice", "appointment_id", "priority", "expires_at", "edits_id"}
AFTER_DOUBT = ":again"
KEY_LENGTH = 96
SENT = (
    update(Outbox)
    .where(col(Outbox.id) == bindparam("row_id"), col(Outbox.state) == OutboxState.SENDING)
    .values(state=OutboxState.SENT, message_id=bindparam("sent_as"), body=None, error=None)
    .values(ended_at=bindparam("now"))
)


async def write(session: AsyncSession, ended: Sequence[Ended], now: datetime) -> None:
    """Write these ends. A row that is no longer `sending` has been judged by another sender: it stays so."""
    sent = [(call, outcome) for call, outcome in ended if outcome.end is End.SENT]
    if sent:
        await _write_sent(session, sent, now)
    for call, outcome in ended:
        if outcome.end is not End.SENT:
            await _write_other(session, call, outcome, now)


async def recover(session: AsyncSession, now: datetime) -> int:
    """What a sender that died was sending is unknown; how many rows that were."""
    rows = (await session.exec(select(Outbox).where(col(Outbox.state) == OutboxState.SENDING))).all()
    for row in rows:
        await _in_doubt(session, row, now, "the sender stopped")
    await session.flush()
    return len(rows) + await copies.recover(session, now)


async def _write_sent(session: AsyncSession, sent: Sequence[Ended], now: datetime) -> None:
    """All in one statement."""
    rows = [{"row_id": call.row_id, "sent_as": outcome.message_id, "now": now} for call, outcome in sent]
    connection = await session.connection()
    await connection.execute(SENT, rows)


async def _write_other(session: AsyncSession, call: Call, outcome: Outcome, now: datetime) -> None:
    sending = select(Outbox).where(Outbox.id == call.row_id, col(Outbox.state) == OutboxState.SENDING)
    row = (await session.exec(sending.with_for_update())).first()
    if row is None:
        return
    if outcome.end in AGAIN:
        row.state, row.error = OutboxState.WAITING, outcome.error
    elif outcome.end is End.UNKNOWN:
        await _in_doubt(session, row, now, outcome.error)
    else:
        end_row(row, STATES[outcome.end], now, outcome.error)
    if outcome.end is End.FAILED:
        logger.error("Outbox row %d failed: %s", call.row_id, outcome.error)
    await session.flush()
    if outcome.end is End.BLOCKED:
        await _unreachable(session, call.chat_id, now)
    if outcome.new_chat_id is not None:
        await _move(session, call.chat_id, outcome.new_chat_id)


async def _in_doubt(session: AsyncSession, row: Outbox, now: datetime, error: str | None) -> None:
    """A person's own message goes out once more, as a row of its own; an announcement's copy never does."""
    if row.copy_of is None:
        session.add(_again(row, now))
    end_row(row, OutboxState.UNKNOWN, now, error)


def _again(row: Outbox, now: datetime) -> Outbox:
    key = row.dedupe_key and row.dedupe_key[: KEY_LENGTH - len(AFTER_DOUBT)] + AFTER_DOUBT
    kept: dict[str, Any] = row.model_dump(include=KEPT)
    return Outbox(**kept, copy_of=row.id, dedupe_key=key, due_at=now, created_at=now)


async def _unreachable(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """They blocked us or left: further news would be refused as well."""
    await session.exec(
        update(Person)
        .where(col(Person.chat_id) == chat_id, col(Person.unreachable_at).is_(None))
        .values(unreachable_at=now)
    )
    person = select(Person.id).where(Person.chat_id == chat_id).scalar_subquery()
    waiting = col(Copy.person_id) == person, col(Copy.state) == CopyState.WAITING
    await session.exec(update(Copy).where(*waiting).values(state=CopyState.BLOCKED, ended_at=now))


async def _move(session: AsyncSession, chat_id: int, new_chat_id: int) -> None:
    """The group has become a supergroup: what it is owed goes there."""
    await session.exec(
        update(Outbox)
        .where(col(Outbox.chat_id) == chat_id, col(Outbox.state) == OutboxState.WAITING)
        .values(chat_id=new_chat_id)
    )
