"""The appointment book: times that can be given, and to whom they were."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, where, words_of
from bot.models.states import Actor, AppointmentState, Assigned, Cause, Way

FREE = "free_minutes > 0"  # in a search in these very words, or SQLite does not see that the index fits


class Slot(SQLModel, table=True):
    """A moment at which a meeting may begin. One that somebody had stays when it is no longer offered.

    `ends_at` is until when the counselor works on without a break, by the timetable alone. `free_minutes` is
    how long nobody has the counselor from then on, at most until `ends_at`; triggers keep it, nobody else.
    """

    __table_args__ = (
        UniqueConstraint("counselor_id", "starts_at"),
        UniqueConstraint("id", "counselor_id", "starts_at", name="uq_slot_as_booked"),
        CheckConstraint("starts_at < ends_at", name="forward"),
        where(FREE, "ix_slot_free", "starts_at", "counselor_id", "free_minutes"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    starts_at: datetime
    ends_at: datetime
    offered: bool = True
    free_minutes: int = 0


LIVE = "state IN ('held', 'requested', 'confirmed', 'arrived')"
BOOKED_ALONE = "state IN ('requested', 'confirmed') AND session_id IS NULL"
LOAD = f"{LIVE} AND seat IS NULL"  # what a counselor has to do; in these very words, as FREE
MET_OR_LIVE = "state IN ('held', 'requested', 'confirmed', 'arrived', 'done')"
AS_SESSION = ("places", "counselor_id", "starts_at", "ends_at", "busy_until")  # what seats share with it


class Appointment(SQLModel, table=True):
    """Somebody's time with a counselor. It takes the counselor and the room until `busy_until`, the person
    until `ends_at`.

    Three kinds of rows. One to one: `places`, `session_id` and `seat` are empty. A group session: `places` is
    its capacity, it has no person. A seat: `session_id`, `seat`, and the session's own times and places; they
    follow it. A hold is any of them until `held_until`; `moving_id` is what may move there.

    The database writes an event (history.py) for each change of state, time, counselor, room or way, signed
    with the `changed_…` columns, and counts them in `sequence`.
    """

    __table_args__ = (
        ForeignKeyConstraint(
            ["slot_id", "counselor_id", "starts_at"],
            ["slot.id", "slot.counselor_id", "slot.starts_at"],
            name="fk_appointment_as_booked",
        ),
        ForeignKeyConstraint(
            ["session_id", *AS_SESSION],
            ["appointment.id", *(f"appointment.{each}" for each in AS_SESSION)],
            name="fk_appointment_seat_in",
            onupdate="CASCADE",
        ),
        UniqueConstraint("id", *AS_SESSION, name="uq_appointment_as_session"),
        CheckConstraint("starts_at < ends_at AND ends_at <= busy_until", name="forward"),
        CheckConstraint("(state = 'held') = (held_until IS NOT NULL)", name="held_until"),
        CheckConstraint("moving_id IS NULL OR state = 'held'", name="moving_while_held"),
        CheckConstraint("places IS NULL OR places >= 1", name="places"),
        CheckConstraint(
            "(session_id IS NULL) = (seat IS NULL) AND (session_id IS NULL OR places IS NOT NULL)",
            name="seat_of_session",
        ),
        CheckConstraint(f"seat IS NULL OR (seat >= 1 AND seat <= places) OR NOT ({LIVE})", name="seat_there"),
        CheckConstraint("person_id IS NULL OR places IS NULL OR seat IS NOT NULL", name="session_of_nobody"),
        CheckConstraint(
            "(series_id IS NULL) = (ordinal IS NULL) AND COALESCE(ordinal, 1) >= 1", name="ordinal"
        ),
        CheckConstraint("changed_by_id IS NULL OR changed_by = 'staff'", name="signed"),
        where(LIVE, "uq_appointment_slot", "slot_id", unique=True),
        Index("uq_appointment_moving", "moving_id", unique=True),
        where(BOOKED_ALONE, "uq_appointment_one_a_service", "person_id", "service", unique=True),
        where(LIVE, "uq_appointment_seat", "session_id", "seat", unique=True),
        where(LIVE, "uq_appointment_one_seat_each", "session_id", "person_id", unique=True),
        where(MET_OR_LIVE, "uq_appointment_ordinal", "series_id", "ordinal", unique=True),
        Index("ix_appointment_counselor_day", "counselor_id", "starts_at"),
        where(LIVE, "ix_appointment_counselor_live", "counselor_id", "starts_at"),
        where(LOAD, "ix_appointment_load", "counselor_id", "starts_at"),
        where(LIVE, "ix_appointment_room_live", "room", "starts_at"),
        where(LIVE, "ix_appointment_person_live", "person_id", "starts_at"),
        Index("ix_appointment_person", "person_id", "starts_at"),
        Index("ix_appointment_session", "session_id"),
        Index("ix_appointment_slot", "slot_id"),
        where(LIVE, "ix_appointment_live", "ends_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    number: str = Field(unique=True, max_length=12)
    person_id: int | None = Field(foreign_key="person.id", ondelete="SET NULL", sa_type=Wide)
    service: str = Field(max_length=32)
    way: Way = Field(default=Way.VISIT, sa_type=words_of(Way))
    sensitive: bool = False  # what it is about is shown to the person alone
    accepted_at: datetime | None = None  # when the person agreed to the words before this service
    slot_id: int | None = Field(default=None, sa_type=Wide)  # none: a time outside the timetable
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    assigned: Assigned = Field(default=Assigned.LEAST_LOADED, sa_type=words_of(Assigned))
    room: str | None = Field(default=None, max_length=32)
    starts_at: datetime
    ends_at: datetime
    busy_until: datetime
    places: int | None = None
    session_id: int | None = Field(default=None, sa_type=Wide)
    seat: int | None = None
    series_id: int | None = Field(default=None, foreign_key="series.id", sa_type=Wide)
    ordinal: int | None = None  # which meeting of the series
    state: AppointmentState = Field(default=AppointmentState.REQUESTED, sa_type=words_of(AppointmentState))
    held_until: datetime | None = None
    moving_id: int | None = Field(
        default=None, foreign_key="appointment.id", ondelete="CASCADE", sa_type=Wide
    )
    other_time_asked_at: datetime | None = None
    requested_at: datetime
    decided_at: datetime | None = None
    ended_at: datetime | None = None
    sequence: int = 0  # of events so far, less one; also the calendar's SEQUENCE
    changed_at: datetime
    changed_by: Actor = Field(default=Actor.SYSTEM, sa_type=words_of(Actor))
    changed_by_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    changed_why: Cause = Field(default=Cause.BOOKED, sa_type=words_of(Cause))
