"""What a center tells people: its answers."""

from datetime import date
from itertools import pairwise
from typing import Self

from pydantic import Field, field_validator, model_validator

from bot.center.record import Button, Key, Record, Text


class _Said(Record):
    """What the center says at some time, where it has it from, and how sure it is."""

    answer: Text = Field(max_length=300)
    source: Text
    as_of: date
    valid_from: date | None = None
    valid_to: date | None = None
    sure: bool

    @model_validator(mode="after")
    def _doubt_is_said(self) -> Self:
        if not self.sure and "확인" not in self.answer:
            raise ValueError('sure is false, so the answer must say where to check it ("… 확인해 주세요")')
        return self

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValueError(f"valid_to {self.valid_to} is before valid_from {self.valid_from}")
        return self

    def holds(self, day: date) -> bool:
        """Whether this is what to say of that day; both ends are included."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


class OtherTime(_Said):
    """The answer to the same questions in years before or after."""


class Passage(_Said):
    """One answer the center gives, the ways people ask for it, and whom to ask to make sure."""

    key: Key
    questions: tuple[Text, ...] = Field(min_length=5)
    # Where one word makes the difference: a question without any of these does not mean this passage.
    only_with: tuple[Text, ...] = ()
    owner: Text
    # "center", "work24", or the key of an office or a contact in center.toml; the first is the best.
    ask: tuple[Key, ...] = Field(min_length=1, max_length=3)
    intents: tuple[Text, ...] = ()
    next: tuple[Button, ...] = Field(default=(), max_length=3)
    at_other_times: tuple[OtherTime, ...] = ()

    @field_validator("questions")
    @classmethod
    def _differ(cls, questions: tuple[str, ...]) -> tuple[str, ...]:
        if twice := next((each for each in questions if questions.count(each) > 1), None):
            raise ValueError(f'"{twice}" stands there twice')
        return questions

    @model_validator(mode="after")
    def _one_answer_a_day(self) -> Self:
        said: tuple[_Said, ...] = (self, *self.at_other_times)
        times = sorted(said, key=lambda each: each.valid_from or date.min)
        for earlier, later in pairwise(times):
            if earlier.valid_to is None or (later.valid_from or date.min) <= earlier.valid_to:
                raise ValueError(f"what begins on {later.valid_from} overlaps what was before it")
        return self

    def at_all_times(self) -> "tuple[Passage, ...]":
        """The passage once for each of its times: same questions, another answer."""
        own = self.model_copy(update={"at_other_times": ()})
        others = (own.model_copy(update=dict(time)) for time in self.at_other_times)
        return (own, *others)
