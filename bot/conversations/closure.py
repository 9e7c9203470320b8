"""A day on which the center is closed, or open, against the calendar: entered by an operator."""

from datetime import date, time
from typing import Any

from bot.center import Closure, Hours
from bot.conversations.absence_words import special_line
from bot.conversations.entering import SURE, entered, sure_or_again
from bot.conversations.leave import when as when_away
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.models import Role
from bot.say import Say, quote, say
from bot.services import absences
from bot.services.absences import NotSpecial, Special

LONGEST = 30  # characters of a name


def when(text: str, visit: Visit) -> dict[str, Any]:
    """One day, and perhaps a part of it."""
    found = when_away(text, visit)
    if found["weekday"] is not None or found["first_day"] != found["last_day"]:
        raise Unclear(Why.RANGE)
    return {"day": found["first_day"], "starts": found["starts"], "ends": found["ends"]}


def name(text: str, _visit: Visit) -> str:
    """What people will read."""
    words = " ".join(text.split())
    if not 1 <= len(words) <= LONGEST:
        raise Unclear(Why.NOTHING)
    return words


def special_of(answers: Any) -> Special:
    """The day as the services take it; an open day has the hours of a Monday where it is a weekend."""
    at = answers["when"]
    closed = answers["closed"] == "closed"
    day = date.fromisoformat(at["day"])
    starts, ends = (time.fromisoformat(at[key]) if at[key] and closed else None for key in ("starts", "ends"))
    like = None if closed or day.weekday() < 5 else 0
    return Special(day, str(answers["name"]), closed, starts, ends, like)


CLOSURE = Script(
    "closure",
    say("Special day"),
    (
        Ask(
            "when",
            say("Which day? You may add a part of it, like “December 24, afternoon”."),
            say("Day"),
            say("For example: 12월 24일, 5월 3일 오후, 다음 주 월요일 오후 3시부터."),
            when,
            shows=lambda value, _visit: Say("{day}", {"day": date.fromisoformat(value["day"])}),
        ),
        Ask(
            "closed",
            say("Is the center closed then, or open although the calendar says otherwise?"),
            say("The center that day"),
            say("Please press one of the buttons."),
            None,
            (Choice("closed", say("Closed")), Choice("open", say("Open"))),
        ),
        Ask(
            "name",
            say("What is this day called? People read it."),
            say("Name"),
            say("At most 30 characters, for example: 임시공휴일."),
            name,
            (
                Choice("임시공휴일", quote("임시공휴일")),
                Choice("센터 휴무", quote("센터 휴무")),
                Choice("특별 운영", quote("특별 운영")),
            ),
            free=True,
        ),
        SURE,
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
    can_wait=False,
)
CLOSURE.settles("sure")(sure_or_again)


@CLOSURE.tells("sure")
async def what_it_concerns(visit: Visit) -> Say:
    """The day as it was understood, and how many appointments it touches."""
    special = special_of(visit.answers)
    line = special_line(special)
    if not special.closed:
        return say("<b>{day}</b>\nThe times of that day can be booked from now on.", day=line)
    hours = Hours.model_validate({"starts": special.starts, "ends": special.ends}) if special.starts else None
    closed = Closure(date=special.day, name=special.name, hours=hours)
    center = visit.center.model_copy(update={"special_days": (closed, *visit.center.special_days)})
    scope = absences.scope_of_day(special.day)
    found = await absences.affected(visit.session, center, scope, visit.now)
    many = absences.people_in(found)
    if not many:
        return say("<b>{day}</b>\nIt touches no appointment.", day=line)
    return say(
        "<b>{day}</b>\nIt touches {many} appointments. Each person gets a message at once and can choose "
        "another time or a call.",
        day=line,
        many=many,
    )


@CLOSURE.ends
async def declare(visit: Visit) -> Ending:
    """The day is like this from now on."""
    member = visit.staff_as(Role.OPERATOR)
    assert member
    special = special_of(visit.answers)
    try:
        day, told = await absences.declare(visit.session, visit.center, member, special, visit.now)
    except NotSpecial as over:
        raise AskAgain("when", say("That day has already passed.")) from over
    return entered(say("Entered: {day}", day=special_line(special)), told, f"away:undo_day:{day.id}")
