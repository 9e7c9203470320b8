"""What is owed once, what is no longer true, what is no longer worth saying."""

from datetime import datetime, timedelta

import pytest

from bot.models import Outbox, OutboxState, Slot
from bot.services import clockwork, notices, slots
from tests.services.a_morning import NOW, House, at

HOUR = timedelta(hours=1)
NINE = at(30, 9)


async def test_a_notice_with_the_same_key_is_owed_once(house: House) -> None:
    async with house.database.transaction() as session:
        first = await notices.notify(session, 1, "reminder.two_hours", {}, NOW, dedupe_key="once")
        second = await notices.notify(session, 1, "reminder.two_hours", {}, NOW, dedupe_key="once")
        other = await notices.notify(session, 1, "reminder.two_hours", {}, NOW, due_at=NOW + HOUR)

    assert second is None
    assert [row.id for row in await house.rows(Outbox)] == [first, other]


async def beat(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


@pytest.mark.parametrize(
    ("started_again", "evening", "shortly"),
    [
        pytest.param(at(29, 19), "waiting", "waiting", id="an hour after the evening's"),
        pytest.param(at(29, 22), "expired", "waiting", id="at bedtime"),
        pytest.param(at(30, 8), "expired", "waiting", id="an hour after the morning's"),
        pytest.param(at(30, 9), "expired", "expired", id="when it begins"),
        pytest.param(at(30, 18), "expired", "expired", id="after the meeting"),
    ],
)
async def test_a_process_that_stood_still(
    house: House, started_again: datetime, evening: str, shortly: str
) -> None:
    """What is still true goes out late; what is not is marked, and never said."""
    person = await house.person()
    await house.book(person, NINE)
    await beat(house, started_again)

    rows = await house.rows(Outbox, Outbox.chat_id == person.chat_id)
    assert [row.state for row in rows] == ["expired", evening, shortly]  # three days before is long over


async def test_a_reminder_is_true_while_its_meeting_is_at_that_time(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, NINE, "finance")
    _, old, _ = await house.rows(Outbox)
    async with house.database.reading() as session:
        assert await notices.still_true(session, old, at(29, 18))
        assert not await notices.still_true(session, old, NINE)
    await house.change(person, booked, at(30, 10))
    *_, new, _ = await house.rows(Outbox)
    async with house.database.reading() as session:
        assert not await notices.still_true(session, old, at(29, 18))
        assert await notices.still_true(session, new, at(29, 18))
    await house.cancel(person, booked)
    async with house.database.reading() as session:
        assert not await notices.still_true(session, new, at(29, 18))


async def test_a_report_of_what_happened_stays_true(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, NINE, "finance")
    await house.cancel(person, booked)
    [report] = await house.rows(
        Outbox, Outbox.chat_id == counselor.chat_id, Outbox.state == OutboxState.WAITING
    )
    async with house.database.reading() as session:
        assert await notices.still_true(session, report, NOW)


async def test_a_chore_is_done_once_in_its_time(house: House) -> None:
    async def is_due(now: datetime) -> bool:
        async with house.database.transaction() as session:
            return await clockwork.is_due(session, "purge", timedelta(days=1), now)

    day = timedelta(days=1)
    beats = [NOW, NOW + HOUR, NOW + day, NOW + day + HOUR, NOW]
    assert [await is_due(now) for now in beats] == [True, False, True, False, True]  # a clock moved back, too


async def test_refreshing_slots_twice_changes_nothing(house: House) -> None:
    before = [row.model_dump() for row in await house.rows(Slot)]
    for _ in range(2):
        async with house.database.transaction() as session:
            await slots.refresh(session, house.center, NOW)

    assert [row.model_dump() for row in await house.rows(Slot)] == before
    assert len(before) > 100
