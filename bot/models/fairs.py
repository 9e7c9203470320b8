"""Hiring days as they are announced: the day, its companies, their interviewers and positions, its talks."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of


class FairSeries(StrEnum):
    """일자리 수요데이, 빛이나G, 채용박람회, 미니 채용행사."""

    WEDNESDAY = "wednesday"
    BITNAG = "bitnag"
    FAIR = "fair"
    MINI = "mini"


class FairState(StrEnum):
    """Drafts are seen by the staff alone; full ones have a waiting list."""

    DRAFT = "draft"
    OPEN = "open"
    FULL = "full"
    DONE = "done"
    CANCELED = "canceled"


class Fair(SQLModel, table=True):
    """One hiring day. With `times_at` everybody's interview times are told together at that moment."""

    __table_args__ = (
        UniqueConstraint("id", "capacity", name="uq_fair_as_counted"),
        CheckConstraint("starts_at < ends_at", name="forward"),
        CheckConstraint("capacity > 0", name="room"),
        CheckConstraint("walking_minutes >= 0", name="walking"),
        CheckConstraint("trim(title) <> ''", name="titled"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    key: str = Field(unique=True, max_length=64)
    series: FairSeries = Field(sa_type=words_of(FairSeries))
    title: str = Field(max_length=120)
    starts_at: datetime = Field(index=True)
    ends_at: datetime
    place: str = Field(max_length=120)
    latitude: float | None = None
    longitude: float | None = None
    about: str
    bring: list[str] = Field(default_factory=list, sa_type=Json)
    capacity: int
    walk_in: bool = False
    walking_minutes: int = 3  # from one booth to the next
    times_at: datetime | None = None
    times_told_at: datetime | None = None
    state: FairState = Field(default=FairState.OPEN, sa_type=words_of(FairState))
    sample: bool = False
    door: str = Field(unique=True, max_length=16)  # what the picture at the door carries
    created_at: datetime
    done_at: datetime | None = None


class FairCompany(SQLModel, table=True):
    """A company at a fair; one that canceled stays for those whom it concerns."""

    __tablename__ = "fair_company"
    __table_args__ = (
        UniqueConstraint("fair_id", "key"),
        UniqueConstraint("id", "fair_id", name="uq_fair_company_of_fair"),
        CheckConstraint("trim(name) <> ''", name="named"),
        CheckConstraint("minutes BETWEEN 5 AND 120", name="minutes"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    fair_id: int = Field(foreign_key="fair.id", ondelete="CASCADE", sa_type=Wide)
    key: str = Field(max_length=64)
    name: str = Field(max_length=120)
    minutes: int  # of one interview
    canceled_at: datetime | None = None


class FairInterviewer(SQLModel, table=True):
    """Somebody of a company who interviews at a booth, from when to when: two may share one by the clock."""

    __tablename__ = "fair_interviewer"
    __table_args__ = (
        ForeignKeyConstraint(
            ["company_id", "fair_id"],
            ["fair_company.id", "fair_company.fair_id"],
            name="fk_fair_interviewer_of_fair",
            ondelete="CASCADE",
        ),
        UniqueConstraint("company_id", "name"),
        UniqueConstraint("id", "company_id", "fair_id", "booth", name="uq_fair_interviewer_as_booked"),
        CheckConstraint("trim(booth) <> ''", name="placed"),
        CheckConstraint("starts_at < ends_at", name="forward"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    fair_id: int = Field(sa_type=Wide)
    company_id: int = Field(sa_type=Wide)
    name: str = Field(max_length=64)
    booth: str = Field(max_length=32)
    starts_at: datetime
    ends_at: datetime
    active: bool = True


class FairPosition(SQLModel, table=True):
    """A position that a company offers. None is shown that nobody has checked (직업안정법 34)."""

    __tablename__ = "fair_position"
    __table_args__ = (
        UniqueConstraint("company_id", "key"),
        CheckConstraint("trim(title) <> ''", name="named"),
        CheckConstraint("trim(checked_by) <> ''", name="checked"),
        CheckConstraint("headcount > 0", name="headcount"),
        CheckConstraint("length(field) = 1 AND field BETWEEN '0' AND '9'", name="keco"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    company_id: int = Field(foreign_key="fair_company.id", ondelete="CASCADE", sa_type=Wide)
    key: str = Field(max_length=64)
    title: str = Field(max_length=120)
    field: str = Field(max_length=1, index=True)  # the first digit of the KECO 2018 code
    headcount: int
    pay: str = Field(max_length=120)
    hours: str = Field(max_length=120)
    place: str = Field(max_length=120)
    work24: str | None = Field(default=None, max_length=32)
    checked_by: str = Field(max_length=64)
    checked_on: date
    conditions: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json)
    withdrawn_at: datetime | None = None


class TalkKind(StrEnum):
    """What one sits down for beside the interviews."""

    TALK = "talk"
    WORKSHOP = "workshop"
    COACHING = "coaching"


class FairTalk(SQLModel, table=True):
    """A talk, a workshop, or a résumé and interview coaching with so many seats."""

    __tablename__ = "fair_talk"
    __table_args__ = (
        UniqueConstraint("fair_id", "key"),
        UniqueConstraint("id", "seats", name="uq_fair_talk_as_counted"),
        CheckConstraint("starts_at < ends_at", name="forward"),
        CheckConstraint("seats > 0", name="room"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    fair_id: int = Field(foreign_key="fair.id", ondelete="CASCADE", sa_type=Wide)
    key: str = Field(max_length=64)
    title: str = Field(max_length=120)
    kind: TalkKind = Field(sa_type=words_of(TalkKind))
    starts_at: datetime
    ends_at: datetime
    place: str = Field(max_length=120)
    seats: int
