"""Answers of many kinds of writers, read as the contract wants: how many must be right, how few may be wrong.

Each table was written before its sentences had been read once. A value that is empty is a question back.
"""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.korean.contract import understand
from bot.korean.districts import load_places

TABLES = sorted((Path(__file__).parent / "sets").glob("*.tsv"))
PLACES = load_places(Path(__file__).parents[2] / "center" / "places.toml")
FIELDS = (
    "date", "time", "datetime", "birth_year", "career_months", "phone", "monthly_wage", "yes_no", "district", "employment_status", "number", "age", "name",
)  # fmt: skip
LEAST_RIGHT, MOST_WRONG = 0.98, 0.003


def rows(field: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Every text of a field with what is wanted and what is read."""
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["field"] == field:
                    now = datetime.fromisoformat(row["now"])
                    yield row["text"], row["value"] or None, understand(field, row["text"], now, PLACES)


def test_the_sets_are_wide() -> None:
    answers = [wanted for field in FIELDS for _, wanted, _ in rows(field) if wanted]

    assert len(answers) > 4000


@pytest.mark.parametrize("field", FIELDS)
def test_what_people_write(field: str) -> None:
    read = list(rows(field))
    missed = [(text, wanted, got) for text, wanted, got in read if wanted and got != wanted]
    wrong = [(text, wanted, got) for text, wanted, got in read if got not in {None, wanted}]
    answerable = sum(wanted is not None for _, wanted, _ in read)

    assert len(read) > 250
    assert len(missed) <= (1 - LEAST_RIGHT) * answerable, missed
    assert len(wrong) <= MOST_WRONG * len(read), wrong
