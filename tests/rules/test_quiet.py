"""News and the night."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import SEOUL
from bot.rules.quiet import earliest, is_night

MOMENTS = st.datetimes(timezones=st.just(UTC)).filter(lambda moment: 1990 < moment.year < 2100)


def seoul(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 12, day, hour, minute, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("due", "sent"),
    [
        pytest.param(seoul(2, 20, 59), seoul(2, 20, 59), id="just before nine"),
        pytest.param(seoul(2, 21), seoul(3, 8), id="nine in the evening is night"),
        pytest.param(seoul(2, 23, 59), seoul(3, 8), id="late"),
        pytest.param(seoul(3, 0), seoul(3, 8), id="midnight: the same morning"),
        pytest.param(seoul(3, 7, 59), seoul(3, 8), id="early"),
        pytest.param(seoul(3, 8), seoul(3, 8), id="eight is morning"),
        pytest.param(seoul(31, 22), datetime(2027, 1, 1, 8, tzinfo=SEOUL), id="over the year's end"),
    ],
)
def test_news_wait_for_the_morning(due: datetime, sent: datetime) -> None:
    assert earliest(due, agreed_to_nights=False) == sent
    assert earliest(due.astimezone(UTC), agreed_to_nights=False) == sent
    assert earliest(due, agreed_to_nights=True) == due


@given(MOMENTS)
def test_never_by_night_never_early_never_later_than_needed(due: datetime) -> None:
    sent = earliest(due, agreed_to_nights=False)

    assert not is_night(sent)
    assert timedelta() <= sent - due <= timedelta(hours=11)
    assert sent == due or is_night(sent - timedelta(seconds=1))
    assert earliest(sent, agreed_to_nights=False) == sent
