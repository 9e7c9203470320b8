"""What the clock does now and then, and when it last did."""

from datetime import datetime

from sqlmodel import Field, SQLModel


class Chore(SQLModel, table=True):
    """A chore that all processes share: who moves its time forward does it."""

    name: str = Field(primary_key=True, max_length=32)
    done_at: datetime
