"""구직급여, reckoned: five questions, an amount, the days, and how both were got. Nothing of it is kept."""

import re
from datetime import date
from typing import Any

from bot.center import Figures
from bot.conversations.benefit_words import amount_lines, days_line, nothing_to_reckon
from bot.conversations.common_words import MENU, PERSON
from bot.conversations.intake_words import show_career
from bot.conversations.script import Ask, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean import ages, careers, numbers, wages
from bot.korean.leaving_days import leaving_year
from bot.korean.unclear import Unclear, Why
from bot.rules import benefit
from bot.rules.benefit import Leaver, NotReckonable
from bot.say import Button, Card, Say, card, say

EARNED = re.compile(r"(?:받았|벌었|받던|벌던|받아\s?왔|받고\s?있|벌고\s?있|받다가)[가-힣]*")
YOUNGER, OLDER = "younger", "older"
HOURS = ("8", "7", "6", "5", "4")


def left(text: str, visit: Visit) -> str:
    """The year of leaving."""
    return str(leaving_year(text, visit.today))


def age(text: str, visit: Visit) -> str:
    """Below 50 on leaving, or 50 and more; the years around it are a question."""
    if "장애" in text:
        return OLDER
    told = ages.birth_year_or_age(text, visit.today)
    year = int(visit.answers["left"])
    if isinstance(told, ages.BirthYear):
        youngest, oldest = benefit.ages_on(told.year, date(year, 7, 1))
    else:  # counted the old way it may be one or two years less
        youngest, oldest = told.years - (0 if told.full else 2), told.years
    if youngest >= 50:
        return OLDER
    if oldest < 50:
        return YOUNGER
    raise Unclear(Why.NOTHING)


def insured(text: str, _visit: Visit) -> int:
    """Months insured."""
    return careers.months(text)


def hours(text: str, _visit: Visit) -> str:
    """Hours of a working day."""
    number = numbers.number(text)
    if not 0 < number <= 24:
        raise Unclear(Why.NOTHING)
    return f"{min(number, 8):g}"


def wage(text: str, _visit: Visit) -> int:
    """Won a month, as it was earned."""
    return wages.monthly(EARNED.sub("", text))


def show_left(value: Any, _visit: Visit) -> Say:
    """2026년."""
    return say("{year}", year=str(value))


def show_hours(value: Any, _visit: Visit) -> Say:
    """Eight hours."""
    return say("{hours} hours", hours=str(value))


def show_wage(value: Any, _visit: Visit) -> Say:
    """2,500,000원."""
    return say("{won} won a month", won=int(value))


BENEFIT = Script(
    "benefit",
    say("Unemployment benefit, reckoned"),
    (
        Ask(
            "left",
            say("When did you leave work, or when will you? I use it only to reckon, and keep nothing."),
            say("Left work in"),
            say("For example: last December, or March 2026."),
            left,
            shows=show_left,
        ),
        Ask(
            "age",
            say("Were you younger than 50 then, or 50 and older? A registered disability counts as 50."),
            say("Age on leaving"),
            say("For example: 47, or born in 1980. Or press a button."),
            age,
            (
                Choice(YOUNGER, say("Younger than 50")),
                Choice(OLDER, say("50 and older, or a disability")),
            ),
            wide=True,
        ),
        Ask(
            "insured",
            say("How long were you in employment insurance, all jobs together?"),
            say("Insured"),
            say("For example: 4 years, or 10 months."),
            insured,
            (
                Choice("6", say("Less than a year")),
                Choice("12", say("1 to 3 years")),
                Choice("36", say("3 to 5 years")),
                Choice("60", say("5 to 10 years")),
                Choice("120", say("More than 10 years")),
            ),
            shows=show_career,
        ),
        Ask(
            "hours",
            say("How many hours did you work on a working day?"),
            say("Hours a day"),
            say("For example: 8 hours."),
            hours,
            tuple(Choice(number, say("{hours} hours", hours=number)) for number in HOURS),
            shows=show_hours,
        ),
        Ask(
            "wage",
            say("How much did you earn a month before taxes, in the last three months before you left?"),
            say("Wage"),
            say("For example: 2.5 million won."),
            wage,
            shows=show_wage,
        ),
    ),
    needs_consent=False,
    can_wait=False,
)


@BENEFIT.begins
async def there_are_figures(visit: Visit) -> dict[str, Any]:
    """A center without figures has no calculator."""
    if visit.center.figures is None:
        raise Stop(card(say("I cannot reckon that here. Please call {phone}.", phone=visit.center.phone)))
    return {}


@BENEFIT.offers("left")
async def years(visit: Visit) -> list[Choice]:
    """This year, the one before, the one after."""
    this = visit.today.year
    return [Choice(str(year), say("{year}", year=str(year))) for year in (this - 1, this, this + 1)]


@BENEFIT.ends
async def reckon(visit: Visit) -> Ending:
    """The amount and how it was got; a possibility, no verdict."""
    assert visit.center.figures
    return Ending(reckoned(leaver(visit.answers), visit.center.figures))


def leaver(answers: Any) -> Leaver:
    """The answers as the rule wants them. The middle of the year stands for the year."""
    left_on = date(int(answers["left"]), 7, 1)
    return Leaver(
        left_on=left_on,
        age=50 if answers["age"] == OLDER else 49,
        insured_months=int(answers["insured"]),
        daily_wage_won=benefit.daily_wage_won(int(answers["wage"]), left_on),
        hours_a_day=float(answers["hours"]),
    )


def reckoned(who: Leaver, figures: Figures) -> Card:
    """What may be paid, or the days alone where the amount of that year is not known."""
    days = benefit.days(who, figures.unemployment_benefit.days)
    try:
        lines = amount_lines(benefit.amount(who, figures), days.days, who.left_on.year)
    except NotReckonable as unknown:
        lines = (nothing_to_reckon(unknown, who.left_on.year),)
    return Card(
        (
            *lines,
            days_line(days),
            say(
                "This shows possibilities; it does not decide about eligibility. "
                "As of {day}. Please make sure with work24.go.kr or the center.",
                day=figures.unemployment_benefit.as_of,
            ),
        ),
        (
            (Button(say("Reckon once more"), "menu:benefit"),),
            (PERSON, MENU),
        ),
    )
