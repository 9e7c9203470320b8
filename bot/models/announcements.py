"""What the center tells many at once, and the ledger of who got it."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Index
from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of

APPROVED_ABOVE = 500  # receivers: more than so many need the word of a second person


class AnnouncementState(StrEnum):
    """From the first words to the last copy's end; which state may follow which is in bot.rules.sending."""

    DRAFT = "draft"
    AWAITING = "awaiting"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    CANCELED = "canceled"


class LegalClass(StrEnum):
    """What a message is to the law: a service notice, news of programs, a company's advertisement."""

    SERVICE = "service"
    PROGRAM = "program"
    ADVERT = "advert"


class Announcement(SQLModel, table=True):
    """One text for one audience at one time; `audience` is described in bot.services.announcements.audiences.

    `words` are the texts of further languages by their codes. `reached_id` is the last person of whom it is
    decided whether they get it, `spread_at` when that is decided of everybody. `edits_id` names the
    announcement whose delivered copies this one rewrites, `origin` what made it where no operator did.
    """

    __table_args__ = (
        CheckConstraint(
            f"expected <= {APPROVED_ABOVE} OR approved_by IS NOT NULL OR origin IS NOT NULL"
            " OR state IN ('draft', 'awaiting', 'canceled')",
            name="approved",
        ),
        CheckConstraint("approved_by IS NULL OR approved_by <> staff_id", name="four_eyes"),
        CheckConstraint("staff_id IS NOT NULL OR origin IS NOT NULL", name="somebodys"),
        CheckConstraint("law <> 'advert' OR sponsor IS NOT NULL", name="sponsored"),
        CheckConstraint("released_at IS NOT NULL OR state NOT IN ('sending', 'sent')", name="released"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    text: str
    words: dict[str, str] = Field(default_factory=dict, sa_type=Json)
    picture: str | None = None  # Telegram's number of a photo that an operator sent us
    law: LegalClass = Field(default=LegalClass.PROGRAM, sa_type=words_of(LegalClass))
    sponsor: str | None = Field(default=None, max_length=64)
    topic: str | None = Field(default=None, max_length=32)
    fair: str | None = Field(default=None, max_length=64)
    in_waves: bool = False
    audience: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    expected: int = 0  # how many it was for when it was handed in
    state: AnnouncementState = Field(default=AnnouncementState.SCHEDULED, sa_type=words_of(AnnouncementState))
    due_at: datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    approved_by: int | None = Field(default=None, foreign_key="staff.id", sa_type=Wide)
    origin: str | None = Field(default=None, unique=True, max_length=96)
    edits_id: int | None = Field(default=None, foreign_key="announcement.id", sa_type=Wide)
    revision: int = 0  # how often its words were changed
    audience_size: int = 0
    reached_id: int = Field(default=0, sa_type=BigInteger)
    progress_id: int | None = Field(default=None, sa_type=Wide)  # the operator's live message
    shown_at: datetime | None = None
    paused_why: str | None = Field(default=None, max_length=24)
    created_at: datetime
    tested_at: datetime | None = None
    released_at: datetime | None = None
    spread_at: datetime | None = None
    wave_at: datetime | None = None  # when the next wave may go out
    ended_at: datetime | None = None


class CopyState(StrEnum):
    """Waiting and sending pass; every copy ends in exactly one of the others."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELED = "canceled"


class Copy(SQLModel, table=True):
    """One person's copy of one announcement. Narrow, as there may be a million of them.

    `night` says whether it may go out between 21:00 and 08:00. `edits` is the message that the copy rewrites,
    where it does. Erasing a person leaves their copies as nobody's: the announcement still adds up.
    """

    __table_args__ = (
        Index("uq_copy_one_each", "person_id", "announcement_id", unique=True),
        Index("ix_copy_announcement", "announcement_id", "state", "night"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    announcement_id: int = Field(foreign_key="announcement.id", sa_type=Wide)
    person_id: int | None = Field(foreign_key="person.id", ondelete="SET NULL", sa_type=Wide)
    state: CopyState = Field(default=CopyState.WAITING, sa_type=words_of(CopyState))
    night: bool = False
    edits: int | None = Field(default=None, sa_type=BigInteger)
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    error: str | None = None
    ended_at: datetime | None = None


class RefusalKind(StrEnum):
    """Of what somebody wants no more: one company, or one topic."""

    COMPANY = "company"
    TOPIC = "topic"


class Refused(SQLModel, table=True):
    """Somebody wants no more news of this company or this topic, and gets the others."""

    __table_args__ = (Index("uq_refused_once", "person_id", "kind", "what", unique=True),)

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    person_id: int = Field(foreign_key="person.id", ondelete="CASCADE", sa_type=Wide)
    kind: RefusalKind = Field(sa_type=words_of(RefusalKind))
    what: str = Field(max_length=64)
    refused_at: datetime
