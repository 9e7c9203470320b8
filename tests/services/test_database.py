"""The shape of the database is what the models say, on both."""

import re
from pathlib import Path

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


def test_what_the_operations_guide_asks_the_database_can_be_asked(database_url: str) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "operations.md").read_text()
    blocks = "".join(re.findall(r"```sql\n(.*?)```", guide, re.DOTALL))
    asked = [each.strip() for each in re.sub(r"--.*", "", blocks).split(";")]
    questions = [each for each in asked if each.startswith("SELECT")]

    engine = sync_engine(database_url)
    with engine.connect() as connection:
        for question in questions:
            connection.exec_driver_sql(question)
    engine.dispose()

    assert len(questions) > 5
