"""A house for each transcript, and whoever reads it."""

from collections.abc import AsyncIterator

import pytest

from bot.db import Database
from tests.house import House
from tests.transcripts.reading import Reader


@pytest.fixture
async def house(sqlite: Database) -> AsyncIterator[House]:
    house = House(sqlite)
    await house.open()
    yield house
    await house.close()

    assert house.refused() == []


@pytest.fixture
def korean(house: House) -> Reader:
    """Whoever reads aloud in Korean: the storefront."""
    return Reader(house, "ko")


@pytest.fixture
def chat(house: House) -> Reader:
    return Reader(house)
