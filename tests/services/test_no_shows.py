"""Who does not come: a kind message each time, a call after two in a row, nothing else."""

from datetime import timedelta

import pytest

from bot.models import Appointment, AppointmentState, Call, CallWhy, Outbox, Person, Staff
from bot.services import bookings
from tests.services.a_morning import NOW, House, at

DONE, MISSED = AppointmentState.DONE, AppointmentState.NO_SHOW
MINUTE = timedelta(minutes=1)
TIMES = [at(27, hour) for hour in (9, 10, 11, 13)]


async def marks(house: House, member: Staff, booked: Appointment, state: AppointmentState) -> None:
    async with house.database.transaction() as session:
        await bookings.mark(session, member, booked.id or 0, state, booked.starts_at + MINUTE)


async def meet(house: House, member: Staff, person: Person, states: str) -> list[Appointment]:
    """One meeting after the other: D they met, X the person did not come."""
    met = []
    for state, when in zip(states, TIMES, strict=False):
        booked = await house.book(person, when, "finance", now=when - timedelta(hours=3))
        await marks(house, member, booked, DONE if state == "D" else MISSED)
        met.append(booked)
    return met


CALLED = [("X", 0), ("XX", 1), ("DX", 0), ("XD", 0), ("XDX", 0), ("DXX", 1), ("XXX", 2), ("XXD", 1)]


@pytest.mark.parametrize(("states", "calls"), CALLED, ids=[row[0] for row in CALLED])
async def test_a_call_after_two_in_a_row(house: House, states: str, calls: int) -> None:
    member, person = await house.member("누리"), await house.person()
    await meet(house, member, person, states)

    assert [call.why for call in await house.rows(Call)] == [CallWhy.NO_SHOW] * calls
    assert (await house.told(person.chat_id)).count("booking.no_show") == states.count("X")


async def test_another_persons_do_not_count(house: House) -> None:
    member = await house.member("누리")
    other, person = await house.person(), await house.person()
    for who, when in ((other, TIMES[0]), (person, TIMES[1])):
        await marks(house, member, await house.book(who, when, "finance"), MISSED)

    assert await house.rows(Call) == []


async def test_a_wrong_tap_leaves_no_trace_with_the_person(house: House) -> None:
    """Neither a message nor a call; tapped once more, both are there again, once."""
    member, person = await house.member("누리"), await house.person()
    _, second = await meet(house, member, person, "XX")
    await marks(house, member, second, DONE)
    waiting = await house.rows(Outbox, Outbox.appointment_id == second.id, Outbox.state == "waiting")
    assert [row.notice for row in waiting if row.chat_id == person.chat_id] == []
    assert [call.outcome for call in await house.rows(Call)] == ["not_needed"]

    await marks(house, member, second, MISSED)
    await marks(house, member, second, MISSED)
    assert len([call for call in await house.rows(Call) if call.done_at is None]) == 1
    assert (await house.told(person.chat_id)).count("booking.no_show") == 2


async def test_nothing_is_taken_away(house: House) -> None:
    """Whoever missed meetings books as before."""
    member, person = await house.member("누리"), await house.person()
    *_, last = await meet(house, member, person, "XXX")

    booked = await house.book(person, at(30, 9), "finance", now=last.ends_at)
    assert booked.state is AppointmentState.REQUESTED


async def test_the_message_waits_for_a_correction(house: House) -> None:
    member, person = await house.member("누리"), await house.person()
    [missed] = await meet(house, member, person, "X")
    notice = await house.only(Outbox, Outbox.notice == "booking.no_show", Outbox.state == "waiting")

    assert notice.due_at == missed.starts_at + 11 * MINUTE > NOW
