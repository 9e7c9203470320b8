"""Whatever anybody does, in whatever order: nobody is stuck, nothing fails, every answer is in their language.

`BITNA_NIGHTLY=1` lets eight monkeys live instead of one; `BITNA_MONKEYS=7` repeats the seventh, `7-9` three.
"""

import os

import pytest

from bot.db import Database
from tests.house import House
from tests.monkey.monkey import Monkey

STEPS = 3_000


def seeds() -> list[int]:
    wanted = os.environ.get("BITNA_MONKEYS") or ("1-8" if "BITNA_NIGHTLY" in os.environ else "1")
    first, _, last = wanted.partition("-")
    return list(range(int(first), int(last or first) + 1))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", seeds())
async def test_a_monkey_on_five_phones(sqlite: Database, seed: int) -> None:
    house = House(sqlite)
    await house.open()
    monkey = Monkey(house, seed)
    try:
        await monkey.lives(STEPS)
    finally:
        await house.close()
        print(f"seed {seed}: {dict(monkey.steps)}, {house.telegram.log.number} calls")  # noqa: T201
