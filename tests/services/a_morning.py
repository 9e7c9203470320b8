"""A small center, its people, and a morning on which nothing has happened yet."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Booking, Center, CounselorPlan
from bot.clock import SEOUL
from bot.db import Database
from bot.models import Announcement, Appointment, ConsentKind, How, Outbox, OutboxState, Person, Role, Staff
from bot.services import announcements, bookings, consents, people, profiles, staff

Row = TypeVar("Row", bound=SQLModel)

# A Monday, ten in the morning in Seoul.
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)


BOOKING = Booking(window_days=14, notice_minutes=120, slot_minutes=60)
MORNING, AFTERNOON = "09:00-12:00", "13:00-17:00"
DAY = [MORNING, AFTERNOON]
WEEKS: list[dict[str, Any]] = [
    {
        "key": "yunseul",
        "name": "윤슬",
        "services": ["intake", "leap"],
        "hours": {"monday": DAY, "tuesday": DAY, "wednesday": [AFTERNOON], "thursday": DAY, "friday": DAY},
    },
    {
        "key": "haneul",
        "name": "하늘",
        "services": ["intake", "leap"],
        "hours": {"monday": [AFTERNOON], "tuesday": DAY, "wednesday": DAY, "thursday": DAY},
    },
    {
        "key": "nuri",
        "name": "누리",
        "services": ["intake", "finance"],
        "hours": {"monday": DAY, "wednesday": DAY, "friday": DAY},
    },
]
COUNSELORS = tuple(CounselorPlan.model_validate(week) for week in WEEKS)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment in Seoul of the autumn of 2026."""
    return datetime.combine(date(2026, month, day), time(hour, minute), SEOUL).astimezone(UTC)


@dataclass
class House:
    """A database with the center's slots, and short ways to its people and rows."""

    database: Database
    center: Center
    chats: "itertools.count[int]" = field(default_factory=lambda: itertools.count(7_000_000_001))

    async def person(self, *agreed: ConsentKind, **answers: object) -> Person:
        """Somebody new, who agreed to this and answered that."""
        async with self.database.transaction() as session:
            person = await people.heard_from(session, next(self.chats), "ko", NOW)
            assert person.id is not None
            await consents.give(session, person.id, agreed, "2026-11", NOW)
            for question, value in answers.items():
                given = profiles.Given(value, str(value), How.TYPED, 1, NOW)
                await profiles.remember(session, person.id, question, given)
        return person

    async def crowd(self, many: int) -> list[Person]:
        """So many people at once."""
        async with self.database.transaction() as session:
            return [await people.heard_from(session, next(self.chats), "ko", NOW) for _ in range(many)]

    async def member(self, name: str, role: Role = Role.COUNSELOR, now: datetime = NOW) -> Staff:
        """A member of the staff who has joined."""
        async with self.database.transaction() as session:
            code = await staff.invite(session, name, role, now)
            return await staff.join(session, code, next(self.chats), now)

    async def book(
        self, person: Person, starts_at: datetime, service: str = "intake", now: datetime = NOW
    ) -> Appointment:
        """A booking in a transaction of its own."""
        async with self.database.transaction() as session:
            return await bookings.book(session, self.center, person, service, starts_at, now)

    async def change(self, person: Person, appointment: Appointment, starts_at: datetime) -> Appointment:
        """A move in a transaction of its own."""
        assert appointment.id is not None
        async with self.database.transaction() as session:
            return await bookings.change(session, self.center, person, appointment.id, starts_at, NOW)

    async def cancel(self, person: Person, appointment: Appointment, now: datetime = NOW) -> Appointment:
        """A person's cancellation in a transaction of its own."""
        assert appointment.id is not None
        async with self.database.transaction() as session:
            return await bookings.cancel_by_person(session, self.center, person, appointment.id, now)

    async def rows(self, table: type[Row], *conditions: Any) -> list[Row]:
        """The saved rows that fit, oldest first, seen from a transaction of its own."""
        async with self.database.reading() as session:
            query = select(table).where(*conditions).order_by(col(table.id))  # type: ignore[attr-defined]
            return list((await session.exec(query)).all())

    async def only(self, table: type[Row], *conditions: Any) -> Row:
        """The one saved row that fits."""
        [row] = await self.rows(table, *conditions)
        return row

    async def told(self, chat_id: int | None, *states: OutboxState) -> list[str | None]:
        """The kinds of notices this chat is owed, or those in the given states."""
        wanted = states or (OutboxState.WAITING,)
        found = await self.rows(Outbox, Outbox.chat_id == chat_id, col(Outbox.state).in_(wanted))
        return [row.notice for row in found]


async def scheduled(
    session: AsyncSession,
    operator: Staff,
    text: str,
    audience: dict[str, Any],
    due_at: datetime,
    now: datetime,
) -> Announcement:
    """An announcement of the plainest kind, handed in: news of programs, in Korean, without a picture."""
    plan = announcements.Plan(text, audience)
    announcement = await announcements.draft(session, operator, plan, now)
    return await announcements.hand_in(session, announcement, None, due_at, now)
