"""The waiting list's rules: until when an offer is kept, who comes first, what is still ahead."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.clock import SEOUL
from bot.models import Half, Waiting
from bot.rules.waiting import half_of, in_order, lease_end, still_ahead, tomorrow_morning


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SEOUL)


LEASES = [
    ("by day", at(23, 10), 20, at(23, 10, 20)),
    ("the last full one", at(23, 20, 40), 20, at(23, 21)),
    ("its rest in the morning", at(23, 20, 50), 20, at(24, 8, 10)),
    ("all but a minute", at(23, 20, 59), 20, at(24, 8, 19)),
    ("in the evening", at(23, 21), 20, at(24, 8, 20)),
    ("before midnight", at(23, 23, 59), 20, at(24, 8, 20)),
    ("after midnight", at(24, 3), 20, at(24, 8, 20)),
    ("in the early morning", at(24, 7, 59), 20, at(24, 8, 20)),
    ("at eight", at(24, 8), 20, at(24, 8, 20)),
    ("over the end of a month", at(30, 20, 55), 20, at(1, 8, 15, month=12)),
    ("on a Sunday", at(29, 12), 20, at(29, 12, 20)),
    ("on Christmas", at(25, 14, month=12), 20, at(25, 14, 20, month=12)),
    ("over Christmas night", at(24, 20, 45, month=12), 20, at(25, 8, 5, month=12)),
    ("longer than a day has hours", at(23, 20), 15 * 60, at(25, 9)),
]


@pytest.mark.parametrize(
    ("offered_at", "minutes", "ends_at"), [row[1:] for row in LEASES], ids=[row[0] for row in LEASES]
)
def test_a_lease_runs_only_by_day(offered_at: datetime, minutes: int, ends_at: datetime) -> None:
    assert lease_end(offered_at.astimezone(UTC), minutes) == ends_at


@pytest.mark.parametrize("quarter", range(0, 24 * 4, 3))
def test_a_lease_has_all_its_minutes_by_day(quarter: int) -> None:
    """Whenever it begins, exactly twenty minutes of day pass."""
    offered_at = at(23, 0) + timedelta(minutes=15 * quarter)
    minutes = [offered_at + timedelta(minutes=n) for n in range(24 * 60)]
    ends_at = lease_end(offered_at, 20)
    by_day = [each for each in minutes if each < ends_at and 8 <= each.hour < 21]

    assert len(by_day) == 20
    assert 8 <= ends_at.hour <= 21


def waiting(number: int, minute: int, needed_by: int | None = None) -> Waiting:
    needed = date(2026, 12, needed_by) if needed_by else None
    return Waiting(id=number, person_id=1, service="leap", joined_at=at(23, 10, minute), needed_by=needed)


ORDERS = [
    ("who joined first", [waiting(2, 5), waiting(1, 9)], [2, 1]),
    ("a documented need before anybody", [waiting(1, 1), waiting(2, 9, needed_by=20)], [2, 1]),
    ("the nearer date first", [waiting(1, 1, needed_by=20), waiting(2, 9, needed_by=4)], [2, 1]),
    ("on one date who joined first", [waiting(1, 9, needed_by=4), waiting(2, 1, needed_by=4)], [2, 1]),
    ("at one moment by number", [waiting(2, 1), waiting(1, 1)], [1, 2]),
]


@pytest.mark.parametrize(("line", "order"), [row[1:] for row in ORDERS], ids=[row[0] for row in ORDERS])
def test_who_comes_first(line: list[Waiting], order: list[int]) -> None:
    assert [each.id for each in in_order(line)] == order


AHEAD = [
    (date(2026, 11, 23), Half.AM, at(23, 11, 59), True),
    (date(2026, 11, 23), Half.AM, at(23, 12), False),
    (date(2026, 11, 23), Half.PM, at(23, 23), True),
    (date(2026, 11, 23), Half.PM, at(24, 0), False),
    (date(2026, 11, 24), Half.AM, at(23, 23), True),
]


@pytest.mark.parametrize(("day", "half", "now", "ahead"), AHEAD)
def test_what_is_still_ahead(day: date, half: Half, now: datetime, ahead: bool) -> None:
    assert still_ahead((day, half), now.astimezone(UTC)) is ahead


def test_a_half_of_a_day_is_of_seoul() -> None:
    assert half_of(datetime(2026, 11, 23, 23, tzinfo=UTC)) == (date(2026, 11, 24), Half.AM)
    assert half_of(at(24, 12)) == (date(2026, 11, 24), Half.PM)


def test_who_rests_hears_of_it_in_the_morning() -> None:
    assert tomorrow_morning(at(23, 14)) == at(24, 8)
    assert tomorrow_morning(at(23, 23)) == at(24, 8)
