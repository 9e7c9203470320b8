"""What the center tells many at once."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Field, SQLModel

from bot.models.base import Json, Wide, words_of


class AnnouncementState(StrEnum):
    """From the operator's yes to the last copy's end."""

    SCHEDULED = "scheduled"
    SENDING = "sending"
    SENT = "sent"
    CANCELED = "canceled"


class Announcement(SQLModel, table=True):
    """One text for one audience at one time.

    `audience` is {} for all who opted in, {"district": "북구"} or {"field": "0"}.
    """

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    text: str
    audience: dict[str, Any] = Field(default_factory=dict, sa_type=Json)
    state: AnnouncementState = Field(default=AnnouncementState.SCHEDULED, sa_type=words_of(AnnouncementState))
    due_at: datetime
    staff_id: int = Field(foreign_key="staff.id", sa_type=Wide)
    audience_size: int = 0
    progress_id: int | None = Field(default=None, sa_type=Wide)  # the operator's live message
    created_at: datetime
    released_at: datetime | None = None
    ended_at: datetime | None = None
