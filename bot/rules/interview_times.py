"""What a plan of interviews is made of. Minutes are counted from the beginning of the fair."""

from collections.abc import Mapping
from dataclasses import dataclass

Key = tuple[int, int]  # a guest and a company


@dataclass(frozen=True, slots=True)
class Desk:
    """An interviewer of a company at a booth, from when to when: two at one booth take turns by the clock."""

    interviewer: int
    company: int
    booth: str
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Day:
    """How long one walks from booth to booth, who interviews where, how long each company takes."""

    walking: int
    desks: tuple[Desk, ...]
    lengths: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A wish; `rank` 1 is the first one. Of equal ranks the order in which they are given counts."""

    guest: int
    company: int
    rank: int


@dataclass(frozen=True, slots=True)
class Given:
    """A time of an interviewer's that a guest has."""

    guest: int
    company: int
    interviewer: int
    starts: int
    ends: int


def key_of(wish: Wanted) -> Key:
    """A guest and a company: of each pair there is at most one time."""
    return wish.guest, wish.company


def mask_of(starts: int, ends: int) -> int:
    """These minutes as bits, so that two times are apart where no bit is in both."""
    return ((1 << (ends - starts)) - 1) << starts
