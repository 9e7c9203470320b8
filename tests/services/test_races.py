"""Many people at once, over several connections; two hundred rounds with BITNA_NIGHTLY=1."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import col, delete

from bot.db import Database
from bot.models import LIVE_STATES, Appointment, AppointmentEvent, Outbox, Person, Slot
from bot.rules.appointment_states import state_after
from bot.services import bookings
from bot.services.bookings import NotBookable, NotThere, Refusal
from tests.services.a_morning import NOW, House, at

MINUTE = timedelta(minutes=1)
ROUNDS = 200 if "BITNA_NIGHTLY" in os.environ else 50
TIMES = [at(day, hour) for day in (30, 27) for hour in (9, 10, 11)]


@pytest.fixture
async def doors(house: House, database_url: str) -> AsyncIterator[list[House]]:
    """The same database as two processes have it open."""
    second = Database(database_url)
    yield [house, replace(house, database=second)]
    await second.close()


async def outcome(deed: Awaitable[Appointment]) -> str:
    """What came of it; anything but a refusal fails the test."""
    try:
        await deed
    except (NotBookable, NotThere) as refused:
        return str(refused.reason)
    return "done"


async def nothing_was_booked(house: House) -> None:
    """Appointments go with their histories, and the slots are free again."""
    async with house.database.transaction() as session:
        await session.exec(delete(Outbox))
        await session.exec(delete(Appointment))
    assert await house.rows(AppointmentEvent) == []
    slots = await house.rows(Slot)
    assert all(slot.free_minutes * MINUTE == slot.ends_at - slot.starts_at for slot in slots)


def overlaps(appointments: list[Appointment]) -> list[tuple[int | None, int | None]]:
    """Pairs that put somebody in two places at once."""
    return [
        (one.id, other.id)
        for one in appointments
        for other in appointments
        if (one.id or 0) < (other.id or 0)
        and (one.counselor_id == other.counselor_id or one.person_id == other.person_id)
        and one.starts_at < other.ends_at
        and other.starts_at < one.ends_at
    ]


@pytest.mark.timeout(900)
async def test_fifty_people_want_the_only_time(doors: list[House]) -> None:
    """One gets it; each of the others hears that it is taken, and nothing else happens."""
    house = doors[0]
    people = await house.crowd(50)
    for _ in range(ROUNDS):
        random.shuffle(people)
        wishes = [
            outcome(doors[turn % 2].book(person, at(30, 9), "finance")) for turn, person in enumerate(people)
        ]

        assert Counter(await asyncio.gather(*wishes)) == {"done": 1, Refusal.TAKEN: 49}
        booked = await house.only(Appointment)
        assert booked.state in LIVE_STATES
        assert len(await house.rows(Outbox, Outbox.appointment_id == booked.id)) == 3  # its reminders
        await nothing_was_booked(house)


async def test_two_counselors_serve_two(doors: list[House]) -> None:
    """Whoever comes while the other counselor is free is served by the other counselor."""
    people = await doors[0].crowd(20)
    wishes = [
        outcome(doors[turn % 2].book(person, at(30, 9), "intake")) for turn, person in enumerate(people)
    ]

    assert Counter(await asyncio.gather(*wishes)) == {"done": 2, Refusal.TAKEN: 18}
    assert len({each.counselor_id for each in await doors[0].rows(Appointment)}) == 2


async def test_one_person_presses_ten_times(doors: list[House]) -> None:
    """A person has one appointment, whichever door the presses come through."""
    person = await doors[0].person()
    await asyncio.gather(*(doors[turn % 2].book(person, at(30, 9)) for turn in range(10)))

    assert len(await doors[0].rows(Appointment)) == 1


@pytest.mark.timeout(900)
async def test_people_book_move_and_cancel_all_at_once(doors: list[House]) -> None:
    """Nobody is ever in two places at once, and only reminders of the present time wait."""
    people = await doors[0].crowd(30)
    for _ in range(max(1, ROUNDS // 5)):
        deeds = [changes_their_mind(random.choice(doors), person) for person in people]
        await asyncio.gather(*deeds)

        live = await doors[0].rows(Appointment, col(Appointment.state).in_(LIVE_STATES))
        assert live
        assert overlaps(live) == []
        await histories_agree(doors[0])
        await reminders_are_true(doors[0], live)
        await nothing_was_booked(doors[0])


async def histories_agree(house: House) -> None:
    """Each appointment stands where its events say, and not one change is missing."""
    events = await house.rows(AppointmentEvent)
    for appointment in await house.rows(Appointment):
        own = [event for event in events if event.appointment_id == appointment.id]
        assert state_after(own) is appointment.state
        assert (own[-1].starts_at, own[-1].counselor_id) == (appointment.starts_at, appointment.counselor_id)
        assert len(own) == appointment.sequence + 1


async def changes_their_mind(house: House, person: Person) -> None:
    for _ in range(4):
        held = await mine(house, person)
        if not held:
            service = random.choice(["intake", "leap", "finance"])
            await outcome(house.book(person, random.choice(TIMES), service))
        elif random.random() < 0.6:
            await outcome(house.change(person, held[0], random.choice(TIMES)))
        else:
            await outcome(house.cancel(person, held[0]))


async def mine(house: House, person: Person) -> list[Appointment]:
    async with house.database.reading() as session:
        return await bookings.mine(session, person, NOW)


async def reminders_are_true(house: House, live: list[Appointment]) -> None:
    starts = {appointment.id: appointment.starts_at for appointment in live}
    waiting = await house.rows(Outbox, Outbox.state == "waiting", col(Outbox.notice).like("reminder.%"))
    assert Counter(row.appointment_id for row in waiting) == dict.fromkeys(starts, 3)
    for row in waiting:
        assert row.body["starts_at"] == starts[row.appointment_id].isoformat(timespec="minutes")
