"""Who comes to a hiring day: their place, their wishes in order, their interview times, their seats."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of


class GuestState(StrEnum):
    """Waiting for a place, offered one, having one, there; and the two ends without a visit."""

    WAITING = "waiting"
    OFFERED = "offered"
    REGISTERED = "registered"
    ARRIVED = "arrived"
    WITHDRAWN = "withdrawn"
    MISSED = "missed"


class Arrival(StrEnum):
    """How somebody was checked in."""

    PICTURE = "picture"
    CODE = "code"
    STAFF = "staff"
    DOOR = "door"


LIVE_GUESTS = (GuestState.WAITING, GuestState.OFFERED, GuestState.REGISTERED, GuestState.ARRIVED)
LIVE_GUEST = text("state IN ('waiting', 'offered', 'registered', 'arrived')")


class FairGuest(SQLModel, table=True):
    """A registration. Places are numbered, so that no more can be given than there are.

    `shared` names what the companies may see of the person: name, contact, career, field.
    """

    __tablename__ = "fair_guest"
    __table_args__ = (
        ForeignKeyConstraint(
            ["fair_id", "capacity"],
            ["fair.id", "fair.capacity"],
            name="fk_fair_guest_as_counted",
            onupdate="CASCADE",
        ),
        UniqueConstraint("id", "fair_id", "person_id", name="uq_fair_guest_of_fair"),
        UniqueConstraint("fair_id", "code"),
        UniqueConstraint("fair_id", "place"),
        CheckConstraint("place BETWEEN 1 AND capacity", name="room"),
        CheckConstraint(
            "(state IN ('offered', 'registered', 'arrived')) = (place IS NOT NULL)", name="placed"
        ),
        CheckConstraint("(state = 'arrived') = (arrived_at IS NOT NULL)", name="arrived"),
        CheckConstraint("(state = 'offered') = (offered_until IS NOT NULL)", name="offered"),
        Index(
            "uq_fair_guest_one_each",
            "fair_id",
            "person_id",
            unique=True,
            sqlite_where=LIVE_GUEST,
            postgresql_where=LIVE_GUEST,
        ),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    fair_id: int = Field(sa_type=Wide)
    capacity: int  # the fair's
    person_id: int | None = Field(foreign_key="person.id", ondelete="SET NULL", index=True, sa_type=Wide)
    state: GuestState = Field(sa_type=words_of(GuestState))
    place: int | None = None
    code: str = Field(max_length=6)
    shared: list[str] = Field(default_factory=list, sa_type=Json)
    registered_at: datetime
    offered_until: datetime | None = None
    arrived_at: datetime | None = None
    arrived_by: Arrival | None = Field(default=None, nullable=True, sa_type=words_of(Arrival))
    ended_at: datetime | None = None


class FairWish(SQLModel, table=True):
    """A company that somebody would like to talk with; 1 is the first wish."""

    __tablename__ = "fair_wish"
    __table_args__ = (
        UniqueConstraint("guest_id", "rank"),
        UniqueConstraint("guest_id", "company_id"),
        CheckConstraint("rank > 0", name="rank"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    guest_id: int = Field(foreign_key="fair_guest.id", ondelete="CASCADE", sa_type=Wide)
    company_id: int = Field(foreign_key="fair_company.id", ondelete="CASCADE", index=True, sa_type=Wide)
    rank: int


class FairSeat(SQLModel, table=True):
    """A seat at a talk. Seats are numbered as places are."""

    __tablename__ = "fair_seat"
    __table_args__ = (
        ForeignKeyConstraint(
            ["talk_id", "seats"],
            ["fair_talk.id", "fair_talk.seats"],
            name="fk_fair_seat_as_counted",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        UniqueConstraint("talk_id", "number"),
        UniqueConstraint("talk_id", "guest_id"),
        CheckConstraint("number BETWEEN 1 AND seats", name="room"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    talk_id: int = Field(sa_type=Wide)
    seats: int  # the talk's
    guest_id: int = Field(foreign_key="fair_guest.id", ondelete="CASCADE", index=True, sa_type=Wide)
    number: int


class InterviewState(StrEnum):
    """The first two take the interviewer's time."""

    PLANNED = "planned"
    DONE = "done"
    WITHDRAWN = "withdrawn"
    MISSED = "missed"


LIVE_INTERVIEW = text("state IN ('planned', 'done')")


class FairInterview(SQLModel, table=True):
    """A time of an interviewer's, given to a guest. Neither of them, nor the booth, has two at once."""

    __tablename__ = "fair_interview"
    __table_args__ = (
        ForeignKeyConstraint(
            ["interviewer_id", "company_id", "fair_id", "booth"],
            [f"fair_interviewer.{name}" for name in ("id", "company_id", "fair_id", "booth")],
            name="fk_fair_interview_as_booked",
            onupdate="CASCADE",
        ),
        ForeignKeyConstraint(
            ["guest_id", "fair_id", "person_id"],
            [f"fair_guest.{name}" for name in ("id", "fair_id", "person_id")],
            name="fk_fair_interview_of_guest",
            onupdate="CASCADE",
        ),
        CheckConstraint("starts_at < ends_at", name="forward"),
        Index(
            "uq_fair_interview_one_each",
            "guest_id",
            "company_id",
            unique=True,
            sqlite_where=LIVE_INTERVIEW,
            postgresql_where=LIVE_INTERVIEW,
        ),
        Index("ix_fair_interview_times", "company_id", "starts_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    fair_id: int = Field(sa_type=Wide)
    guest_id: int = Field(foreign_key="fair_guest.id", ondelete="CASCADE", sa_type=Wide)
    person_id: int | None = Field(default=None, index=True, sa_type=Wide)
    company_id: int = Field(sa_type=Wide)
    interviewer_id: int = Field(sa_type=Wide)
    booth: str = Field(max_length=32)
    starts_at: datetime
    ends_at: datetime
    state: InterviewState = Field(default=InterviewState.PLANNED, sa_type=words_of(InterviewState))
    given_at: datetime
    ended_at: datetime | None = None
