"""Planning a group session in the chat: when, in which room, with how many seats."""

from datetime import UTC, datetime, time
from typing import Any

from bot.clock import SEOUL
from bot.conversations.booking_reading import show_service, show_time
from bot.conversations.common_words import FOR_COUNSELORS, MENU
from bot.conversations.fair_frame import count
from bot.conversations.group_words import DESK, seats_left, session_line
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean import moments
from bot.korean.unclear import Unclear, Why
from bot.models import Role
from bot.rules.booking import NotBookable, Refusal
from bot.say import Say, card, quote, say
from bot.services import groups
from bot.services.groups import Plan

WHY_NOT = {
    Refusal.PAST: say("That time has already passed."),
    Refusal.CLOSED: say("Nobody who leads group sessions works all that time. Please choose another."),
    Refusal.TAKEN: say("The counselor or the room has something else then. Please choose another time."),
}


def when(text: str, visit: Visit) -> str:
    """A day and an hour."""
    found = moments.moment(text, visit.today)
    if found.day is None or not isinstance(found.at, time):
        raise Unclear(Why.NOTHING)
    return datetime.combine(found.day, found.at, SEOUL).astimezone(UTC).isoformat()


def show_room(value: Any, visit: Visit) -> Say:
    """The room as the center calls it."""
    return quote(next((room.name for room in visit.center.rooms if room.key == value), str(value)))


PLANNING = Script(
    "group_plan",
    say("A new group session"),
    (
        Ask(
            "service",
            say("Which group counseling?"),
            say("Counseling"),
            say("Please press one of the buttons."),
            shows=show_service,
            wide=True,
        ),
        Ask(
            "when",
            say("On which day, at which hour?"),
            say("Begins"),
            say("For example: 12월 3일 오후 2시."),
            when,
            shows=show_time,
        ),
        Ask(
            "room",
            say("In which room?"),
            say("Room"),
            say("Please press one of the buttons."),
            shows=show_room,
            wide=True,
        ),
        Ask("places", say("How many seats?"), say("Seats"), say("For example: 12."), count),
        Ask(
            "sure",
            say("Shall I plan it? Then people can take seats."),
            say("Session"),
            say("Please say yes or no."),
            yes_no,
            (Choice("yes", say("Yes, plan it")), Choice("no", say("No"))),
        ),
    ),
    needs_consent=False,
    for_staff=True,
)


@PLANNING.begins
async def staff_only(visit: Visit) -> dict[str, Any]:
    """Counselors only; what there is one of is not asked."""
    kinds = [kind.key for kind in visit.center.services if kind.is_group]
    if visit.staff_as(Role.COUNSELOR) is None or not kinds:
        raise Stop(FOR_COUNSELORS)
    return {"service": kinds[0], **_only_room(visit, kinds[0])} if len(kinds) == 1 else {}


def _only_room(visit: Visit, service: str) -> dict[str, Any]:
    rooms = visit.center.service(service).rooms
    return {"room": rooms[0]} if len(rooms) == 1 else {}


@PLANNING.offers("service")
async def kinds_of_groups(visit: Visit) -> list[Choice]:
    """What the center has in groups."""
    return [
        Choice(kind.key, show_service(kind.key, visit)) for kind in visit.center.services if kind.is_group
    ]


@PLANNING.settles("service")
async def kind_of_group(visit: Visit, value: str) -> dict[str, Any]:
    """The service, and its room where it has one."""
    return {"service": value, **_only_room(visit, value)}


@PLANNING.offers("room")
async def rooms(visit: Visit) -> list[Choice]:
    """The service's rooms, or all that hold more than two."""
    own = visit.center.service(visit.answers["service"]).rooms
    return [
        Choice(room.key, quote(room.name))
        for room in visit.center.rooms
        if room.key in own or (not own and room.places > 2)
    ]


@PLANNING.offers("places")
async def usual_places(visit: Visit) -> list[Choice]:
    """As many as the center thinks right; others are typed."""
    places = visit.center.service(visit.answers["service"]).places
    return [Choice(str(places), Say("{places}", {"places": places}))]


@PLANNING.settles("places")
async def places_in_room(visit: Visit, value: int | str) -> dict[str, Any]:
    """No more than the room has."""
    most = next((room.places for room in visit.center.rooms if room.key == visit.answers.get("room")), None)
    if most is not None and int(value) > most:
        raise AskAgain("places", say("The room has {most} places.", most=most))
    return {"places": int(value)}


@PLANNING.settles("sure")
async def planned_or_not(_visit: Visit, value: str) -> dict[str, Any]:
    """No is a full answer."""
    if value != "yes":
        raise Stop(card(say("Nothing was planned."), rows=((DESK, MENU),)))
    return {"sure": value}


@PLANNING.ends
async def make(visit: Visit) -> Ending:
    """It is planned, and its seats can be taken."""
    answers, member = visit.answers, visit.staff_as(Role.COUNSELOR)
    assert member is not None
    starts_at = datetime.fromisoformat(str(answers["when"]))
    wanted = Plan(str(answers["service"]), starts_at, answers.get("room"), int(answers["places"]))
    try:
        row = await groups.plan(visit.session, visit.center, member, wanted, visit.now)
    except NotBookable as refused:
        raise AskAgain("when", WHY_NOT[refused.reason], only=True) from refused
    group = await groups.session_of(visit.session, row.id or 0, visit.now)
    assert group is not None
    first = say("It is planned. People can take seats now: {seats}.", seats=seats_left(group.left))
    return Ending(card(first, session_line(visit, group), rows=((DESK, MENU),)))
