"""A town for each test, on a database of each kind."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite("tests.processes.town", "tests.processes.seeker", "tests.processes.killer")

from tests.processes.town import Town  # noqa: E402 (its asserts are rewritten only if it is imported after)


@pytest.fixture
async def town(database_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """SQLite, then PostgreSQL."""
    async with Town(database_url, tmp_path / "town").opened() as town:
        yield town


@pytest.fixture
async def small_town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """On SQLite only, where the kind of database changes nothing."""
    async with Town(sqlite_url, tmp_path / "town").opened() as town:
        yield town


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Two thousand messages once more, on the other database, are left to the night: BITNA_NIGHTLY=1."""
    name = "test_an_announcement_adds_up_whatever_happens[postgresql]"
    later = [item for item in items if item.name == name and "BITNA_NIGHTLY" not in os.environ]
    if later:
        items[:] = [item for item in items if item not in later]
        config.hook.pytest_deselected(items=later)
