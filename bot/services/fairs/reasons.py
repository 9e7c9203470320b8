"""Why something at a hiring day cannot be done."""

from enum import StrEnum


class Refusal(StrEnum):
    """The reasons."""

    NOT_OPEN = "not_open"  # a draft, canceled or over
    ALREADY = "already"
    NOT_THERE = "not_there"  # no such guest, company, number
    OFFER_OVER = "offer_over"
    NO_SEAT = "no_seat"
    NO_TIME = "no_time"  # somebody else has it meanwhile
    NOT_TODAY = "not_today"
    NOT_ARRIVED = "not_arrived"
    NO_PLACE = "no_place"  # on the waiting list, or gone from it
    ONCE_ONLY = "once_only"
    NO_COMPANY = "no_company"


class NotPossible(Exception):  # noqa: N818 (a refusal, not an error)
    """It cannot be done, and why."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason = reason


class NotStored(Exception):  # noqa: N818 (a refusal, not an error)
    """A fair cannot become what its file says; where in the file, and why."""

    def __init__(self, path: tuple[str | int, ...], reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason
