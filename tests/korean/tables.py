"""The tables of answers in `sets/`: field, text, moment, and the value in the contract's form (empty: a question back)."""

import csv
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

_HEADER = "field\ttext\tnow\tvalue\n"


class Answer(NamedTuple):
    """What somebody wrote when they were asked for a field, and what it means."""

    field: str
    text: str
    now: datetime
    value: str | None


def answers() -> Iterator[Answer]:
    """Every row of every table of answers; other tables lie beside them."""
    for table in sorted((Path(__file__).parent / "sets").glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as lines:
            if lines.readline() != _HEADER:
                continue
            for field, text, now, value in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield Answer(field, text, datetime.fromisoformat(now), value or None)
