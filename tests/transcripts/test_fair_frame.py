"""From when to when, as an operator writes it."""

import pytest

from bot.conversations.fair_frame import hours
from bot.korean.unclear import Unclear, Why

SAID = {
    "14:00-17:00": "14:00-17:00",
    "9-12": "09:00-12:00",
    "오후 2시부터 5시까지": "14:00-17:00",
    "2시~4시 반": "14:00-16:30",
    "오전 10시 30분에서 12시": "10:30-12:00",
    "오전 11시 - 오후 1시": "11:00-13:00",
    "10시부터 2시까지요": "10:00-14:00",
    "14시–17시": "14:00-17:00",
}


@pytest.mark.parametrize(("text", "meant"), SAID.items())
def test_hours(text: str, meant: str) -> None:
    assert hours(text, None) == meant  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("오후에요", Why.NOTHING),
        ("14:00", Why.NOTHING),
        ("17:00-14:00", Why.CONTRADICTION),
        ("25시-26시", Why.NOTHING),
    ],
)
def test_no_hours(text: str, why: Why) -> None:
    with pytest.raises(Unclear) as refused:
        hours(text, None)  # type: ignore[arg-type]
    assert refused.value.why is why
