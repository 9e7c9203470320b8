"""What people are told when the staff arrange something for them, and what they are asked to choose."""

from bot.conversations.booking_words import place
from bot.conversations.common_words import MINE
from bot.conversations.series_words import ordinal_of, time_rows, with_meeting
from bot.models import Cause, Staff
from bot.notices.told import Told
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import bookings

CHOOSES = 4  # times in a message that nobody asked for
WHY_MOVED = {
    Cause.ASKED: say("as you asked"),
    Cause.ABSENCE: say("the counselor is away then"),
    Cause.CLOSURE: say("the center is closed then"),
}


async def booked(told: Told) -> Card:
    """To the person: who booked what, and how to change it."""
    appointment = await told.appointment()
    first = say(
        "{staff} has booked this for you: <b>{when}</b>", staff=await _staff(told), when=appointment.starts_at
    )
    return await _arranged(told, first)


async def postponed(told: Told) -> Card:
    """To the person: the new time, and why."""
    appointment = await told.appointment()
    first = say(
        "{staff} has moved your appointment to: <b>{when}</b>\nWhy: {why}",
        staff=await _staff(told),
        when=appointment.starts_at,
        why=WHY_MOVED.get(appointment.changed_why, WHY_MOVED[Cause.ASKED]),
    )
    return await _arranged(told, first)


async def _staff(told: Told) -> Say:
    """Who did it, by the name the center calls them."""
    return quote((await told.session.get_one(Staff, int(told.row.body["by"]))).name)


async def _arranged(told: Told, first: Say) -> Card:
    appointment = await told.appointment()
    return card(
        with_meeting(first, await bookings.series_of(told.session, appointment), appointment),
        say(
            "{service}\n{place}\nCounselor: {counselor}\nBooking number: {number}",
            service=quote(told.service(appointment.service)),
            place=place(told.center, appointment),
            counselor=await told.counselor(appointment),
            number=appointment.number,
        ),
        say("If it does not suit you, you can change or cancel it here."),
        rows=(
            (
                Button(say("Change the time"), f"appt:move:{appointment.id}"),
                Button(say("Cancel"), f"appt:cancel:{appointment.id}"),
            ),
            (Button(say("Save to my calendar"), f"appt:save:{appointment.id}"),),
            (MINE,),
        ),
    )


async def next_meeting(told: Told) -> Card:
    """To the person: when would they like to come next?"""
    following = await bookings.next_of(told.session, int(told.row.body["series"]))
    assert following is not None  # the notice is still true
    found = await bookings.times_for(told.session, told.center, following, told.now)
    kind = f"series:at:{following.series.id}"
    rows: Rows = (
        *time_rows(found[:CHOOSES], following.after.way, kind),
        (Button(say("Another time"), f"series:more:{following.series.id}"),),
        (Button(say("I would like to stop here"), f"series:stop:{following.series.id}"),),
    )
    return card(
        say("When would you like the next meeting?"),
        Say(
            "{service}\n{meeting}",
            {
                "service": quote(told.service(following.series.service)),
                "meeting": ordinal_of(following.series, following.ordinal),
            },
        ),
        rows=rows,
    )
