"""Who may book what, and with whom."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SEOUL
from bot.models import Appointment, Slot
from bot.rules.booking import Refusal, end_of_window, fairest_first, in_the_way, refusal

HOUR = timedelta(hours=1)


def seoul(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=SEOUL)


NOW = seoul(1, 10)


@pytest.mark.parametrize(
    ("starts_at", "why"),
    [
        pytest.param(seoul(1, 9), Refusal.PAST, id="an hour ago"),
        pytest.param(NOW, Refusal.PAST, id="now"),
        pytest.param(seoul(1, 11, 59), Refusal.TOO_SOON, id="a minute too soon"),
        pytest.param(seoul(1, 12), None, id="with exactly the notice"),
        pytest.param(seoul(15, 23), None, id="on the last day"),
        pytest.param(seoul(16, 0), Refusal.TOO_FAR, id="after the last day"),
    ],
)
def test_refusal(starts_at: datetime, why: Refusal | None) -> None:
    notice, window = timedelta(minutes=120), timedelta(days=14)

    assert refusal(starts_at.astimezone(UTC), NOW, notice=notice, window=window) == why


def test_the_window_ends_at_midnight_in_seoul() -> None:
    late = seoul(1, 23, 59).astimezone(UTC)

    assert end_of_window(late, timedelta(days=14)) == seoul(16, 0)


def appointment(service: str, starts_at: datetime) -> Appointment:
    return Appointment(
        number="B-1",
        person_id=1,
        service=service,
        slot_id=1,
        counselor_id=1,
        starts_at=starts_at,
        ends_at=starts_at + HOUR,
        requested_at=NOW,
    )


@pytest.mark.parametrize(
    ("held", "stands_in_the_way"),
    [
        pytest.param(appointment("leap", seoul(2, 9)), False, id="something else before"),
        pytest.param(appointment("leap", seoul(2, 11)), False, id="something else after"),
        pytest.param(appointment("leap", seoul(2, 10)), True, id="something else at that time"),
        pytest.param(appointment("leap", seoul(2, 9, 30)), True, id="something else into that time"),
        pytest.param(appointment("intake", seoul(9, 10)), True, id="the same service another week"),
    ],
)
def test_what_a_person_has_already(held: Appointment, stands_in_the_way: bool) -> None:
    other = in_the_way([held], "intake", seoul(2, 10), seoul(2, 11))

    assert (other is held) is stands_in_the_way


def test_fair_means_least_to_do_then_the_lowest_number() -> None:
    slots = [
        Slot(id=number, counselor_id=number, starts_at=NOW, ends_at=NOW + HOUR) for number in (4, 2, 3, 1)
    ]
    loads = {1: 5, 2: 3, 3: 3}

    assert [slot.counselor_id for slot in fairest_first(slots, loads, None)] == [4, 2, 3, 1]
    assert fairest_first(slots, loads, staying_with=1)[0].counselor_id == 1
