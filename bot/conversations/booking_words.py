"""What is said about appointments, wherever it is said."""

from bot.center import Center
from bot.conversations.booking_reading import show_service
from bot.conversations.cards import block
from bot.conversations.common_words import MENU, MINE, PERSON
from bot.conversations.series_words import with_meeting
from bot.conversations.visit import Visit
from bot.models import Appointment, AppointmentState, Counselor, Way
from bot.rules.booking import Refusal
from bot.rules.reminders import ReminderKind, reminders
from bot.say import Button, Card, Say, card, quote, say
from bot.services import bookings

REGRETS = {
    Refusal.TAKEN: say("I am sorry, somebody has just taken that time. These are still free."),
    Refusal.TOO_SOON: say("That is too soon for the counselor to prepare. These are still free."),
    Refusal.TOO_FAR: say("That day is not open for booking yet. These are."),
    Refusal.PAST: say("That time has already passed. These are still free."),
    Refusal.CLOSED: say("The center is closed then. These times are free."),
}

STATES = {
    AppointmentState.REQUESTED: say("waiting for the counselor"),
    AppointmentState.CONFIRMED: say("confirmed"),
    AppointmentState.CANCELED_BY_PERSON: say("canceled"),
    AppointmentState.CANCELED_BY_CENTER: say("canceled by the center"),
}


def regret(_visit: Visit) -> Card:
    """Somebody who has this appointment already."""
    return card(
        say("You already have an appointment then or for this. Please look at your appointments."),
        rows=((MINE,),),
    )


def enough(visit: Visit) -> Card:
    """Somebody who has as many appointments as one person may have."""
    return card(
        say(
            "You already have {many} appointments ahead, as many as one person can have. "
            "When one of them is over or canceled, you can book again.",
            many=visit.center.booking.person_ahead,
        ),
        rows=((MINE,),),
    )


def not_open(visit: Visit) -> Card:
    """A service that the staff have to offer first."""
    return card(
        say(
            "This counseling is booked together with a counselor. Please ask one here, or call {phone}.",
            phone=visit.center.phone,
        ),
        rows=((PERSON, MENU),),
    )


def too_late_card(visit: Visit) -> Card:
    """Too near to the meeting for a button; a person can still do it."""
    return card(
        say(
            "Your appointment is very soon, so I cannot change it here any more. "
            "Please call the center, they will gladly help: {phone}",
            phone=visit.center.phone,
        ),
        rows=((PERSON, MINE),),
    )


def nothing_free(visit: Visit) -> Card:
    """No time is left in the days that can be booked."""
    return card(
        say(
            "Every time of the coming days is taken. Please call {phone}, or look again tomorrow: "
            "a new day opens each morning.",
            phone=visit.center.phone,
        ),
        rows=(
            (Button(say("Tell me when a time is free"), f"wait:for:{visit.answers.get('service', '')}"),),
            (MENU,),
        ),
    )


async def counselor_of(visit: Visit, appointment: Appointment) -> str:
    """The name of the counselor."""
    counselor = await visit.session.get_one(Counselor, appointment.counselor_id)
    return counselor.name


async def appointment_line(visit: Visit, appointment: Appointment) -> Say:
    """When, what, with whom, where it stands, and its number; which meeting of a series it is."""
    line = say(
        "<b>{when}</b>\n{service}, {counselor}\n{state} · {number}",
        when=appointment.starts_at,
        service=show_service(appointment.service, visit),
        counselor=quote(await counselor_of(visit, appointment)),
        state=STATES[appointment.state],
        number=appointment.number,
    )
    return with_meeting(line, await bookings.series_of(visit.session, appointment), appointment)


async def booked_card(visit: Visit, appointment: Appointment, *, moved: bool) -> Card:
    """What was booked, where, with whom, under which number; and what happens next."""
    first = (
        say("Moved to: <b>{when}</b>", when=appointment.starts_at)
        if moved
        else say("Booked: <b>{when}</b>", when=appointment.starts_at)
    )
    series = await bookings.series_of(visit.session, appointment)
    return card(
        with_meeting(first, series, appointment),
        say(
            "{service}\n{place}\nCounselor: {counselor}\nBooking number: {number}",
            service=show_service(appointment.service, visit),
            place=place(visit.center, appointment),
            counselor=quote(await counselor_of(visit, appointment)),
            number=appointment.number,
        ),
        block(tuple(_what_next(appointment, visit))),
        rows=(
            (Button(say("Save to my calendar"), f"appt:save:{appointment.id}"),),
            (MINE, MENU),
        ),
    )


def place(center: Center, appointment: Appointment) -> Say:
    """Where to go, or that nobody has to go anywhere."""
    if appointment.way is Way.VISIT:
        return quote(f"{center.name}, {center.address}")
    if appointment.way is Way.PHONE:
        return say("By telephone: the counselor calls you")
    return say("By video: the counselor sends you the link")


def _what_next(appointment: Appointment, visit: Visit) -> list[Say]:
    """Only the reminders that will really come are promised; then what to bring."""
    kinds = {reminder.kind for reminder in reminders(appointment.starts_at, visit.now)}
    ahead = kinds & set(ORDER)
    lines = [
        REMINDED[max(ahead, key=ORDER.index)] if ahead else say("It is soon, so I will not remind you again.")
    ]
    if appointment.way is Way.VISIT:
        lines.append(say("Please bring your ID card."))
    kind = next((each for each in visit.center.services if each.key == appointment.service), None)
    return [*lines, quote(kind.bring)] if kind and kind.bring else lines


ORDER = (ReminderKind.TWO_HOURS, ReminderKind.DAY_BEFORE)
REMINDED = {
    ReminderKind.DAY_BEFORE: say("I will remind you the evening before and two hours before."),
    ReminderKind.TWO_HOURS: say("I will remind you two hours before."),
}
