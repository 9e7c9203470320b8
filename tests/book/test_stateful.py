"""Twenty people and five counselors do everything the book can do, many at once; the book stays true.

A round is two hundred operations and more, in batches: those of a batch run at the same time.
`BITNA_NIGHTLY=1` plays 200 rounds on SQLite and 100 on PostgreSQL, otherwise ten each; `BITNA_BOOK_ROUNDS=40` says how
many, `BITNA_BOOK_SEED=7` which. A failing round is shrunk by Hypothesis, and prints its seed and operations.
"""

import asyncio
from collections import Counter

import aiosqlite
import pytest
from hypothesis import seed
from hypothesis.stateful import run_state_machine_as_test

from bot.db import Database
from bot.services import clockwork
from tests.book.at_once import at_once
from tests.book.rounds import EVERY_DAY, NIGHTLY, SEED, Rounds, rounds_on, settings_for
from tests.book.town import Town
from tests.book.turns import DEEDS

# The clock's work, but for what has nothing to do with appointments and is tested elsewhere.
BESIDE_IT = (clockwork.call_to_talks, clockwork.hold_fairs, clockwork.announce)
OF_THE_BOOK = tuple(each for each in clockwork.STEPS if each not in BESIDE_IT)


@pytest.mark.timeout(7200 if rounds_on("") > max(EVERY_DAY.values()) else 900)
def test_the_book_stays_true(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """On each database; nearly every operation comes off at least once, or it would not have been tried."""
    monkeypatch.setattr(aiosqlite.Connection, "_execute", at_once)
    monkeypatch.setattr(clockwork, "STEPS", OF_THE_BOOK)
    wanted = rounds_on(database_url)
    machine = type("Rounds", (Rounds,), {"tally": Counter(), "wanted": wanted})
    with asyncio.Runner() as runner:
        doors = [Database(database_url) for _ in range(2 if database_url.startswith("postgresql") else 1)]
        machine.town, machine.runner = Town(doors), runner
        runner.run(machine.town.is_founded())
        try:
            run_state_machine_as_test(seed(SEED)(machine), settings=settings_for(wanted))
        finally:
            runner.run(closed(doors))
            print(machine.played, "rounds, seed", SEED, sorted(machine.tally.items()), machine.town.deadlocks)  # noqa: T201
    assert machine.played >= wanted
    done = {each.partition(" ")[0] for each in machine.tally if each.endswith(" done")}
    if wanted >= max(EVERY_DAY.values()):
        assert len(set(DEEDS) - done) <= (0 if wanted >= min(NIGHTLY.values()) else 5), set(DEEDS) - done


async def closed(doors: list[Database]) -> None:
    for door in doors:
        await door.close()
