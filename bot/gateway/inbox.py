"""The inbox: what arrived is stored before Telegram hears of it, and handled once."""

import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Insert, bindparam, exists, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.gateway.errors import place_of
from bot.gateway.updates import chat_of
from bot.korean.masking import mask_json
from bot.models import Inbox, InboxState

logger = logging.getLogger(__name__)

NUMBERS_START_ANEW = timedelta(days=7)  # Telegram, after a week of silence
ATTEMPTS = 3
MADE_BY_TELEGRAM = {"id", "data", "chat_instance", "file_id", "file_unique_id"}  # nobody types these
# Written out: the indexes of what waits are partial, and a bound value would not use them on SQLite.
WAITING: ColumnElement[str] = literal_column("'waiting'")


def _heads() -> Any:
    """The statement behind `claim`, made once: making it costs more than running it."""
    earlier = aliased(Inbox)
    has_earlier = exists().where(
        col(earlier.state) == WAITING, col(earlier.chat_id) == Inbox.chat_id, col(earlier.id) < Inbox.id
    )
    return (
        select(Inbox)
        .where(col(Inbox.state) == WAITING, ~has_earlier)
        .where(col(Inbox.chat_id).not_in(bindparam("resting", expanding=True)))
        .order_by(col(Inbox.id) + 0)  # not in the order of all updates there ever were, only of what waits
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True, of=Inbox)
    )


HEADS = _heads()
FINISH = (
    update(Inbox)
    .where(col(Inbox.id) == bindparam("row_id"))
    .values(state=InboxState.DONE, body=None, error=None, done_at=bindparam("now"))
)


async def store(session: AsyncSession, updates: Sequence[dict[str, Any]], now: datetime) -> None:
    """Keep these updates, each once, without anybody's resident number."""
    if not updates:
        return
    rows = [_row(update, now) for update in updates]
    await _forget_old_numbers(session, [row["update_id"] for row in rows], now)
    connection = await session.connection()
    await connection.execute(_insert(connection.dialect.name), rows)


async def claim(session: AsyncSession, limit: int = 1, resting: Collection[int] = ()) -> list[Inbox]:
    """The oldest waiting update of each chat, longest waiting first, locked until the transaction ends."""
    rows = await session.exec(HEADS, params={"resting": list(resting), "most": limit})
    return list(rows.all())


async def finish(session: AsyncSession, row_ids: Sequence[int], now: datetime) -> None:
    """Their turns are done; what people wrote is no longer needed here."""
    if row_ids:
        connection = await session.connection()
        await connection.execute(FINISH, [{"row_id": row_id, "now": now} for row_id in row_ids])


async def set_back(session: AsyncSession, row_id: int, error: str, now: datetime) -> Inbox | None:
    """Count a failed attempt; after the last the row is dead. None when somebody else has ended it."""
    waiting = select(Inbox).where(Inbox.id == row_id, col(Inbox.state) == WAITING).with_for_update()
    row = (await session.exec(waiting)).first()
    if row is None:
        return None
    row.attempts += 1
    row.error = error
    if row.attempts >= ATTEMPTS:
        row.state, row.done_at = InboxState.DEAD, now
    await session.flush()
    return row


def _row(update: dict[str, Any], now: datetime) -> dict[str, Any]:
    row = {
        "update_id": update["update_id"],
        "chat_id": chat_of(update),
        "body": None,
        "state": InboxState.WAITING,
        "attempts": 0,
        "error": None,
        "received_at": now,
    }
    try:
        return row | {"body": _masked(update)}
    except Exception as error:  # noqa: BLE001 - what cannot be masked is not kept, and stops nobody
        logger.error("Update %d cannot be read: %s", update["update_id"], place_of(error))  # noqa: TRY400
        return row | {"state": InboxState.DEAD, "error": type(error).__name__}


def _masked(value: Any) -> Any:
    """What people wrote without numbers nobody may keep. The id of a press may look like a card's number."""
    if isinstance(value, dict):
        return {key: item if _is_id(key, item) else _masked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_masked(item) for item in value]
    return mask_json(value)


def _is_id(key: str, value: Any) -> bool:
    return key in MADE_BY_TELEGRAM and isinstance(value, str)


async def _forget_old_numbers(session: AsyncSession, update_ids: list[int], now: datetime) -> None:
    ended = (InboxState.DONE, InboxState.DEAD)
    await session.exec(
        delete(Inbox).where(
            col(Inbox.update_id).in_(update_ids),
            col(Inbox.state).in_(ended),
            col(Inbox.received_at) < now - NUMBERS_START_ANEW,
        )
    )


def _insert(dialect: str) -> Insert:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(Inbox).on_conflict_do_nothing(index_elements=["update_id"])
