"""The one exception of every reader: why a text does not settle the answer."""

from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Why(StrEnum):
    """What keeps a text from being an answer."""

    NOTHING = "nothing"
    SEVERAL = "several"
    CONTRADICTION = "contradiction"
    PAST = "past"
    RANGE = "range"
    NOT_OURS = "not_ours"


class Unclear(ValueError):  # noqa: N818  # it is an answer to the caller, not an error of the program
    """Why a text does not settle the answer, with the meanings that are possible."""

    def __init__(self, why: Why, *meanings: object) -> None:
        super().__init__(why)
        self.why = why
        self.meanings: tuple[object, ...] = meanings


class LeftOpen(Unclear):
    """The words say themselves that nothing is settled yet: no second opinion may take them for an answer."""


def only(meanings: list[T]) -> T:
    """The one meaning that is left, or Unclear: nothing or several."""
    different = list(dict.fromkeys(meanings))
    if not different:
        raise Unclear(Why.NOTHING)
    if len(different) > 1:
        raise Unclear(Why.SEVERAL, *different)
    return different[0]
