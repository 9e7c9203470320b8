"""The private calendar of a counselor: fetched over HTTP by who knows the address, and by nobody else."""

import asyncio
import hashlib
import logging
import socket
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest
import vobject
from icalendar import Calendar
from starlette.applications import Starlette

from bot.clock import Clock
from bot.feeds import feed_routes
from bot.gateway import webhook
from bot.models import Counselor, Feed, Staff
from bot.services import bookings, feeds, staff
from tests.services.a_morning import NOW, House, at

NINE, TEN = at(30, 9), at(30, 10)


class StillClock(Clock):
    moment = NOW

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
async def clock() -> StillClock:
    return StillClock()


@pytest.fixture
async def address(house: House, clock: StillClock) -> AsyncIterator[str]:
    """Where calendars are served, over real HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    stop = asyncio.Event()
    app = Starlette(routes=feed_routes(house.database, clock, house.center, "/calendars"))
    serving = asyncio.create_task(webhook.serve(app, "127.0.0.1", port, stop))
    yield f"http://127.0.0.1:{port}/calendars"
    stop.set()
    await serving


async def get(url: str, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
    for _ in range(100):  # until it listens
        try:
            async with aiohttp.ClientSession() as client, client.get(url, headers=headers) as answer:
                return answer.status, await answer.read(), answer.headers
        except aiohttp.ClientConnectorError:
            await asyncio.sleep(0.02)
    raise AssertionError("nobody listens")


async def make(house: House, key: str = "nuri") -> str:
    """The secret of a counselor who has joined."""
    counselor = await house.only(Counselor, Counselor.key == key)
    if not await house.rows(Staff, Staff.counselor_id == counselor.id):
        await house.member(key)
    async with house.database.transaction() as session:
        return await feeds.make(session, counselor.id or 0, NOW)


async def revoke(house: House, key: str = "nuri") -> bool:
    counselor = await house.only(Counselor, Counselor.key == key)
    async with house.database.transaction() as session:
        return await feeds.revoke(session, counselor.id or 0, NOW)


async def test_a_calendar_has_the_counselors_meetings_and_no_names(house: House, address: str) -> None:
    person = await house.person()
    finance = await house.book(person, NINE, "finance")
    member = await house.member("nuri")
    async with house.database.transaction() as session:
        await bookings.accept(session, member, finance.id or 0, NOW)
    elsewhere = await house.book(await house.person(), at(24, 9), "leap")  # 누리 gives no such counseling
    status, content, headers = await get(f"{address}/{await make(house)}.ics")

    assert (status, headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    [event] = Calendar.from_ical(content).walk("VEVENT")
    other = vobject.readOne(content.decode()).vevent
    assert (event.start, event.end) == (NINE, NINE + timedelta(minutes=50))
    assert (other.dtstart.value, other.dtend.value) == (NINE, NINE + timedelta(minutes=50))
    assert (
        str(event["SUMMARY"]) == f"{finance.number} · 상담, 대면"
    )  # sensitive: what it is about is not said
    assert str(event["STATUS"]) == "CONFIRMED"
    assert elsewhere.number not in content.decode()
    assert str(person.chat_id) not in content.decode()


async def test_what_was_not_confirmed_is_tentative_and_what_is_off_is_gone(
    house: House, address: str
) -> None:
    stays = await house.book(await house.person(), NINE, "finance")
    leaves = await house.person()
    off = await house.book(leaves, TEN, "finance")
    await house.cancel(leaves, off)
    _, content, _ = await get(f"{address}/{await make(house)}.ics")

    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["UID"]) == f"{stays.number}@gwangju.bitna"
    assert str(event["STATUS"]) == "TENTATIVE"


async def test_wrong_and_revoked_addresses_open_nothing(house: House, address: str) -> None:
    first = await make(house)
    second = await make(house)
    statuses = [(await get(f"{address}/{secret}.ics"))[0] for secret in (first, second, second[:-1], "x")]
    assert statuses == [404, 200, 404, 404]

    assert await revoke(house)
    assert not await revoke(house)
    [revoked, unknown] = [await get(f"{address}/{secret}.ics") for secret in (second, "x" * 43)]
    assert revoked[0] == unknown[0] == 404
    assert revoked[1] == unknown[1] == b""


async def test_whoever_left_has_no_calendar(house: House, address: str) -> None:
    secret = await make(house)
    async with house.database.transaction() as session:
        counselor = await house.only(Counselor, Counselor.key == "nuri")
        counselor.active = False
        await session.merge(counselor)

    assert (await get(f"{address}/{secret}.ics"))[0] == 404


async def test_whoever_left_the_staff_has_none_until_they_come_back(house: House, address: str) -> None:
    url = f"{address}/{await make(house)}.ics"
    async with house.database.transaction() as session:
        await staff.leave(session, await session.get_one(Staff, (await house.only(Staff)).id))
    assert (await get(url))[0] == 404

    await house.member("nuri")
    assert (await get(url))[0] == 200


async def test_only_the_hash_is_kept(house: House) -> None:
    secret = await make(house)
    kept = await house.only(Feed)

    assert len(secret) >= 43  # 256 bits
    assert kept.token_hash == hashlib.sha256(secret.encode()).hexdigest()


async def test_what_has_not_changed_is_not_sent_again(house: House, address: str) -> None:
    url = f"{address}/{await make(house)}.ics"
    _, _, headers = await get(url)
    assert (await get(url, **{"If-None-Match": headers["ETag"]}))[:2] == (304, b"")

    await house.book(await house.person(), NINE, "finance")
    status, _, newer = await get(url, **{"If-None-Match": f'"other", W/{headers["ETag"]}'})
    assert status == 200
    assert newer["ETag"] != headers["ETag"]


async def test_that_it_was_read_is_written_down_once_an_hour(
    house: House, address: str, clock: StillClock
) -> None:
    url = f"{address}/{await make(house)}.ics"
    read = []
    for minutes in (0, 59, 60):
        clock.moment = NOW + timedelta(minutes=minutes)
        await get(url)
        read.append((await house.only(Feed)).read_at)

    assert read == [NOW, NOW, NOW + timedelta(minutes=60)]
    assert read[0].tzinfo in {UTC, NOW.tzinfo}


class Everything(logging.Handler):
    """All that reaches the log, at every level (caplog would listen to what is switched off, too)."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith("aiohttp"):  # the test's own client
            self.lines.append(record.getMessage())


async def test_no_log_has_the_secret(
    house: House, address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    secret, everything, root = await make(house), Everything(), logging.getLogger()
    monkeypatch.setattr(root, "handlers", [everything])
    monkeypatch.setattr(logging.getLogger("uvicorn.access"), "handlers", [])
    caplog.set_level(logging.DEBUG)
    await get(f"{address}/{secret}.ics")
    await get(f"{address}/{secret}x.ics")

    logging.getLogger("bot.feeds").debug("heard")
    assert "heard" in everything.lines
    assert not [line for line in everything.lines if secret in line]


async def test_a_database_that_is_away_is_said_and_not_by_its_address(
    house: House, address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    secret = await make(house)

    async def away(*_: object) -> None:
        raise OSError(f"no way to {secret}")

    monkeypatch.setattr(feeds, "opened_by", away)
    status, content, _ = await get(f"{address}/{secret}.ics")

    assert (status, content) == (503, b"")
    assert "cannot be read" in caplog.text
    assert secret not in caplog.text
