"""A person's own appointments: seeing, changing, canceling them."""

from bot.conversations.booking_reading import show_service
from bot.conversations.booking_words import appointment_line, too_late_card
from bot.conversations.common_words import BOOK, MENU, MINE
from bot.conversations.group_words import of_a_seat
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.conversations.waiting_words import answers, leaving, place_line
from bot.models import Appointment, Invitation
from bot.say import Button, Card, Rows, card, say
from bot.services import bookings, waitlist
from bot.services.bookings import NotThere, Why


async def my_appointments(visit: Visit) -> None:
    """What is booked, each with its ways out."""
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    places = await waitlist.my_places(visit.session, visit.person, visit.now)
    invited = await bookings.invitations_of(visit.session, visit.person_id)
    asked: Rows = tuple((_to_choose(visit, each),) for each in invited)
    if not booked and not places:
        await visit.chat.say(card(say("You have no appointment at the moment."), rows=(*asked, (BOOK, MENU))))
        return
    lines = [await appointment_line(visit, appointment) for appointment in booked]
    rows: Rows = tuple((button,) for appointment in booked for button in _ways(appointment))
    for place in places:
        lines.append(place_line(visit, place))
        rows += (*(answers(place.offer.id) if place.offer else ()), leaving(visit, place))
    await visit.chat.say(Card((say("<b>Your appointments</b>"), *lines), (*asked, *rows, (MENU,))))


def _to_choose(visit: Visit, invitation: Invitation) -> Button:
    service = show_service(invitation.service, visit)
    return Button(say("Choose a time: {service}", service=service), f"inv:book:{invitation.id}")


def _ways(appointment: Appointment) -> tuple[Button, ...]:
    when = say("{when}", when=appointment.starts_at)
    cancel_it = Button(say("Cancel: {what}", what=when), f"appt:cancel:{appointment.id}")
    if appointment.session_id is not None:  # a seat cannot be moved, only given back for another one
        return (cancel_it,)
    return (Button(say("Change: {what}", what=when), f"appt:move:{appointment.id}"), cancel_it)


async def really_cancel(visit: Visit, appointment_id: int) -> None:
    """Ask once before a time is given away."""
    found = await _own(visit, appointment_id)
    if found is None:
        await _gone(visit)
        return
    await visit.chat.say(
        card(
            say("Shall I cancel this appointment?"),
            await appointment_line(visit, found),
            rows=(
                (Button(say("Yes, cancel it"), f"appt:cancel_yes:{appointment_id}"),),
                (Button(say("No, keep it"), f"appt:keep:{appointment_id}"),),
            ),
        )
    )


async def cancel(visit: Visit, appointment_id: int, message_id: int) -> None:
    """Cancel it; the counselor hears of it, and a new time is offered."""
    try:
        appointment = await bookings.cancel_by_person(
            visit.session, visit.center, visit.person, appointment_id, visit.now
        )
    except NotThere as gone:
        await _cannot(visit, gone)
        return
    visit.chat.rewrite(card(say("Canceled: {when}", when=appointment.starts_at)), message_id=message_id)
    await visit.chat.say(
        card(
            say("It is canceled, and the counselor knows. Shall we look for another time?"),
            rows=((BOOK, MENU),),
        )
    )


async def keep(visit: Visit, appointment_id: int, message_id: int) -> None:
    """Nothing changes."""
    found = await _own(visit, appointment_id)
    if found is None:
        await _gone(visit)
        return
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(card(say("It stays as it is: {when}.", when=found.starts_at), rows=((MENU,),)))


async def save_the_date(visit: Visit, appointment_id: int) -> None:
    """A file for the phone's calendar, made when it is sent."""
    try:
        await bookings.send_file(visit.session, visit.person, appointment_id, visit.now)
    except NotThere:
        await _gone(visit)


async def move(visit: Visit, player: Player, appointment_id: int) -> None:
    """Choose another time for it; the old one is kept until then."""
    found = await _own(visit, appointment_id)
    if found is None:
        await _gone(visit)
        return
    if found.session_id is not None:
        line = say("A seat in a group is not moved. You can cancel it and take one in another session.")
        await visit.chat.say(card(line, rows=of_a_seat(found)))
        return
    visit.leads.append(
        say("Now it is {when}. It stays until you have chosen another time.", when=found.starts_at)
    )
    known = {"moves": appointment_id, "service": found.service, "way": found.way.value}
    await player.begin(visit, "book", known)


async def _cannot(visit: Visit, gone: NotThere) -> None:
    if gone.reason is Why.TOO_LATE:
        await visit.chat.say(too_late_card(visit))
    else:
        await _gone(visit)


async def _own(visit: Visit, appointment_id: int) -> Appointment | None:
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    return next((appointment for appointment in booked if appointment.id == appointment_id), None)


async def _gone(visit: Visit) -> None:
    await visit.chat.say(
        card(
            say("That appointment was already changed, canceled, or is over."),
            rows=((MINE, MENU),),
        )
    )
