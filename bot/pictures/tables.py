"""A table as a file that a spreadsheet opens, in Korean as well."""

import csv
from collections.abc import Sequence
from io import StringIO

FORMULAS = ("=", "+", "-", "@")


def table_file(lines: Sequence[Sequence[str]]) -> bytes:
    """The lines as CSV in UTF-8 with the mark that lets Excel read Korean as Korean."""
    table = StringIO()
    csv.writer(table).writerows([_harmless(cell) for cell in line] for line in lines)
    return table.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A name that begins like a formula must not become one."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell
