"""How the answers of a registration are read and written."""

from typing import Any

from bot.conversations.script import Answers, Choice
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.say import Say, quote, say

WISHES = ("first", "second", "third")
NO_COMPANY = "none"
SHARED = (
    Choice("name", say("My name")),
    Choice("contact", say("My telephone number")),
    Choice("career", say("My years of work")),
    Choice("field", say("The work I look for")),
)


def company_named(text: str, _visit: Visit) -> str:
    """A company by its name; which ones there are is looked up when it is settled."""
    if len(text.strip()) < 2:
        raise Unclear(Why.NOTHING)
    return f"named:{text.strip()}"


def show_company(value: Any, visit: Visit) -> Say:
    """The company by its name."""
    names = visit.answers.get("names") or {}
    return quote(str(names.get(str(value), ""))) if value != NO_COMPANY else say("none")


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
