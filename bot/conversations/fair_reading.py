"""How the answers of a registration are read and written."""

import re
from typing import Any

from bot.conversations.reading import yes_no
from bot.conversations.script import Answers, Choice
from bot.conversations.visit import Visit
from bot.korean.plain import plain
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

NAMED = {
    "name": re.compile(r"이름|성함|실명"),
    "contact": re.compile(r"전화|연락처|핸드폰|휴대폰|폰\s*번호"),
    "career": re.compile(r"경력|연차"),
    "field": re.compile(r"(?:찾는|원하는|희망하는?|하고\s*싶은)\s*일|직종|분야"),
}
ALL_OF_IT = re.compile(r"^(?:네\s*)?(?:전부|모두|다|싹|모든\s*(?:거|것))(?!.*(?:안|싫|말))")
NOT_SHOWN = re.compile(r"빼고|말고|제외|싫|안\s*(?:보|돼|되|할)|가려|숨")
NOTHING_SHOWN = re.compile(
    r"(?:아무\s*것도|아무거도|하나도|전혀).{0,4}(?:안|싫|말|없)|^(?:보여\s*주기\s*)?싫"
)
SHOWING = re.compile(
    r"(?:이름|성함|전화|연락처|번호|경력|회사에|찾는\s*일).{0,8}(?:보이|보여|공개|알려|알릴|숨|가려|빼)"
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


def shared_named(text: str, _visit: Visit) -> list[str]:
    """What companies may see: "이름이랑 전화번호요", "다 보여줘요", "아무것도 안"; raises Unclear."""
    said = plain(text)
    if NOTHING_SHOWN.search(said):
        return []
    found = [value for value, words in NAMED.items() if words.search(said)]
    if found and not NOT_SHOWN.search(said):
        return found
    if ALL_OF_IT.search(said):
        return [choice.value for choice in SHARED]
    raise Unclear(Why.NOTHING)


def registers(text: str, visit: Visit) -> str:
    """A yes, a no, or that something else is to be shown: "이름만 보여줄래요"."""
    return "shared" if SHOWING.search(plain(text)) else yes_no(text, visit)


def wants_more(key: str) -> Any:
    """Another wish is asked for as long as there are companies and the one before was given."""
    before = WISHES[WISHES.index(key) - 1]

    def applies(answers: Answers) -> bool:
        chosen = answers.get(before)
        return chosen not in {None, NO_COMPANY} and len(answers.get("names") or ()) > WISHES.index(key)

    return applies
