"""What happened to each appointment: written by the database itself, never changed."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, words_of
from bot.models.states import Actor, AppointmentState, Cause, Way


class AppointmentEvent(SQLModel, table=True):
    """One change, and how the appointment stood after it. Triggers write it, and refuse to change it.

    The first event of an appointment has `ordinal` 0; a hold has none. The three `from_…` are given where the
    appointment moved, to another time or to another counselor.
    """

    __tablename__ = "appointment_event"
    __table_args__ = (UniqueConstraint("appointment_id", "ordinal"),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    appointment_id: int = Field(foreign_key="appointment.id", ondelete="CASCADE", sa_type=Wide)
    ordinal: int
    state: AppointmentState = Field(sa_type=words_of(AppointmentState))
    at: datetime
    by: Actor = Field(sa_type=words_of(Actor))
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    why: Cause = Field(sa_type=words_of(Cause))
    slot_id: int | None = Field(default=None, sa_type=Wide)
    counselor_id: int = Field(sa_type=Wide)
    room: str | None = Field(default=None, max_length=32)
    way: Way = Field(sa_type=words_of(Way))
    starts_at: datetime
    from_slot_id: int | None = Field(default=None, sa_type=Wide)
    from_counselor_id: int | None = Field(default=None, sa_type=Wide)
    from_starts_at: datetime | None = None
