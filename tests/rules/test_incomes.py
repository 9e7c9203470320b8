"""기준 중위소득: the tables of the ministry, the year of application, households that are too large."""

from datetime import date
from pathlib import Path

import pytest

from bot.center import load_center
from bot.rules import incomes
from bot.rules.incomes import NoLine, Unknown

FIGURES = load_center(Path(__file__).parents[2] / "center").figures
assert FIGURES is not None
TABLES = FIGURES.median_income
IN_2026, IN_2027 = date(2026, 12, 31), date(2027, 1, 1)


@pytest.mark.parametrize(
    ("household", "of_2026", "of_2027"),
    [
        (1, (1_538_543, 2_564_238, 3_077_086), (1_641_625, 2_736_042, 3_283_250)),
        (2, (2_519_575, 4_199_292, 5_039_150), (2_688_387, 4_480_645, 5_376_774)),
        (3, (3_215_422, 5_359_036, 6_430_843), (3_430_855, 5_718_091, 6_861_709)),
        (4, (3_896_843, 6_494_738, 7_793_686), (4_157_931, 6_929_885, 8_315_862)),
        (5, (4_534_031, 7_556_719, 9_068_063), (4_837_811, 8_063_019, 9_675_623)),
        (6, (5_133_571, 8_555_952, 10_267_142), (5_477_521, 9_129_201, 10_955_041)),
    ],
)
def test_the_lines_of_two_years(
    household: int, of_2026: tuple[int, int, int], of_2027: tuple[int, int, int]
) -> None:
    for day, expected in ((IN_2026, of_2026), (IN_2027, of_2027)):
        lines = [incomes.line(household, percent, day, TABLES) for percent in (60, 100, 120)]

        assert tuple(line.won_a_month for line in lines) == expected
        assert {line.median_won for line in lines} == {expected[1]}
        assert {(line.household, line.year) for line in lines} == {(household, day.year)}


def test_the_line_below_which_living_is_paid_for() -> None:
    assert incomes.line(1, 32, IN_2026, TABLES).won_a_month == 820_556
    assert incomes.line(1, 32, IN_2027, TABLES).won_a_month == 875_533


def test_the_table_of_last_year_is_known_too() -> None:
    assert incomes.line(4, 100, date(2025, 7, 1), TABLES).won_a_month == 6_097_773


@pytest.mark.parametrize(
    ("household", "day", "why"),
    [
        (1, date(2024, 12, 31), Unknown.YEAR),
        (1, date(2028, 1, 1), Unknown.YEAR),
        (7, IN_2026, Unknown.HOUSEHOLD),
        (0, IN_2026, Unknown.HOUSEHOLD),
    ],
)
def test_what_is_not_in_the_tables_is_not_guessed(household: int, day: date, why: Unknown) -> None:
    with pytest.raises(NoLine) as refused:
        incomes.line(household, 60, day, TABLES)

    assert refused.value.why is why


def test_each_program_draws_its_line() -> None:
    drawn = incomes.lines(1, IN_2026, TABLES)

    assert [(program, line.percent) for program, line in drawn.items()] == [
        ("self_reliance", 32),
        ("national_employment_support_1", 60),
        ("national_employment_support_2", 100),
        ("national_employment_support_1_youth", 120),
    ]
