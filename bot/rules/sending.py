"""What may happen to an announcement, and when it stops by itself."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from bot.models import APPROVED_ABOVE, AnnouncementState, CopyState

A_DAY = 2  # announcements that a person gets a day at most
LAST = 200  # ends that are looked back at
TOLERATED = 0.03  # of them may fail
FAILURES = frozenset({CopyState.FAILED, CopyState.UNKNOWN})


class Deed(StrEnum):
    """What somebody, or the clock, does with an announcement."""

    HAND_IN = "hand_in"
    ASK_APPROVAL = "ask_approval"
    APPROVE = "approve"
    TAKE_BACK = "take_back"
    RELEASE = "release"
    PAUSE = "pause"
    RESUME = "resume"
    FINISH = "finish"
    CANCEL = "cancel"


S, D = AnnouncementState, Deed
TRANSITIONS: dict[tuple[AnnouncementState, Deed], AnnouncementState] = {
    (S.DRAFT, D.HAND_IN): S.SCHEDULED,
    (S.DRAFT, D.ASK_APPROVAL): S.AWAITING,
    (S.AWAITING, D.APPROVE): S.SCHEDULED,
    (S.AWAITING, D.TAKE_BACK): S.DRAFT,
    (S.SCHEDULED, D.TAKE_BACK): S.DRAFT,
    (S.SCHEDULED, D.RELEASE): S.SENDING,
    (S.SENDING, D.PAUSE): S.PAUSED,
    (S.PAUSED, D.RESUME): S.SENDING,
    (S.SENDING, D.FINISH): S.SENT,
    (S.DRAFT, D.CANCEL): S.CANCELED,
    (S.AWAITING, D.CANCEL): S.CANCELED,
    (S.SCHEDULED, D.CANCEL): S.CANCELED,
    (S.SENDING, D.CANCEL): S.CANCELED,
    (S.PAUSED, D.CANCEL): S.CANCELED,
}


def after(state: AnnouncementState, deed: Deed) -> AnnouncementState | None:
    """The state that follows; None where that cannot be done any more, or not yet."""
    return TRANSITIONS.get((state, deed))


def needs_second(expected: int) -> bool:
    """Whether so many receivers need the word of a second person."""
    return expected > APPROVED_ABOVE


def fails_too_often(last: Sequence[CopyState]) -> bool:
    """Whether more than 3 % of the last 200 copies failed; a blocked bot is no failure of ours.

    Seven failures are enough however few were sent before them: it cannot get better than that.
    """
    return sum(state in FAILURES for state in last[-LAST:]) > LAST * TOLERATED


def look_again(shown_at: datetime, audience: int, now: datetime) -> bool:
    """Whether the numbers are counted again: each second, less often where counting takes longer."""
    return now - shown_at >= timedelta(seconds=max(1, audience // 20_000)) or shown_at > now


def seconds_left(still_open: int, ended: int, passed: timedelta) -> int | None:
    """How long it will still take at the speed so far; None before there is one."""
    if ended < 1 or passed <= timedelta(0):
        return None
    return round(still_open * passed.total_seconds() / ended)
