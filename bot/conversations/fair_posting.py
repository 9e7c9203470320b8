"""What a company posts of a position, as an operator writes it: its conditions, its number on 고용24."""

import re
from typing import Any

from bot.center import not_to_be_asked
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.say import Say, quote, say

MOST = 6
WORK24 = re.compile(r"[A-Z0-9]{6,32}")
CAREER = re.compile(r"경력\s*(\d{1,2})\s*(년|개월)\s*(?:이상|부터)?")


def posted_conditions(text: str, _visit: Visit) -> list[dict[str, Any]]:
    """One by one; years of work can be compared with what somebody told, other words only shown."""
    found = [" ".join(each.split()) for each in re.split(r"[,，/\n]", text)]
    said = [each for each in found if 2 <= len(each) <= 100][:MOST]
    if not said:
        raise Unclear(Why.NOTHING)
    return [_condition(each) for each in said]


def _condition(words: str) -> dict[str, Any]:
    career = CAREER.search(words)
    if career is None:
        return {"text": words}
    months = int(career[1]) * (12 if career[2] == "년" else 1)
    return {"text": words, "field": "career_months", "op": "gte", "value": months}


def unlawful(conditions: list[dict[str, Any]]) -> str | None:
    """The first condition that nobody may post (고령자고용법 4-4, 남녀고용평등법 7, 채용절차법 4-3)."""
    return next((each["text"] for each in conditions if not_to_be_asked(each["text"])), None)


def show_conditions(value: Any, _visit: Visit) -> Say:
    """경력 1년 이상, 지게차 자격증."""
    return quote(", ".join(each["text"] for each in value)) if value else say("none posted")


def work24_number(text: str, _visit: Visit) -> str:
    """The number of the offer there."""
    found = text.replace(" ", "").replace("-", "").upper()
    if not WORK24.fullmatch(found):
        raise Unclear(Why.NOTHING)
    return found


def show_work24(value: Any, _visit: Visit) -> Say:
    """The number, or that there is none."""
    return quote(str(value)) if value else say("without")
