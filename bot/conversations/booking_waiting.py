"""The branch of a booking in which no time suits: for which days to wait, and with whom."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from bot.conversations import notebook
from bot.conversations.booking_reading import moment, show_day
from bot.conversations.script import Answers, Ask, AskAgain, Choice, Ending
from bot.conversations.visit import Visit
from bot.conversations.waiting_words import HALVES, REGRETS, joined_card, when
from bot.korean.awaiting import days_wished, wants_to_wait
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.korean.unclear import Unclear, Why
from bot.models import Half, Way
from bot.rules.calendar import NOON
from bot.rules.waiting import HalfDay as HalfOfDay
from bot.rules.waiting import begin_of, still_ahead
from bot.say import Say, quote, say
from bot.services import bookings, waitlist
from bot.services.bookings import Search
from bot.services.waitlist import NotOffered, Wish

WAIT = "wait"
INSTEAD = "instead"
WAIT_CHOICE = Choice(WAIT, say("Tell me when a time is free"))
ANY = "any"


def waits(answers: Answers) -> bool:
    """They wait instead of choosing a time."""
    return bool(answers.get(WAIT))


def looks(answers: Answers) -> bool:
    """They look for a time."""
    return not waits(answers)


def instead() -> dict[str, Any]:
    """From looking for a time on to waiting for one."""
    return {WAIT: INSTEAD}


def look_again(visit: Visit) -> None:
    """Whoever has gone back from there looks for a time again; whoever came to wait does not."""
    if visit.answers.get(WAIT) == INSTEAD:
        notebook.forget(visit, [WAIT])


def half_is_open(answers: Answers) -> bool:
    """A day was chosen without a word about its halves."""
    return waits(answers) and any("." not in str(each) for each in answers.get("wait_days") or ())


def moment_or_wait(text: str, visit: Visit) -> Moment | str:
    """A day, an hour, both; or the wish to wait for one."""
    return WAIT if wants_to_wait(text) else moment(text, visit)


def wished(text: str, visit: Visit) -> tuple[str, ...]:
    """Several days, each with a half where one was said."""
    found = days_wished(text, visit.today)
    if not found or any(each.day is None for each in found):
        raise Unclear(Why.NOTHING)
    return tuple(_written(each) for each in found)


def _written(said: Moment) -> str:
    assert said.day is not None
    if said.at is None:
        return said.day.isoformat()
    early = said.at < NOON if isinstance(said.at, time) else said.at is HalfDay.AM
    return f"{said.day.isoformat()}.{Half.AM if early else Half.PM}"


def show_wished(value: Any, visit: Visit) -> Say:
    """The days one after the other, with the halves that were said."""
    return Say("{days}", {"days": tuple(_show(str(each), visit) for each in value)})


def _show(written: str, visit: Visit) -> Say:
    day, _, half = written.partition(".")
    if not half:
        return show_day(day, visit)
    return Say("{day} {half}", {"day": date.fromisoformat(day), "half": HALVES[Half(half)]})


WAIT_ASKS = (
    Ask(
        "wait_who",
        say("Shall it be this counselor only?"),
        say("Waiting for"),
        say("Please press one of the buttons."),
        only_if=lambda answers: waits(answers) and bool(answers.get("only")),
        wide=True,
    ),
    Ask(
        "wait_days",
        say("On which days could you come? Choose as many as you like, or write them: “Tuesday morning”."),
        say("Days"),
        say("For example: 다음 주 화요일 오전, 목요일."),
        wished,
        many=True,
        shows=show_wished,
        only_if=waits,
    ),
    Ask(
        "wait_half",
        say("Which half of the day?"),
        say("Half of the day"),
        say("Please press one of the buttons."),
        choices=(
            Choice(Half.AM, say("in the morning")),
            Choice(Half.PM, say("in the afternoon")),
            Choice(ANY, say("Either")),
        ),
        only_if=half_is_open,
    ),
)


async def whom(visit: Visit) -> list[Choice]:
    """The counselor who was chosen before, or anybody."""
    return [
        Choice("only", say("Only {counselor}", counselor=quote(str(visit.answers.get("with", ""))))),
        Choice(ANY, say("Anybody")),
    ]


async def days(visit: Visit) -> list[Choice]:
    """The days of the window on which this service is given, whether or not a time is free."""
    answers = visit.answers
    only = int(answers["only"]) if answers.get("wait_who") == "only" else None
    given = await bookings.days_given(visit.session, visit.center, str(answers["service"]), only, visit.now)
    return [Choice(day.isoformat(), show_day(day.isoformat(), visit)) for day in given]


async def settle_days(visit: Visit, value: Sequence[str]) -> dict[str, Any]:
    """At least one day that can come."""
    if not value:
        raise AskAgain("wait_days", say("Please choose at least one day."))
    if not [each for each in halves_of(value, ANY) if still_ahead(each, visit.now)]:
        raise AskAgain("wait_days", REGRETS[waitlist.Why.PAST])
    if half_is_open({WAIT: "yes", "wait_days": value}):
        return {"wait_days": list(value)}
    return await _not_free_now(visit, halves_of(value, ANY))


async def settle_half(visit: Visit, value: str) -> dict[str, Any]:
    """The half of those days that were named without one."""
    fills = await _not_free_now(visit, halves_of(visit.answers["wait_days"], value))
    return {**fills, "wait_half": value}


async def _not_free_now(visit: Visit, halves: list[HalfOfDay]) -> dict[str, Any]:
    """Nobody waits for what is free: if nothing else was wished for, the free times are shown."""
    answers = visit.answers
    kind = visit.center.service(answers["service"])
    only = int(answers["only"]) if answers.get("wait_who") == "only" else None
    search = Search(visit.center, kind.key, Way(answers.get("way") or kind.ways[0]), counselor_id=only)
    free = await bookings.free_halves(visit.session, search, halves, visit.now)
    taken = [each for each in halves if each not in free]
    if free:
        visit.leads.append(
            say("There are free times already: {days}. You can book them at once.", days=when(free))
        )
    if not taken:
        return {WAIT: None, "how": "typed", "since": f"later:{int(begin_of(free[0]).timestamp())}"}
    return {"wait_days": [f"{day.isoformat()}.{half}" for day, half in taken]}


def halves_of(written: Iterable[str], half: str) -> list[HalfOfDay]:
    """The halves of days that are meant: those that were said, and `half` of the others."""
    others = list(Half) if half == ANY else [Half(half)]
    parts = (each.partition(".") for each in written)
    return [
        (date.fromisoformat(day), each)
        for day, _, said in parts
        for each in ([Half(said)] if said else others)
    ]


async def join(visit: Visit) -> Ending:
    """A place on the list, and what happens next."""
    answers = visit.answers
    halves = halves_of(answers["wait_days"], str(answers.get("wait_half") or ANY))
    only = int(answers["only"]) if answers.get("wait_who") == "only" else None
    way = Way(answers["way"]) if answers.get("way") else None
    wish = Wish(str(answers["service"]), halves, only, way)
    try:
        waiting = await waitlist.join(visit.session, visit.person, wish, visit.now)
    except NotOffered as refused:
        raise AskAgain("wait_days", REGRETS[refused.reason]) from refused
    places = await waitlist.my_places(visit.session, visit.person, visit.now)
    place = next(each for each in places if each.waiting.id == waiting.id)
    leads, visit.leads = tuple(visit.leads), []
    return Ending(joined_card(visit, place, leads))
