"""How the answers of a registration are read and written."""

import re
from typing import Any

from bot.conversations.script import Answers, Choice
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why, only
from bot.say import Say, quote, say

ASIDE = re.compile(r"\([^)]*\)|㈜|주식회사|[^\w\s]")
ENDING = re.compile(
    r"(?:(?:이랑|랑|하고|으로|로|에서?)?(?:면접)?(?:할래|할게|하고싶어|갈래|보고싶어)?(?:이에|예)?(?:이?요)?)$"
)
WISHES = ("first", "second", "third")
NO_COMPANY = "none"
ON_THE_DAY = say("I decide on the day")
SHARED = (
    Choice("name", say("My name")),
    Choice("contact", say("My telephone number")),
    Choice("career", say("My years of work")),
    Choice("field", say("The work I look for")),
)


def company_named(text: str, visit: Visit) -> str:
    """The number of the company whose name, or the beginning of it, was written: "무등이요" for 무등가전."""
    said = _bare(text)
    core = ENDING.sub("", said)
    known: dict[str, str] = visit.answers.get("names") or {}
    names = {number: _bare(name) for number, name in known.items()}
    found = [number for number, name in names.items() if name in said or (len(core) > 1 and core in name)]
    if not found:
        raise Unclear(Why.NOTHING)
    return only(found)


def _bare(text: str) -> str:
    return ASIDE.sub("", text).replace(" ", "").casefold()


def show_company(value: Any, visit: Visit) -> Say:
    """The company by its name."""
    names = visit.answers.get("names") or {}
    return quote(str(names.get(str(value), ""))) if value != NO_COMPANY else ON_THE_DAY


def show_shared(value: Any, _visit: Visit) -> Say:
    """What the companies may see."""
    chosen = tuple(choice.label for choice in SHARED if choice.value in (value or []))
    return Say("{chosen}", {"chosen": chosen}) if chosen else say("only my number")


def wants_more(key: str) -> Any:
    """Another wish is asked for as long as there are companies and the one before was given."""
    before = WISHES[WISHES.index(key) - 1]

    def applies(answers: Answers) -> bool:
        chosen = answers.get(before)
        return chosen not in {None, NO_COMPANY} and len(answers.get("names") or ()) > WISHES.index(key)

    return applies
