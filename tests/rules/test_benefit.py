"""구직급여: the vectors of the field, the bounds of each year, the table of days."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.center import load_center
from bot.rules import benefit
from bot.rules.benefit import Bound, Leaver, NotReckonable, Why

FIGURES = load_center(Path(__file__).parents[2] / "center").figures
assert FIGURES is not None
DAYS = FIGURES.unemployment_benefit.days
IN_2026 = date(2026, 6, 30)


def leaver(**changes: object) -> Leaver:
    known = {"left_on": IN_2026, "age": 45, "insured_months": 48, "daily_wage_won": 112_000}
    return Leaver(**{**known, **changes})


@pytest.mark.parametrize(
    ("person", "won_a_day", "days", "total", "bound"),
    [
        pytest.param(
            leaver(daily_wage_won=150_000, age=45, insured_months=48),
            68_100,
            180,
            12_258_000,
            Bound.CAP,
            id="the cap",
        ),
        pytest.param(
            leaver(daily_wage_won=100_000, age=52, insured_months=144),
            66_048,
            270,
            17_832_960,
            Bound.FLOOR,
            id="floor",
        ),
        pytest.param(
            leaver(daily_wage_won=112_000, age=30, insured_months=24),
            67_200,
            150,
            10_080_000,
            Bound.NONE,
            id="between",
        ),
        pytest.param(
            leaver(daily_wage_won=45_000, age=25, insured_months=10, hours_a_day=4),
            33_024,
            120,
            3_962_880,
            Bound.FLOOR,
            id="four hours a day",
        ),
    ],
)
def test_the_vectors_of_the_field(
    person: Leaver, won_a_day: int, days: int, total: int, bound: Bound
) -> None:
    found = benefit.benefit(person, FIGURES)

    assert (found.amount.won_a_day, found.days.days, found.total_won) == (won_a_day, days, total)
    assert found.amount.bound is bound


@pytest.mark.parametrize(
    ("hours", "floor"), [(4, 33_024), (5, 41_280), (6, 49_536), (7, 57_792), (8, 66_048), (12, 66_048)]
)
def test_the_floor_follows_the_hours_of_a_day(hours: float, floor: int) -> None:
    assert benefit.floor_won(leaver(hours_a_day=hours), FIGURES) == floor


@pytest.mark.parametrize(
    ("left_on", "wage", "won_a_day"),
    [
        (date(2025, 12, 31), 150_000, 66_000),
        (date(2025, 12, 31), 90_000, 64_192),
        (date(2026, 1, 1), 150_000, 68_100),
        (date(2026, 12, 31), 90_000, 66_048),
    ],
)
def test_the_day_of_leaving_counts_not_today(left_on: date, wage: int, won_a_day: int) -> None:
    assert benefit.amount(leaver(left_on=left_on, daily_wage_won=wage), FIGURES).won_a_day == won_a_day


def test_an_undecided_cap_is_no_guess() -> None:
    """In 2027 the floor overtakes the cap of 2026: the amount is not told, the floor and the days are."""
    person = leaver(left_on=date(2027, 1, 1))

    with pytest.raises(NotReckonable) as refused:
        benefit.benefit(person, FIGURES)

    assert refused.value.why is Why.CAP_UNDECIDED
    assert refused.value.floor_won == 68_480
    assert benefit.days(person, DAYS).days == 180


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"left_on": date(2024, 12, 31)}, Why.YEAR_UNKNOWN),
        ({"left_on": date(2028, 1, 1)}, Why.YEAR_UNKNOWN),
        ({"hours_a_day": 3}, Why.FEW_HOURS),
    ],
)
def test_what_is_not_known_is_said(changes: dict[str, object], why: Why) -> None:
    with pytest.raises(NotReckonable) as refused:
        benefit.amount(leaver(**changes), FIGURES)

    assert refused.value.why is why
    assert refused.value.floor_won is None


TABLE = {49: [120, 150, 180, 210, 240], 50: [120, 180, 210, 240, 270]}


@pytest.mark.parametrize("age", [49, 50])
@pytest.mark.parametrize(
    ("months", "row"),
    [(0, 0), (11, 0), (12, 1), (35, 1), (36, 2), (59, 2), (60, 3), (119, 3), (120, 4), (480, 4)],
)
def test_the_table_of_days(age: int, months: int, row: int) -> None:
    found = benefit.days(leaver(age=age, insured_months=months), DAYS)

    assert found.days == TABLE[age][row]
    assert found.older_or_disabled is (age == 50)
    assert found.insured_years_from == [0, 1, 3, 5, 10][row]
    assert found.insured_years_to == [1, 3, 5, 10, None][row]


def test_a_disability_counts_as_being_fifty() -> None:
    assert benefit.days(leaver(age=25, insured_months=24, disabled=True), DAYS).days == 180


@pytest.mark.parametrize(
    ("left_on", "days"),
    [(date(2026, 6, 30), 92), (date(2026, 5, 31), 92), (date(2026, 3, 1), 90), (date(2026, 2, 28), 92)],
)
def test_a_monthly_wage_is_spread_over_three_months(left_on: date, days: int) -> None:
    assert benefit.daily_wage_won(3_000_000, left_on) == 9_000_000 // days


def test_a_year_of_birth_leaves_two_ages() -> None:
    assert benefit.ages_on(1976, date(2026, 7, 1)) == (49, 50)


@given(
    wage=st.integers(0, 10_000_000),
    age=st.integers(15, 90),
    months=st.integers(0, 600),
    hours=st.floats(4, 16),
    disabled=st.booleans(),
)
def test_nobody_gets_less_than_the_floor_or_more_than_the_cap(
    wage: int, age: int, months: int, hours: float, *, disabled: bool
) -> None:
    found = benefit.benefit(
        leaver(daily_wage_won=wage, age=age, insured_months=months, hours_a_day=hours, disabled=disabled),
        FIGURES,
    )

    assert found.amount.floor_won <= found.amount.won_a_day <= found.amount.cap_won == 68_100
    assert 120 <= found.days.days <= 270
    assert (found.amount.bound is Bound.NONE) == (found.amount.won_a_day == found.amount.share_won)
