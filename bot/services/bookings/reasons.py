"""Why nothing can be done with an appointment."""

from enum import StrEnum

from bot.models import Cause, Role

ARRANGE = (Role.COUNSELOR, Role.OPERATOR)  # who may book for somebody, and ask somebody to book
# Why the staff move a meeting or call it off; the person is told.
TOLD_CAUSES = (Cause.ASKED, Cause.ABSENCE, Cause.CLOSURE)


class Why(StrEnum):
    """What is in the way."""

    UNKNOWN = "unknown"
    NOT_YOURS = "not_yours"
    CANCELED = "canceled"
    PAST = "past"
    MOVED = "moved"  # it is at another time by now
    TOO_EARLY = "too_early"  # to say what came of it
    TOO_LATE = "too_late"  # for the person to change it; the staff still can


class NotThere(Exception):  # noqa: N818 (a reason, not an error)
    """There is no such appointment to act on."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason)
        self.reason = reason
