"""Times that are offered where a meeting did not take place: one tap keeps one of them."""

from bot.models import Appointment
from bot.notices.told import Told
from bot.say import Button, say
from bot.services.bookings import Opening, may_book

TWO = 2  # a choice, and no list, in a message that nobody asked for


async def may_choose(told: Told, appointment: Appointment) -> bool:
    """Whether the person may book the same anew by themselves, and the center still has it."""
    kind = next((each for each in told.center.services if each.key == appointment.service), None)
    if kind is None or appointment.person_id is None or appointment.places is not None:
        return False
    return await may_book(told.session, kind, appointment.person_id)


def row_of(appointment: Appointment, opening: Opening) -> tuple[Button, ...]:
    """A time, with the counselor whom it would be with."""
    stamped = f"{int(opening.starts_at.timestamp())}:{opening.counselor_id}"
    return (Button(say("{when}", when=opening.starts_at), f"again:{appointment.id}:{stamped}"),)
