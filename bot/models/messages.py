"""What came in and what goes out: the two tables that make a crash harmless."""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of


class InboxState(StrEnum):
    """Where an update stands."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


WAITING = text("state = 'waiting'")


class Inbox(SQLModel, table=True):
    """One update, stored before Telegram hears that we have it. The body goes when it is done."""

    __table_args__ = (
        Index(
            "ix_inbox_waiting",
            "chat_id",
            "id",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    update_id: int = Field(unique=True, sa_type=BigInteger)
    chat_id: int = Field(sa_type=BigInteger)
    body: Any = Field(default=None, nullable=True, sa_type=Json)
    state: InboxState = Field(default=InboxState.WAITING, sa_type=words_of(InboxState))
    attempts: int = 0
    error: str | None = None
    received_at: datetime
    done_at: datetime | None = None


class OutboxState(StrEnum):
    """Waiting and sending pass; every row ends in exactly one of the others."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    CANCELED = "canceled"


class Priority(IntEnum):
    """Who goes first where the pace is short."""

    INTERACTIVE = 0
    ALERT = 1


class OutboxKind(StrEnum):
    """A rendered reply, or a notice put into words when it is sent. Copies have a ledger of their own."""

    REPLY = "reply"
    NOTICE = "notice"


class Outbox(SQLModel, table=True):
    """One call to Telegram that somebody is owed."""

    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            "priority",
            "due_at",
            "id",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
        Index(
            "ix_outbox_waiting_chat",
            "chat_id",
            "id",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    chat_id: int = Field(sa_type=BigInteger)
    kind: OutboxKind = Field(sa_type=words_of(OutboxKind))
    method: str = Field(default="sendMessage", max_length=40)
    body: Any = Field(
        default=None, nullable=True, sa_type=Json
    )  # a reply: the call's parameters; a notice: its facts
    notice: str | None = Field(default=None, max_length=40)
    announcement_id: int | None = Field(default=None, foreign_key="announcement.id", sa_type=Wide)
    appointment_id: int | None = Field(
        default=None, foreign_key="appointment.id", ondelete="CASCADE", index=True, sa_type=Wide
    )
    priority: int = Field(default=Priority.INTERACTIVE)
    due_at: datetime
    expires_at: datetime | None = None
    dedupe_key: str | None = Field(default=None, unique=True, max_length=96)
    edits_id: int | None = Field(default=None, foreign_key="outbox.id", ondelete="SET NULL", sa_type=Wide)
    copy_of: int | None = Field(
        default=None, foreign_key="outbox.id", ondelete="CASCADE", index=True, sa_type=Wide
    )
    state: OutboxState = Field(default=OutboxState.WAITING, sa_type=words_of(OutboxState))
    attempts: int = 0
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    error: str | None = None
    created_at: datetime
    ended_at: datetime | None = None
