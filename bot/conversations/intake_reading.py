"""How the answers of the intake are read."""

import re
from typing import Any

from bot.conversations.visit import Visit
from bot.korean import ages, careers, districts, fields, nicknames, phones, reading, situations
from bot.korean.unclear import Unclear

WANTED = re.compile(r"싶|원해|원하|희망|찾|구하|구해|관심")


def person_name(text: str, _visit: Visit) -> str:
    """How somebody wants to be called."""
    return nicknames.nickname(text)


def district(text: str, visit: Visit) -> str:
    """One of the five 구, or outside."""
    return districts.district(text, visit.places)


def born(text: str, visit: Visit) -> str:
    """A birth year ("1985") or an age as it was said ("age:39", "age:39:full")."""
    try:
        return _kept(ages.birth_year_or_age(text, visit.today))
    except Unclear as unclear:
        meant = (each for each in unclear.meanings if isinstance(each, ages.Age | ages.BirthYear))
        raise Unclear(unclear.why, *map(_kept, meant)) from unclear


def _kept(told: ages.Age | ages.BirthYear) -> str:
    if isinstance(told, ages.BirthYear):
        return str(told.year)
    return f"age:{told.years}" + (":full" if told.full else "")


def situation(text: str, _visit: Visit) -> str:
    """The present situation, as one of the labels."""
    return str(situations.employment_status(text))


def job_field(text: str, _visit: Visit) -> str:
    """The first digit of the KECO code."""
    return fields.job_field(text)


def career(text: str, _visit: Visit) -> int:
    """Months of work; 0 for none."""
    return careers.months(text)


def phone(text: str, _visit: Visit) -> str:
    """Digits, national form."""
    return phones.phone(text)


def whole(text: str, visit: Visit) -> dict[str, Any]:
    """Every answer that one sentence surely gives. A job that somebody had is not the one they want."""
    told = reading.several(text, visit.today, visit.places)
    answers: dict[str, Any] = {key: told[key] for key in ("name", "district", "career") if key in told}
    if isinstance(age := told.get("age"), ages.Age | ages.BirthYear):
        answers["born"] = _kept(age)
    if "situation" in told:
        answers["situation"] = str(told["situation"])
    if "field" in told and WANTED.search(text):
        answers["field"] = told["field"]
    if "phone" in told:
        answers["contact"] = told["phone"]
    return answers
