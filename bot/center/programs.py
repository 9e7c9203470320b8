"""A program as its file describes it: in plain words, and as rules with dates."""

from datetime import date
from itertools import pairwise
from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from bot.center.facts import FACTS, HARDSHIPS
from bot.center.record import Button, Confidence, Key, Record, Text

Operator = Literal["between", "gte", "gt", "lte", "lt", "is", "in", "not_in", "any_of"]
NUMERIC = frozenset({"gte", "gt", "lte", "lt"})


class Source(Record):
    """Where a statement comes from."""

    id: Text
    at: Text


class Condition(Record):
    """One thing a program asks for — or, with `all`, `any` or `none`, a group of such things.

    `because` is said when the condition speaks for the program, `ask` when nobody knows yet.
    An `optional` condition counts only when it is known.
    """

    field: str | None = None
    op: Operator | None = None
    value: Any = None
    optional: bool = False
    because: Text | None = None
    ask: Text | None = None
    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] = ()
    none: tuple["Condition", ...] = ()

    @field_validator("value", mode="before")
    @classmethod
    def _never_changed(cls, value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        groups = bool(self.all) + bool(self.any) + bool(self.none)
        if (self.field is None) == (groups == 0) or groups > 1:
            raise ValueError("has to be one condition (field, op, value) or one group (all, any or none)")
        if self.field is not None and (problem := _problem(self.field, self.op, self.value)):
            raise ValueError(problem)
        return self


def _problem(field: str, op: str | None, value: Any) -> str | None:
    """What is wrong with comparing this field like that, or None."""
    if field not in FACTS:
        return f'"{field}" is not a fact we know; known are {", ".join(sorted(FACTS))}'
    kind = FACTS[field]
    if op == "between" or op in NUMERIC:
        numbers = value if op == "between" else (value,)
        if kind is int and _are_numbers(numbers, 2 if op == "between" else 1):
            return None
    elif isinstance(kind, frozenset):
        words = (value,) if op == "is" else value
        if isinstance(words, tuple) and words:
            strange = next((word for word in words if word not in kind), None)
            return strange and f'"{strange}" is not a word for {field}; words are {", ".join(sorted(kind))}'
    elif op == "is" and type(value) is kind:
        return None
    return f"{field} cannot be compared by {op} with {value!r}"


def _are_numbers(numbers: Any, count: int) -> bool:
    return (
        isinstance(numbers, tuple)
        and len(numbers) == count
        and all(type(number) is int for number in numbers)
        and list(numbers) == sorted(numbers)
    )


class Dated(Record):
    """Something that is true between two dates, both included."""

    valid_from: date
    valid_to: date | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError(f"valid_to {self.valid_to} is before valid_from {self.valid_from}")
        return self

    def holds(self, on: date) -> bool:
        """Whether it is true on this day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class RuleSet(Dated):
    """What a program asks for in these years: all of it, or nothing at all."""

    because: Text | None = None
    all: tuple[Condition, ...] = ()


class Benefit(Dated):
    """What a program gives in these years, in words."""

    text: Text


class Program(Record):
    """Help that may fit a job seeker."""

    id: Key
    name: Text
    about: Text = Field(max_length=200)
    intents: tuple[Text, ...] = ()
    needs: tuple[str, ...] = ()
    order: int
    next: Text = Field(max_length=200)
    buttons: tuple[Button, ...] = ()
    as_of: date
    confidence: Confidence
    sources: tuple[Source, ...] = Field(min_length=1)
    benefits: tuple[Benefit, ...] = ()
    rules: tuple[RuleSet, ...] = Field(min_length=1)

    @field_validator("needs")
    @classmethod
    def _are_hardships(cls, needs: tuple[str, ...]) -> tuple[str, ...]:
        if strange := next((need for need in needs if need not in HARDSHIPS), None):
            raise ValueError(f'"{strange}" is not a hardship; known are {", ".join(sorted(HARDSHIPS))}')
        return needs

    @field_validator("rules", "benefits")
    @classmethod
    def _follow_each_other(cls, dated: tuple[Dated, ...]) -> tuple[Dated, ...]:
        for earlier, later in pairwise(dated):
            if earlier.valid_to is None or later.valid_from <= earlier.valid_to:
                raise ValueError(f"what begins on {later.valid_from} overlaps what was before it")
        return dated

    def rules_on(self, day: date) -> RuleSet | None:
        """The rules in force on this day, or None when the program does not run."""
        return next((rules for rules in self.rules if rules.holds(day)), None)

    def benefit_on(self, day: date) -> str | None:
        """What the program gives on this day, in words."""
        return next((benefit.text for benefit in self.benefits if benefit.holds(day)), None)
