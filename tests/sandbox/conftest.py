from collections.abc import AsyncIterator
from typing import Any

import pytest
import telegram as ptb

from sandbox.client import Sandbox
from sandbox.people import Person
from sandbox.phone import Phone
from sandbox.server import serving
from sandbox.telegram import Telegram

TOKEN = "4242:in-tests"


class OneBot:
    """The pretend Telegram in process, as one bot uses it."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram

    def __call__(self, method: str, **params: Any) -> Any:
        return self.telegram.call(TOKEN, method, params)


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(TOKEN, seed=1)


@pytest.fixture
def call(telegram: Telegram) -> OneBot:
    return OneBot(telegram)


@pytest.fixture
def minji(telegram: Telegram) -> Person:
    return telegram.person("민지", username="minji_jobs")


@pytest.fixture
def phone(telegram: Telegram, minji: Person, call: OneBot) -> Phone:
    """Minji's phone, after she has started the chat and the bot has read that."""
    phone = telegram.phone(minji.id)
    phone.send("/start")
    [update] = call("getUpdates")
    call("getUpdates", offset=update["update_id"] + 1)
    return phone


@pytest.fixture
async def sandbox(telegram: Telegram) -> AsyncIterator[Sandbox]:
    async with serving(telegram, webhook_delay=0.01) as url, Sandbox(url) as sandbox:
        yield sandbox


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[ptb.Bot]:
    async with ptb.Bot(TOKEN, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url) as bot:
        yield bot
