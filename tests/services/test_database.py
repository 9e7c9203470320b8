"""The shape of the database is what the models say, on both."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

import bot.models  # noqa: F401 (the tables)
from bot.migrations import is_current, migrate, sync_engine


def test_migrations_and_models_agree(database_url: str) -> None:
    engine = sync_engine(database_url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    engine.dispose()

    assert differences == []


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    migrate(database_url)

    assert is_current(database_url)
