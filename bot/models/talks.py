"""Talks between a person and a counselor, each at their own phone."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of


class TalkState(StrEnum):
    """Waiting for a counselor, open between two phones, over."""

    WAITING = "waiting"
    OPEN = "open"
    ENDED = "ended"


class TalkWhy(StrEnum):
    """Why somebody of flesh and blood is needed."""

    ASKED = "asked"
    DISTRESS = "distress"


class TalkEnd(StrEnum):
    """Who ended it; nobody wrote for long: silence."""

    PERSON = "person"
    STAFF = "staff"
    SILENCE = "silence"


LIVE_TALK = text("state IN ('waiting', 'open')")
OPEN_TALK = text("state = 'open'")


class Talk(SQLModel, table=True):
    """One wish for a person. What the two say to each other is not kept here; it goes as messages do."""

    __table_args__ = (
        Index(
            "uq_talk_one_live",
            "person_id",
            unique=True,
            sqlite_where=LIVE_TALK,
            postgresql_where=LIVE_TALK,
        ),
        Index(
            "uq_talk_one_each_staff",
            "staff_id",
            unique=True,
            sqlite_where=OPEN_TALK,
            postgresql_where=OPEN_TALK,
        ),
        Index("ix_talk_rings_at", "rings_at", sqlite_where=LIVE_TALK, postgresql_where=LIVE_TALK),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True, sa_type=Wide)
    why: TalkWhy = Field(default=TalkWhy.ASKED, sa_type=words_of(TalkWhy))
    state: TalkState = Field(default=TalkState.WAITING, sa_type=words_of(TalkState))
    words: str | None = None  # left out of hours; gone once a counselor has read them
    asked_at: datetime
    rings_at: datetime | None = None  # when the next counselor is alerted
    rung: list[int] = Field(default_factory=list, sa_type=Json)  # the staff alerted so far
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    taken_at: datetime | None = None
    spoken_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: TalkEnd | None = Field(default=None, nullable=True, sa_type=words_of(TalkEnd))
