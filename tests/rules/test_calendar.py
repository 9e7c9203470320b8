from datetime import date

import pytest

from bot.center import Closure
from bot.rules.calendar import is_open_day, reason_closed

SUDDEN = Closure(date=date(2027, 3, 10), name="임시공휴일")
OPEN_SATURDAY = Closure(date=date(2026, 12, 5), name="토요 상담", closed=False)
CLOSURES = (SUDDEN, OPEN_SATURDAY)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        pytest.param(date(2026, 11, 23), True, id="an ordinary Monday"),
        pytest.param(date(2026, 11, 28), False, id="Saturday"),
        pytest.param(date(2026, 11, 29), False, id="Sunday"),
        pytest.param(date(2026, 12, 25), False, id="Christmas"),
        pytest.param(date(2027, 1, 1), False, id="New Year"),
        pytest.param(date(2027, 2, 5), True, id="the Friday before Seollal"),
        pytest.param(date(2027, 2, 8), False, id="Seollal, third day"),
        pytest.param(date(2027, 2, 9), False, id="Seollal, substitute day"),
        pytest.param(date(2027, 2, 10), True, id="the day after Seollal"),
        pytest.param(date(2027, 3, 1), False, id="March First"),
        pytest.param(date(2027, 5, 3), False, id="Labor Day, substitute day"),
        pytest.param(date(2027, 7, 19), False, id="Constitution Day, substitute day"),
        pytest.param(date(2027, 6, 7), True, id="Memorial Day has no substitute day"),
        pytest.param(date(2027, 9, 15), False, id="Chuseok"),
        pytest.param(date(2027, 10, 11), False, id="Hangul Day, substitute day"),
        pytest.param(date(2027, 3, 10), False, id="a holiday announced late"),
        pytest.param(date(2026, 12, 5), True, id="a Saturday on which the center opens"),
    ],
)
def test_open_days(day: date, is_open: bool) -> None:
    assert is_open_day(day, CLOSURES) is is_open


def test_a_late_holiday_is_not_known_without_the_center() -> None:
    assert is_open_day(SUDDEN.date)


def test_days_off_have_a_name_to_tell() -> None:
    assert reason_closed(date(2027, 3, 10), CLOSURES) == "임시공휴일"
    assert reason_closed(date(2026, 12, 5), CLOSURES) is None
    assert "기독탄신일" in (reason_closed(date(2026, 12, 25)) or "")
