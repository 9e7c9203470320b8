"""The center's people: who may act as counselor or operator, and who can be met."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from bot.models.base import Wide, words_of


class Role(StrEnum):
    """What a member of the staff does here."""

    COUNSELOR = "counselor"
    OPERATOR = "operator"
    COMPANY = "company"  # somebody of a company at a hiring day: sees their own guests, nothing else


class Duty(StrEnum):
    """When a member of the staff may be called to somebody: in office hours, at any hour, not now."""

    HOURS = "hours"
    ALWAYS = "always"
    OFF = "off"


class Counselor(SQLModel, table=True):
    """Somebody whose hours can be booked; the center's folder says which hours and services."""

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    key: str = Field(unique=True, max_length=32)
    name: str = Field(max_length=64)
    active: bool = True


class Gives(SQLModel, table=True):
    """A counselor gives a service in a way ("visit", "phone", "video"), as the center's folder says.

    It is here so that a search for free times can join it.
    """

    service: str = Field(primary_key=True, max_length=32)
    counselor_id: int = Field(primary_key=True, foreign_key="counselor.id", sa_type=Wide)
    way: str = Field(primary_key=True, max_length=24)


class Staff(SQLModel, table=True):
    """A member of the staff, invited by a one-time code and then known by the chat."""

    id: int | None = Field(default=None, primary_key=True, sa_type=Wide)
    name: str = Field(max_length=64)
    role: Role = Field(sa_type=words_of(Role))
    counselor_id: int | None = Field(default=None, foreign_key="counselor.id", sa_type=Wide)
    fair_company_id: int | None = Field(
        default=None, foreign_key="fair_company.id", ondelete="SET NULL", sa_type=Wide
    )
    invite_hash: str | None = Field(default=None, unique=True, max_length=64)
    invite_expires_at: datetime | None = None
    chat_id: int | None = Field(default=None, index=True, sa_type=BigInteger)
    joined_at: datetime | None = None
    duty: Duty = Field(default=Duty.HOURS, sa_type=words_of(Duty))
