"""When people are reminded."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import SEOUL
from bot.rules.reminders import ReminderKind, day_before, reminders, two_hours

MOMENTS = st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1990 < moment.year < 2100)


def seoul(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=SEOUL)


BOTH = [ReminderKind.DAY_BEFORE, ReminderKind.TWO_HOURS]


@pytest.mark.parametrize(
    ("now", "kinds"),
    [
        pytest.param(seoul(1, 10), BOTH, id="days ahead"),
        pytest.param(seoul(2, 17, 59), BOTH, id="the evening before, a minute early"),
        pytest.param(seoul(2, 18), BOTH[1:], id="the evening before, too late for it"),
        pytest.param(seoul(3, 11, 59), BOTH[1:], id="the same day"),
        pytest.param(seoul(3, 12), [], id="two hours before"),
        pytest.param(seoul(3, 15), [], id="afterwards"),
    ],
)
def test_only_reminders_still_ahead(now: datetime, kinds: list[ReminderKind]) -> None:
    assert [reminder.kind for reminder in reminders(seoul(3, 14), now)] == kinds


def test_the_day_before_is_seouls() -> None:
    """Eight in the morning in Seoul is still the day before in UTC."""
    reminder = day_before(seoul(3, 8).astimezone(UTC))

    assert reminder.due_at == seoul(2, 18)
    assert reminder.expires_at == seoul(2, 22)


@given(MOMENTS, MOMENTS)
def test_reminders_come_in_time_and_in_order(starts_at: datetime, now: datetime) -> None:
    found = reminders(starts_at, now)

    assert found == sorted(found, key=lambda each: each.due_at)
    for reminder in found:
        assert now < reminder.due_at < reminder.expires_at <= starts_at


@given(MOMENTS)
def test_tomorrow_is_tomorrow_as_long_as_it_is_said(starts_at: datetime) -> None:
    eve = starts_at.astimezone(SEOUL).date() - timedelta(days=1)
    reminder = day_before(starts_at)

    assert reminder.due_at.astimezone(SEOUL).date() == eve
    assert reminder.expires_at.astimezone(SEOUL).date() == eve
    assert two_hours(starts_at).expires_at == starts_at
