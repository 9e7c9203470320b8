"""What is said about appointments, wherever it is said."""

from bot.conversations.booking_reading import show_service
from bot.conversations.visit import Visit
from bot.models import Appointment, AppointmentState, Counselor
from bot.rules.booking import Refusal
from bot.rules.reminders import ReminderKind, reminders
from bot.say import Button, Card, Say, card, quote, say

REGRETS = {
    Refusal.TAKEN: say("I am sorry, somebody has just taken that time. These are still free."),
    Refusal.TOO_SOON: say("That is too soon for the counselor to prepare. These are still free."),
    Refusal.TOO_FAR: say("That day is not open for booking yet. These are."),
    Refusal.PAST: say("That time has already passed. These are still free."),
    Refusal.CLOSED: say("The center is closed then. These days have free times."),
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
        rows=((Button(say("My appointments"), "menu:mine"),),),
    )


def nothing_free(visit: Visit) -> Card:
    """No time is left in the days that can be booked."""
    return card(
        say(
            "Every time of the coming days is taken. Please call {phone}, or look again tomorrow: "
            "a new day opens each morning.",
            phone=visit.center.phone,
        ),
        rows=((Button(say("Menu"), "menu:home"),),),
    )


async def counselor_of(visit: Visit, appointment: Appointment) -> str:
    """The name of the counselor."""
    counselor = await visit.session.get_one(Counselor, appointment.counselor_id)
    return counselor.name


async def appointment_line(visit: Visit, appointment: Appointment) -> Say:
    """When, what, with whom, where it stands, and its number."""
    return say(
        "<b>{when}</b>\n{service}, {counselor}\n{state} · {number}",
        when=appointment.starts_at,
        service=show_service(appointment.service, visit),
        counselor=quote(await counselor_of(visit, appointment)),
        state=STATES[appointment.state],
        number=appointment.number,
    )


async def booked_card(visit: Visit, appointment: Appointment) -> Card:
    """What was booked, where, with whom, under which number; and what happens next."""
    return card(
        say("Booked: <b>{when}</b>", when=appointment.starts_at),
        say(
            "{service}\n{place}\nCounselor: {counselor}\nBooking number: {number}",
            service=show_service(appointment.service, visit),
            place=quote(f"{visit.center.name}, {visit.center.address}"),
            counselor=quote(await counselor_of(visit, appointment)),
            number=appointment.number,
        ),
        _what_next(appointment, visit),
        rows=((Button(say("My appointments"), "menu:mine"), Button(say("Menu"), "menu:home")),),
    )


def _what_next(appointment: Appointment, visit: Visit) -> Say:
    """Only the reminders that will really come are promised."""
    ahead = {reminder.kind for reminder in reminders(appointment.starts_at, visit.now)}
    if ReminderKind.DAY_BEFORE in ahead:
        return say("I will remind you the evening before and two hours before. Please bring your ID card.")
    if ReminderKind.TWO_HOURS in ahead:
        return say("I will remind you two hours before. Please bring your ID card.")
    return say("It is soon, so I will not remind you again. Please bring your ID card.")
