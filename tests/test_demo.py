"""`make demo`, as its processes: it opens, the staff are in, and it leaves nobody behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from demo.house import PEOPLE
from sandbox.client import Hand, Sandbox

ROOT = Path(__file__).parent.parent
SEOUL = ZoneInfo("Asia/Seoul")
ROOMS = ("bot", "sandbox", "demo", "center", "locales")
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of its own, so that nobody's demo is disturbed."""
    for room in ROOMS:
        (tmp_path / room).symlink_to(ROOT / room)
    return tmp_path


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def start(checkout: Path, port: int) -> Iterator[Start]:
    """Start a demo there, in a process group of its own; whatever is left of it is ended."""
    started: list[subprocess.Popen[str]] = []

    def start(**settings: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "demo"],
            cwd=checkout,
            env={**os.environ, "BITNA_DEMO_PORT": str(port), **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if others(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def opened(demo: subprocess.Popen[str]) -> str:
    """The address, once it is printed."""
    assert demo.stdout
    for line in demo.stdout:
        if line.startswith("빛나를 열었어요: "):
            return line.split()[-1]
    raise AssertionError(demo.communicate())


def others(group: int) -> list[str]:
    """What is alive in this process group."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
    return [row[2] for row in rows if row[0] == str(group) and not row[1].startswith("Z")]


def child(demo: subprocess.Popen[str], what: str) -> int:
    """The process number of the bot or the sandbox."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    rows = [line.split(maxsplit=2) for line in listed]
    [pid] = [int(row[0]) for row in rows if row[1] == str(demo.pid) and f"-m {what}" in row[2]]
    return pid


def chat(url: str, person: int) -> list[dict[str, Any]]:
    with urllib.request.urlopen(f"{url}/sandbox/people/{person}/chat", timeout=10) as answer:
        return json.load(answer)["messages"]


def test_a_visitor_finds_the_staff_in_and_an_untouched_phone(start: Start, checkout: Path) -> None:
    demo = start()
    url = opened(demo)

    minji, yunseul, haneul = (chat(url, somebody.id) for somebody in PEOPLE)
    assert minji == []
    assert [message["from_bot"] for message in yunseul] == [False, True]
    assert [message["from_bot"] for message in haneul] == [False, True]
    assert (checkout / ".demo" / "bitna.db").exists()

    os.killpg(demo.pid, signal.SIGINT)  # what Ctrl-C does
    out, errors = demo.communicate(timeout=30)
    assert (demo.returncode, errors) == (0, "")
    assert "Traceback" not in out
    assert others(demo.pid) == []
    with socket.create_server(("127.0.0.1", int(url.rpartition(":")[2]))):
        pass  # the port is free again


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_the_runner_alone_ends_all_of_it(start: Start, number: signal.Signals) -> None:
    demo = start()
    opened(demo)

    demo.send_signal(number)
    _, errors = demo.communicate(timeout=30)
    assert (demo.returncode, errors) == (0, "")
    assert others(demo.pid) == []


def test_a_signal_while_it_opens_ends_all_of_it(start: Start) -> None:
    demo = start()
    time.sleep(1)

    demo.send_signal(signal.SIGTERM)
    _, errors = demo.communicate(timeout=30)
    assert errors == ""
    assert others(demo.pid) == []


@pytest.mark.parametrize("which", ["bot", "sandbox"])
def test_when_one_process_dies_the_demo_says_so_and_ends(start: Start, which: str) -> None:
    demo = start()
    opened(demo)

    os.kill(child(demo, which), signal.SIGKILL)
    _, errors = demo.communicate(timeout=30)
    assert demo.returncode == 1
    assert len(errors.splitlines()) == 1
    assert f"{which} 프로그램이 멈췄어요" in errors
    assert f".demo/{which}.log" in errors
    assert others(demo.pid) == []


async def test_from_start_to_a_booked_appointment_an_alert_and_a_reminder(start: Start) -> None:
    async with Sandbox(opened(start())) as sandbox:
        minji, yunseul, _ = await sandbox.people()
        await minji.sends("/start")
        await minji.hears("빛나", timeout=30)
        await minji.sends("상담 예약하기")
        booked = await pressing_the_first_button(minji, until=BOOKED)

        alert = await yunseul.hears(booked["number"])
        await yunseul.presses(alert.labels[0])
        await minji.hears(booked["number"])

        await sandbox.set_clock(moment(booked) - timedelta(minutes=119))
        reminder = await minji.hears(booked["number"])
    assert booked["when"] in reminder.text


BOOKED = re.compile(
    r"예약했어요: (?P<when>(?P<month>\d+)월 (?P<day>\d+)일 \(.\) (?P<half>오전|오후) (?P<hour>\d+)시)"
    r".*(?P<number>B-\d{5})",
    re.DOTALL,
)


async def pressing_the_first_button(hand: Hand, until: re.Pattern[str]) -> re.Match[str]:
    """Agree, take what is offered first, and say yes: the way of somebody in a hurry."""
    for _ in range(12):
        said = await hand.hears(
            lambda message: bool(message.labels or until.search(message.text)), timeout=30
        )
        if found := until.search(said.text):
            return found
        await hand.presses(said.labels[0], said.message_id)
    raise AssertionError([message.text for message in await hand.messages()])


def moment(booked: re.Match[str]) -> datetime:
    """The coming day of this month and day, at that hour in Seoul."""
    now = datetime.now(SEOUL)
    hour = int(booked["hour"]) % 12 + (12 if booked["half"] == "오후" else 0)
    found = datetime(now.year, int(booked["month"]), int(booked["day"]), hour, tzinfo=SEOUL)
    return found if found > now else found.replace(year=now.year + 1)


def test_a_taken_port_is_said_in_one_line(start: Start, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        _, errors = start().communicate(timeout=30)
    assert len(errors.splitlines()) == 1
    assert f"{port}번 포트를 쓸 수 없어요" in errors
    assert f"BITNA_DEMO_PORT={port % 65535 + 1}" in errors


@pytest.mark.parametrize("wrong", ["0", "eight", "70000", "８８００"])
def test_a_wrong_port_is_said_in_one_line(start: Start, wrong: str) -> None:
    _, errors = start(BITNA_DEMO_PORT=wrong).communicate(timeout=30)
    assert len(errors.splitlines()) == 1
    assert "BITNA_DEMO_PORT" in errors


def test_two_demos_do_not_share_a_folder(start: Start) -> None:
    opened(start())
    with socket.create_server(("127.0.0.1", 0)) as server:
        other = str(server.getsockname()[1])
    second = start(BITNA_DEMO_PORT=other)
    _, errors = second.communicate(timeout=30)
    assert second.returncode == 1
    assert "이미 빛나가 열려 있어요" in errors


def test_the_counselor_of_the_demo_is_one_of_the_centers() -> None:
    center = tomllib.loads((ROOT / "center" / "center.toml").read_text())
    keys = {counselor["key"] for counselor in center["counselors"]}
    assert {somebody.invited_as for somebody in PEOPLE if somebody.role == "counselor"} <= keys
