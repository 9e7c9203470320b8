"""The file of a meeting: sent to whoever has it, and anew to whoever has the old one."""

import pytest
from sqlmodel import col

from bot.models import Appointment, Cause, Outbox, OutboxState, Person
from bot.services import bookings
from bot.services.absences.moving import move_to
from bot.services.bookings import NotThere, Why
from bot.services.bookings.finding import Wish
from tests.services.a_morning import NOW, House, at

NINE, TEN, ONE = at(30, 9), at(30, 10), at(30, 13)
FILE = "booking.calendar"


async def save(house: House, person: Person, appointment_id: int) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.send_file(session, person, appointment_id, NOW)


async def files(house: House) -> list[Outbox]:
    return await house.rows(Outbox, col(Outbox.notice) == FILE)


async def delivered(house: House) -> None:
    """The files that wait have arrived."""
    async with house.database.transaction() as session:
        for row in await files(house):
            row.state, row.ended_at = OutboxState.SENT, NOW
            await session.merge(row)


async def test_a_file_is_sent_to_whoever_asks_for_theirs(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, NINE)
    await save(house, person, booked.id or 0)
    [file] = await files(house)

    assert (file.chat_id, file.method) == (person.chat_id, "sendDocument")
    assert (file.appointment_id, file.body) == (booked.id, {"renews": False})


async def test_nobody_gets_anothers(house: House) -> None:
    booked = await house.book(await house.person(), NINE)
    with pytest.raises(NotThere) as refused:
        await save(house, await house.person(), booked.id or 0)
    assert refused.value.reason is Why.NOT_YOURS
    with pytest.raises(NotThere) as refused:
        await save(house, await house.person(), 424_242)

    assert refused.value.reason is Why.UNKNOWN
    assert await files(house) == []


async def test_asking_twice_before_it_arrived_sends_one(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, NINE)
    for _ in range(2):
        await save(house, person, booked.id or 0)

    assert (await house.told(person.chat_id)).count(FILE) == 1


async def test_a_move_and_its_end_renew_what_was_saved(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, NINE)
    await save(house, person, booked.id or 0)
    await delivered(house)
    await house.change(person, booked, TEN)
    assert [row.body for row in await files(house)][1:] == [{"renews": True}]

    await house.cancel(person, booked)
    states = [row.state for row in await files(house)]
    assert states == [OutboxState.SENT, OutboxState.CANCELED, OutboxState.WAITING]


async def test_who_saved_nothing_is_sent_nothing(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, NINE)
    await house.change(person, booked, TEN)
    await house.cancel(person, booked)

    assert await files(house) == []


async def test_who_moves_out_of_an_absence_keeps_a_true_calendar(house: House) -> None:
    """The same hour with a colleague: the file names whom to meet."""
    person = await house.person()
    booked = await house.book(person, ONE, "leap")
    await save(house, person, booked.id or 0)
    await delivered(house)
    async with house.database.transaction() as session:
        moving = await session.get_one(Appointment, booked.id)
        wish = Wish(house.center, person.id or 0, "leap", ONE, moving=moving, by_staff=True)
        await move_to(session, wish, person, Cause.ABSENCE, NOW)

    assert [row.body for row in await files(house)][1:] == [{"renews": True}]
