"""The figures of law that calculators use, each with its dates and its source. All money is in won."""

from datetime import date
from itertools import pairwise
from typing import Self

from pydantic import Field, PositiveInt, field_validator, model_validator

from bot.center.programs import Dated
from bot.center.record import Key, Record, Text


class Figure(Record):
    """Something that is looked up: where it was found, and on which day it was still so."""

    source: Text
    as_of: date


class Cap(Dated, Figure):
    """The most that a day of unemployment benefit brings, for those who left work in these years."""

    won_a_day: PositiveInt
    sure: bool


class BenefitDays(Dated, Figure):
    """For how many days the benefit is paid, by age on leaving and by years insured (고용보험법 별표 1)."""

    insured_years_from: tuple[int, ...] = Field(min_length=1)
    longer_from_age: PositiveInt
    younger: tuple[PositiveInt, ...]
    older_or_disabled: tuple[PositiveInt, ...]

    @model_validator(mode="after")
    def _is_a_table(self) -> Self:
        if self.insured_years_from[0] != 0:
            raise ValueError("insured_years_from has to begin with 0")
        for column in (self.insured_years_from, self.younger, self.older_or_disabled):
            if len(column) != len(self.insured_years_from):
                raise ValueError(f"{len(column)} numbers stand beside {len(self.insured_years_from)} years")
            if list(column) != sorted(column):
                raise ValueError(f"{list(column)} does not grow")
        return self


class UnemploymentBenefit(Figure):
    """How the daily amount is reckoned: a share of the average daily wage between a floor and a cap."""

    share_percent: PositiveInt
    floor_percent: PositiveInt  # of the minimum wage for the hours of a day
    longest_day_hours: PositiveInt
    caps: tuple[Cap, ...] = Field(min_length=1)
    days: BenefitDays

    @field_validator("caps")
    @classmethod
    def _follow_each_other(cls, caps: tuple[Cap, ...]) -> tuple[Cap, ...]:
        for earlier, later in pairwise(caps):
            if earlier.valid_to is None or later.valid_from <= earlier.valid_to:
                raise ValueError(f"what begins on {later.valid_from} overlaps what was before it")
        return caps

    def cap_on(self, left_on: date) -> Cap | None:
        """The cap for those who left on this day; None where it is not decided, or long ago."""
        return next((cap for cap in self.caps if cap.holds(left_on)), None)


class MinimumWage(Figure):
    """What an hour must bring in this year (January to December)."""

    year: int
    won_an_hour: PositiveInt


class MedianIncome(Figure):
    """기준 중위소득 of this year, a month, by household: the first is of one person."""

    year: int
    won_a_month: tuple[PositiveInt, ...] = Field(min_length=1)

    @field_validator("won_a_month")
    @classmethod
    def _grows(cls, incomes: tuple[int, ...]) -> tuple[int, ...]:
        for smaller, larger in pairwise(incomes):
            if larger <= smaller:
                raise ValueError(f"{larger:,} of a larger household is not more than {smaller:,}")
        return incomes


class IncomeLine(Record):
    """Up to how much of the median income a program looks at a household."""

    program: Key
    percent: PositiveInt


class _Yearly(Record):
    """One entry a year."""

    @staticmethod
    def in_order(years: list[int]) -> None:
        """Refuse years that do not follow each other."""
        for earlier, later in pairwise(years):
            if later <= earlier:
                raise ValueError(f"{later} does not come after {earlier}")


class MinimumWages(_Yearly):
    """The minimum wage, year by year."""

    years: tuple[MinimumWage, ...] = Field(min_length=1)

    @field_validator("years")
    @classmethod
    def _in_order(cls, years: tuple[MinimumWage, ...]) -> tuple[MinimumWage, ...]:
        cls.in_order([each.year for each in years])
        return years

    def in_year(self, year: int) -> MinimumWage | None:
        """The wage of this year, where we know it."""
        return next((each for each in self.years if each.year == year), None)


class MedianIncomes(_Yearly):
    """The median income, year by year, and the lines that programs draw."""

    years: tuple[MedianIncome, ...] = Field(min_length=1)
    lines: tuple[IncomeLine, ...] = ()

    @field_validator("years")
    @classmethod
    def _in_order(cls, years: tuple[MedianIncome, ...]) -> tuple[MedianIncome, ...]:
        cls.in_order([each.year for each in years])
        return years

    def in_year(self, year: int) -> MedianIncome | None:
        """The incomes of this year, where we know them."""
        return next((each for each in self.years if each.year == year), None)


class Figures(Record):
    """All figures of a center."""

    unemployment_benefit: UnemploymentBenefit
    minimum_wage: MinimumWages
    median_income: MedianIncomes
