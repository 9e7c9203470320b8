"""The process stands still for two hours of a day with thirty appointments: what is still true goes out, once.

Three beginnings of the two hours are tried, and the clock beats once an hour; with BITNA_NIGHTLY=1 all forty-eight
half hours of the day, and it beats at each of them.
"""

import os
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.gateway import outbox
from bot.models import Appointment, Outbox, OutboxState
from bot.rules.reminders import reminders
from bot.services import clockwork, notices
from tests.services.a_morning import NOW, House, at
from tests.services.test_absences import full_day

HALF, GAP = timedelta(minutes=30), timedelta(hours=2)
MIDNIGHT = at(30, 0)
NIGHTLY = "BITNA_NIGHTLY" in os.environ
STARTS = range(48) if NIGHTLY else (15, 23, 35)  # half hours since midnight
BEATS = [
    MIDNIGHT + step * HALF for step in range(0, 48 + 4, 1 if NIGHTLY else 2)
]  # all that is due is due at one
Said = Counter[tuple[int | None, str, datetime]]


async def rendered(session: AsyncSession, row: Outbox, now: datetime) -> dict[str, Any] | None:
    """Only whether it may still be said."""
    return {} if await notices.still_true(session, row, now) else None


async def beats(house: House, now: datetime) -> list[Outbox]:
    """What the running process does at a moment: the clock's work, then what is due leaves."""
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)
    async with house.database.transaction() as session:
        due = select(Outbox).where(Outbox.state == OutboxState.WAITING, col(Outbox.due_at) <= now)
        rows = {row.id: row for row in (await session.exec(due.order_by(col(Outbox.id)))).all()}
        calls = await outbox.take(session, [number for number in rows if number], now, rendered)
        sent = [rows[call.row_id] for call in calls]
        for row in sent:
            row.state, row.ended_at = OutboxState.SENT, now
        return sent


def owed(appointments: Sequence[Appointment], stops: datetime, starts: datetime) -> Said:
    """Each reminder that is due in the day, but for those that are worth nothing when the process is back."""
    return Counter(
        (each.id, str(reminder.kind), starts if stops <= reminder.due_at < starts else reminder.due_at)
        for each in appointments
        for reminder in reminders(each.starts_at, NOW)
        if MIDNIGHT <= reminder.due_at < MIDNIGHT + 48 * HALF
        and not (stops <= reminder.due_at < starts and reminder.expires_at <= starts)
    )


async def full_days(house: House) -> list[Appointment]:
    """Thirty people on Monday, some more on Tuesday and Thursday: all three reminders are due on Monday."""
    await full_day(house, 30)
    for day in (1, 3):
        for hour in (9, 10, 14):
            await house.book(await house.person(), at(day, hour, month=12))
    return await house.rows(Appointment)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("half_hour", STARTS)
async def test_two_hours_without_the_process(house: House, half_hour: int) -> None:
    appointments = await full_days(house)
    stops = MIDNIGHT + half_hour * HALF
    starts = stops + GAP
    await beats(house, MIDNIGHT - HALF)  # the days before are over
    said: Said = Counter()
    for now in sorted({*BEATS, starts}):
        if not stops <= now < starts:
            said.update((row.appointment_id, str(row.notice), now) for row in await beats(house, now))

    expected = owed(appointments, stops, starts)
    assert said == expected
    assert set(expected.values()) == {1}
    assert len(expected) >= 24
