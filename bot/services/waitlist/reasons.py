"""Why nothing can be done with an offer or a place on the list."""

from enum import StrEnum


class Why(StrEnum):
    """What is in the way."""

    UNKNOWN = "unknown"
    NOT_YOURS = "not_yours"
    OVER = "over"  # answered already, or not in time
    TAKEN = "taken"  # the person has something else then
    ENDED = "ended"  # nobody waits there any more
    PAST = "past"  # none of the days is still to come


class NotOffered(Exception):  # noqa: N818 (a reason, not an error)
    """There is no such offer or place to act on."""

    def __init__(self, reason: Why) -> None:
        super().__init__(reason)
        self.reason = reason
