"""The waiting list: who waits for which days, and to whom a freed time is offered."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, where, words_of
from bot.models.states import Way

WAITS = "state = 'waiting'"
OPEN_OFFER = "state = 'open'"
ANSWERED_OFFER = "state IN ('open', 'accepted', 'refused', 'lapsed')"


class WaitingState(StrEnum):
    """Waiting until a time was found, the person left the list, or all the days wished for have passed."""

    WAITING = "waiting"
    PLACED = "placed"
    LEFT = "left"
    OVER = "over"


class Waiting(SQLModel, table=True):
    """Somebody's place on the list of a service: by `needed_by`, soonest first, none last; then by joining.

    `needed_by` is the date by which the person must have met somebody, as a document says that the staff saw.
    Without a way any of the service's will do. Nothing is offered to them before `rests_until`.
    """

    __table_args__ = (
        CheckConstraint("(needed_by IS NULL) = (need_seen_by_id IS NULL)", name="need_seen"),
        CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name="ended"),
        where(WAITS, "uq_waiting_one_a_service", "person_id", "service", unique=True),
        where(WAITS, "ix_waiting_order", "service", "needed_by", "joined_at"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", index=True, sa_type=Wide)
    service: str = Field(max_length=32)
    counselor_id: int | None = Field(default=None, foreign_key="counselor.id", sa_type=Wide)  # none: anybody
    way: Way | None = Field(default=None, nullable=True, sa_type=words_of(Way))
    joined_at: datetime
    rests_until: datetime | None = None
    needed_by: date | None = None
    need_seen_by_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    state: WaitingState = Field(default=WaitingState.WAITING, sa_type=words_of(WaitingState))
    ended_at: datetime | None = None


class Half(StrEnum):
    """Half a day in Seoul: before noon or after."""

    AM = "am"
    PM = "pm"


class WaitingHalf(SQLModel, table=True):
    """One half of one day that would suit."""

    __tablename__ = "waiting_half"
    __table_args__ = (
        UniqueConstraint("waiting_id", "day", "half"),
        Index("ix_waiting_half_day", "day", "half"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    waiting_id: int = Field(foreign_key="waiting.id", ondelete="CASCADE", sa_type=Wide)
    day: date
    half: Half = Field(sa_type=words_of(Half))


class OfferState(StrEnum):
    """Open until the person answers or the lease ends; withdrawn where the time cannot be had after all."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class Offer(SQLModel, table=True):
    """A freed time, offered to one who waits: nobody else gets it until `leased_until`.

    While it is open, `appointment_id` is a hold that blocks the time like any other. A time that somebody has
    answered to is not offered to them again.
    """

    __table_args__ = (
        CheckConstraint("state <> 'open' OR appointment_id IS NOT NULL", name="held"),
        CheckConstraint("(state = 'open') = (ended_at IS NULL)", name="ended"),
        CheckConstraint("offered_at < leased_until", name="lease"),
        where(OPEN_OFFER, "uq_offer_open_waiting", "waiting_id", unique=True),
        where(OPEN_OFFER, "uq_offer_open_time", "counselor_id", "starts_at", unique=True),
        where(ANSWERED_OFFER, "uq_offer_once", "waiting_id", "counselor_id", "starts_at", unique=True),
        where(OPEN_OFFER, "ix_offer_leased_until", "leased_until"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    waiting_id: int = Field(foreign_key="waiting.id", ondelete="CASCADE", sa_type=Wide)
    appointment_id: int | None = Field(
        default=None, foreign_key="appointment.id", ondelete="SET NULL", index=True, sa_type=Wide
    )
    counselor_id: int = Field(foreign_key="counselor.id", sa_type=Wide)
    starts_at: datetime
    offered_at: datetime
    leased_until: datetime
    state: OfferState = Field(default=OfferState.OPEN, sa_type=words_of(OfferState))
    ended_at: datetime | None = None
