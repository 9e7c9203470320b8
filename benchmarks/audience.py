"""What an audience of a million costs: counting it, starting its run, and the memory of sending.

Both databases hold a million people who agreed to news; every fifth lives in 북구. Counting stands beside the
plainest SQL that counts the same people, starting the run (a copy for each, in pages, each page committed)
beside one bare INSERT … SELECT of as many rows. All take turns in one run, at half a million and at a
million. Then a process of its own sends copies to nobody and says what it grew by. Figures are medians.

`python benchmarks/audience.py` prints them, and exits with 1 where a goal is missed; `--people 100000` is
quicker, `--sent 1000000` sends to all.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvloop
from sqlmodel import col, delete, text
from sqlmodel.ext.asyncio.session import AsyncSession

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.databases import administer, places  # noqa: E402
from bot.center import Center, load_center  # noqa: E402
from bot.db import Database  # noqa: E402
from bot.models import Announcement, AnnouncementState, Copy, Role, Staff  # noqa: E402
from bot.services import announcements  # noqa: E402

KINDS = ("SQLite", "PostgreSQL")
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)  # ten in the morning in Seoul
GIVEN = "2026-11-01 00:00:00"
AUDIENCES: dict[str, dict[str, Any]] = {"everybody": {}, "one district": {"district": "북구"}}
COUNTS, STARTS = 5, 3  # of each a size
COUNT_GOAL, START_GOAL, TWICE_GOAL, GROWN_GOAL = 1.5, 2.0, 2.1, 50

TWICE = ("count everybody", "count one district", "start")

NUMBERS = {
    "SQLite": "RECURSIVE numbers(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM numbers WHERE n < {last})",
    "PostgreSQL": "numbers(n) AS (SELECT generate_series({first}, {last}))",
}
FILL = """
    INSERT INTO person (id, chat_id, language, language_chosen, offered, created_at, seen_at)
        WITH {numbers} SELECT n, 7000000000 + n, 'ko', {no}, '[]', '{given}', '{given}' FROM numbers;
    INSERT INTO consent (person_id, kind, version, given_at)
        WITH {numbers} SELECT n, 'news', '2026-11', '{given}' FROM numbers;
    INSERT INTO profile_answer (person_id, question, value, words, how, answered_at)
        WITH {numbers} SELECT n, 'district',
            (CASE WHEN n / 5 * 5 = n THEN '"북구"' ELSE '"남구"' END){as_json}, '', 'typed', '{given}'
        FROM numbers;
    ANALYZE
"""
BARE_COUNT = """
    SELECT count(*) FROM person JOIN consent ON consent.person_id = person.id {join}
    WHERE consent.kind = 'news' AND consent.withdrawn_at IS NULL
    AND coalesce(consent.confirmed_at, consent.given_at) > '2024-11-23' AND person.unreachable_at IS NULL
    AND (person.hushed_until IS NULL OR person.hushed_until <= '2026-11-23')
"""
LIVES_IN = """
    JOIN profile_answer ON profile_answer.person_id = person.id
    AND profile_answer.question = 'district' AND {value} = '북구'
"""
VALUE = {"SQLite": "json_extract(profile_answer.value, '$')", "PostgreSQL": "profile_answer.value #>> '{}'"}
BARE_INSERT = (
    "INSERT INTO copy (announcement_id, person_id, state, night) SELECT :told, id, 'waiting', :no FROM person"
)


def fill(kind: str, url: str, first: int, last: int) -> None:
    """People from this number to that, with what they agreed to and where they live."""
    numbers = NUMBERS[kind].format(first=first, last=last)
    no, as_json = ("0", "") if kind == "SQLite" else ("false", "::json")
    administer(url, *FILL.format(numbers=numbers, no=no, as_json=as_json, given=GIVEN).split(";"))


@dataclass
class Measured:
    """One database, with the seconds of everything by size and name."""

    kind: str
    database: Database
    center: Center
    staff_id: int = 0
    seconds: dict[tuple[int, str], list[float]] = field(default_factory=lambda: defaultdict(list))

    async def turn(self, people: int, *, starts: bool) -> None:
        """Each once, ours and bare by turns."""
        for audience in AUDIENCES:
            expected = people if audience == "everybody" else people // 5
            for name, counted in (("count", self._counted), ("bare count", self._counted_barely)):
                found = await self._timed(
                    (people, f"{name} {audience}"), lambda of=counted, who=audience: of(who)
                )
                assert found == expected, (name, audience, found)
        if starts:
            await self._timed((people, "start"), self._started)
            assert await self._forgotten() == people
            await self._timed((people, "bare start"), self._started_barely)
            assert await self._forgotten() == people

    async def _timed(self, what: tuple[int, str], deed: Callable[[], Awaitable[Any]]) -> Any:
        begun = time.perf_counter()
        found = await deed()
        self.seconds[what].append(time.perf_counter() - begun)
        return found

    async def _counted(self, audience: str) -> int:
        told = Announcement(text="소식", audience=AUDIENCES[audience], due_at=NOW, created_at=NOW)
        async with self.database.reading() as session:
            reach = await announcements.count(session, told, self.center, NOW)
        return reach.now + reach.held

    async def _counted_barely(self, audience: str) -> int:
        join = LIVES_IN.format(value=VALUE[self.kind]) if audience == "one district" else ""
        async with self.database.reading() as session:
            connection = await session.connection()
            found: int = (await connection.exec_driver_sql(BARE_COUNT.format(join=join))).scalar_one()
        return found

    async def _started(self) -> None:
        """As the clock does it: a page in each transaction, until it is decided of everybody."""
        told_id = await self.announced(AnnouncementState.SCHEDULED)
        while True:
            async with self.database.transaction() as session:
                await announcements.release_due(session, self.center, NOW)
            async with self.database.reading() as session:
                if (await session.get_one(Announcement, told_id)).spread_at is not None:
                    return

    async def _started_barely(self) -> None:
        told_id = await self.announced(AnnouncementState.DRAFT)
        async with self.database.transaction() as session:
            connection = await session.connection()
            await connection.execute(text(BARE_INSERT), {"told": told_id, "no": False})

    async def announced(self, state: AnnouncementState) -> int:
        """An announcement for everybody."""
        async with self.database.transaction() as session:
            self.staff_id = self.staff_id or await operator(session)
            told = Announcement(text="소식", state=state, due_at=NOW, created_at=NOW, staff_id=self.staff_id)
            session.add(told)
            await session.flush()
            assert told.id is not None
            return told.id

    async def _forgotten(self) -> int:
        """No copies and no announcements again; how many copies there were."""
        async with self.database.transaction() as session:
            gone: int = (await session.exec(delete(Copy).where(col(Copy.id) > 0))).rowcount
            await session.exec(delete(Announcement).where(col(Announcement.id) > 0))
        if self.database.is_postgres:
            await asyncio.to_thread(administer, self.database.url, "VACUUM copy")
        return gone

    def median(self, people: int, what: str) -> float:
        return statistics.median(self.seconds[people, what])


async def operator(session: AsyncSession) -> int:
    member = Staff(name="하늘", role=Role.OPERATOR)
    session.add(member)
    await session.flush()
    assert member.id is not None
    return member.id


def told(measured: Measured, people: int) -> bool:
    """Print the figures of one database; whether its goals are reached."""
    counts = {
        audience: measured.median(people, f"count {audience}")
        / measured.median(people, f"bare count {audience}")
        for audience in AUDIENCES
    }
    start = measured.median(people, "start") / measured.median(people, "bare start")
    twice, bare = (
        {what: measured.median(people, of + what) / measured.median(people // 2, of + what) for what in TWICE}
        for of in ("", "bare ")
    )
    print(f"{measured.kind}: counting in bare counts: {rounded(counts)} (<= {COUNT_GOAL})")
    print(
        f"{measured.kind}: starting {measured.median(people, 'start'):.1f} s,"
        f" in bare inserts {start:.2f} (<= {START_GOAL})"
    )
    print(f"{measured.kind}: twice the people cost: {rounded(twice)} (<= {TWICE_GOAL})")
    print(f"{measured.kind}: and without us: {rounded(bare)}", flush=True)
    return max(counts.values()) <= COUNT_GOAL and start <= START_GOAL and max(twice.values()) <= TWICE_GOAL


def rounded(ratios: dict[str, float]) -> str:
    return ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())


def grown(url: str, many: int) -> dict[str, Any]:
    """What a process that sends so many copies grew by."""
    command = [sys.executable, __file__, "--sending", url, "--sent", str(many)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


async def sending(url: str, many: int) -> dict[str, Any]:
    """Send that many of the copies that wait; the highest memory meanwhile, less that of the beginning."""
    from announce_clients import sent_by_ours  # noqa: PLC0415 (brings the peers' libraries with it)

    return await sent_by_ours(Database(url), many)


async def measure(people: int, sent: int) -> bool:
    center = load_center(ROOT / "center")
    good = True
    with places() as there:
        urls = {kind: there.fresh(kind, "audience") for kind in KINDS}
        measured = [Measured(kind, Database(url), center) for kind, url in urls.items()]
        for first, last in ((1, people // 2), (people // 2 + 1, people)):
            for kind, url in urls.items():
                fill(kind, url, first, last)
            for number in range(COUNTS):
                for each in measured:
                    await each.turn(last, starts=number < STARTS)
        for each in measured:
            good &= told(each, people)
            await each._started()  # noqa: SLF001 (copies for the one who sends)
            await each.database.close()
            report = grown(urls[each.kind], sent)
            good &= report["grown_mb"] <= GROWN_GOAL
            print(f"{each.kind}: sending {sent} copies took {report} (<= {GROWN_GOAL} MB)", flush=True)
    print("Goals:", "yes" if good else "NO")
    return good


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=1_000_000)
    arguments.add_argument("--sent", type=int, default=200_000)
    arguments.add_argument("--sending")
    given = arguments.parse_args()
    if given.sending:
        print(json.dumps(uvloop.run(sending(given.sending, given.sent))))
        return
    sys.exit(0 if asyncio.run(measure(given.people, given.sent)) else 1)


if __name__ == "__main__":
    main()
