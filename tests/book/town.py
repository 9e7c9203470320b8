"""Twenty people, five counselors and an operator, one database, and a clock that moves on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy
from sqlalchemy import Table
from sqlmodel import SQLModel, col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Booking, Center, CounselorPlan, load_center
from bot.clock import SEOUL
from bot.db import Database
from bot.gateway import outbox
from bot.models import (
    Absence,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Call,
    Disruption,
    Invitation,
    Offer,
    Outbox,
    OutboxState,
    OwnCounselor,
    Person,
    ReminderAnswer,
    Role,
    Series,
    Slot,
    SpecialDay,
    Staff,
    Waiting,
    WaitingHalf,
)
from bot.services import notices, people, slots, staff

Row = TypeVar("Row", bound=SQLModel)
Thing = TypeVar("Thing")

# A Monday, nine in the morning in Seoul.
BEGIN = datetime(2026, 11, 23, 0, tzinfo=UTC)
PEOPLE = 20
BOOKING = Booking(window_days=4, notice_minutes=30, slot_minutes=60, person_ahead=3)
DAY = ("10:00-12:00", "14:00-17:00")
EVERY_DAY = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), DAY)
GIVES = (
    ["intake", "leap", "in_depth"],
    ["intake", "leap"],
    ["intake", "finance", "group"],
    ["leap", "finance", "in_depth"],
    ["intake", "leap", "group"],
)
ROOMS = ("room_1", "room_1", "room_2", "room_3", "room_3")  # two pairs share one
CENTER = load_center(Path(__file__).parents[2] / "center").model_copy(
    update={
        "booking": BOOKING,
        "closures": (),
        "counselors": tuple(
            CounselorPlan.model_validate(
                {
                    "key": f"c{number}",
                    "name": f"상담사 {number}",
                    "services": list(services),
                    "room": ROOMS[number - 1],
                    "per_day": 4 if number == 1 else None,
                    "hours": EVERY_DAY,
                }
            )
            for number, services in enumerate(GIVES, 1)
        ),
    }
)
KEPT = {"person", "staff", "counselor", "gives", "slot", "alembic_version"}
OF_THE_BOOK: tuple[type[SQLModel], ...] = (
    Appointment,
    AppointmentEvent,
    Outbox,
    Slot,
    Disruption,
    Absence,
    SpecialDay,
    Call,
    Series,
    ReminderAnswer,
    Waiting,
    WaitingHalf,
    Offer,
    Invitation,
    OwnCounselor,
)


class Pick:
    """A number that decides what is chosen, one choice after the other; nought chooses the first of all."""

    def __init__(self, number: int) -> None:
        self.number = number

    def of(self, things: Sequence[Thing]) -> Thing:
        """One of them; raises Nothing where there is none."""
        if not things:
            raise Nothing
        self.number, which = divmod(self.number, len(things))
        return things[which]


class Nothing(Exception):  # noqa: N818 (a reason, not an error)
    """There is nothing this could be done to."""


@dataclass
class Book:
    """Every row of the book at one moment."""

    tables: dict[type[SQLModel], list[Any]]

    def all(self, table: type[Row]) -> list[Row]:
        """The rows of this table, oldest first."""
        return self.tables[table]


@dataclass(frozen=True)
class Forgotten:
    """Somebody of whom nothing is left but the chat: they may write again, as somebody new."""

    chat_id: int
    at: datetime


@dataclass
class Town:
    """The people, what they see (as it was when they last looked), and the time."""

    doors: Sequence[Database]  # the same database as several processes have it open
    center: Center = CENTER
    now: datetime = BEGIN
    people: list[Person] = field(default_factory=list)
    counselors: list[Staff] = field(default_factory=list)
    operator: Staff = field(default_factory=Staff)
    seen: Book = field(default_factory=lambda: Book({}))
    deadlocks: Counter[str] = field(default_factory=Counter)
    left_meanwhile: set[int] = field(default_factory=set)  # notices sent while others did something
    leaving: set[int | None] = field(default_factory=set)  # who wants to be forgotten in these turns
    forgotten: dict[int, Forgotten] = field(default_factory=dict)  # by their number, since the round began

    async def is_founded(self) -> None:
        """Everybody is there, once and for all."""
        async with self.doors[0].transaction() as session:
            await slots.refresh(session, self.center, BEGIN)
            for number in range(PEOPLE):
                self.people.append(await people.heard_from(session, 7_000_000_001 + number, "ko", BEGIN))
            for number, plan in enumerate(self.center.counselors):
                self.counselors.append(await self._joins(session, plan.name, Role.COUNSELOR, number))
            self.operator = await self._joins(session, "운영", Role.OPERATOR, PEOPLE)

    async def _joins(self, session: AsyncSession, name: str, role: Role, number: int) -> Staff:
        code = await staff.invite(session, name, role, BEGIN)
        return await staff.join(session, code, 8_000_000_001 + number, BEGIN)

    async def begins_anew(self) -> None:
        """The book is empty, and it is Monday morning again."""
        self.now = BEGIN
        self.left_meanwhile = set()
        self.forgotten = {}
        async with self.doors[0].transaction() as session:
            await session.exec(delete(Offer))  # an open one needs its hold
            await session.exec(delete(Appointment))  # its history goes with it
            for table in reversed(SQLModel.metadata.sorted_tables):
                if table.name not in KEPT | {"appointment", "appointment_event"}:
                    await session.exec(delete(table))
            await session.exec(delete(Slot).where(col(Slot.starts_at) < BEGIN))
            await slots.refresh(session, self.center, BEGIN)
        await self.look()

    async def come_back(self) -> None:
        """Whoever was forgotten writes again, and is somebody new."""
        for each in [person for person in self.people if person.id in self.forgotten]:
            async with self.doors[0].transaction() as session:
                anew = await people.heard_from(session, each.chat_id, "ko", self.now)
            self.people[self.people.index(each)] = anew
            self.forgotten.pop(anew.id or 0, None)  # SQLite gives the number of the last one again

    async def look(self) -> Book:
        """Everybody sees the book as it is now."""
        async with self.doors[0].reading() as session:
            tables: dict[type[SQLModel], list[Any]] = {}
            for table in OF_THE_BOOK:
                there = table_of(table)  # plain rows: nobody changes what everybody sees
                query = sqlalchemy.select(*there.columns).order_by(*there.primary_key.columns)
                tables[table] = list((await session.exec(query)).all())  # type: ignore[call-overload]
        self.seen = Book(tables)
        return self.seen

    async def offers(self) -> set[int]:
        """The numbers of all there are."""
        async with self.doors[0].reading() as session:
            return {each for each in (await session.exec(select(Offer.id))).all() if each}

    async def mail(self, session: AsyncSession) -> list[int]:
        """What is due leaves, unless it is no longer true; the numbers of what left."""
        due = select(Outbox.id).where(Outbox.state == OutboxState.WAITING, col(Outbox.due_at) <= self.now)
        ids = [each for each in (await session.exec(due.order_by(col(Outbox.id)))).all() if each]
        calls = await outbox.take(session, ids, self.now, _rendered)
        sent = [call.row_id for call in calls]
        gone = update(Outbox).where(col(Outbox.id).in_(sent))
        await session.exec(gone.values(state=OutboxState.SENT, ended_at=self.now))
        return sent

    def times(self, most: int = 12) -> list[datetime]:
        """The next moments at which a meeting could begin: few, so that many want the same."""
        ahead = {slot.starts_at for slot in self.seen.all(Slot) if slot.starts_at > self.now}
        return sorted(ahead)[:most]

    def days(self) -> list[date]:
        """Today and the days that can be booked."""
        today = self.now.astimezone(SEOUL).date()
        return [today + timedelta(days=each) for each in (1, 0, 2, 3)]

    def appointments(self, states: Iterable[AppointmentState]) -> list[Appointment]:
        """Those in these states, the latest last."""
        wanted = set(states)
        return [each for each in self.seen.all(Appointment) if each.state in wanted]

    @property
    def people_by_id(self) -> dict[int, Person]:
        """Everybody, by number."""
        return {each.id or 0: each for each in self.people}

    def person_of(self, appointment: Appointment) -> Person:
        """Whose this is; raises Nothing where it is nobody's any longer."""
        if appointment.person_id is None:
            raise Nothing
        return self.people_by_id[appointment.person_id]

    def counselor_of(self, appointment: Appointment) -> Staff:
        """The member of the staff whom this is with."""
        return next(each for each in self.counselors if each.counselor_id == appointment.counselor_id)


async def _rendered(session: AsyncSession, row: Outbox, now: datetime) -> dict[str, Any] | None:
    """Only whether it may still be said; the words are another test's."""
    return {} if await notices.still_true(session, row, now) else None


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model."""
    found: Table = model.__table__  # type: ignore[attr-defined]
    return found
