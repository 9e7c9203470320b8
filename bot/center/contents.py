"""What a center tells people: its hiring days and its answers."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, PositiveInt, model_validator

from bot.center.record import Button, Hours, Key, Record, Text


class FairPost(Record):
    """Posts that a company offers at a fair."""

    company: Text
    job: Text
    headcount: PositiveInt
    place: Text


class Fair(Record):
    """A hiring day."""

    key: Key
    series: Literal["wednesday", "bitnag", "fair", "mini"]
    title: Text
    held_on: date
    hours: Hours
    place: Text
    about: Text
    bring: tuple[Text, ...] = ()
    capacity: PositiveInt
    walk_in: bool = False
    sample: bool
    posts: tuple[FairPost, ...] = ()


class Passage(Record):
    """One answer the center gives, and the ways people ask for it."""

    key: Key
    questions: tuple[Text, ...] = Field(min_length=3)
    # Where one word makes the difference: a question without any of these does not mean this passage.
    only_with: tuple[Text, ...] = ()
    answer: Text = Field(max_length=300)
    source: Text
    as_of: date
    valid_to: date | None = None
    owner: Text
    sure: bool
    intents: tuple[Text, ...] = ()
    next: tuple[Button, ...] = ()

    @model_validator(mode="after")
    def _doubt_is_said(self) -> Self:
        if not self.sure and "확인" not in self.answer:
            raise ValueError('sure is false, so the answer must say where to check it ("… 확인해 주세요")')
        return self

    def holds(self, today: date) -> bool:
        """Whether this may still be said."""
        return self.valid_to is None or today <= self.valid_to
