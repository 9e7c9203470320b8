"""What is said about group sessions, wherever it is said."""

from bot.conversations.common_words import BOOK, MENU, MINE
from bot.conversations.visit import Visit
from bot.models import Appointment
from bot.rules.booking import Refusal
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services.groups import GroupSession

GROUPS = Button(say("Group sessions to come"), "menu:group")
DESK = Button(say("Group sessions"), "menu:groups")

REGRETS = {
    Refusal.TAKEN: say("I am sorry, the last seat has just gone. I can tell you when one is free."),
    Refusal.TOO_SOON: say("It begins very soon, so please call the center if you would like to come."),
    Refusal.PAST: say("That session has already begun."),
    Refusal.CLOSED: say("That session does not take place any more."),
    Refusal.HAS_ONE: say("You already have an appointment then. Please look at your appointments."),
    Refusal.ENOUGH: say("You have as many appointments ahead as one person can have."),
    Refusal.DAY_FULL: say("You have as many appointments that day as one person can have."),
}


def seats_left(left: int) -> Say:
    """자리 3개 남았어요."""
    if left < 1:
        return say("all seats taken")
    return say("{left} seats left", left=left) if left > 1 else say("one seat left")


def room_name(visit: Visit, row: Appointment) -> Say:
    """Where it takes place, as the center calls it."""
    named = next((room.name for room in visit.center.rooms if room.key == row.room), None)
    return quote(named or visit.center.short_name)


def session_line(visit: Visit, group: GroupSession) -> Say:
    """When, how long, where, with whom, how many seats are free."""
    kind = visit.center.service(group.row.service)
    return say(
        "<b>{when}</b>\n{service}, {minutes} minutes\n{place}, {counselor}\n{seats}",
        when=group.row.starts_at,
        service=quote(kind.name if visit.chat.language == "ko" else kind.english_name),
        minutes=kind.minutes,
        place=room_name(visit, group.row),
        counselor=quote(group.counselor_name),
        seats=seats_left(group.left),
    )


def none_planned(visit: Visit) -> Card:
    """Nothing to come."""
    return card(
        say("No group session is planned at the moment. {phone}", phone=visit.center.phone),
        rows=((BOOK, MENU),),
    )


def to_groups() -> Card:
    """From a booking to the sessions: they have their own days."""
    return card(
        say("In group counseling people meet on set days. Here is what is planned."),
        rows=((GROUPS,), (MENU,)),
    )


def of_a_seat(appointment: Appointment) -> Rows:
    """What can be done with a seat instead of moving it."""
    return (
        (GROUPS,),
        (Button(say("Cancel"), f"appt:cancel:{appointment.id}"), MINE),
    )
