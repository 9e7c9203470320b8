"""The day itself and what came of it: numbers in the queues, results, three questions."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, words_of


class TurnState(StrEnum):
    """In the queue, called, at the booth; then over, or gone without having come."""

    WAITING = "waiting"
    CALLED = "called"
    INSIDE = "inside"
    DONE = "done"
    GONE = "gone"


LIVE_TURNS = (TurnState.WAITING, TurnState.CALLED, TurnState.INSIDE)
LIVE_TURN = text("state IN ('waiting', 'called', 'inside')")


class FairTurn(SQLModel, table=True):
    """A number in a company's queue. `sort` is who comes next: a deferral moves it, the number stays."""

    __tablename__ = "fair_turn"
    __table_args__ = (
        UniqueConstraint("company_id", "number"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("(state = 'waiting') OR (called_at IS NOT NULL) OR (state = 'gone')", name="called"),
        Index(
            "uq_fair_turn_one_each",
            "company_id",
            "guest_id",
            unique=True,
            sqlite_where=LIVE_TURN,
            postgresql_where=LIVE_TURN,
        ),
        Index("ix_fair_turn_queue", "company_id", "state", "sort"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    company_id: int = Field(foreign_key="fair_company.id", ondelete="CASCADE", sa_type=Wide)
    guest_id: int = Field(foreign_key="fair_guest.id", ondelete="CASCADE", index=True, sa_type=Wide)
    interview_id: int | None = Field(
        default=None, foreign_key="fair_interview.id", ondelete="SET NULL", sa_type=Wide
    )
    number: int
    sort: int
    state: TurnState = Field(default=TurnState.WAITING, sa_type=words_of(TurnState))
    deferred: bool = False
    taken_at: datetime
    called_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None


class Teller(StrEnum):
    """Who told us of a result."""

    PERSON = "person"
    COMPANY = "company"
    STAFF = "staff"


class FairOutcome(SQLModel, table=True):
    """How it went on between a guest and a company: interviewed → second → hired → still there."""

    __tablename__ = "fair_outcome"
    __table_args__ = (
        UniqueConstraint("guest_id", "company_id"),
        CheckConstraint("second_at IS NULL OR interviewed_at IS NOT NULL", name="second"),
        CheckConstraint("hired_at IS NULL OR interviewed_at IS NOT NULL", name="hired"),
        CheckConstraint("hired_at IS NULL OR declined_at IS NULL", name="one_end"),
        CheckConstraint("stayed_30_at IS NULL OR hired_at IS NOT NULL", name="stayed_30"),
        CheckConstraint("stayed_90_at IS NULL OR stayed_30_at IS NOT NULL", name="stayed_90"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    guest_id: int = Field(foreign_key="fair_guest.id", ondelete="CASCADE", sa_type=Wide)
    company_id: int = Field(foreign_key="fair_company.id", ondelete="CASCADE", index=True, sa_type=Wide)
    interviewed_at: datetime | None = None
    second_at: datetime | None = None
    hired_at: datetime | None = None
    declined_at: datetime | None = None  # it did not work out, whoever said so
    stayed_30_at: datetime | None = None
    stayed_90_at: datetime | None = None
    told_by: Teller = Field(sa_type=words_of(Teller))
    told_at: datetime
    left_at: datetime | None = None  # told that they were not there any more; nobody is asked again


class Liked(StrEnum):
    """How the day was."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class NextStep(StrEnum):
    """What somebody would like after the day."""

    COUNSELING = "counseling"
    TRAINING = "training"
    ANOTHER = "another"
    NOTHING = "nothing"


class FairFeedback(SQLModel, table=True):
    """Three questions after the day; the words of the second are the person's own."""

    __tablename__ = "fair_feedback"

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    guest_id: int = Field(foreign_key="fair_guest.id", ondelete="CASCADE", unique=True, sa_type=Wide)
    liked: Liked = Field(sa_type=words_of(Liked))
    missed: str | None = Field(default=None, max_length=300)
    wants: NextStep = Field(sa_type=words_of(NextStep))
    given_at: datetime
