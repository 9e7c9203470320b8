"""Every change leaves an event, whoever makes it; no event is ever changed."""

from datetime import timedelta

import pytest
from sqlmodel import col

from bot.models import Actor, Appointment, AppointmentEvent, AppointmentState, Cause, Way
from bot.rules.appointment_states import state_after
from bot.services import bookings, clockwork, privacy
from tests.services.a_morning import NOW, House, at
from tests.services.plainly import NINE, TEN, change, drop, held, moved_to, put, refused, row

LATER = NOW + timedelta(minutes=3)


async def history(house: House, appointment: int | None) -> list[AppointmentEvent]:
    return await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == appointment)


async def test_a_life_is_told_in_events(house: House) -> None:
    person, nuri = await house.person(), await house.member("nuri")
    booked = await house.book(person, NINE, "finance")
    await house.change(person, booked, TEN)
    async with house.database.transaction() as session:
        await bookings.accept(session, nuri, booked.id, LATER)
    await house.cancel(person, booked, LATER)

    events = await history(house, booked.id)
    assert [(each.state, each.by, each.staff_id, each.why, each.at) for each in events] == [
        ("requested", Actor.PERSON, None, Cause.BOOKED, NOW),
        ("requested", Actor.PERSON, None, Cause.ASKED, NOW),
        ("confirmed", Actor.STAFF, nuri.id, Cause.ACCEPTED, LATER),
        ("canceled_by_person", Actor.PERSON, None, Cause.ASKED, LATER),
    ]
    assert [(each.from_starts_at, each.starts_at) for each in events] == [
        (None, NINE),
        (NINE, TEN),
        (None, TEN),
        (None, TEN),
    ]
    saved = await house.only(Appointment)
    assert (state_after(events), saved.sequence) == (saved.state, 3)


async def test_the_clock_signs_what_is_over(house: House) -> None:
    await house.book(await house.person(), NINE)
    arrived = await put(house, row(counselor_id=3, state=AppointmentState.ARRIVED))
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, TEN)

    assert {(each.state, each.by, each.why) for each in await house.rows(AppointmentEvent)} >= {
        ("past", Actor.SYSTEM, Cause.OVER),
        ("done", Actor.SYSTEM, Cause.OVER),
    }
    assert (await house.only(Appointment, Appointment.id == arrived)).state is AppointmentState.DONE


async def test_plain_sql_leaves_a_trace(house: House) -> None:
    """A forgotten signature is the last one; a forgotten event does not exist."""
    number = await put(house, row(changed_by=Actor.PERSON))
    await change(house, number, state=AppointmentState.ARRIVED)
    await change(house, number, room="room_2")
    await change(house, number, way=Way.PHONE)
    await change(house, number, counselor_id=2)
    await change(house, number, other_time_asked_at=NOW, accepted_at=NOW)

    events = await history(house, number)
    assert [each.ordinal for each in events] == [0, 1, 2, 3, 4]
    assert (events[4].from_counselor_id, events[4].counselor_id, events[4].room) == (1, 2, "room_2")
    assert (await house.only(Appointment)).sequence == 4


async def test_a_change_to_the_same_is_none(house: House) -> None:
    number = await put(house, row())
    await change(house, number, state=AppointmentState.CONFIRMED, **moved_to(NINE))

    assert len(await history(house, number)) == 1


async def test_many_at_once_leave_a_trace_each(house: House) -> None:
    numbers = [await put(house, row(counselor_id=counselor)) for counselor in (1, 2, 3)]
    async with house.database.transaction() as session:
        statement = "UPDATE appointment SET state = 'no_show', changed_by = 'system', changed_why = 'over'"
        await (await session.connection()).exec_driver_sql(statement)

    for number in numbers:
        assert [each.state for each in await history(house, number)] == ["confirmed", "no_show"]


async def test_a_hold_begins_its_history_when_it_is_booked(house: House) -> None:
    number = await put(house, held())
    await change(house, number, **moved_to(TEN))
    assert await history(house, number) == []

    signed = {"changed_by": Actor.PERSON, "changed_at": LATER}
    await change(house, number, state=AppointmentState.REQUESTED, held_until=None, **signed)
    [event] = await history(house, number)
    assert (event.ordinal, event.at, event.starts_at) == (0, LATER, TEN)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE appointment_event SET by = 'staff'",
        "UPDATE appointment_event SET at = starts_at, ordinal = 7",
        "DELETE FROM appointment_event",
        "DELETE FROM appointment_event WHERE ordinal = 1",
    ],
)
async def test_what_happened_happened(house: House, statement: str) -> None:
    number = await put(house, row())
    await change(house, number, state=AppointmentState.DONE)
    before = [event.model_dump() for event in await history(house, number)]

    async def rewrite() -> None:
        async with house.database.transaction() as session:
            await (await session.connection()).exec_driver_sql(statement)

    assert (await refused(rewrite())).startswith("tr_appointment_event_")
    assert [event.model_dump() for event in await history(house, number)] == before


async def test_nothing_that_did_not_happen_is_added(house: House) -> None:
    number = await put(house, row())
    [event] = await history(house, number)
    again = event.model_dump(exclude={"id"})

    refusal = await refused(put(house, again, AppointmentEvent))
    assert "appointment_id" in refusal
    assert "ordinal" in refusal


async def test_an_unsigned_staff_is_not_somebody(house: House) -> None:
    member = await house.member("nuri")

    assert await refused(put(house, row(changed_by_id=member.id))) == "ck_appointment_signed"


async def test_a_history_goes_with_its_appointment(house: House) -> None:
    kept = await put(house, row(TEN))
    await drop(house, await put(house, row()))

    assert [event.appointment_id for event in await house.rows(AppointmentEvent)] == [kept]


async def test_an_erasure_leaves_a_history_about_nobody(house: House) -> None:
    """What stays: that an appointment was booked and called off, when, and by which kind of people."""
    person = await house.person()
    await house.book(person, NINE, "finance")
    async with house.database.transaction() as session:
        await privacy.erase(session, person, NOW)

    events = await house.rows(AppointmentEvent)
    assert [(each.state, each.why) for each in events] == [
        ("requested", Cause.BOOKED),
        ("canceled_by_person", Cause.ERASED),
    ]
    about = {column for column in AppointmentEvent.model_fields if "person" in column or "words" in column}
    assert about == set()


async def test_meetings_that_began_are_closed_in_signed_events(house: House) -> None:
    person = await house.person()
    first = await house.book(person, at(24, 9))
    await house.book(person, NINE, now=at(24, 9, 30))

    assert (await history(house, first.id))[-1].by is Actor.SYSTEM
    assert len(await house.rows(AppointmentEvent, col(AppointmentEvent.state) == "past")) == 1
