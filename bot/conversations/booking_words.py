"""What is said about appointments, wherever it is said."""

from bot.conversations.visit import Visit
from bot.models import Appointment, AppointmentState, Counselor
from bot.rules.booking import Refusal
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
    named = next((s for s in visit.center.services if s.key == appointment.service), None)
    korean = visit.chat.language == "ko"
    service = (named.name if korean else named.english_name) if named else appointment.service
    return say(
        "<b>{when}</b>\n{service}, {counselor}\n{state} · {number}",
        when=appointment.starts_at,
        service=quote(service),
        counselor=quote(await counselor_of(visit, appointment)),
        state=STATES[appointment.state],
        number=appointment.number,
    )
