"""Joining a group session: which one, a yes to its words; or a place on the list where it is full."""

from datetime import datetime
from typing import Any

from bot.conversations.booking_words import place
from bot.conversations.cards import block
from bot.conversations.common_words import MENU, MINE
from bot.conversations.group_words import REGRETS, none_planned, seats_left, session_line
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.conversations.waiting_words import joined_card
from bot.models import Appointment
from bot.rules.booking import NotBookable, Refusal
from bot.rules.waiting import half_of
from bot.say import Button, Card, Say, card, quote, say
from bot.services import groups, waitlist
from bot.services.groups import GroupSession
from bot.services.waitlist import Wish

SHOWN = 6


def _sure_words(visit: Visit) -> Say:
    if visit.answers.get("full"):
        return say("Shall I tell you when a seat is free?")
    words = visit.answers.get("accept")
    if words:
        return say("{words}\nShall I book the seat?", words=quote(str(words)))
    return say("Shall I book the seat?")


JOINING = Script(
    "group",
    say("A group session"),
    (
        Ask(
            "session",
            say("Which session would you like to join?"),
            say("Session"),
            say("Please press one of the buttons."),
            shows=lambda _value, visit: Say(
                "{when}", {"when": datetime.fromisoformat(str(visit.answers["when"]))}
            ),
            wide=True,
        ),
        Ask(
            "sure",
            _sure_words,
            say("Seat"),
            say("Please say yes or no."),
            yes_no,
            (Choice("yes", say("Yes, please")), Choice("other", say("Another session"))),
        ),
    ),
    counts=False,
)


@JOINING.offers("session")
async def sessions(visit: Visit) -> list[Choice]:
    """The sessions to come, each with its seats."""
    found = await groups.coming(visit.session, visit.now)
    if not found:
        raise Stop(none_planned(visit))
    return [Choice(str(each.row.id), _choice(each)) for each in found[:SHOWN]]


def _choice(group: GroupSession) -> Say:
    return Say("{when}, {seats}", {"when": group.row.starts_at, "seats": seats_left(group.left)})


@JOINING.settles("session")
async def chosen(visit: Visit, value: str) -> dict[str, Any]:
    """The session with its particulars; a full one leads to the list."""
    return await known(visit, int(value))


async def known(visit: Visit, session_id: int) -> dict[str, Any]:
    """What the dialogue knows of a session that was chosen."""
    group = await groups.session_of(visit.session, session_id, visit.now)
    if group is None:
        raise AskAgain("session", REGRETS[Refusal.CLOSED])
    visit.leads.append(session_line(visit, group))
    kind = visit.center.service(group.row.service)
    return {
        "session": str(session_id),
        "when": group.row.starts_at.isoformat(),
        "full": group.left < 1,
        "accept": kind.accept,
    }


@JOINING.settles("sure")
async def sure_or_other(_visit: Visit, value: str) -> dict[str, Any]:
    """Another one leads back to the sessions."""
    if value != "yes":
        raise AskAgain("session", say("Let us look at the others."))
    return {"sure": value}


@JOINING.ends
async def join(visit: Visit) -> Ending:
    """A seat, or a place on the list."""
    session_id = int(visit.answers["session"])
    if visit.answers.get("full"):
        return await _wait(visit, session_id)
    try:
        seat = await groups.take(visit.session, visit.center, visit.person, session_id, visit.now)
    except NotBookable as refused:
        if refused.reason in {Refusal.HAS_ONE, Refusal.ENOUGH, Refusal.DAY_FULL, Refusal.TOO_SOON}:
            raise Stop(card(REGRETS[refused.reason], rows=((MINE, MENU),))) from refused
        raise AskAgain("session", REGRETS[refused.reason]) from refused
    return Ending(seat_card(visit, seat))


async def _wait(visit: Visit, session_id: int) -> Ending:
    group = await groups.session_of(visit.session, session_id, visit.now)
    if group is None:
        raise AskAgain("session", REGRETS[Refusal.CLOSED])
    wish = Wish(group.row.service, [half_of(group.row.starts_at)])
    waiting = await waitlist.join(visit.session, visit.person, wish, visit.now)
    places = await waitlist.my_places(visit.session, visit.person, visit.now)
    own = next(each for each in places if each.waiting.id == waiting.id)
    return Ending(joined_card(visit, own, ()))


def seat_card(visit: Visit, seat: Appointment) -> Card:
    """When and where, under which number, what happens next."""
    kind = visit.center.service(seat.service)
    room = next((each.name for each in visit.center.rooms if each.key == seat.room), "")
    bring = (quote(kind.bring),) if kind.bring else ()
    return card(
        say("Your seat is booked: <b>{when}</b>", when=seat.starts_at),
        say(
            "{service}\n{place}\n{room}\nBooking number: {number}",
            service=quote(kind.name if visit.chat.language == "ko" else kind.english_name),
            place=place(visit.center, seat),
            room=quote(room),
            number=seat.number,
        ),
        block((say("I will remind you. If you cannot come, please say so: others wait for a seat."), *bring)),
        rows=((Button(say("Save to my calendar"), f"appt:save:{seat.id}"),), (MINE, MENU)),
    )
