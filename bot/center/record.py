"""The kinds of values that the center's files are made of."""

import re
from collections.abc import Mapping
from datetime import time
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9]{3,4}(-[0-9]{3,4}){0,2}$")]
Confidence = Literal["high", "middle", "low"]
District = Literal["동구", "서구", "남구", "북구", "광산구"]
Way = Literal["visit", "phone", "video"]

# What a person can press under an answer.
Button = Literal[
    "benefit_calculator",
    "book",
    "call",
    "fairs",
    "income_lines",
    "intake",
    "my_data",
    "person",
    "place",
    "privacy",
    "programs",
    "stop",
    "work24",
]

HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


class Record(BaseModel):
    """Something read from a file: complete, without unknown keys, never changed afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Hours(Record):
    """A stretch of one day, written "09:00-12:00"."""

    starts: time
    ends: time

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, Mapping):
            return value
        found = HOURS.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            raise ValueError(f'"{value}" is not HH:MM-HH:MM')
        starts_hour, starts_minute, ends_hour, ends_minute = map(int, found.groups())
        return {"starts": time(starts_hour, starts_minute), "ends": time(ends_hour, ends_minute)}

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends <= self.starts:
            raise ValueError(f'"{self}" ends before it starts')
        return self

    def __str__(self) -> str:
        return f"{self.starts:%H:%M}-{self.ends:%H:%M}"
