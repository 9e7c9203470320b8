"""What the first page of free times costs, beside a read by primary key through the same session.

200 and 400 counselors, sixty days, three services; nine of ten times of the coming three weeks are taken. The
page is the one that people see (bookings.openings): the next six times at which somebody gives the service.
Both databases, both sizes and the reads take turns in one run: a busy machine is busy for all of them.
Figures are medians. Exits with 1 where a goal is missed.
"""

import asyncio
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlmodel import col, func, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.databases import administer, places  # noqa: E402
from bot.center import Booking, Center, CounselorPlan, load_center  # noqa: E402
from bot.db import Database  # noqa: E402
from bot.models import Appointment, AppointmentState, Counselor, Slot, Way  # noqa: E402
from bot.services import bookings, slots  # noqa: E402

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
SIZES = (200, 400)
DAYS, FULL, FULL_DAYS = 60, 0.9, 21
SERVICES = {"intake": 1, "leap": 2, "finance": 20}  # one of so many counselors gives it
DAY = ("09:00-12:00", "13:00-18:00")
ROUNDS, READS = 30, 5  # of each a round
PAGE_GOAL, TWICE_GOAL = 20, 2.2


def center_of(many: int) -> Center:
    """The center of the folder with so many counselors."""
    week = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), DAY)
    plans = [
        {
            "key": f"c{number}",
            "name": f"상담사 {number}",
            "services": [key for key, share in SERVICES.items() if number % share == 0],
            "hours": week,
        }
        for number in range(many)
    ]
    booking = Booking(window_days=DAYS, notice_minutes=120, slot_minutes=60)
    counselors = tuple(CounselorPlan.model_validate(plan) for plan in plans)
    return load_center(ROOT / "center").model_copy(update={"booking": booking, "counselors": counselors})


async def fill(database: Database, center: Center) -> int:
    """Slots as the bot makes them, and appointments that take them; how many slots are free."""
    chance = random.Random(7)
    async with database.transaction() as session:
        await slots.refresh(session, center, NOW)
        there = (await session.exec(select(Slot).order_by(col(Slot.id)))).all()
        soon = NOW + timedelta(days=FULL_DAYS)
        taken = [slot for slot in there if chance.random() < (FULL if slot.starts_at < soon else 0.3)]
        for first in range(0, len(taken), 500):
            rows = [appointment(slot) for slot in taken[first : first + 500]]
            await session.exec(insert(Appointment), params=rows)
        free = select(func.count()).where(col(Slot.free_minutes) >= 60)
        return (await session.exec(free)).one()


def appointment(slot: Slot) -> dict[str, Any]:
    """Nobody's, of an hour: only its time counts here."""
    return {
        "number": f"B-{slot.id}",
        "person_id": None,
        "service": "intake",
        "counselor_id": slot.counselor_id,
        "starts_at": slot.starts_at,
        "ends_at": slot.starts_at + timedelta(minutes=50),
        "busy_until": slot.starts_at + timedelta(minutes=60),
        "state": AppointmentState.CONFIRMED,
        "requested_at": NOW,
        "changed_at": NOW,
    }


@dataclass
class Measured:
    """One database of one size, with the seconds of each read and each page."""

    name: str
    many: int
    center: Center
    session: AsyncSession
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    async def turn(self) -> None:
        """Some reads by key, then a page of each service."""
        for _ in range(READS):
            number = random.randrange(1, self.many)
            await self._timed("read", lambda number=number: self._read(number))
        for service in SERVICES:
            await self._timed(service, lambda service=service: self._page(service))

    async def _timed(self, what: str, deed: Callable[[], Awaitable[object]]) -> None:
        begun = time.perf_counter()
        await deed()
        self.seconds[what].append(time.perf_counter() - begun)

    async def _read(self, number: int) -> None:
        query = select(Counselor).where(Counselor.id == number).execution_options(populate_existing=True)
        (await self.session.exec(query)).one()

    async def _page(self, service: str) -> None:
        search = bookings.Search(self.center, service, Way.VISIT)
        found = await bookings.openings(self.session, search, NOW, NOW)
        assert len(found) > bookings.SHOWN

    def median(self, what: str) -> float:
        return statistics.median(self.seconds[what])


@asynccontextmanager
async def opened(name: str, url: str, many: int) -> AsyncIterator[Measured]:
    database, center = Database(url), center_of(many)
    free = await fill(database, center)
    administer(url, "ANALYZE")
    print(f"{name}, {many} counselors: {free} free times", flush=True)
    async with database.reading() as session:
        yield Measured(name, many, center, session)
    await database.close()


@contextmanager
def addresses() -> Iterator[list[tuple[str, str, int]]]:
    """A database of each kind and size."""
    with places() as there:
        yield [
            (kind, there.fresh(kind, f"slots_{many}"), many)
            for kind in ("SQLite", "PostgreSQL")
            for many in SIZES
        ]


def told(measured: list[Measured]) -> bool:
    """Print the figures; whether all goals are reached."""
    good = True
    for each in measured:
        reads = each.median("read")
        pages = {service: each.median(service) / reads for service in SERVICES}
        good &= each.many != SIZES[0] or max(pages.values()) <= PAGE_GOAL
        told_pages = ", ".join(f"{service} {times:.1f}" for service, times in pages.items())
        print(f"{each.name}, {each.many}: a read {reads * 1e3:.2f} ms; pages in reads: {told_pages}")
    for one, two in zip(measured[::2], measured[1::2], strict=True):
        ratios = {service: two.median(service) / one.median(service) for service in SERVICES}
        good &= max(ratios.values()) <= TWICE_GOAL
        told_ratios = ", ".join(f"{service} {ratio:.2f}" for service, ratio in ratios.items())
        print(f"{one.name}: twice the counselors cost {told_ratios} times as much")
    print(
        f"Goals: a page <= {PAGE_GOAL} reads, twice the counselors <= {TWICE_GOAL}:", "yes" if good else "NO"
    )
    return good


async def main() -> bool:
    with addresses() as places:
        managers = [opened(*place) for place in places]
        measured = [await manager.__aenter__() for manager in managers]
        for _ in range(ROUNDS):
            for each in measured:
                await each.turn()
        good = told(measured)
        for manager in managers:
            await manager.__aexit__(None, None, None)
    return good


if __name__ == "__main__":
    sys.exit(0 if asyncio.run(main()) else 1)
