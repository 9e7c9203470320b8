"""Whom an announcement is for, in a line that people read before it goes out."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.conversations.intake_words import DISTRICTS, FIELDS
from bot.conversations.script import Choice
from bot.korean.age_bands import OLDEST
from bot.korean.birth_years import YOUNGEST
from bot.say import Say, quote, say
from bot.services.announcements import fair_named

EVERYBODY = say("Everyone who asked for it")


async def whom(session: AsyncSession, center: Center, audience: Mapping[str, Any]) -> Say:
    """The audience as an announcement keeps it, with the hiring days by their names."""
    keys = {each["fair"] for each in (audience, audience.get("without", {})) if "fair" in each}
    found = {key: await fair_named(session, key) for key in keys}
    return audience_said(audience, center, {key: fair.title for key, fair in found.items() if fair})


def audience_said(audience: Mapping[str, Any], center: Center, fairs: Mapping[str, str] | None = None) -> Say:
    """The same of wishes that are at hand; `fairs` are titles by key."""
    parts = tuple(_parts(audience, center, fairs or {})) or (EVERYBODY,)
    without = tuple(_parts(audience.get("without", {}), center, fairs or {}))
    if without:
        return say("{whom} (without: {without})", whom=parts, without=without)
    return Say("{whom}", {"whom": parts})


def ages_said(low: int, high: int) -> Say:
    """An age band; what is open at one end says so."""
    if high >= OLDEST:
        return say("{low} years or older", low=low)
    if low <= YOUNGEST:
        return say("up to {high} years", high=high)
    return say("{low} to {high} years", low=low, high=high)


def program_said(program_id: str, center: Center) -> Say:
    """The program's name."""
    return quote(next((each.name for each in center.programs if each.id == program_id), program_id))


def _parts(audience: Mapping[str, Any], center: Center, fairs: Mapping[str, str]) -> Iterator[Say]:
    for wish, value in audience.items():
        if wish == "ages":
            yield ages_said(*value)
        elif wish == "program":
            yield say("may fit: {program}", program=program_said(value, center))
        elif wish == "fair":
            yield say("registered: {fair}", fair=quote(fairs.get(value, value)))
        elif words := WORDS.get(wish):
            yield words(value)


def _label(choices: tuple[Choice, ...], value: str) -> Say:
    return next((choice.label for choice in choices if choice.value == value), quote(value))


WORDS: Mapping[str, Callable[[Any], Say]] = {
    "district": lambda value: _label(DISTRICTS, value),
    "field": lambda value: say("wants this work: {field}", field=_label(FIELDS, value)),
    "language": lambda _value: say("reads English here"),
    "got": lambda value: say("has got announcement {number}", number=value),
    "not_got": lambda value: say("has not got announcement {number}", number=value),
}
