"""구직급여: how much a day, for how many days — by the figures of the day on which somebody left work.

The daily amount is a share (60 %) of the average daily wage, at least the floor for the hours of a working
day, at most the cap (고용보험법 제45조, 제46조); the days are those of its 별표 1. Whether somebody may
receive it at all is for the center to decide.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.center import BenefitDays, Figures

FEWEST_HOURS = 4  # the table of floors that we have begins here
MONTHS_OF_WAGES = 3


class Bound(StrEnum):
    """Which bound made the daily amount what it is."""

    NONE = "none"
    FLOOR = "floor"
    CAP = "cap"


class Why(StrEnum):
    """Why an amount cannot be reckoned."""

    YEAR_UNKNOWN = "year_unknown"
    CAP_UNDECIDED = "cap_undecided"
    FEW_HOURS = "few_hours"


class NotReckonable(Exception):  # noqa: N818 (a reason, not an error)
    """The amount cannot be told; the floor where at least that is known, in won a day."""

    def __init__(self, why: Why, floor_won: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.floor_won = floor_won


@dataclass(frozen=True, slots=True)
class Leaver:
    """Somebody who has left work, as far as the reckoning asks."""

    left_on: date
    age: int  # full years on that day
    insured_months: int
    daily_wage_won: int  # 기초일액: the average wage of a calendar day
    hours_a_day: float = 8
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """What a day brings, in won, and how it was got."""

    won_a_day: int
    share_won: int
    floor_won: int
    cap_won: int
    bound: Bound


@dataclass(frozen=True, slots=True)
class Days:
    """For how many days, and by which column and row of the table."""

    days: int
    older_or_disabled: bool
    insured_years_from: int
    insured_years_to: int | None  # excluded; None: and more


@dataclass(frozen=True, slots=True)
class Benefit:
    """All of it."""

    amount: Amount
    days: Days

    @property
    def total_won(self) -> int:
        """What all days bring together."""
        return self.amount.won_a_day * self.days.days


def benefit(leaver: Leaver, figures: Figures) -> Benefit:
    """What may be paid, or NotReckonable."""
    return Benefit(amount(leaver, figures), days(leaver, figures.unemployment_benefit.days))


def amount(leaver: Leaver, figures: Figures) -> Amount:
    """What a day brings, or NotReckonable where a bound of that day is not known."""
    rules = figures.unemployment_benefit
    floor = floor_won(leaver, figures)
    cap = rules.cap_on(leaver.left_on)
    if cap is None:
        raise NotReckonable(Why.CAP_UNDECIDED, floor)
    share = leaver.daily_wage_won * rules.share_percent // 100
    if share > cap.won_a_day:
        return Amount(cap.won_a_day, share, floor, cap.won_a_day, Bound.CAP)
    if share < floor:
        return Amount(floor, share, floor, cap.won_a_day, Bound.FLOOR)
    return Amount(share, share, floor, cap.won_a_day, Bound.NONE)


def floor_won(leaver: Leaver, figures: Figures) -> int:
    """The least that a day brings: 80 % of the minimum wage for the hours of a working day, eight at most."""
    rules = figures.unemployment_benefit
    wage = figures.minimum_wage.in_year(leaver.left_on.year)
    if wage is None:
        raise NotReckonable(Why.YEAR_UNKNOWN)
    if leaver.hours_a_day < FEWEST_HOURS:
        raise NotReckonable(Why.FEW_HOURS)
    hours = min(leaver.hours_a_day, rules.longest_day_hours)
    return round(wage.won_an_hour * hours * rules.floor_percent / 100)


def days(leaver: Leaver, table: BenefitDays) -> Days:
    """For how many days the benefit is paid."""
    longer = leaver.disabled or leaver.age >= table.longer_from_age
    column = table.older_or_disabled if longer else table.younger
    years = table.insured_years_from
    row = max(at for at, since in enumerate(years) if leaver.insured_months >= since * 12)
    return Days(column[row], longer, years[row], years[row + 1] if row + 1 < len(years) else None)


def daily_wage_won(monthly_wage_won: int, left_on: date) -> int:
    """The average wage of a calendar day: three months' wages over the days of the three months before."""
    since = _months_before(left_on, MONTHS_OF_WAGES)
    return monthly_wage_won * MONTHS_OF_WAGES // (left_on - since).days


def ages_on(birth_year: int, day: date) -> tuple[int, int]:
    """The two ages of somebody born in that year: before and after this year's birthday."""
    return day.year - birth_year - 1, day.year - birth_year


def _months_before(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 - months
    first = date(month // 12, month % 12 + 1, 1)
    after = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), after - timedelta(days=1))
