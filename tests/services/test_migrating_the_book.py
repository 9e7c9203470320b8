"""A center that has booked with the first tables keeps its book: every appointment, and what happened so far."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine

from bot.migrations import configuration, sync_engine
from tests.conftest import _fresh_postgres

STATES = ("requested", "confirmed", "past", "canceled_by_person", "canceled_by_center")


def bring(engine: Engine, revision: str, way: str = "upgrade") -> None:
    with engine.begin() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        getattr(command, way)(config, revision)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database as it was before, with an appointment in each state."""
    if request.param == "sqlite":
        before = sync_engine(f"sqlite:///{tmp_path / 'old.db'}")
        bring(before, "0002")
        yield filled(before)
        before.dispose()
        return
    with _fresh_postgres(request.getfixturevalue("postgres_server")) as url:
        before = sync_engine(url)
        with before.begin() as connection:  # a later migration has no way back, so it begins anew
            connection.exec_driver_sql("DROP SCHEMA public CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA public")
        bring(before, "0002")
        yield filled(before)
        before.dispose()


def filled(engine: Engine) -> Engine:
    hours = [(f"2026-11-30 0{hour}:00:00+00:00", f"2026-11-30 0{hour + 1}:00:00+00:00") for hour in range(6)]
    if engine.dialect.name == "sqlite":
        hours = [tuple(moment.replace("+00:00", ".000000") for moment in pair) for pair in hours]  # type: ignore[misc]
    with engine.begin() as connection:
        run = connection.exec_driver_sql
        run("INSERT INTO counselor (id, key, name, active) VALUES (1, 'nuri', '누리', true)")
        for number, (starts, ends) in enumerate(hours, start=1):
            run(f"INSERT INTO slot VALUES ({number}, 1, '{starts}', '{ends}', true)")
        for number, state in enumerate(STATES, start=1):
            starts, ends = hours[number - 1]
            run(
                "INSERT INTO appointment (id, number, person_id, service, slot_id, counselor_id, starts_at, "
                f"ends_at, state, requested_at) VALUES ({number}, 'B-{number}', NULL, 'leap', {number}, 1, "
                f"'{starts}', '{ends}', '{state}', '{hours[0][0]}')"
            )
        run(
            "INSERT INTO outbox (id, chat_id, kind, method, appointment_id, priority, due_at, state, attempts, "
            f"created_at) VALUES (1, 7, 'notice', 'sendMessage', 1, 1, '{starts}', 'waiting', 0, '{starts}')"
        )
    return engine


def rows(engine: Engine, query: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


APPOINTMENTS = "SELECT number, state, slot_id, counselor_id, starts_at, ends_at FROM appointment ORDER BY id"
EVENTS = "SELECT appointment_id, ordinal, state, by FROM appointment_event ORDER BY appointment_id, ordinal"


def test_the_book_so_far_is_kept(engine: Engine) -> None:
    before = rows(engine, APPOINTMENTS)
    bring(engine, "0003")

    assert rows(engine, APPOINTMENTS) == before
    assert rows(engine, EVENTS) == [
        (1, 0, "requested", "person"),
        (2, 0, "requested", "person"),
        (2, 1, "confirmed", "staff"),
        (3, 0, "requested", "person"),
        (3, 1, "past", "system"),
        (4, 0, "requested", "person"),
        (4, 1, "canceled_by_person", "person"),
        (5, 0, "requested", "person"),
        (5, 1, "canceled_by_center", "staff"),
    ]
    free = [minutes for (minutes,) in rows(engine, "SELECT free_minutes FROM slot ORDER BY id")]
    assert free == [0, 0, 0, 60, 60, 60]
    assert rows(engine, "SELECT appointment_id FROM outbox") == [(1,)]


def test_there_and_back(engine: Engine) -> None:
    before = rows(engine, APPOINTMENTS)
    bring(engine, "0003")
    bring(engine, "0002", "downgrade")
    assert rows(engine, APPOINTMENTS) == before

    bring(engine, "0003")
    assert rows(engine, APPOINTMENTS) == before
    assert len(rows(engine, EVENTS)) == 9
