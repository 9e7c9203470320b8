"""When the counselors or the whole center are away against the timetable, and whom that concerns."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, where, words_of

IN_FORCE = "undone_at IS NULL"
UNSETTLED = "settled_at IS NULL"
PART_OF_DAY = "(starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR starts < ends)"


class AbsenceKind(StrEnum):
    """Why a counselor is away; seen by the staff alone."""

    LEAVE = "leave"
    SICK = "sick"
    TRAINING = "training"
    OTHER = "other"


class Absence(SQLModel, table=True):
    """Days or hours in Seoul on which a counselor cannot be met.

    From `first_day` to `last_day`, both included; open-ended only where it comes back each `weekday` (0 is
    Monday). Without `starts` and `ends` the whole day. Undoing keeps the row.
    """

    __table_args__ = (
        CheckConstraint(
            "(last_day IS NULL AND weekday IS NOT NULL) OR (last_day IS NOT NULL AND first_day <= last_day)",
            name="days",
        ),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint(PART_OF_DAY, name="hours"),
        CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone"),
        where(IN_FORCE, "ix_absence_in_force", "counselor_id", "first_day"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    kind: AbsenceKind = Field(default=AbsenceKind.LEAVE, sa_type=words_of(AbsenceKind))
    first_day: date
    last_day: date | None = None
    weekday: int | None = None
    starts: time | None = None
    ends: time | None = None
    entered_by_id: int = Field(foreign_key="staff.id", sa_type=Wide)
    entered_at: datetime
    undone_by_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    undone_at: datetime | None = None


class SpecialDay(SQLModel, table=True):
    """A day that differs from the calendar and from center.toml: the last word, entered by the staff.

    Closed, wholly or from `starts` to `ends`; or open, with the hours of the ordinary `like_weekday` (its own
    where none is given). `name` is shown to people ("임시공휴일").
    """

    __tablename__ = "special_day"
    __table_args__ = (
        CheckConstraint(PART_OF_DAY, name="hours"),
        CheckConstraint("closed OR starts IS NULL", name="part_closed"),
        CheckConstraint("like_weekday IS NULL OR (NOT closed AND like_weekday BETWEEN 0 AND 6)", name="like"),
        CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone"),
        where(IN_FORCE, "uq_special_day_in_force", "day", unique=True),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    day: date
    name: str = Field(max_length=64)
    closed: bool = True
    starts: time | None = None
    ends: time | None = None
    like_weekday: int | None = None
    entered_by_id: int = Field(foreign_key="staff.id", sa_type=Wide)
    entered_at: datetime
    undone_by_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    undone_at: datetime | None = None


class DisruptionAnswer(StrEnum):
    """What the person chose when their meeting could not take place."""

    COLLEAGUE = "colleague"  # the same time, somebody else
    OTHER_TIME = "other_time"
    CALL = "call"
    CANCEL = "cancel"


class Disruption(SQLModel, table=True):
    """A meeting that an absence or a special day makes impossible. An appointment has at most one unsettled.

    `absence_id` or `special_day_id` says which; both are empty where a change of center.toml did it.
    `starts_at` and `counselor_id` are the time that is lost. Unanswered at `call_at`, it goes on the call
    list. Settled: the meeting has moved or is off, or what stood in the way was undone.
    """

    __table_args__ = (
        CheckConstraint("absence_id IS NULL OR special_day_id IS NULL", name="one_cause"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answered"),
        CheckConstraint("(told_at IS NULL) = (call_at IS NULL)", name="told"),
        where(UNSETTLED, "uq_disruption_unsettled", "appointment_id", unique=True),
        where(UNSETTLED, "ix_disruption_call_at", "call_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    appointment_id: int = Field(foreign_key="appointment.id", ondelete="CASCADE", index=True, sa_type=Wide)
    absence_id: int | None = Field(default=None, foreign_key="absence.id", index=True, sa_type=Wide)
    special_day_id: int | None = Field(default=None, foreign_key="special_day.id", index=True, sa_type=Wide)
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    starts_at: datetime
    found_at: datetime
    told_at: datetime | None = None
    call_at: datetime | None = None
    answer: DisruptionAnswer | None = Field(default=None, nullable=True, sa_type=words_of(DisruptionAnswer))
    answered_at: datetime | None = None
    settled_at: datetime | None = None
