"""Group sessions: planned and called off by the staff, with seats that people take and give back."""

from datetime import timedelta

from bot.models import BOOKED_STATES, Appointment, AppointmentState
from bot.services import bookings, groups
from tests.book.turns import Turn, does


@does(groups.plan)
async def plans_a_group(turn: Turn) -> Appointment:
    afternoons = [
        each for each in turn.town.times() if each.hour == 5
    ]  # two in Seoul; a group takes three hours
    starts_at = turn.pick.of(afternoons) + turn.pick.of([timedelta(), timedelta(minutes=30)])
    wanted = groups.Plan("group", starts_at, turn.pick.of(["group_room", "room_3"]), 3)
    return await groups.plan(turn.session, turn.town.center, turn.counselor, wanted, turn.now)


def group(turn: Turn) -> Appointment:
    """A session that is still to come."""
    booked = turn.town.appointments(BOOKED_STATES)
    return turn.pick.of([each for each in booked if each.places and each.session_id is None])


@does(groups.take)
async def takes_a_seat(turn: Turn) -> Appointment:
    given = turn.session, turn.town.center, turn.person, group(turn).id or 0, turn.now
    seat = await groups.take(*given)
    assert seat.person_id == turn.person.id
    return seat


@does(groups.cancel)
async def calls_a_group_off(turn: Turn) -> None:
    row = group(turn)
    await groups.cancel(turn.session, turn.town.counselor_of(row), row.id or 0, turn.now)


@does(bookings.cancel_by_person)
async def gives_a_seat_back(turn: Turn) -> Appointment:
    seats = [each for each in turn.town.appointments(BOOKED_STATES) if each.seat]
    seat = turn.pick.of(seats)
    turn.person = turn.town.person_of(seat)
    given = turn.session, turn.town.center, turn.person, seat.id or 0, turn.now
    off = await bookings.cancel_by_person(*given)
    assert off.state is AppointmentState.CANCELED_BY_PERSON
    return off
