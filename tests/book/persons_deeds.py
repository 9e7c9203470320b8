"""What people do: each function is one line of the table of operations."""

from bot.models import (
    BOOKED_STATES,
    Appointment,
    AppointmentState,
    Coming,
    Disruption,
    DisruptionAnswer,
    Person,
    Series,
    SeriesEnd,
    Way,
)
from bot.rules.reminders import ReminderKind
from bot.services import absences, bookings, privacy
from tests.book.town import Forgotten, Nothing
from tests.book.turns import Turn, does

HELD, REQUESTED = AppointmentState.HELD, AppointmentState.REQUESTED
CANCELED = AppointmentState.CANCELED_BY_PERSON
WAYS = (None, Way.VISIT, Way.PHONE)


@does(bookings.book)
async def books(turn: Turn) -> Appointment:
    starts_at, service = turn.pick.of(turn.town.times()), turn.pick.of(turn.services())
    way = turn.pick.of(WAYS) if service == "intake" else None
    booked = await bookings.book(
        turn.session, turn.town.center, turn.person, service, starts_at, turn.now, way=way
    )
    assert (booked.person_id, booked.service, booked.starts_at) == (turn.person.id, service, starts_at)
    return booked


@does(bookings.hold)
async def holds(turn: Turn) -> Appointment:
    starts_at, service = turn.pick.of(turn.town.times()), turn.pick.of(turn.services())
    return await bookings.hold(turn.session, turn.town.center, turn.person, service, starts_at, turn.now)


@does(bookings.hold)
async def holds_to_move(turn: Turn) -> Appointment:
    moves = turn.known(turn.mine(*BOOKED_STATES))
    starts_at = turn.pick.of(turn.town.times())
    given = turn.session, turn.town.center, turn.person, moves.service, starts_at, turn.now
    return await bookings.hold(*given, moves=moves.id)


@does(bookings.confirm)
async def says_yes(turn: Turn) -> Appointment:
    """To a hold, which may be over, or be somebody else's."""
    held = turn.mine(HELD)
    said = await bookings.confirm(
        turn.session, turn.town.center, turn.person, held, turn.now, accepted=turn.pick.of([True, False])
    )
    assert said.state is not HELD
    return said


@does(bookings.release)
async def lets_go(turn: Turn) -> None:
    await bookings.release(turn.session, turn.person)


@does(bookings.change)
async def moves(turn: Turn) -> Appointment:
    number, starts_at = turn.mine(*BOOKED_STATES), turn.pick.of(turn.town.times())
    moved = await bookings.change(turn.session, turn.town.center, turn.person, number, starts_at, turn.now)
    assert moved.starts_at == starts_at
    assert moved.state in BOOKED_STATES
    return moved


@does(bookings.cancel_by_person)
async def cancels(turn: Turn) -> Appointment:
    number = turn.mine(*BOOKED_STATES)
    off = await bookings.cancel_by_person(turn.session, turn.town.center, turn.person, number, turn.now)
    assert off.state is CANCELED
    return off


@does(bookings.answer)
async def answers_a_reminder(turn: Turn) -> Appointment:
    asked = turn.known(turn.mine(*BOOKED_STATES))
    reminder, said = turn.pick.of(list(ReminderKind)), turn.pick.of(list(Coming))
    given = turn.session, turn.person, asked.id or 0, asked.starts_at
    return await bookings.answer(*given, reminder, said, turn.now)


@does(bookings.send_file)
async def asks_for_the_file(turn: Turn) -> Appointment:
    number = turn.mine(*BOOKED_STATES)
    return await bookings.send_file(turn.session, turn.person, number, turn.now)


@does(bookings.resume, bookings.stop)
async def stops_or_resumes_a_series(turn: Turn) -> None:
    series = turn.pick.of([each for each in turn.town.seen.all(Series) if each.person_id])
    turn.person = turn.town.people_by_id[series.person_id or 0]
    if turn.pick.of([True, False]):
        given = turn.session, turn.person.id, series.id or 0
        await bookings.stop(*given, SeriesEnd.PERSON, turn.now)
    else:
        await bookings.resume(turn.session, turn.person, series.id or 0)


def lost(turn: Turn) -> int:
    """A meeting that cannot be, as its person was told; in one of eight turns, a stranger answers."""
    found = turn.pick.of(
        [
            each
            for each in turn.town.seen.all(Disruption)
            if each.settled_at is None and turn.known(each.appointment_id).person_id
        ]
    )
    if turn.pick.of(range(8)) != 7:
        turn.person = turn.town.person_of(turn.known(found.appointment_id))
    return found.id or 0


@does(absences.colleague_takes)
async def takes_a_colleague(turn: Turn) -> Appointment:
    number = lost(turn)
    given = turn.session, turn.town.center, turn.person, number, turn.now
    return await absences.colleague_takes(*given)


@does(absences.choose_time)
async def takes_another_time(turn: Turn) -> Appointment:
    number, starts_at = lost(turn), turn.pick.of(turn.town.times())
    given = turn.session, turn.town.center, turn.person, number, starts_at, turn.now
    moved = await absences.choose_time(*given)
    assert moved.starts_at == starts_at
    return moved


@does(absences.call_me)
async def wants_a_call(turn: Turn) -> Appointment:
    number = lost(turn)
    return await absences.call_me(turn.session, turn.person, number, turn.now)


@does(absences.cancel)
async def does_without(turn: Turn) -> Appointment:
    number = lost(turn)
    off = await absences.cancel(turn.session, turn.person, number, turn.now)
    assert off.state is CANCELED
    answered = await turn.session.get_one(Disruption, number)
    assert answered.answer is DisruptionAnswer.CANCEL
    return off


@does(privacy.erase)
async def wants_to_be_forgotten(turn: Turn) -> None:
    """Whatever others are doing to their meetings meanwhile."""
    number = turn.whom.id or 0
    if await turn.session.get(Person, number, populate_existing=True) is None:  # they said so already
        raise Nothing
    await privacy.erase(turn.session, turn.whom, turn.now)
    turn.town.forgotten[number] = Forgotten(turn.whom.chat_id, turn.now)
