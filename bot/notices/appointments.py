"""What counselors and job seekers are told about appointments."""

from datetime import datetime

from bot.clock import SEOUL
from bot.conversations.booking_words import place
from bot.conversations.common_words import BOOK, MINE, PERSON
from bot.conversations.deciding_words import decisions
from bot.models import Appointment, CallWhy, Way
from bot.notices import deciding
from bot.notices.new_times import TWO, may_choose, row_of
from bot.notices.told import Told, counselor_line, stamp
from bot.say import Button, Card, Rows, Say, card, say
from bot.services import calls
from bot.services.bookings import Search, openings


async def requested(told: Told) -> Card:
    """To the counselor: somebody booked."""
    return await _to_decide(told, say("<b>New booking</b>"))


async def changed(told: Told) -> Card:
    """To the counselor: another time was chosen."""
    return await _to_decide(told, say("<b>A booking has moved</b>"))


async def _to_decide(told: Told, first: Say) -> Card:
    appointment = await told.appointment()
    return card(first, await told.line(), rows=decisions(appointment))


async def canceled(told: Told) -> Card:
    """To the counselor: a time is free again."""
    appointment = await told.appointment()
    had = datetime.fromisoformat(told.row.body["starts_at"])  # it may have moved, to a colleague
    return card(
        say("<b>A booking was canceled</b>"),
        counselor_line(told.center, told.language, appointment, had),
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


async def late(told: Told) -> Card:
    """To the counselor: the person comes, but late."""
    return card(
        say("<b>Somebody will be a little late</b>"),
        await told.line(),
    )


async def no_show(told: Told) -> Card:
    """To the person who did not come: no blame, two new times, and whether somebody will call."""
    appointment = await told.appointment()
    rows: Rows = ((BOOK, PERSON),)
    if appointment.session_id is not None:
        rows = ((Button(say("Group sessions to come"), "menu:group"),), *rows)
    elif await may_choose(told, appointment):
        search = Search(told.center, appointment.service, appointment.way)
        found = await openings(told.session, search, told.now, told.now)
        rows = (*(row_of(appointment, each) for each in found[:TWO]), *rows)
    call = await calls.is_listed(told.session, appointment, CallWhy.NO_SHOW)
    next_ = CALLED if call else say("If you would like to meet another time, just choose one.")
    return card(_not_met(told, appointment), next_, rows=rows)


def _not_met(told: Told, appointment: Appointment) -> Say:
    day = appointment.starts_at.astimezone(SEOUL).date()
    if day == told.now.astimezone(SEOUL).date():
        return say(
            "We did not meet today. That can happen, and nothing speaks against you. Is everything all right?"
        )
    return say(
        "We did not meet on {day}. That can happen, and nothing speaks against you. Is everything all right?",
        day=day,
    )


async def three_days(told: Told) -> Card:
    """Three days before."""
    return await _reminder(told, say("Your appointment is in three days."))


async def day_before(told: Told) -> Card:
    """The evening before."""
    return await _reminder(told, say("Tomorrow is your appointment."))


async def two_hours(told: Told) -> Card:
    """Two hours before."""
    return await _reminder(told, say("Your appointment is soon."))


async def _reminder(told: Told, first: Say) -> Card:
    """What is agreed on, and the question whether it stays so."""
    appointment = await told.appointment()
    if appointment.other_time_asked_at is not None:  # nobody would be there
        return await deciding.unanswered(told, first)
    about = f"{stamp(appointment)}:{(told.row.notice or '').removeprefix('reminder.')}"
    return card(
        first,
        say(
            "<b>{when}</b>\n{place}\nCounselor: {counselor}\nBooking number: {number}",
            when=appointment.starts_at,
            place=place(told.center, appointment),
            counselor=await told.counselor(appointment),
            number=appointment.number,
        ),
        BRING if appointment.way is Way.VISIT else COMING,
        rows=_answers(about),
    )


def _answers(about: str) -> Rows:
    return (
        (
            Button(say("I am coming"), f"rem:coming:{about}"),
            Button(say("I am late"), f"rem:late:{about}"),
        ),
        (
            Button(say("Change the time"), f"rem:change:{about}"),
            Button(say("Cancel"), f"rem:cancel:{about}"),
        ),
    )


COMING = say("Does it stay so? A tap is enough.")
CALLED = say(
    "A counselor will get in touch and look for a time with you. You can also choose one of these at once."
)
BRING = say("Please bring your ID card. Does it stay so? A tap is enough.")
