"""Nobody is in two places at once: no counselor, no room, no person, by any statement on either database."""

from datetime import timedelta
from typing import Any

import pytest

from bot.models import Appointment, AppointmentState
from tests.services.a_morning import House
from tests.services.plainly import HALF, NINE, TEN, change, held, moved_to, put, refused, row

ROOM, OTHER_ROOM = "room_1", "room_2"
GONE = (AppointmentState.CANCELED_BY_PERSON, AppointmentState.CANCELED_BY_CENTER)
OVER = (AppointmentState.PAST, AppointmentState.DONE, AppointmentState.NO_SHOW)


def shared(who: str, value: Any) -> dict[str, Any]:
    """Columns of another appointment that has nothing but this in common."""
    return {"counselor_id": 2, who: value}


@pytest.fixture
async def shares(house: House, request: pytest.FixtureRequest) -> dict[str, Any]:
    """One appointment at nine, in a room; what an overlapping one shares with it."""
    person = await house.person()
    await put(house, row(counselor_id=1, room=ROOM, person_id=person.id))
    common = {"counselor_id": 1, "room": ROOM, "person_id": person.id}
    return shared(request.param, common[request.param])


WHO = pytest.mark.parametrize("shares", ["counselor_id", "room", "person_id"], indirect=True)
STARTS = [
    pytest.param(NINE, id="the same time"),
    pytest.param(NINE + HALF, id="into its end"),
    pytest.param(NINE - HALF, id="into its beginning"),
]


@WHO
@pytest.mark.parametrize("starts_at", STARTS)
async def test_inserting_an_overlap(house: House, shares: dict[str, Any], starts_at) -> None:
    who = next(key for key in ("room", "person_id", "counselor_id") if key in shares and shares[key] != 2)

    assert await refused(put(house, row(starts_at, **shares))) == f"ex_appointment_{who}"
    assert len(await house.rows(Appointment)) == 1


@WHO
async def test_inserting_around_and_within(house: House, shares: dict[str, Any]) -> None:
    long = {"ends_at": NINE + timedelta(hours=3), "busy_until": NINE + timedelta(hours=3)}
    short = {"ends_at": NINE + 2 * HALF / 3, "busy_until": NINE + 2 * HALF / 3}

    assert "ex_appointment_" in await refused(put(house, row(NINE - HALF, **shares, **long)))
    assert "ex_appointment_" in await refused(put(house, row(NINE + HALF / 3, **shares, **short)))


@WHO
async def test_moving_into_it(house: House, shares: dict[str, Any]) -> None:
    later = await put(house, row(TEN, **shares))

    assert "ex_appointment_" in await refused(change(house, later, **moved_to(NINE + HALF)))
    assert (await house.only(Appointment, Appointment.id == later)).starts_at == TEN


@WHO
async def test_growing_into_it(house: House, shares: dict[str, Any]) -> None:
    before = await put(house, row(NINE - 2 * HALF, **shares))
    longer = {"ends_at": NINE + HALF, "busy_until": NINE + HALF}

    assert "ex_appointment_" in await refused(change(house, before, **longer))


@WHO
async def test_passing_it_on(house: House, shares: dict[str, Any]) -> None:
    """Beside it is room for somebody else; not for the same counselor, room or person."""
    beside = await put(house, row(counselor_id=3))

    assert "ex_appointment_" in await refused(change(house, beside, **shares))


@WHO
@pytest.mark.parametrize("state", [*GONE, *OVER])
async def test_coming_back(house: House, shares: dict[str, Any], state: AppointmentState) -> None:
    """What was called off or is over takes no time, and cannot take again what somebody else has."""
    gone = await put(house, row(**shares, state=state))

    assert "ex_appointment_" in await refused(change(house, gone, state=AppointmentState.CONFIRMED))
    assert "ex_appointment_" in await refused(change(house, gone, state=AppointmentState.ARRIVED))


@WHO
async def test_a_hold_is_in_the_way_and_finds_the_way_blocked(house: House, shares: dict[str, Any]) -> None:
    assert "ex_appointment_" in await refused(put(house, held(NINE + HALF, **shares)))
    hold = await put(house, held(TEN, **shares))

    assert "ex_appointment_" in await refused(put(house, row(TEN + HALF, **shares)))
    assert "ex_appointment_" in await refused(change(house, hold, **moved_to(NINE + HALF)))


@WHO
async def test_one_after_the_other(house: House, shares: dict[str, Any]) -> None:
    await put(house, row(TEN, **shares))
    await put(house, row(NINE - 2 * HALF, **shares))

    assert len(await house.rows(Appointment)) == 3


async def test_the_break_is_the_counselors_and_the_rooms_alone(house: House) -> None:
    """A person may go to the next meeting at once; the counselor and the room get their ten minutes."""
    person = await house.person()
    await put(house, row(room=ROOM, person_id=person.id))
    soon = NINE + timedelta(minutes=50)

    await put(house, row(soon, counselor_id=2, person_id=person.id))
    assert await refused(put(house, row(soon))) == "ex_appointment_counselor_id"
    assert await refused(put(house, row(soon, counselor_id=3, room=ROOM))) == "ex_appointment_room"


async def test_those_who_are_nobody_any_more_are_not_one_person(house: House) -> None:
    await put(house, row(counselor_id=1))
    await put(house, row(counselor_id=2))

    assert len(await house.rows(Appointment)) == 2


async def test_time_goes_forward(house: House) -> None:
    backwards = row(ends_at=NINE, busy_until=NINE)
    no_time_left = row(busy_until=NINE + HALF)

    assert await refused(put(house, backwards)) == "ck_appointment_forward"
    assert await refused(put(house, no_time_left)) == "ck_appointment_forward"
