"""Hearing an answer: a label typed, words read, or why neither could be done."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from bot import texts
from bot.assistant.questions import looks_like_question
from bot.conversations.script import Ask, Choice
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.pointing import place_in_list
from bot.korean.unclear import Unclear, Why
from bot.models import How
from bot.say import Say, say

HALVES = {HalfDay.AM: say("in the morning"), HalfDay.PM: say("in the afternoon")}
NOISE = re.compile(r"[^\w가-힣]+")


@dataclass(frozen=True, slots=True)
class Given:
    """An answer and how it was given."""

    value: Any
    words: str
    how: How
    message_id: int | None


def same_words(typed: str, label: Say) -> bool:
    """Whether somebody typed what stands on a button, in any of our languages."""
    return bool(_bare(typed)) and any(_bare(typed) == _bare(form) for form in texts.every_form(label))


def chosen(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice whose label was typed."""
    return next((choice for choice in choices if same_words(typed, choice.label)), None)


def pointed_at(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice that was pointed at by its place in the list: "두 번째요"."""
    place = place_in_list(typed)
    return choices[place] if place is not None and place < len(choices) else None


def meant(typed: str, ask: Ask, choices: Sequence[Choice]) -> Choice | None:
    """The choice whose label or place was typed; where nothing else reads the answer, a part of the label."""
    choice = chosen(typed, choices) or pointed_at(typed, choices)
    if choice or ask.reads or len(_bare(typed)) < 2:
        return choice
    named = [
        each for each in choices if any(_bare(typed) in _bare(form) for form in texts.every_form(each.label))
    ]
    return named[0] if len(named) == 1 else None


def read(ask: Ask, text: str, visit: Visit) -> Any:
    """The value that was typed, or Unclear."""
    if ask.reads is None:
        raise Unclear(Why.NOTHING)
    return ask.reads(text, visit)


def settles(ask: Ask, text: str, visit: Visit) -> bool:
    """Whether these words are a choice of this question's, or its reader reads them."""
    if chosen(text, ask.choices):
        return True
    try:
        read(ask, text, visit)
    except Unclear:
        return False
    return True


def wishes_first(ask: Ask, text: str, visit: Visit, *, works: bool) -> bool:
    """Whether another wish is looked for before an answer. Who works here and is understood has none."""
    if ask.free or not looks_like_question(text):
        return ask.free
    return not (works and settles(ask, text, visit))


def names(typed: str, ask: Ask) -> bool:
    """Whether this question was named, as a line of the summary or as the button that changes it."""
    change = say("Change: {what}", what=ask.called)
    return same_words(typed, ask.called) or same_words(typed, change)


def why_not(unclear: Unclear, ask: Ask, visit: Visit) -> list[Say]:
    """What to say where an answer did not settle the question: the reason without blame, then an example."""
    match unclear.why:
        case Why.SEVERAL if unclear.meanings:
            meanings = tuple(_meaning(meaning, ask, visit) for meaning in unclear.meanings[:3])
            return [say("That could be {meanings}. Please say which one.", meanings=meanings)]
        case Why.CONTRADICTION:
            return [say("The parts of that do not go together, so I would rather ask again."), ask.hint]
        case Why.PAST:
            return [say("That time has already passed."), ask.hint]
        case Why.RANGE:
            return [say("Please name one of them."), ask.hint]
        case _:
            return [say("I did not quite understand that."), ask.hint]


def _meaning(value: Any, ask: Ask, visit: Visit) -> Say:
    """One of several meanings the way people say it: a moment as it is, anything else as on the receipt."""
    if isinstance(value, HalfDay):
        return HALVES[value]
    if isinstance(value, date | time):
        return Say("{meaning}", {"meaning": value})
    label = next((choice.label for choice in ask.choices if choice.value == value), None)
    return label or ask.shows(value, visit)


def _bare(text: str) -> str:
    return NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()
