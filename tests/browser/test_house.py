"""The whole house in the browser: from 시작 to a booked appointment, the counselor's alert, the reminder."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("bot", "sandbox", "demo", "center", "locales")
SEOUL = ZoneInfo("Asia/Seoul")
PATIENCE = 30_000  # milliseconds: the bot keeps Telegram's pace, one message a second in a chat


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[str]:
    """The address of a demo in a folder of its own."""
    for room in ROOMS:
        (tmp_path / room).symlink_to(ROOT / room)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "demo"],
        cwd=tmp_path,
        env={**os.environ, "BITNA_DEMO_PORT": str(port)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    next(line for line in process.stdout if str(port) in line)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.communicate(timeout=30)


def phone(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=re.compile(f"^{name}"))


def presses(phone: Locator, label: str) -> None:
    phone.get_by_role("button", name=label, exact=True).last.click()


def test_from_the_first_word_to_the_reminder(browser: Browser, demo: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.goto(demo)
    minji, yunseul = phone(page, "민지"), phone(page, "윤슬")

    presses(minji, "시작")
    presses(minji, "상담 예약하기")
    presses(minji, "네, 만 14세 이상")
    for question in ("개인정보 수집", "국외 이전"):
        expect(minji.get_by_text(question).last).to_be_visible(timeout=PATIENCE)
        presses(minji, "동의해요")
    presses(minji, "상담사와 초기상담")
    presses(minji, "대면")
    presses(minji, "가장 빠른 시간")
    expect(minji.get_by_text("몇 시가 좋으세요?").last).to_be_visible(timeout=PATIENCE)
    minji.get_by_role("button", name=re.compile(r"^\d+월 \d+일")).last.click()
    presses(minji, "네, 예약할게요")

    booked = minji.get_by_text(BOOKED).last
    expect(booked).to_be_visible(timeout=PATIENCE)
    expect(yunseul.get_by_text("새 예약").last).to_be_visible(timeout=PATIENCE)
    presses(yunseul, "예약 확인하기")
    expect(minji.get_by_text("상담사가 예약을 확인했어요").last).to_be_visible(timeout=PATIENCE)

    soon = moment(booked.inner_text()) - timedelta(minutes=119)
    page.request.post(f"{demo}/sandbox/clock", data={"set": soon.isoformat()})
    expect(minji.get_by_text("곧 상담 시간이에요").last).to_be_visible(timeout=PATIENCE)
    page.close()


BOOKED = re.compile(r"예약했어요: (\d+)월 (\d+)일 \(.\) (오전|오후) (\d+)시")


def moment(booked: str) -> datetime:
    """The coming day of this month and day, at that hour in Seoul."""
    found = BOOKED.search(booked)
    assert found
    month, day, half, hour = found.groups()
    now = datetime.now(SEOUL)
    hour_of_day = int(hour) % 12 + (12 if half == "오후" else 0)
    when = datetime(now.year, int(month), int(day), hour_of_day, tzinfo=SEOUL)
    return when if when > now else when.replace(year=now.year + 1)
