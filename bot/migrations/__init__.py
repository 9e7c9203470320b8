"""Bringing a database to the present shape, under a lock."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url

LOCK = 6_098_500  # any number of our own: PostgreSQL names advisory locks by number


def migrate(url: str) -> None:
    """Apply what is missing. Safe when several processes start at once: one works, the others wait."""
    engine = sync_engine(url)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            config = configuration()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    finally:
        engine.dispose()


def is_current(url: str) -> bool:
    """Whether the database has every migration that this release knows."""
    engine = sync_engine(url)
    try:
        with engine.connect() as connection:
            heads = MigrationContext.configure(connection).get_current_heads()
        return set(heads) == set(ScriptDirectory.from_config(configuration()).get_heads())
    finally:
        engine.dispose()


def configuration() -> Config:
    """Alembic's settings: only where the migrations are."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def sync_engine(url: str) -> Engine:
    """A plain engine for the same database; on SQLite a transaction takes the write lock at once."""
    sync_url = make_url(url)
    if sync_url.get_backend_name() == "postgresql":
        return create_engine(sync_url)
    engine = create_engine(sync_url.set(drivername="sqlite"), connect_args={"timeout": 60})
    event.listen(engine, "connect", lambda c, _: setattr(c, "isolation_level", None))
    event.listen(engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE") and None)
    return engine
