"""What goes on around appointments: series, invitations, calls to make, answers to reminders, calendars."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, where, words_of

GOES_ON = "ended_at IS NULL"
OPEN_INVITATION = "state = 'open'"
TO_DO = "done_at IS NULL"
NOT_REVOKED = "revoked_at IS NULL"


class OwnCounselor(SQLModel, table=True):
    """The counselor who accompanies a person; follow-ups go there first."""

    __tablename__ = "own_counselor"

    person_id: int = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE", sa_type=Wide)
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    since: datetime


class SeriesEnd(StrEnum):
    """Why no further meeting of a series is booked."""

    DONE = "done"  # all of them took place
    PERSON = "person"  # the person wanted to stop
    FOUND_WORK = "found_work"
    ENOUGH = "enough"  # what it was for is reached
    ELSEWHERE = "elsewhere"  # another help fits better


class Series(SQLModel, table=True):
    """Several meetings of one service that belong together; an appointment says which of them it is."""

    __table_args__ = (
        CheckConstraint("planned >= 1", name="planned"),
        where(GOES_ON, "uq_series_one_a_service", "person_id", "service", unique=True),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int | None = Field(foreign_key="person.id", ondelete="SET NULL", sa_type=Wide)
    service: str = Field(max_length=32)
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    planned: int
    started_at: datetime
    ended_at: datetime | None = None
    ended_why: str | None = Field(default=None, max_length=24)  # a SeriesEnd; none after an erasure


class InvitationState(StrEnum):
    """Open until the person has booked, does not want to, or the staff take it back."""

    OPEN = "open"
    BOOKED = "booked"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Invitation(SQLModel, table=True):
    """The staff ask a person to choose a time. At `next_at` the clock looks again: remind, then call."""

    __table_args__ = (
        CheckConstraint("(state = 'open') = (ended_at IS NULL)", name="ended"),
        where(OPEN_INVITATION, "uq_invitation_one_a_service", "person_id", "service", unique=True),
        where(OPEN_INVITATION, "ix_invitation_next_at", "next_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True, sa_type=Wide)
    service: str = Field(max_length=32)
    counselor_id: int | None = Field(default=None, foreign_key="counselor.id", sa_type=Wide)  # none: anybody
    invited_by_id: int = Field(foreign_key="staff.id", sa_type=Wide)
    invited_at: datetime
    reminded_at: datetime | None = None
    next_at: datetime | None = None
    state: InvitationState = Field(default=InvitationState.OPEN, sa_type=words_of(InvitationState))
    appointment_id: int | None = Field(
        default=None, foreign_key="appointment.id", ondelete="SET NULL", index=True, sa_type=Wide
    )
    ended_at: datetime | None = None


class CallWhy(StrEnum):
    """Why somebody should be called."""

    DISRUPTION = "disruption"  # told that the meeting cannot be, and did not answer
    WANTED = "wanted"  # asked for a call
    REMINDER = "reminder"  # did not say whether they come
    INVITATION = "invitation"
    NO_SHOW = "no_show"  # the second


class CallEnd(StrEnum):
    """What came of it."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    NOT_NEEDED = "not_needed"


class Call(SQLModel, table=True):
    """One line of the staff's call list: the same call is there once until it is made."""

    __table_args__ = (
        CheckConstraint("(done_at IS NULL) = (outcome IS NULL)", name="done"),
        CheckConstraint("appointment_id IS NOT NULL OR invitation_id IS NOT NULL", name="about"),
        where(TO_DO, "uq_call_appointment", "why", "appointment_id", unique=True),
        where(TO_DO, "uq_call_invitation", "why", "invitation_id", unique=True),
        where(TO_DO, "ix_call_to_do", "listed_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True, sa_type=Wide)
    why: CallWhy = Field(sa_type=words_of(CallWhy))
    appointment_id: int | None = Field(
        default=None, foreign_key="appointment.id", ondelete="CASCADE", index=True, sa_type=Wide
    )
    invitation_id: int | None = Field(
        default=None, foreign_key="invitation.id", ondelete="CASCADE", index=True, sa_type=Wide
    )
    counselor_id: int | None = Field(default=None, foreign_key="counselor.id", sa_type=Wide)  # who should
    listed_at: datetime
    done_at: datetime | None = None
    done_by_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)  # none: by the clock
    outcome: CallEnd | None = Field(default=None, nullable=True, sa_type=words_of(CallEnd))


class Coming(StrEnum):
    """What a person says to a reminder."""

    COMING = "coming"
    LATE = "late"
    CHANGE = "change"
    CANCEL = "cancel"


class ReminderAnswer(SQLModel, table=True):
    """The latest answer to one reminder of one time; answers about an old time count for nothing."""

    __tablename__ = "reminder_answer"
    __table_args__ = (UniqueConstraint("appointment_id", "starts_at", "reminder"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    appointment_id: int = Field(foreign_key="appointment.id", ondelete="CASCADE", sa_type=Wide)
    starts_at: datetime
    reminder: str = Field(max_length=40)  # the notice's name: reminder.day_before, …
    answer: Coming = Field(sa_type=words_of(Coming))
    answered_at: datetime


class Feed(SQLModel, table=True):
    """The private address of a counselor's calendar: its secret is kept as a hash, and one is in force."""

    __table_args__ = (where(NOT_REVOKED, "uq_feed_in_force", "counselor_id", unique=True),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    token_hash: str = Field(unique=True, max_length=64)
    made_at: datetime
    read_at: datetime | None = None
    revoked_at: datetime | None = None
