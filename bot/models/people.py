"""The people we talk with, what they agreed to, and what they told us about themselves."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of


class Person(SQLModel, table=True):
    """Somebody who wrote to us. Until they agree to more, the chat and its language are all we keep."""

    __table_args__ = (
        Index(
            "ix_person_out_of_reach",
            "unreachable_at",
            "hushed_until",
            sqlite_where=text("unreachable_at IS NOT NULL OR hushed_until IS NOT NULL"),
            postgresql_where=text("unreachable_at IS NOT NULL OR hushed_until IS NOT NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    chat_id: int = Field(unique=True, sa_type=BigInteger)
    language: str = Field(default="ko", max_length=12)
    language_chosen: bool = False
    unreachable_at: datetime | None = None  # blocked us or left Telegram; cleared when they write again
    offered: list[list[str]] = Field(default_factory=list, sa_type=Json)  # the last card's labels and data
    hushed_until: datetime | None = None  # after words of despair: no announcements until then
    created_at: datetime
    seen_at: datetime


class ConsentKind(StrEnum):
    """What a person can agree to, each by itself (개인정보 보호법 15, 28-8; 정보통신망법 50)."""

    COLLECT = "collect"
    ABROAD = "abroad"
    NEWS = "news"
    ADS = "ads"
    NIGHT = "night"


class Consent(SQLModel, table=True):
    """One agreement, from when to when. After an erasure only the receipt says whose it was."""

    __table_args__ = (
        Index(
            "uq_consent_in_force",
            "person_id",
            "kind",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int | None = Field(foreign_key="person.id", ondelete="SET NULL", index=True, sa_type=Wide)
    kind: ConsentKind = Field(sa_type=words_of(ConsentKind))
    version: str = Field(max_length=24)
    given_at: datetime
    confirm_asked_at: datetime | None = None  # every two years the law wants it asked again (50 ⑧)
    confirmed_at: datetime | None = None
    withdrawn_at: datetime | None = None
    receipt: str | None = Field(default=None, max_length=24)


class How(StrEnum):
    """How an answer reached us."""

    BUTTON = "button"
    TYPED = "typed"
    CORRECTED = "corrected"
    CONTACT = "contact"


class ProfileAnswer(SQLModel, table=True):
    """The latest answer of a person to one question, in their own words beside what we read."""

    __tablename__ = "profile_answer"
    __table_args__ = (UniqueConstraint("person_id", "question"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", sa_type=Wide)
    question: str = Field(max_length=32)
    value: Any = Field(sa_type=Json)
    words: str = ""
    how: How = Field(sa_type=words_of(How))
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    answered_at: datetime


class Erasure(SQLModel, table=True):
    """Proof that somebody was forgotten: when, and how many rows; nothing about who."""

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    receipt: str = Field(unique=True, max_length=24)
    erased_at: datetime
    rows: int
