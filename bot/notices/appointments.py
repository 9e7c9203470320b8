"""What counselors and job seekers are told about appointments."""

from bot.notices.told import Told, counselor_line, stamp
from bot.say import Button, Card, Say, card, quote, say

MINE = Button(say("My appointments"), "menu:mine")


async def requested(told: Told) -> Card:
    """To the counselor: somebody booked."""
    return await _to_decide(told, say("<b>New booking</b>"))


async def changed(told: Told) -> Card:
    """To the counselor: another time was chosen."""
    return await _to_decide(told, say("<b>A booking has moved</b>"))


async def _to_decide(told: Told, first: Say) -> Card:
    appointment = await told.appointment()
    accept = Button(say("Accept"), f"appt:accept:{stamp(appointment)}")
    other = Button(say("Ask for another time"), f"appt:other:{stamp(appointment)}")
    return card(first, counselor_line(told.center, told.language, appointment), rows=((accept,), (other,)))


async def canceled(told: Told) -> Card:
    """To the counselor: a time is free again."""
    return card(
        say("<b>A booking was canceled</b>"),
        counselor_line(told.center, told.language, await told.appointment()),
    )


async def accepted(told: Told) -> Card:
    """To the person: the counselor expects them."""
    appointment = await told.appointment()
    return card(
        say("The counselor has confirmed your appointment: <b>{when}</b>", when=appointment.starts_at),
        say(
            "Counselor: {counselor}\nBooking number: {number}",
            counselor=await told.counselor(appointment),
            number=appointment.number,
        ),
        rows=((MINE,),),
    )


async def other_time(told: Told) -> Card:
    """To the person: the counselor cannot at that time."""
    appointment = await told.appointment()
    return card(
        say(
            "I am sorry: the counselor cannot meet you on <b>{when}</b> and asks for another time.",
            when=appointment.starts_at,
        ),
        say("Would you choose one? Your booking is not lost until then."),
        rows=(
            (Button(say("Choose another time"), f"appt:move:{appointment.id}"),),
            (Button(say("Cancel"), f"appt:cancel:{appointment.id}"),),
        ),
    )


async def canceled_by_center(told: Told) -> Card:
    """To the person: the center had to cancel."""
    appointment = await told.appointment()
    return card(
        say(
            "I am very sorry: the center had to cancel your appointment on <b>{when}</b>.",
            when=appointment.starts_at,
        ),
        say("Please choose another time, or call {phone}.", phone=told.center.phone),
        rows=((Button(say("Book counseling"), "menu:book"),),),
    )


async def day_before(told: Told) -> Card:
    """The evening before."""
    return await _reminder(told, say("Tomorrow is your appointment."))


async def two_hours(told: Told) -> Card:
    """Two hours before."""
    return await _reminder(told, say("Your appointment is soon."))


async def _reminder(told: Told, first: Say) -> Card:
    appointment = await told.appointment()
    return card(
        first,
        say(
            "<b>{when}</b>\n{place}\nCounselor: {counselor}\nBooking number: {number}",
            when=appointment.starts_at,
            place=quote(f"{told.center.name}, {told.center.address}"),
            counselor=await told.counselor(appointment),
            number=appointment.number,
        ),
        say("Please bring your ID card. If you cannot come, a tap changes it."),
        rows=(
            (
                Button(say("Change the time"), f"appt:move:{appointment.id}"),
                Button(say("Cancel"), f"appt:cancel:{appointment.id}"),
            ),
        ),
    )
