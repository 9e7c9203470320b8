"""What goes wrong on purpose."""

import pytest
import telegram as ptb
from telegram.error import Forbidden, NetworkError, RetryAfter

from sandbox.faults import Faults
from sandbox.refusals import NotPossible


@pytest.fixture
async def minji(sandbox):
    minji = await sandbox.person("민지")
    await minji.sends("/start")
    return minji


async def texts(minji) -> list[str]:
    return [message.text for message in await minji.messages() if message.from_bot]


@pytest.mark.parametrize(("kind", "delivered"), [("bad_gateway", []), ("refuse", []), ("drop", ["하나"])])
async def test_a_broken_connection(bot: ptb.Bot, sandbox, minji, kind: str, delivered: list[str]) -> None:
    await sandbox.breaks(kind, "sendMessage", count=1)
    with pytest.raises(NetworkError):
        await bot.send_message(minji.id, "하나")
    assert await texts(minji) == delivered

    await bot.send_message(minji.id, "둘")
    assert await texts(minji) == [*delivered, "둘"]


async def test_the_log_says_what_was_broken(bot: ptb.Bot, sandbox, minji) -> None:
    await sandbox.breaks("bad_gateway", "sendMessage", count=1)
    with pytest.raises(NetworkError):
        await bot.send_message(minji.id, "하나")

    [entry] = await sandbox.calls("sendMessage")
    assert (entry["ok"], entry["fault"], entry["error_code"]) == (False, "bad_gateway", 502)


async def test_a_lost_answer_is_lost_even_when_it_was_a_no(bot: ptb.Bot, sandbox, minji) -> None:
    await sandbox.breaks("drop", "sendMessage", count=1)
    with pytest.raises(NetworkError, match="httpx"):
        await bot.send_message(17, "하나")
    [entry] = await sandbox.calls("sendMessage")
    assert (entry["fault"], entry["description"]) == ("drop", "Bad Request: chat not found")


async def test_slow(bot: ptb.Bot, sandbox, minji) -> None:
    await sandbox.breaks("slow", "sendMessage", seconds=0.01)
    await bot.send_message(minji.id, "하나")
    assert await texts(minji) == ["하나"]


@pytest.mark.filterwarnings(
    "ignore:Deprecated since version v22.2"
)  # the library warns where it counts seconds
async def test_too_many(bot: ptb.Bot, sandbox, minji) -> None:
    await sandbox.breaks("too_many", "sendMessage", seconds=7)
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(minji.id, "하나")
    assert "Retry in" in str(refused.value)

    await sandbox.mends()
    assert await bot.send_message(minji.id, "둘")


async def test_one_person_only(bot: ptb.Bot, sandbox, minji) -> None:
    haneul = await sandbox.person("하늘")
    await haneul.sends("/start")
    await sandbox.breaks("blocked", person=haneul.id)

    assert await bot.send_message(minji.id, "하나")
    with pytest.raises(Forbidden):
        await bot.send_message(haneul.id, "하나")


def test_a_share_is_the_same_share_every_time() -> None:
    def struck() -> list[bool]:
        faults = Faults(seed=3)
        faults.add({"kind": "drop", "share": 0.5})
        return [faults.on_the_wire("sendMessage", 1) is not None for _ in range(40)]

    assert struck() == struck()
    assert 8 < sum(struck()) < 32


def test_unknown_kinds() -> None:
    with pytest.raises(NotPossible):
        Faults().add({"kind": "flood"})
