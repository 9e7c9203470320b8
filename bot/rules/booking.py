"""When may somebody book a meeting, and who gives it?"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from bot.clock import SEOUL
from bot.models import Appointment

FAIR_OVER = timedelta(days=14)  # how far ahead a counselor's load is compared


class Timed(Protocol):
    """A counselor's time: a slot, an appointment, or what was read of one."""

    @property
    def counselor_id(self) -> int: ...

    @property
    def starts_at(self) -> datetime: ...


AnyTimed = TypeVar("AnyTimed", bound=Timed)


class Refusal(StrEnum):
    """Why a time cannot be booked."""

    PAST = "past"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"
    HAS_ONE = "has_one"
    ENOUGH = "enough"  # as many appointments ahead as one person may have
    DAY_FULL = "day_full"  # as many of this service on that day as one person may have
    NOT_OPEN = "not_open"  # only for those whom the staff ask, or for the staff to book
    CLOSED = "closed"
    TAKEN = "taken"


class NotBookable(Exception):  # noqa: N818 (a refusal, not an error)
    """The time cannot be booked; with HAS_ONE, `other` is what stands in the way."""

    def __init__(self, reason: Refusal, other: Appointment | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.other = other


def refusal(starts_at: datetime, now: datetime, *, notice: timedelta, window: timedelta) -> Refusal | None:
    """Why nobody may book this time now, or None when it may be asked for."""
    if starts_at <= now:
        return Refusal.PAST
    if starts_at - now < notice:
        return Refusal.TOO_SOON
    if starts_at >= end_of_window(now, window):
        return Refusal.TOO_FAR
    return None


def end_of_window(now: datetime, window: timedelta) -> datetime:
    """The midnight in Seoul after the last day that can be booked."""
    midnight = now.astimezone(SEOUL).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + window + timedelta(days=1)


def in_the_way(
    held: Sequence[Appointment], service: str, starts_at: datetime, ends_at: datetime
) -> Appointment | None:
    """What the person already has: the same service, or something else at that time."""
    return next(
        (
            other
            for other in held
            if other.service == service or (other.starts_at < ends_at and starts_at < other.ends_at)
        ),
        None,
    )


def fairest_first(
    slots: Sequence[AnyTimed], loads: Mapping[int, int], staying_with: int | None
) -> list[AnyTimed]:
    """Whom to ask first: the counselor the person already has, then who has least to do, then by number."""

    def order(slot: AnyTimed) -> tuple[bool, int, int]:
        counselor = slot.counselor_id
        return counselor != staying_with, loads.get(counselor, 0), counselor

    return sorted(slots, key=order)
