"""기준 중위소득: the line of a household in the year of an application. Nobody's income is asked for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.center import MedianIncomes


class Unknown(StrEnum):
    """Why there is no line to show."""

    YEAR = "year"
    HOUSEHOLD = "household"


class NoLine(Exception):  # noqa: N818 (a reason, not an error)
    """The line cannot be told: the year is not in our tables, or the household is too large for them."""

    def __init__(self, why: Unknown) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Line:
    """Won a month, and how they were got."""

    won_a_month: int
    percent: int
    median_won: int
    household: int
    year: int


def line(household: int, percent: int, applied_on: date, incomes: MedianIncomes) -> Line:
    """So much percent of a household's median income, by the table of the year of application, or NoLine.

    Rounded to the won, halves up, as the ministry's own tables are.
    """
    table = incomes.in_year(applied_on.year)
    if table is None:
        raise NoLine(Unknown.YEAR)
    if not 1 <= household <= len(table.won_a_month):
        raise NoLine(Unknown.HOUSEHOLD)
    median = table.won_a_month[household - 1]
    return Line((median * percent + 50) // 100, percent, median, household, applied_on.year)


def lines(household: int, applied_on: date, incomes: MedianIncomes) -> dict[str, Line]:
    """The line that each program draws for this household, by the program's id; the lowest first."""
    drawn = sorted(incomes.lines, key=lambda each: each.percent)
    return {each.program: line(household, each.percent, applied_on, incomes) for each in drawn}
