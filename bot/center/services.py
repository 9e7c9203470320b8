"""What can be booked at a center: the kinds of counseling, who gives them, where."""

from typing import Literal, Self

from pydantic import Field, PositiveInt, model_validator

from bot.center.record import Key, Record, Text, Way
from bot.center.weeks import WeeklyHours

# Who may book a service: everybody, those whom the staff invited, or the staff for somebody.
OpenTo = Literal["everyone", "invited", "staff"]


class Service(Record):
    """A kind of counseling that can be booked. What is left out is as the center's [booking] says."""

    key: Key
    name: Text
    english_name: Text
    about: Text
    minutes: PositiveInt
    break_minutes: int = Field(default=10, ge=0)  # between this meeting and the counselor's next
    ways: tuple[Way, ...] = Field(min_length=1)
    open_to: OpenTo = "everyone"
    sensitive: bool = False  # what it is about is shown to nobody but the person
    notice_minutes: int | None = Field(default=None, ge=0)
    window_days: PositiveInt | None = None
    change_minutes: int | None = Field(default=None, ge=0)
    cancel_minutes: int | None = Field(default=None, ge=0)
    person_per_day: PositiveInt | None = None
    counselor_per_day: PositiveInt | None = None
    accept: Text | None = None  # words to say yes to before booking
    bring: Text | None = None  # what to bring or to do, said afterwards
    meetings: PositiveInt = 1  # in a series
    follow_up: bool = False  # one's own counselor first
    places: PositiveInt = 1  # more than one: a group session
    rooms: tuple[Key, ...] = ()  # where it takes place; without any, at the counselor's own

    @property
    def takes_minutes(self) -> int:
        """How long the counselor cannot be met by anybody else."""
        return self.minutes + self.break_minutes

    @property
    def is_group(self) -> bool:
        """Whether people meet in sessions that the staff have set."""
        return self.places > 1


class Room(Record):
    """A room in which a counselor can meet people; nobody else is in it meanwhile."""

    key: Key
    name: Text
    places: PositiveInt = 2


class CounselorPlan(Record):
    """When a counselor can be met, for what, how and where. A role, never a real person's name."""

    key: Key
    name: Text
    services: tuple[Key, ...] = Field(min_length=1)
    ways: tuple[Way, ...] = Field(default=("visit", "phone", "video"), min_length=1)
    room: Key | None = None
    per_day: PositiveInt | None = None
    hours: WeeklyHours


class Booking(Record):
    """How far ahead and how late a time can be taken, changed and given back; what services may override.

    `slot_minutes` is how far apart meetings begin.
    """

    window_days: PositiveInt
    notice_minutes: int = Field(ge=0)
    slot_minutes: PositiveInt
    change_minutes: int = Field(default=120, ge=0)
    cancel_minutes: int = Field(default=120, ge=0)
    hold_minutes: PositiveInt = 5  # while somebody says yes to the time they chose
    lease_minutes: PositiveInt = 20  # while somebody who waited thinks about a freed time; only by day
    person_ahead: PositiveInt = 5  # appointments that one person may have ahead

    @model_validator(mode="after")
    def _notice_within_window(self) -> Self:
        if self.notice_minutes >= self.window_days * 24 * 60:
            raise ValueError("the notice is longer than the window")
        return self
