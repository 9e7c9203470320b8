"""The staff's side: joining with a code, answering an alert, the day's appointments."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.conversations.common_words import FOR_COUNSELORS, FOR_STAFF, MENU
from bot.conversations.deciding_words import call_off_button
from bot.conversations.visit import Visit
from bot.handlers import coming, groups
from bot.models import Appointment, Role, Staff
from bot.notices import line_of
from bot.say import Button, Card, Rows, Say, card, say
from bot.services import bookings, staff
from bot.services.bookings import NotThere
from bot.services.staff import NotInvited, Why

ROLES = {Role.COUNSELOR: say("counselor"), Role.OPERATOR: say("operator"), Role.COMPANY: say("company")}

FIRST = {
    Role.COUNSELOR: Button(say("Today's appointments"), "menu:today"),
    Role.OPERATOR: Button(say("Send an announcement"), "menu:announce"),
    Role.COMPANY: Button(say("Our booth"), "menu:booth"),
}

WHY_NOT = {
    Why.UNKNOWN: say("I do not know that code. Please ask for a new one."),
    Why.USED: say("That code was already used. Please ask for a new one."),
    Why.EXPIRED: say("That code was good for one day and is over. Please ask for a new one."),
}


async def join(visit: Visit, code: str) -> None:
    """A member of the staff comes in with the one-time code."""
    try:
        member = await staff.join(visit.session, code, visit.person.chat_id, visit.now)
    except NotInvited as refused:
        await visit.chat.say(card(WHY_NOT[refused.reason]))
        return
    visit.staff = (*visit.staff, member)
    await visit.chat.say(
        card(
            say("Welcome, {name}. You are here as: {role}.", name=member.name, role=ROLES[member.role]),
            say("Bookings and news reach you in this chat."),
            rows=((FIRST[member.role], MENU),),
        )
    )


async def today(visit: Visit) -> None:
    """The counselor's day: times, services, numbers; no names (official material stays off the messenger)."""
    member = visit.staff_as(Role.COUNSELOR)
    if member is None or member.counselor_id is None:
        await visit.chat.say(FOR_COUNSELORS)
        return
    day = visit.today.date()
    booked = await bookings.day_of(visit.session, member.counselor_id, day)
    if not booked:
        await visit.chat.say(card(say("No appointments today, {day}.", day=day), rows=((MENU,),)))
        return
    lines = [await _line(visit, appointment) for appointment in booked]
    marks = tuple(row for each in booked for row in _taps(each, visit.now))
    await visit.chat.say(Card((say("<b>Today, {day}</b>", day=day), *lines), (*marks, (MENU,))))


def _taps(meeting: Appointment, now: datetime) -> Rows:
    """Under a group session its list, under any other meeting what came of it, or that it is called off."""
    return coming.taps_of(meeting, now) if meeting.places is None else ((groups.list_button(meeting),),)


Decide = Callable[[AsyncSession, Staff, int, datetime], Awaitable[Appointment]]


async def accept(visit: Visit, appointment_id: int, stamp: str, message_id: int) -> None:
    """The counselor takes the appointment."""
    await _decide(visit, appointment_id, stamp, message_id, bookings.accept, say("<b>Accepted</b>"))


async def ask_other_time(visit: Visit, appointment_id: int, stamp: str, message_id: int) -> None:
    """The counselor cannot at that time: the person is asked to choose another."""
    done = say("<b>Asked for another time</b>")
    await _decide(visit, appointment_id, stamp, message_id, bookings.ask_other_time, done)


async def _decide(
    visit: Visit, appointment_id: int, stamp: str, message_id: int, decide: Decide, done: Say
) -> None:
    found = await decided_on(visit, appointment_id, stamp, message_id)
    member = counselor(visit)
    if found is None or member is None:
        return
    appointment = await decide(visit.session, member, appointment_id, visit.now)
    line = await _line(visit, appointment)
    rows = ((call_off_button(appointment),),)  # the alert is the only card of a day to come
    visit.chat.rewrite(card(done, line, rows=rows), message_id=message_id)


async def _line(visit: Visit, appointment: Appointment) -> Say:
    return await line_of(visit.session, visit.center, visit.chat.language, appointment)


def counselor(visit: Visit) -> Staff | None:
    """Who decides here, where it is a counselor of the center."""
    return visit.staff_as(Role.COUNSELOR)


async def decided_on(visit: Visit, appointment_id: int, stamp: str, message_id: int) -> Appointment | None:
    """The appointment that this counselor may decide about now; whoever may not, or too late, is told.

    Nobody else changes it until the turn is over; a colleague's is not even shown.
    """
    member = counselor(visit)
    if member is None:
        await not_yours(visit)
        return None
    try:
        found = await bookings.to_decide(visit.session, member, appointment_id, visit.now)
    except NotThere:
        await not_there(visit, message_id)
        return None
    if str(int(found.starts_at.timestamp())) != stamp:
        await _moved(visit, found, message_id)
        return None
    return found


async def _moved(visit: Visit, appointment: Appointment, message_id: int) -> None:
    visit.chat.take_buttons(message_id=message_id)
    line = await _line(visit, appointment)
    await visit.chat.say(card(say("This booking has another time now. The newer alert decides."), line))


async def not_yours(visit: Visit) -> None:
    """Somebody who is no member of the staff."""
    await visit.chat.say(FOR_STAFF)


async def not_there(visit: Visit, message_id: int) -> None:
    """Nothing can be decided any more, or it is a colleague's."""
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(
        card(say("That appointment was already changed, canceled, or is over."), rows=((MENU,),))
    )
