"""What every hiring day has, whether it is made or changed in the chat: how it is asked, read and shown."""

import re
from datetime import date
from typing import Any

from bot.center import Hours, Map
from bot.conversations.script import Ask
from bot.conversations.visit import Visit
from bot.korean import moments
from bot.korean.map_places import place_on_map
from bot.korean.unclear import Unclear, Why
from bot.say import Say, quote, say

MOST_THINGS = 8
_CLOCK = r"(오전|오후)?\s*(\d{1,2})(?:\s*시(?:\s*(반|\d{1,2})\s*분?)?|:(\d{2}))?"
HOURS = re.compile(rf"{_CLOCK}\s*(?:부터|에서|[-~])\s*{_CLOCK}\s*(?:까지)?(?:요|예요|이에요|에요)?")
EARLIEST = 8  # no hiring day begins before: "2시부터 5시" is the afternoon
DIGITS = re.compile(r"\D*(\d{1,4})\D*")


def words(text: str, _visit: Visit) -> str:
    """A few words on one line."""
    line = " ".join(text.split())
    if not 2 <= len(line) <= 100:
        raise Unclear(Why.NOTHING)
    return line


def day(text: str, visit: Visit) -> str:
    """A day to come."""
    found = moments.moment(text, visit.today).day
    if found is None:
        raise Unclear(Why.NOTHING)
    if found < visit.today.date():
        raise Unclear(Why.PAST)
    return found.isoformat()


def hours(text: str, _visit: Visit) -> str:
    """From when to when: 14:00-17:00, 오후 2시부터 5시까지, 2시~4시 반."""
    found = HOURS.fullmatch(" ".join(text.split()).replace("–", "-"))
    if found is None:
        raise Unclear(Why.NOTHING)
    begins = _minute(found.groups()[:4], EARLIEST * 60)
    ends = _minute(found.groups()[4:], begins)
    try:
        return str(Hours.model_validate(f"{_clock(begins)}-{_clock(ends)}"))
    except ValueError:
        raise Unclear(Why.CONTRADICTION if begins >= ends else Why.NOTHING) from None


def _minute(parts: tuple[str | None, ...], earliest: int) -> int:
    """Minutes since midnight; without 오전 or 오후, in the afternoon where it would be too early else."""
    half, hour, spoken, written = parts
    minute = 30 if spoken == "반" else int(spoken or written or 0)
    found = int(hour or 0) * 60 + minute
    noon = 12 * 60
    is_late = half == "오후" or (half is None and written is None and found < earliest)
    return found + noon if is_late and found < noon else found


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def count(text: str, _visit: Visit) -> int:
    """How many people."""
    found = DIGITS.fullmatch(text)
    if found is None or not int(found[1]):
        raise Unclear(Why.NOTHING)
    return int(found[1])


def show_day(value: Any, _visit: Visit) -> Say:
    """12월 2일 (수)."""
    return Say("{day}", {"day": date.fromisoformat(str(value))})


def asks(key: str, question: Say, called: Say, hint: Say, reads: Any, **other: Any) -> Ask:
    """A question that is answered in one's own words."""
    return Ask(key, question, called, hint, reads, free=True, **other)


def things(text: str, visit: Visit) -> list[str]:
    """What to bring, one after the other: "이력서, 신분증"."""
    found = [" ".join(each.split()) for each in re.split(r"[,，/·\n]|하고|이랑", text)]
    return [words(each, visit) for each in found if each][:MOST_THINGS]


def show_things(value: Any, _visit: Visit) -> Say:
    """이력서, 신분증."""
    return quote(", ".join(value)) if value else say("nothing in particular")


def on_a_map(text: str, _visit: Visit) -> list[float]:
    """Two numbers of a place in Korea, alone or in a map's link."""
    found = place_on_map(text)
    if found is None:
        raise Unclear(Why.NOTHING)
    return list(found)


def show_map(value: Any, _visit: Visit) -> Say:
    """Whether it can be shown on a map."""
    return say("shown") if value else say("not shown")


def spot(value: Any) -> Map | None:
    """The place as a fair keeps it."""
    return Map(latitude=value[0], longitude=value[1]) if value else None


FRAME = (
    asks("title", say("What is it called?"), say("Title"), say("For example: 미니 채용행사 – 생산"), words),
    asks("day", say("On which day?"), say("Day"), say("For example: 12월 2일."), day, shows=show_day),
    asks("hours", say("From when to when?"), say("Hours"), say("For example: 14:00-17:00."), hours),
    asks("place", say("Where?"), say("Where"), say("For example: 11층 상설채용관."), words),
    asks("capacity", say("For how many people?"), say("Places"), say("A number, like 24."), count),
    asks(
        "bring",
        say("What should people bring?"),
        say("To bring"),
        say("With commas, for example: 이력서, 신분증."),
        things,
        optional=True,
        shows=show_things,
    ),
    asks(
        "map",
        say(
            "Where is it on a map? Please send the place from Telegram (the clip, then “Location”), "
            "or a map link or its two numbers."
        ),
        say("Map"),
        say("For example: 35.1544, 126.9127."),
        on_a_map,
        optional=True,
        shows=show_map,
    ),
)
