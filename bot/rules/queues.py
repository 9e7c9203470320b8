"""A company's queue: who comes next, and how long it will take."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.models import FairTurn, TurnState

LATE = timedelta(minutes=10)  # who was called and has not come after this long lets the next one go first
MEASURED = 3  # interviews from which on the measured time counts
LATEST = 5
TIMES_FIRST = timedelta(minutes=5)  # who has a time is called this long before it, before all numbers
STEP = 10  # numbers are this far apart in the order, so that a deferred one fits between


def in_order(turns: Sequence[FairTurn]) -> list[FairTurn]:
    """Those who wait, the next one first."""
    return sorted((turn for turn in turns if turn.state is TurnState.WAITING), key=lambda turn: turn.sort)


def minutes_each(turns: Sequence[FairTurn], announced: int) -> float:
    """How long an interview takes here: of the last five, once there are three; else as announced."""
    ended = sorted(
        (turn.ended_at, (turn.ended_at - turn.started_at).total_seconds() / 60)
        for turn in turns
        if turn.state is TurnState.DONE and turn.started_at and turn.ended_at
    )
    if len(ended) < MEASURED:
        return float(announced)
    latest = [minutes for _, minutes in ended[-LATEST:]]
    return sum(latest) / len(latest)


def wait(ahead: int, interviewers: int, each: float) -> int:
    """About how many minutes until it is one's turn, with so many people before."""
    rounds = ahead / max(1, interviewers)
    return max(0, round(rounds * each))


def standing(
    before: int, at_booths: int, times: Sequence[datetime], interviewers: int, each: float, now: datetime
) -> tuple[int, int]:
    """How many go before a number, and about how many minutes that takes.

    `before` are the numbers before it, `times` the interviews that others were promised: whose time comes
    while one waits goes first, and makes the wait longer, which may let in the next one with a time.
    """
    ahead = before
    for starts_at in sorted(times):
        turn = now + timedelta(minutes=wait(ahead + at_booths, interviewers, each))
        if starts_at - TIMES_FIRST > turn:
            break
        ahead += 1
    return ahead, wait(ahead + at_booths, interviewers, each)


def behind_next(turns: Sequence[FairTurn], turn: FairTurn) -> int:
    """The place in the order of somebody who lets one person go first; at the end nobody is let past."""
    waiting = [each for each in in_order(turns) if each.id != turn.id and each.sort > turn.sort]
    return waiting[0].sort + STEP // 2 if waiting else turn.sort
