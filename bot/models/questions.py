"""Questions that the center's passages did not answer, and what people thought of our answers."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, words_of


class QuestionState(StrEnum):
    """Open until the staff answer it, or say that it is not ours to answer."""

    OPEN = "open"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


class Question(SQLModel, table=True):
    """A question we could not answer, without who asked it. Answered once, it is known from then on."""

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    plain: str = Field(unique=True, max_length=200)  # without spaces and signs: the same question again
    words: str = Field(max_length=200)
    times: int = 1
    state: QuestionState = Field(default=QuestionState.OPEN, index=True, sa_type=words_of(QuestionState))
    answer: str | None = Field(default=None, max_length=300)
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    first_at: datetime
    last_at: datetime
    answered_at: datetime | None = None


class Asker(SQLModel, table=True):
    """Somebody who wants to be told when their question has an answer."""

    __table_args__ = (UniqueConstraint("question_id", "person_id"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    question_id: int = Field(foreign_key="question.id", ondelete="CASCADE", sa_type=Wide)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True, sa_type=Wide)
    asked_at: datetime


class VerdictKind(StrEnum):
    """What a person says of an answer."""

    HELPED = "helped"
    NOT_HELPED = "not_helped"
    WRONG = "wrong"


class Verdict(SQLModel, table=True):
    """The latest word of one person about one answer."""

    __table_args__ = (UniqueConstraint("person_id", "passage"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int | None = Field(foreign_key="person.id", ondelete="SET NULL", sa_type=Wide)
    passage: str = Field(max_length=64, index=True)
    kind: VerdictKind = Field(sa_type=words_of(VerdictKind))
    given_at: datetime
