"""The outbox: which rows may go now, and taking them."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, exists, literal_column, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.gateway.outcomes import Call
from bot.models import Outbox, OutboxKind, OutboxState

Render = Callable[[AsyncSession, Outbox, datetime], Awaitable[dict[str, Any] | None]]

# Written out: the indexes of what waits are partial, and a bound value would not use them on SQLite.
WAITING: ColumnElement[str] = literal_column("'waiting'")
SENDING: ColumnElement[str] = literal_column("'sending'")
NOT_ENDED = (WAITING, SENDING)
SENT_AS = (
    select(Outbox.message_id)
    .where(or_(col(Outbox.id) == bindparam("row_id"), col(Outbox.copy_of) == bindparam("row_id")))
    .where(col(Outbox.message_id).is_not(None))
    .order_by(col(Outbox.id).desc())
)


class Head(NamedTuple):
    """The row that a chat is owed next."""

    id: int
    chat_id: int
    kind: OutboxKind

    @property
    def is_notice(self) -> bool:
        return self.kind is OutboxKind.NOTICE


async def urgent_heads(
    session: AsyncSession, now: datetime, busy: Collection[int], limit: int, *, notices: bool
) -> list[Head]:
    """Replies and notices that may go now, the oldest of each chat, by priority and age.

    At most one of them a notice: what is being sent when we die goes out twice. Without `notices` only
    replies: a notice is on its way.
    """
    without = [] if notices else [OutboxKind.NOTICE]
    heads = await _found(session, HEADS, now=now, busy=list(busy), without=without, most=limit)
    first = next((head for head in heads if head.is_notice), None)
    return [head for head in heads if not head.is_notice or head is first]


async def take(session: AsyncSession, ids: Sequence[int], now: datetime, render: Render) -> list[Call]:
    """Mark these rows as being sent. Some end here instead: too late, no longer true, nothing to edit."""
    chosen = select(Outbox).where(col(Outbox.id).in_(ids), col(Outbox.state) == WAITING)
    chosen = chosen.order_by(col(Outbox.id)).with_for_update()  # in the order in which others lock rows
    rows = {row.id: row for row in (await session.exec(chosen)).all()}
    calls = []
    for row_id in ids:
        if (row := rows.get(row_id)) and (call := await _prepared(session, row, now, render)):
            calls.append(call)
            row.state = OutboxState.SENDING
            row.attempts += 1
    await session.flush()
    return calls


async def sent_message_id(session: AsyncSession, row_id: int) -> int | None:
    """The message that a row became: itself, or the copy that was sent when its end was unknown."""
    return (await session.exec(SENT_AS, params={"row_id": row_id})).first()


def end_row(row: Outbox, state: OutboxState, now: datetime, error: str | None = None) -> None:
    """The row's one end; what it said is no longer needed here."""
    row.state, row.ended_at, row.error, row.body = state, now, error, None


async def _prepared(session: AsyncSession, row: Outbox, now: datetime, render: Render) -> Call | None:
    if row.expires_at is not None and row.expires_at <= now:
        end_row(row, OutboxState.EXPIRED, now)
        return None
    message_id = await sent_message_id(session, row.edits_id) if row.edits_id is not None else None
    if row.edits_id is not None and message_id is None:
        end_row(row, OutboxState.CANCELED, now, "nothing to edit")
        return None
    params = await _params(session, row, now, render)
    if params is None:
        return None
    params = params | {"chat_id": row.chat_id}
    if message_id is not None:
        params["message_id"] = message_id
    assert row.id is not None
    return Call(row.id, row.chat_id, row.kind, row.method, params)


async def _params(session: AsyncSession, row: Outbox, now: datetime, render: Render) -> dict[str, Any] | None:
    """What the call says; None when the row has ended."""
    if row.kind is OutboxKind.REPLY:
        return dict(row.body or {})
    try:
        async with session.begin_nested():
            params = await render(session, row, now)
    except Exception as error:  # noqa: BLE001 - one notice that cannot be written holds up nobody
        await session.refresh(row)
        end_row(row, OutboxState.FAILED, now, type(error).__name__)
        return None
    if params is None:
        end_row(row, OutboxState.CANCELED, now, "no longer true")
    return params


async def _found(session: AsyncSession, statement: Any, **params: Any) -> list[Head]:
    return [Head(*row) for row in (await session.exec(statement, params=params)).all()]


def _heads() -> Any:
    """The statement behind the search, made once: making it costs more than running it."""
    earlier = aliased(Outbox)
    is_overtaken = exists().where(
        _may_go(earlier),
        col(earlier.chat_id) == Outbox.chat_id,
        col(earlier.id) < Outbox.id,
    )
    return (
        select(Outbox.id, Outbox.chat_id, Outbox.kind)
        .where(_may_go(Outbox), ~is_overtaken)
        .where(col(Outbox.chat_id).not_in(bindparam("busy", expanding=True)))
        .where(col(Outbox.kind).not_in(bindparam("without", expanding=True)))
        .order_by(col(Outbox.priority), col(Outbox.due_at), col(Outbox.id))
        .limit(bindparam("most"))
    )


def _may_go(row: Any) -> ColumnElement[bool]:
    """Waiting, due, and not an edit of what is still on its way. An edit that waits holds up nobody."""
    itself, copy = aliased(Outbox), aliased(Outbox)
    awaits = or_(
        exists().where(col(itself.id) == row.edits_id, col(itself.state).in_(NOT_ENDED)),
        exists().where(col(copy.copy_of) == row.edits_id, col(copy.state).in_(NOT_ENDED)),
    )
    return and_(row.state == WAITING, row.due_at <= bindparam("now"), or_(row.edits_id.is_(None), ~awaits))


HEADS = _heads()
