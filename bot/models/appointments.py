"""The appointment book: times that can be given, and to whom they were."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, words_of


class Slot(SQLModel, table=True):
    """A time at which a counselor can be met. One that somebody had stays when it is no longer offered."""

    __table_args__ = (
        UniqueConstraint("counselor_id", "starts_at"),
        UniqueConstraint("id", "counselor_id", "starts_at", "ends_at", name="uq_slot_as_booked"),
        CheckConstraint("starts_at < ends_at", name="forward"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    starts_at: datetime = Field(index=True)
    ends_at: datetime
    offered: bool = True


class AppointmentState(StrEnum):
    """Where an appointment stands; the first two take the counselor's time, the third is over."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    PAST = "past"
    CANCELED_BY_PERSON = "canceled_by_person"
    CANCELED_BY_CENTER = "canceled_by_center"


LIVE_STATES = (AppointmentState.REQUESTED, AppointmentState.CONFIRMED)
LIVE = text("state IN ('requested', 'confirmed')")


class Appointment(SQLModel, table=True):
    """A slot given to a person. Its times are the slot's: the database holds them together."""

    __table_args__ = (
        ForeignKeyConstraint(
            ["slot_id", "counselor_id", "starts_at", "ends_at"],
            ["slot.id", "slot.counselor_id", "slot.starts_at", "slot.ends_at"],
            name="fk_appointment_as_booked",
        ),
        Index("uq_appointment_slot", "slot_id", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        Index(
            "uq_appointment_one_a_service",
            "person_id",
            "service",
            unique=True,
            sqlite_where=LIVE,
            postgresql_where=LIVE,
        ),
        Index("ix_appointment_counselor_day", "counselor_id", "starts_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    number: str = Field(unique=True, max_length=12)
    person_id: int | None = Field(foreign_key="person.id", ondelete="SET NULL", sa_type=Wide)
    service: str = Field(max_length=32)
    slot_id: int = Field(sa_type=Wide)
    counselor_id: int = Field(sa_type=Wide)
    starts_at: datetime
    ends_at: datetime
    state: AppointmentState = Field(default=AppointmentState.REQUESTED, sa_type=words_of(AppointmentState))
    other_time_asked_at: datetime | None = None
    requested_at: datetime
    decided_at: datetime | None = None
    ended_at: datetime | None = None
