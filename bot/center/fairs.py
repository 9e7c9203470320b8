"""A hiring day as its file describes it: companies, interviewers, positions, talks."""

from datetime import date, datetime
from typing import Any, Literal, Self

from pydantic import Field, PositiveInt, model_validator

from bot.center.programs import Condition
from bot.center.record import Hours, Key, Record, Text

# What a posted condition may compare. Age, sex, looks, family and the like may not be asked for
# (고령자고용법 4-4, 남녀고용평등법 7, 채용절차법 4-3).
PostedField = Literal["career_months", "district", "field"]


class Map(Record):
    """Where it is on a map; the bounds are those of Korea."""

    latitude: float = Field(ge=33, le=39)
    longitude: float = Field(ge=124, le=132)


class PostedCondition(Record):
    """A condition as it is posted; with `field`, `op` and `value` it can be looked at beforehand."""

    text: Text
    field: PostedField | None = None
    op: str | None = None
    value: Any = None

    @model_validator(mode="after")
    def _can_be_looked_at(self) -> Self:
        if self.field is not None:
            Condition(field=self.field, op=self.op, value=self.value)
        elif self.op is not None or self.value is not None:
            raise ValueError("op and value say nothing without a field")
        return self


class PositionPlan(Record):
    """A position, and who made sure of it when."""

    key: Key
    title: Text = Field(max_length=120)
    field: str = Field(pattern=r"^[0-9]$")
    headcount: PositiveInt
    pay: Text = Field(max_length=120)
    hours: Text = Field(max_length=120)
    place: Text = Field(max_length=120)
    work24: str | None = Field(default=None, pattern=r"^[A-Z0-9]{6,32}$")
    checked_by: Text = Field(max_length=64)
    checked_on: date
    conditions: tuple[PostedCondition, ...] = ()


class InterviewerPlan(Record):
    """Somebody who interviews, at which booth, and when: two can share a booth by the clock."""

    name: Text = Field(max_length=64)
    booth: Text = Field(max_length=32)
    hours: Hours | None = None


class CompanyPlan(Record):
    """A company that comes; `minutes` is how long one interview takes."""

    key: Key
    name: Text = Field(max_length=120)
    minutes: int = Field(ge=5, le=120)
    interviewers: tuple[InterviewerPlan, ...] = Field(min_length=1)
    positions: tuple[PositionPlan, ...] = Field(min_length=1)
    canceled: bool = False


class TalkPlan(Record):
    """A talk, a workshop or a coaching; a coaching may be before the fair, also `on` a day of its own."""

    key: Key
    title: Text = Field(max_length=120)
    kind: Literal["talk", "workshop", "coaching"]
    hours: Hours
    on: date | None = None
    place: Text = Field(max_length=120)
    seats: PositiveInt


class FairPlan(Record):
    """A hiring day. `times_at`, on Seoul's clock, is when all interview times are told together."""

    key: Key
    series: Literal["wednesday", "bitnag", "fair", "mini"]
    title: Text = Field(max_length=120)
    held_on: date
    hours: Hours
    place: Text = Field(max_length=120)
    map: Map | None = None
    about: Text
    bring: tuple[Text, ...] = ()
    capacity: PositiveInt
    walk_in: bool = False
    walking_minutes: int = Field(default=3, ge=0, le=30)
    times_at: datetime | None = None
    state: Literal["draft", "open", "canceled"] = "open"
    sample: bool = False
    companies: tuple[CompanyPlan, ...] = Field(min_length=1)
    talks: tuple[TalkPlan, ...] = ()


class FairFile(Record):
    """One fair or several."""

    fairs: tuple[FairPlan, ...] = Field(min_length=1)
