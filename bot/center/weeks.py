"""An ordinary week, as a center or a counselor keeps it."""

from datetime import date
from itertools import pairwise

from pydantic import field_validator

from bot.center.record import Hours, Record


class WeeklyHours(Record):
    """The hours of an ordinary week; a day that is not named has none."""

    monday: tuple[Hours, ...] = ()
    tuesday: tuple[Hours, ...] = ()
    wednesday: tuple[Hours, ...] = ()
    thursday: tuple[Hours, ...] = ()
    friday: tuple[Hours, ...] = ()
    saturday: tuple[Hours, ...] = ()
    sunday: tuple[Hours, ...] = ()

    @field_validator("*")
    @classmethod
    def _in_order(cls, hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
        for earlier, later in pairwise(hours):
            if later.starts < earlier.ends:
                raise ValueError(f'"{later}" begins before "{earlier}" has ended')
        return hours

    @property
    def days(self) -> tuple[tuple[Hours, ...], ...]:
        """The hours of each weekday, Monday first."""
        return (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )

    def on(self, day: date) -> tuple[Hours, ...]:
        """The hours of this weekday; holidays are not its business."""
        return self.days[day.weekday()]
