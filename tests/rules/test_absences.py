"""Absences and special days: which hours are left."""

from datetime import date, datetime, time

import pytest

from bot.center import Closure, Hours, WeeklyHours
from bot.clock import SEOUL
from bot.models import Absence
from bot.rules.absences import away_during, away_on
from bot.rules.calendar import WHOLE_DAY, closed_in, hours_on, is_open_day, without

WEEK = WeeklyHours.model_validate(
    {day: ["09:00-12:00", "13:00-18:00"] for day in ("monday", "tuesday", "wednesday", "thursday", "friday")}
)


def hours(*written: str) -> tuple[Hours, ...]:
    return tuple(Hours.model_validate(each) for each in written)


@pytest.mark.parametrize(
    ("closure", "left"),
    [
        pytest.param({}, (), id="closed"),
        pytest.param({"hours": "12:00-23:59"}, hours("09:00-12:00"), id="closed in the afternoon"),
        pytest.param({"hours": "10:00-14:00"}, hours("09:00-10:00", "14:00-18:00"), id="a hole"),
        pytest.param({"closed": False}, hours("09:00-12:00", "13:00-18:00"), id="open as usual"),
    ],
)
def test_a_special_weekday(closure, left) -> None:
    said = Closure.model_validate({"date": date(2026, 11, 30), "name": "임시", **closure})
    assert hours_on(WEEK, said.date, [said]) == left
    assert is_open_day(said.date, [said]) is bool(left)


@pytest.mark.parametrize("day", [date(2026, 12, 25), date(2027, 2, 9), date(2027, 5, 3), date(2026, 12, 5)])
def test_an_opening_on_a_day_off(day: date) -> None:
    """Christmas, the substitute days of 설 and of Labor Day, a Saturday."""
    assert hours_on(WEEK, day) == ()
    opened = Closure(date=day, name="특별 운영", closed=False, like=0)
    assert hours_on(WEEK, day, [opened]) == WEEK.monday
    assert closed_in(day, [opened]) is None
    assert (
        closed_in(day, [Closure(date=day, name="휴무"), opened]) == WHOLE_DAY
    )  # the first has the last word


def test_hours_do_not_fit_an_open_day() -> None:
    with pytest.raises(ValueError, match="closed"):
        Closure.model_validate(
            {"date": date(2026, 12, 5), "name": "x", "closed": False, "hours": "09:00-10:00"}
        )
    with pytest.raises(ValueError, match="open"):
        Closure.model_validate({"date": date(2026, 12, 5), "name": "x", "like": 0})


def test_what_is_left_of_a_day() -> None:
    day = hours("09:00-12:00", "13:00-18:00")
    assert without(day, []) == day
    assert without(day, [WHOLE_DAY]) == ()
    assert without(day, [(time(11), time(14)), (time(17), time(17, 30))]) == hours(
        "09:00-11:00", "14:00-17:00", "17:30-18:00"
    )


def absence(**columns: object) -> Absence:
    usual = {"counselor_id": 1, "first_day": date(2026, 11, 23), "last_day": date(2026, 11, 27)}
    return Absence(**{**usual, **columns})


@pytest.mark.parametrize(
    ("columns", "day", "away"),
    [
        ({}, date(2026, 11, 23), WHOLE_DAY),
        ({}, date(2026, 11, 27), WHOLE_DAY),
        ({}, date(2026, 11, 28), None),
        ({}, date(2026, 11, 22), None),
        ({"starts": time(9), "ends": time(12)}, date(2026, 11, 24), (time(9), time(12))),
        ({"weekday": 2, "last_day": None}, date(2027, 3, 3), WHOLE_DAY),
        ({"weekday": 2, "last_day": None}, date(2027, 3, 4), None),
        ({"weekday": 2}, date(2026, 12, 2), None),
    ],
)
def test_days_away(columns, day: date, away) -> None:
    assert away_on(absence(**columns), day) == away


@pytest.mark.parametrize(
    ("starts", "ends", "hit"), [("11:00", "11:50", True), ("11:30", "12:20", True), ("12:00", "12:50", False)]
)
def test_a_meeting_during_a_morning_away(starts: str, ends: str, hit: bool) -> None:
    morning = absence(starts=time(0), ends=time(12))
    begin, end = (
        datetime.fromisoformat(f"2026-11-24T{each}").replace(tzinfo=SEOUL) for each in (starts, ends)
    )
    assert (away_during([morning], begin, end) is morning) is hit
