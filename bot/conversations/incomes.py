"""기준 중위소득: which line a household's income is looked at by. Nobody's income is asked for."""

from datetime import date
from typing import Any

from bot.conversations.common_words import MENU, PERSON
from bot.conversations.script import Ask, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean import numbers
from bot.korean.leaving_days import leaving_year
from bot.korean.unclear import Unclear, Why
from bot.rules import incomes
from bot.rules.incomes import Line, NoLine, Unknown
from bot.say import Button, Card, Say, card, quote, say


def household(text: str, _visit: Visit) -> str:
    """How many people; "혼자" is one."""
    if "혼자" in text or "1인" in text:
        return "1"
    number = numbers.number(text)
    if number != int(number) or not 1 <= number <= 20:
        raise Unclear(Why.NOTHING)
    return str(int(number))


def year(text: str, visit: Visit) -> str:
    """The year of an application."""
    return str(leaving_year(text, visit.today))


def show_household(value: Any, _visit: Visit) -> Say:
    """Three people."""
    return say("{people} people", people=str(value))


def show_year(value: Any, _visit: Visit) -> Say:
    """2026년."""
    return say("{year}", year=str(value))


INCOMES = Script(
    "incomes",
    say("Median income"),
    (
        Ask(
            "household",
            say("How many people live in your household, you included? I keep nothing of this."),
            say("Household"),
            say("For example: 3, or alone."),
            household,
            tuple(Choice(str(people), say("{people} people", people=str(people))) for people in range(1, 7)),
            shows=show_household,
        ),
        Ask(
            "year",
            say("In which year would you apply?"),
            say("Year of application"),
            say("For example: this year, or 2027."),
            year,
            shows=show_year,
        ),
    ),
    needs_consent=False,
    can_wait=False,
)


@INCOMES.begins
async def there_are_figures(visit: Visit) -> dict[str, Any]:
    """A center without figures has no tables."""
    if visit.center.figures is None:
        raise Stop(card(say("I cannot reckon that here. Please call {phone}.", phone=visit.center.phone)))
    return {}


@INCOMES.offers("year")
async def years(visit: Visit) -> list[Choice]:
    """This year and the next one."""
    this = visit.today.year
    return [Choice(str(each), say("{year}", year=str(each))) for each in (this, this + 1)]


@INCOMES.ends
async def show(visit: Visit) -> Ending:
    """The lines of the programs, each with its program."""
    assert visit.center.figures
    table = visit.center.figures.median_income
    people, applied_on = int(visit.answers["household"]), date(int(visit.answers["year"]), 7, 1)
    try:
        lines = incomes.lines(people, applied_on, table)
    except NoLine as none:
        return Ending(Card((_no_line(none, applied_on.year),), _ways_on()))
    names = {program.id: program.name for program in visit.center.programs}
    shown = tuple(_line(names[key], line) for key, line in lines.items())
    as_of = table.in_year(applied_on.year)
    assert as_of
    possible = say(
        "The office looks at the income of the whole household, and at more than the income. "
        "As of {day}. Please make sure with work24.go.kr or the center.",
        day=as_of.as_of,
    )
    first = say(
        "<b>Monthly income of a household of {people}, {year}</b>", people=people, year=str(applied_on.year)
    )
    return Ending(Card((first, *shown, possible), _ways_on()))


def _line(program: str, line: Line) -> Say:
    return say(
        "{program}\nat most {won} won ({percent} % of the median)",
        program=quote(program),
        won=line.won_a_month,
        percent=line.percent,
    )


def _no_line(none: NoLine, year: int) -> Say:
    if none.why is Unknown.YEAR:
        return say("I do not have the amounts of {year}. The center can tell you.", year=str(year))
    return say("My table ends at six people. The center can tell you the amount for a larger household.")


def _ways_on() -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(say("Which programs may fit me"), "menu:fitting"),),
        (PERSON, MENU),
    )
