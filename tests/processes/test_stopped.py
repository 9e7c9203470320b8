"""Stopped and started again: nothing is lost, and what became due meanwhile is said if it is still true."""

import re
from datetime import datetime, timedelta

from sqlmodel import col

from bot.clock import SEOUL
from bot.models import Appointment, ConsentKind, Outbox, OutboxState
from bot.services import bookings, consents, people
from bot.services.notices import REMINDERS, Notice
from sandbox.people import Person
from tests.processes.seeker import buttons
from tests.processes.town import Town


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 on the center's clock; the 24th is a Tuesday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SEOUL)


async def has_booked(town: Town, name: str, starts_at: datetime, service: str = "intake") -> Person:
    """Somebody with an appointment at that time, who has agreed to what is asked first."""
    person = town.person(name)
    town.telegram.the_bot().chats[person.id].started = True
    async with town.database.transaction() as session:
        known = await people.heard_from(session, person.id, "ko", town.now)
        kinds = {ConsentKind.COLLECT, ConsentKind.ABROAD}
        await consents.give(session, known.id or 0, kinds, town.center.consent.version, town.now)
        await bookings.book(session, town.center, known, service, starts_at, town.now)
    return person


async def presses(town: Town, person: Person, wanted: str) -> None:
    """The newest button whose data fits, once it is there."""
    phone = town.phone(person)

    def shown() -> tuple[int, str] | None:
        for message in reversed(phone.sees()["messages"]):
            for data in buttons(message):
                if re.fullmatch(wanted, data):
                    return message["message_id"], data
        return None

    phone.press(*await town.comes_true(shown, f"a button {wanted} for {person.first_name}"))


async def cancels(town: Town, person: Person) -> None:
    town.phone(person).send("/mine")
    await presses(town, person, r"appt:cancel:\d+")
    await presses(town, person, r"appt:cancel_yes:\d+")
    await town.at_rest()


async def moves(town: Town, person: Person, to: datetime) -> None:
    town.phone(person).send("/mine")
    await presses(town, person, r"appt:move:\d+")
    await town.comes_true(
        lambda: ":how:" in str(town.phone(person).sees()["messages"][-1]), "how to find a time"
    )
    town.phone(person).send(f"{to.month}월 {to.day}일 {to.hour}시")
    await presses(town, person, ".*:sure:yes")
    await town.at_rest()


async def stopped_from(town: Town, stop: datetime, until: datetime) -> None:
    """No process of the bot lives between these moments."""
    town.telegram.move_clock(to=stop)
    assert await town.bot.stop() == 0
    town.telegram.move_clock(to=until)
    await town.start()


async def reminders(town: Town, person: Person) -> list[tuple[Notice, datetime, OutboxState]]:
    """Every reminder that was ever owed to this person: which, of when, and how it ended."""
    owed = await town.rows(
        Outbox, col(Outbox.chat_id) == person.id, col(Outbox.notice).in_([str(each) for each in REMINDERS])
    )
    return sorted((Notice(row.notice or ""), row.due_at.astimezone(SEOUL), row.state) for row in owed)


async def test_a_reminder_that_became_due_while_stopped(town: Town) -> None:
    """It goes out late if it is still true, and not at all if it is not."""
    town.telegram.move_clock(to=at(23, 9))
    await town.fill_slots()
    missed = await has_booked(town, "지나감", at(24, 13))
    soon = await has_booked(town, "두시간", at(24, 14))
    tomorrow = await has_booked(town, "내일", at(25, 14))
    canceled = await has_booked(town, "취소", at(24, 15))
    moved = await has_booked(town, "변경", at(24, 15), "leap")
    moved_from_tomorrow = await has_booked(town, "변경내일", at(25, 14), "leap")
    town.telegram.move_clock(to=at(24, 10))
    await town.start()
    await town.at_rest()
    await cancels(town, canceled)
    await moves(town, moved, at(30, 14))
    await moves(town, moved_from_tomorrow, at(30, 14))
    heard = {person.id: len(town.sent_to(person)) for person in town.telegram.people.values()}

    await stopped_from(town, at(24, 10, 50), at(24, 13, 5))
    await town.comes_true(lambda: len(town.sent_to(soon)) > heard[soon.id], "the reminder, an hour late")
    await town.at_rest()

    assert (Notice.TWO_HOURS, at(24, 12), OutboxState.SENT) in await reminders(town, soon)
    assert "오후 2시" in town.sent_to(soon)[-1]
    assert (Notice.TWO_HOURS, at(24, 11), OutboxState.EXPIRED) in await reminders(town, missed)

    await stopped_from(town, at(24, 17, 50), at(24, 19))
    await town.comes_true(lambda: len(town.sent_to(tomorrow)) > heard[tomorrow.id], "tomorrow's reminder")
    await town.at_rest()

    assert (Notice.DAY_BEFORE, at(24, 18), OutboxState.SENT) in await reminders(town, tomorrow)
    assert "오후 2시" in town.sent_to(tomorrow)[-1]
    for person in (missed, canceled, moved, moved_from_tomorrow):
        assert len(town.sent_to(person)) == heard[person.id], town.sent_to(person)
    for person in (moved, moved_from_tomorrow):
        waits = [each for each in await reminders(town, person) if each[2] is OutboxState.WAITING]
        assert waits == [
            (Notice.DAY_BEFORE, at(29, 18), OutboxState.WAITING),
            (Notice.THREE_DAYS, at(27, 18), OutboxState.WAITING),
            (Notice.TWO_HOURS, at(30, 12), OutboxState.WAITING),
        ]

    await stopped_from(town, at(27, 17), at(27, 19))
    await town.comes_true(lambda: len(town.sent_to(moved)) > heard[moved.id], "the new time's reminder")
    assert "11월 30일" in town.sent_to(moved)[-1]


async def test_asked_to_stop_it_ends_soon_and_loses_nothing(town: Town) -> None:
    """Whatever it was doing: nothing is in doubt afterwards, nothing is said twice."""
    await town.start()
    people = [town.person(f"구직자{number}") for number in range(15)]
    for person in people:
        for words in ("/start", "센터 어디예요?", "/programs"):
            town.phone(person).send(words)
    await town.comes_true(lambda: town.calls_of("sendMessage") >= 5, "the first answers")

    assert await town.bot.stop(seconds=5) == 0
    await town.start()
    await town.at_rest()

    assert [len(town.sent_to(person)) for person in people] == [3] * len(people)
    assert {row.state for row in await town.rows(Outbox)} == {OutboxState.SENT}
    assert town.refused() == []


async def test_an_appointment_is_past_when_the_bot_comes_back(small_town: Town) -> None:
    town = small_town
    town.telegram.move_clock(to=at(23, 9))
    await town.fill_slots()
    await has_booked(town, "민지", at(24, 14))
    await town.start()

    await stopped_from(town, at(24, 13), at(24, 13) + timedelta(days=1))

    async def is_past() -> bool:
        return [row.state.value for row in await town.rows(Appointment)] == ["past"]

    await town.comes_true(is_past, "the appointment's end")
