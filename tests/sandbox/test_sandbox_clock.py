"""The clock and its file."""

from datetime import UTC, datetime, timedelta

from sandbox.clock import Clock
from sandbox.limits import Limits
from sandbox.refusals import Refused
from sandbox.telegram import Telegram


def test_the_file_always_has_the_offset(tmp_path) -> None:
    file = tmp_path / "deep" / "clock"
    clock = Clock(file)
    assert file.read_text() == "0"
    clock.advance(3600)
    assert file.read_text() == "3600"
    clock.advance(0.5)
    assert file.read_text() == "3600.5"
    clock.set(datetime.now(UTC) - timedelta(days=1))
    assert abs(float(file.read_text()) + 86400) < 5
    clock.reset()
    assert file.read_text() == "0"
    assert [each.name for each in file.parent.iterdir()] == ["clock"]


def test_messages_carry_the_sandbox_time(call, phone, telegram: Telegram) -> None:
    before = phone.send("지금")["date"]
    telegram.move_clock(seconds=86400)
    assert 86400 <= phone.send("내일")["date"] - before <= 86410


async def test_moving_it_over_http(sandbox) -> None:
    start = await sandbox.now()
    await sandbox.advance(timedelta(hours=1))
    assert timedelta(hours=1) <= await sandbox.now() - start < timedelta(hours=1, seconds=10)

    wanted = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
    await sandbox.set_clock(wanted)
    assert timedelta() <= await sandbox.now() - wanted < timedelta(seconds=10)


class Hand:
    """A watch for limits."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def refused(limits: Limits, chat_id: int) -> int:
    """Seconds to wait, 0 when the message went."""
    try:
        limits.count(chat_id)
    except Refused as refusal:
        return refusal.parameters["retry_after"]
    return 0


def test_limits_for_a_chat_and_for_all() -> None:
    hand = Hand()
    limits = Limits(hand)
    assert not any(refused(limits, 1) for _ in range(50)), "they are off unless switched on"

    limits.on = True
    assert [refused(limits, 1) for _ in range(7)] == [0, 0, 0, 0, 0, 1, 1]
    hand.now += 1
    assert [refused(limits, 1) for _ in range(2)] == [0, 1]
    hand.now += 60
    assert [refused(limits, chat) for chat in range(31)].count(0) == 30
