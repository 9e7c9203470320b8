"""People who tap faster than the bot may speak: a message a second to a chat is Telegram's law."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.conversations.presses import read_press
from bot.db import Database
from sandbox.phone import Phone
from tests.house import House


@pytest.fixture
async def house(sqlite: Database) -> AsyncIterator[House]:
    house = House(sqlite)
    await house.open()
    yield house
    await house.close()


async def hears(house: House) -> None:
    """The bot handles what was done; what it says has not reached the phone yet."""
    bot = house.telegram.the_bot()
    updates = bot.updates.take(0, 100)
    await house.gateway.store(updates)
    bot.updates.take(updates[-1]["update_id"] + 1, 1)
    await house.gateway.worker.drain()


def taps(phone: Phone, question: str, value: str) -> None:
    """The newest button that gives this answer."""
    card: Any = phone._chat.newest(
        lambda message: message.from_bot and _carried(message.body, question, value)
    )
    assert card, f"nowhere a button for {question}={value!r}"
    phone.press(card.body["message_id"], _carried(card.body, question, value)[0])


def _carried(body: dict[str, Any], question: str, value: str) -> list[str]:
    rows = body.get("reply_markup", {}).get("inline_keyboard", ())
    carried = [button.get("callback_data", "") for row in rows for button in row]
    return [d for d in carried if (p := read_press(d)) and (p.question, p.value) == (question, value)]


def said(phone: Phone) -> list[str]:
    return [message["text"] for message in phone.sees()["messages"] if message["from_bot"]]


def cards(house: House) -> int:
    return sum(entry.method == "sendMessage" for entry in house.telegram.log.after(0))


async def test_tapping_an_old_card_does_not_queue_new_ones(house: House) -> None:
    """Else every card is old before it is seen, and nobody ever catches up."""
    await house.agreed("민지")
    phone = house.telegram.phone(house.person("민지").id)
    phone.send("/book")
    await house.settle()
    before = cards(house)

    taps(phone, "service", "intake")
    await hears(house)
    for impatient in ("leap", "finance", "leap"):
        taps(phone, "service", impatient)
        await hears(house)
    await house.settle()

    assert cards(house) == before + 1
    taps(phone, "way", "visit")
    await house.settle()
    assert cards(house) == before + 2


async def test_several_choices_are_tapped_at_once(house: House) -> None:
    await house.agreed("민지")
    phone = house.telegram.phone(house.person("민지").id)
    for words in ("/intake", "민지", "북구", "1990년생", "구직중이에요", "사무직", "5년"):
        phone.send(words)
        await house.settle()
    before = cards(house)

    for choice in ("money", "health", "transport", "health", ""):
        taps(phone, "hardships", choice)
    await house.settle()

    assert cards(house) == before + 1
    assert "What makes it hard: Money, debts, Getting there" in said(phone)[-2]
