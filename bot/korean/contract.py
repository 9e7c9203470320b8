"""The readers behind `bitna understand`: a field and a text in, a string out."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

from bot.korean.ages import BirthYear, age, birth_year_or_age
from bot.korean.careers import months
from bot.korean.dates import day
from bot.korean.districts import Places, district
from bot.korean.hours import HalfDay, hour
from bot.korean.moments import moment
from bot.korean.names import person_name
from bot.korean.numbers import number
from bot.korean.phones import phone
from bot.korean.situations import employment_status
from bot.korean.unclear import Unclear
from bot.korean.wages import monthly
from bot.korean.yes_no import yes_or_no

FIELDS = (
    "date", "time", "datetime", "birth_year", "career_months", "phone", "monthly_wage", "yes_no", "district",
    "employment_status", "number", "age", "name",
)  # fmt: skip


def _hour(at: time | HalfDay) -> str:
    return at.value if isinstance(at, HalfDay) else f"{at:%H:%M}"


def _day(found: date | None) -> str:
    return found.isoformat() if found else "?"


def _moment(text: str, now: datetime) -> str:
    found = moment(text, now)
    at = _hour(found.at) if found.at else "?"
    return f"{_day(found.day)}T{at}"


def _birth_year(text: str, now: datetime) -> str:
    found = birth_year_or_age(text, now)
    return str(found.year) if isinstance(found, BirthYear) else f"age:{found.years}"


def _readers(now: datetime, places: Places | None) -> dict[str, Callable[[str], str]]:
    readers: dict[str, Callable[[str], str]] = {
        "date": lambda text: _day(day(text, now)),
        "time": lambda text: _hour(hour(text)),
        "datetime": partial(_moment, now=now),
        "birth_year": partial(_birth_year, now=now),
        "career_months": lambda text: str(months(text)),
        "phone": phone,
        "monthly_wage": lambda text: str(monthly(text)),
        "yes_no": lambda text: "yes" if yes_or_no(text) else "no",
        "employment_status": lambda text: employment_status(text).value,
        "number": lambda text: str(number(text)),
        "age": lambda text: str(age(text)),
        "name": person_name,
    }
    if places is not None:
        readers["district"] = lambda text: district(text, places)
    return readers


def understand(field: str, text: str, now: datetime, places: Places | None = None) -> str | None:
    """The contract's string for a text, or None where it does not settle the answer.

    The field `district` needs the places of the city; `intent` is read elsewhere and gives None.
    """
    reader = _readers(now, places).get(field)
    if reader is None:
        return None
    try:
        return reader(text)
    except Unclear:
        return None
