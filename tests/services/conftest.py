"""Fixtures of the services: the center, and a house with its slots, once on each database."""

from pathlib import Path

import pytest

from bot.center import Center, load_center
from bot.db import Database
from bot.services import slots
from tests.services.a_morning import BOOKING, COUNSELORS, NOW, House


@pytest.fixture(scope="session")
def center() -> Center:
    """The center of the folder, with three counselors whose weeks these tests know."""
    return load_center(Path(__file__).parents[2] / "center").model_copy(
        update={"counselors": COUNSELORS, "booking": BOOKING, "closures": ()}
    )


@pytest.fixture
async def house(database: Database, center: Center) -> House:
    """The center's slots are there; nobody has come yet."""
    async with database.transaction() as session:
        await slots.refresh(session, center, NOW)
    return House(database, center)
