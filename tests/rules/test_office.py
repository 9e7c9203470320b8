"""When somebody is at the center."""

from datetime import datetime
from pathlib import Path

import pytest

from bot.center import load_center
from bot.clock import SEOUL
from bot.rules.office import is_open, next_opening

CENTER = load_center(Path(__file__).parents[2] / "center")


def seoul(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("moment", "opened", "opens_next"),
    [
        ("2026-11-23 08:59", False, "2026-11-23 09:00"),
        ("2026-11-23 09:00", True, "2026-11-24 09:00"),
        ("2026-11-23 17:59", True, "2026-11-24 09:00"),
        ("2026-11-23 18:00", False, "2026-11-24 09:00"),
        ("2026-11-27 20:00", False, "2026-11-30 09:00"),  # Friday evening
        ("2026-11-28 11:00", False, "2026-11-30 09:00"),  # Saturday
        ("2026-12-25 11:00", False, "2026-12-28 09:00"),  # Christmas, a Friday
        (
            "2027-02-05 18:00",
            False,
            "2027-02-10 09:00",
        ),  # 설 from Saturday to Monday, its substitute on Tuesday
    ],
)
def test_the_center_opens(moment: str, opened: bool, opens_next: str) -> None:
    assert is_open(CENTER, seoul(moment)) is opened
    assert next_opening(CENTER, seoul(moment)) == seoul(opens_next)


def test_a_center_without_hours_never_opens() -> None:
    closed = CENTER.model_copy(update={"office_hours": type(CENTER.office_hours)()})

    assert not is_open(closed, seoul("2026-11-23 11:00"))
    assert next_opening(closed, seoul("2026-11-23 11:00")) is None
