"""Answers of many kinds of writers, read as the contract wants: how many must be right, how few may be wrong.

Each table was written before its sentences had been read once. A value that is empty is a question back.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.korean.contract import understand
from bot.korean.districts import load_places
from tests.korean.tables import answers

PLACES = load_places(Path(__file__).parents[2] / "center" / "places.toml")
FIELDS = (
    "date", "time", "datetime", "birth_year", "career_months", "phone", "monthly_wage", "yes_no", "district", "employment_status", "number", "age", "name",
)  # fmt: skip
LEAST_RIGHT, MOST_WRONG = 0.97, 0.003


def rows(field: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Every text of a field with what is wanted and what is read."""
    for each in answers():
        if each.field == field:
            yield each.text, each.value, understand(field, each.text, each.now, PLACES)


def test_the_sets_are_wide() -> None:
    assert sum(each.value is not None for each in answers()) > 4000


@pytest.mark.parametrize("field", FIELDS)
def test_what_people_write(field: str) -> None:
    read = list(rows(field))
    missed = [(text, wanted, got) for text, wanted, got in read if wanted and got != wanted]
    wrong = [(text, wanted, got) for text, wanted, got in read if got not in {None, wanted}]
    answerable = sum(wanted is not None for _, wanted, _ in read)

    assert len(read) > 250
    assert len(missed) <= (1 - LEAST_RIGHT) * answerable, missed
    assert len(wrong) <= MOST_WRONG * len(read), wrong
