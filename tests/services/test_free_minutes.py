"""A slot always knows how long nobody has the counselor from then on."""

import random
from datetime import timedelta

import pytest
from sqlmodel import col, func, select, update

from bot.models import CANCELED_STATES, Appointment, AppointmentState, Counselor, Slot
from bot.services import slots
from tests.services.a_morning import NOW, House, at
from tests.services.plainly import HALF, NINE, TEN, change, drop, held, moved_to, put, row

MINUTE = timedelta(minutes=1)


async def minutes(house: House, counselor_id: int = 1) -> dict[str, int]:
    """Seoul's hour and the free minutes of each slot of that Monday morning."""
    found = await house.rows(
        Slot, Slot.counselor_id == counselor_id, Slot.starts_at >= at(30, 9), Slot.starts_at < at(30, 12)
    )
    return {f"{(slot.starts_at + 9 * 2 * HALF):%H:%M}": slot.free_minutes for slot in found}


async def test_a_morning_nobody_has(house: House) -> None:
    assert await minutes(house) == {"09:00": 180, "10:00": 120, "11:00": 60}


@pytest.mark.parametrize("taken", [row, held])
async def test_what_is_taken_is_not_free_and_what_comes_before_is_shorter(house: House, taken) -> None:
    number = await put(house, taken(TEN))
    assert await minutes(house) == {"09:00": 60, "10:00": 0, "11:00": 60}
    assert await minutes(house, counselor_id=3) == {"09:00": 180, "10:00": 120, "11:00": 60}

    await drop(house, number)
    assert await minutes(house) == {"09:00": 180, "10:00": 120, "11:00": 60}


async def test_half_an_hour_into_a_slot(house: House) -> None:
    await put(house, row(TEN + HALF))

    assert await minutes(house) == {"09:00": 90, "10:00": 30, "11:00": 0}


async def test_it_follows_moves_breaks_and_colleagues(house: House) -> None:
    number = await put(house, row(TEN))
    await change(house, number, **moved_to(NINE))
    assert await minutes(house) == {"09:00": 0, "10:00": 120, "11:00": 60}
    await change(house, number, busy_until=TEN + HALF)
    assert await minutes(house) == {"09:00": 0, "10:00": 0, "11:00": 60}
    await change(house, number, counselor_id=3)
    assert await minutes(house) == {"09:00": 180, "10:00": 120, "11:00": 60}
    assert await minutes(house, counselor_id=3) == {"09:00": 0, "10:00": 0, "11:00": 60}


async def test_what_was_called_off_is_free_and_what_was_had_is_not(house: House) -> None:
    number = await put(house, row(TEN))
    await change(house, number, state=AppointmentState.DONE)
    assert (await minutes(house))["10:00"] == 0
    await change(house, number, state=AppointmentState.CONFIRMED)
    await change(house, number, state=AppointmentState.CANCELED_BY_PERSON)
    assert (await minutes(house))["10:00"] == 120
    await change(house, number, state=AppointmentState.CONFIRMED)
    assert (await minutes(house))["10:00"] == 0


async def test_the_timetable_counts_too(house: House) -> None:
    """Hours that end earlier, and a slot that is made while somebody has the time."""
    await put(house, row(TEN + HALF))
    async with house.database.transaction() as session:
        shorter = update(Slot).where(col(Slot.counselor_id) == 1, col(Slot.starts_at) == NINE)
        await session.exec(shorter.values(ends_at=TEN))
    assert (await minutes(house))["09:00"] == 60

    await put(
        house, {"counselor_id": 1, "starts_at": NINE + HALF, "ends_at": at(30, 12), "offered": True}, Slot
    )
    assert (await minutes(house))["09:30"] == 60


async def test_the_hours_that_grow_keep_their_slots(house: House) -> None:
    """An hour more: the slots of that day say so, and are the same rows."""
    before = {slot.id for slot in await house.rows(Slot)}
    week = house.center.counselors[0].hours.model_dump()
    week["monday"] = ["09:00-12:30", "13:00-17:00"]
    longer = house.center.counselors[0].model_validate(
        house.center.counselors[0].model_dump() | {"hours": week}
    )
    plans = (longer, *house.center.counselors[1:])
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center.model_copy(update={"counselors": plans}), NOW)

    assert {slot.id for slot in await house.rows(Slot)} == before
    assert await minutes(house) == {"09:00": 210, "10:00": 150, "11:00": 90}


async def test_a_center_with_ten_thousand_times(house: House) -> None:
    """More than one statement has room for: they come, and go, all the same."""
    often = house.center.booking.model_copy(update={"slot_minutes": 1, "window_days": 20})
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center.model_copy(update={"booking": often}), NOW)
    async with house.database.reading() as session:
        many = (await session.exec(select(func.count()).select_from(Slot))).one()
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center, NOW)

    assert many > 32766 / 4
    assert len(await house.rows(Slot)) < many / 50


@pytest.mark.parametrize("seed", range(4))
async def test_any_hundred_changes(house: House, seed: int) -> None:
    """Whatever is written, the count is what one would count by hand."""
    chance = random.Random(seed)
    numbers: list[int] = []
    for _ in range(100):
        await anything(house, chance, numbers)

    appointments = await house.rows(Appointment)
    for slot in await house.rows(Slot):
        assert slot.free_minutes == by_hand(slot, appointments), slot


async def anything(house: House, chance: random.Random, numbers: list[int]) -> None:
    """A new appointment, or something that happens to one; what overlaps is called off or not written."""
    starts_at = at(30, 9) + chance.randrange(0, 48) * timedelta(minutes=10)
    counselor = chance.randrange(1, len(await house.rows(Counselor)) + 1)
    columns = {"counselor_id": counselor, "state": AppointmentState.CANCELED_BY_CENTER}
    deed = chance.choice(["new", "new", "move", "live", "off", "over", "drop"])
    number = chance.choice(numbers) if numbers else 0
    try:
        if deed == "new" or not numbers:
            numbers.append(await put(house, row(starts_at, **columns)))
        elif deed == "move":
            await change(house, number, **moved_to(starts_at, counselor_id=counselor))
        elif deed == "drop":
            numbers.remove(number)
            await drop(house, number)
        else:
            states = {"live": "confirmed", "off": "canceled_by_person", "over": "no_show"}
            await change(house, number, state=AppointmentState(states[deed]))
    except Exception as error:
        if "ex_appointment_counselor_id" not in str(error):
            raise


def by_hand(slot: Slot, appointments: list[Appointment]) -> int:
    taken = [
        each
        for each in appointments
        if each.counselor_id == slot.counselor_id and each.state not in CANCELED_STATES
    ]
    if any(each.starts_at <= slot.starts_at < each.busy_until for each in taken):
        return 0
    ahead = [each.starts_at for each in taken if slot.starts_at < each.starts_at < slot.ends_at]
    return (min(ahead, default=slot.ends_at) - slot.starts_at) // MINUTE
