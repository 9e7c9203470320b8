"""Where each conversation stands."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of


class DialogueState(StrEnum):
    """Open: being spoken now. Parked: left for something else, can be taken up again. Done: over."""

    OPEN = "open"
    PARKED = "parked"
    DONE = "done"


class Dialogue(SQLModel, table=True):
    """One run of a script in one chat. Its state is its answers; which question is next follows from them.

    `answers` maps a question's key to {value, words, how, message_id, at}.
    """

    __table_args__ = (
        Index(
            "uq_dialogue_one_open",
            "chat_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
        Index(
            "uq_dialogue_one_parked",
            "chat_id",
            "script",
            unique=True,
            sqlite_where=text("state = 'parked'"),
            postgresql_where=text("state = 'parked'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    chat_id: int = Field(sa_type=BigInteger, index=True)
    script: str = Field(max_length=32)
    state: DialogueState = Field(default=DialogueState.OPEN, sa_type=words_of(DialogueState))
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    asked: str | None = Field(default=None, max_length=32)
    card_id: int | None = Field(default=None, foreign_key="outbox.id", ondelete="SET NULL", sa_type=Wide)
    version: int = 0
    last_press: str | None = Field(default=None, max_length=64)
    misread_message_id: int | None = Field(default=None, sa_type=BigInteger)
    started_at: datetime
    touched_at: datetime
