"""A chosen time is held, a moving appointment is not in its own way, a group has as many as seats."""

from datetime import timedelta
from typing import Any

import pytest

from bot.models import Appointment, AppointmentEvent, AppointmentState, Series
from tests.services.a_morning import NOW, House
from tests.services.plainly import HALF, NINE, TEN, change, drop, held, moved_to, put, refused, row

PLACES = 3


@pytest.fixture
async def session_id(house: House) -> int:
    """A group session at nine, in a room, with three places."""
    return await put(house, row(service="group", places=PLACES, room="group_room"))


def seat_of(session_id: int, number: int, **columns: Any) -> dict[str, Any]:
    return row(service="group", places=PLACES, session_id=session_id, seat=number, **columns)


async def test_a_hold_knows_its_end_and_a_booking_has_none(house: House) -> None:
    endless = row(state=AppointmentState.HELD)
    ending = row(held_until=NOW)

    assert await refused(put(house, endless)) == "ck_appointment_held_until"
    assert await refused(put(house, ending)) == "ck_appointment_held_until"


async def test_what_is_booked_is_no_hold_again(house: House) -> None:
    booked = await put(house, row())
    back = change(house, booked, state=AppointmentState.HELD, held_until=NOW)

    assert await refused(back) == "tr_appointment_never_held_again"


async def test_a_hold_goes_without_a_trace(house: House) -> None:
    await drop(house, await put(house, held()))

    assert await house.rows(Appointment) == await house.rows(AppointmentEvent) == []
    await put(house, row())


async def test_a_move_is_not_in_its_own_way(house: House) -> None:
    """The time half an hour later is held for an appointment that has the half hour before it."""
    person = await house.person()
    booked = await put(house, row(person_id=person.id))
    hold = await put(house, held(NINE + HALF, person_id=person.id, moving_id=booked))

    assert await refused(put(house, held(TEN + HALF, moving_id=booked))) == "uq_appointment_moving"
    await drop(house, hold)
    await change(house, booked, **moved_to(NINE + HALF))


async def test_a_move_is_in_everybody_elses(house: House) -> None:
    booked = await put(house, row())
    await put(house, held(NINE + HALF, moving_id=booked))

    assert await refused(put(house, row(TEN))) == "ex_appointment_counselor_id"


async def test_what_moves_stays_one(house: House) -> None:
    """The hold cannot become an appointment beside the one that should have moved."""
    booked = await put(house, row())
    hold = await put(house, held(NINE + HALF, moving_id=booked))
    both = change(house, hold, state=AppointmentState.CONFIRMED, held_until=None)

    assert await refused(both) == "ck_appointment_moving_while_held"


async def test_a_group_has_as_many_as_seats(house: House, session_id: int) -> None:
    for number in range(1, PLACES + 1):
        person = await house.person()
        await put(house, seat_of(session_id, number, person_id=person.id))

    assert await refused(put(house, seat_of(session_id, PLACES))) == "uq_appointment_seat"
    assert await refused(put(house, seat_of(session_id, PLACES + 1))) == "ck_appointment_seat_there"
    assert await refused(put(house, seat_of(session_id, 0))) == "ck_appointment_seat_there"


async def test_a_freed_seat_is_given_once(house: House, session_id: int) -> None:
    seat = await put(house, seat_of(session_id, 1))
    await change(house, seat, state=AppointmentState.CANCELED_BY_PERSON)
    await put(house, seat_of(session_id, 1))

    assert await refused(change(house, seat, state=AppointmentState.CONFIRMED)) == "uq_appointment_seat"


async def test_nobody_sits_on_two_seats(house: House, session_id: int) -> None:
    person = await house.person()
    await put(house, seat_of(session_id, 1, person_id=person.id))

    # Either belt will do: they have one seat each, and are in one place at a time.
    twice = await refused(put(house, seat_of(session_id, 2, person_id=person.id)))
    assert twice in {"uq_appointment_one_seat_each", "ex_appointment_person_id"}


async def test_a_seat_takes_the_persons_time(house: House, session_id: int) -> None:
    person = await house.person()
    await put(house, seat_of(session_id, 1, person_id=person.id))
    beside = row(NINE + HALF, counselor_id=2, person_id=person.id)

    assert await refused(put(house, beside)) == "ex_appointment_person_id"


async def test_a_session_takes_the_counselors_and_the_rooms_time(house: House, session_id: int) -> None:
    await put(house, seat_of(session_id, 1))

    assert await refused(put(house, row(NINE + HALF))) == "ex_appointment_counselor_id"
    elsewhere = row(NINE + HALF, counselor_id=2, room="group_room")
    assert await refused(put(house, elsewhere)) == "ex_appointment_room"


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"counselor_id": 2}, id="another counselor"),
        pytest.param({"starts_at": NINE + timedelta(minutes=5)}, id="another time"),
        pytest.param({"places": PLACES + 1}, id="more places"),
        pytest.param({"session_id": 999_999, "counselor_id": 3}, id="no session"),
    ],
)
async def test_a_seat_is_as_its_session(house: House, session_id: int, columns: dict[str, Any]) -> None:
    assert "fk_" in await refused(put(house, seat_of(session_id, 1) | columns))


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"places": None}, id="of unknown places"),
        pytest.param({"seat": None}, id="without a number"),
        pytest.param({"session_id": None}, id="without a session"),
    ],
)
async def test_half_a_seat_is_none(house: House, session_id: int, columns: dict[str, Any]) -> None:
    assert await refused(put(house, seat_of(session_id, 1) | columns)) == "ck_appointment_seat_of_session"


async def test_a_session_is_nobodys(house: House) -> None:
    person = await house.person()

    assert await refused(put(house, row(places=3, person_id=person.id))) == "ck_appointment_session_of_nobody"
    assert await refused(put(house, row(places=0))) == "ck_appointment_places"


async def test_seats_move_with_their_session(house: House, session_id: int) -> None:
    person = await house.person()
    seat = await put(house, seat_of(session_id, 1, person_id=person.id))
    await change(house, session_id, **moved_to(TEN))

    moved = await house.only(Appointment, Appointment.id == seat)
    assert (moved.starts_at, moved.busy_until) == (TEN, TEN + 2 * HALF)
    last = (await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == seat))[-1]
    assert (last.ordinal, last.starts_at, last.from_starts_at) == (1, TEN, NINE)


async def test_a_session_does_not_move_onto_anybody(house: House, session_id: int) -> None:
    person = await house.person()
    await put(house, seat_of(session_id, 1, person_id=person.id))
    await put(house, row(TEN, counselor_id=2, person_id=person.id))

    assert await refused(change(house, session_id, **moved_to(TEN))) == "ex_appointment_person_id"
    assert {each.starts_at for each in await house.rows(Appointment)} == {NINE, TEN}


async def test_a_session_shrinks_to_those_who_are_there(house: House, session_id: int) -> None:
    await put(house, seat_of(session_id, 2))

    assert await refused(change(house, session_id, places=1)) == "ck_appointment_seat_there"
    await change(house, session_id, places=2)
    assert {each.places for each in await house.rows(Appointment)} == {2}


async def test_a_series_has_each_meeting_once(house: House) -> None:
    person = await house.person()
    started = {"person_id": person.id, "service": "leap", "counselor_id": 1, "planned": 4, "started_at": NOW}
    series = await put(house, started, Series)
    first = await put(house, row(series_id=series, ordinal=1))

    assert await refused(put(house, started, Series)) == "uq_series_one_a_service"
    assert await refused(put(house, row(TEN, series_id=series))) == "ck_appointment_ordinal"
    assert await refused(put(house, row(TEN, series_id=series, ordinal=1))) == "uq_appointment_ordinal"
    await change(house, first, state=AppointmentState.NO_SHOW)
    await put(house, row(TEN, series_id=series, ordinal=1))
