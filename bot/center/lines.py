"""On which line of a TOML file a key stands, so that an error can point at it."""

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]

HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\"-]+)\s*\]")
ASSIGNMENT = re.compile(r"\s*([\w.\"-]+)\s*=")


def lines_of(text: str) -> Mapping[Path, int]:
    """The line of each table and key."""
    lines: dict[Path, int] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in _outside_long_texts(text):
        if header := HEADER.match(line):
            table = _table(header[2], counts, repeated=header[1] == "[[")
            lines[table] = number
        elif assignment := ASSIGNMENT.match(line):
            lines.setdefault(table + _names(assignment[1]), number)
    return lines


def line_for(path: Path, lines: Mapping[Path, int]) -> int:
    """The line of this key or, where it is missing or within a list, of what it belongs to."""
    for length in range(len(path), 0, -1):
        known = path[:length]
        # A list of tables has no line of its own; its first table has.
        if line := lines.get(known) or lines.get((*known, 0)):
            return line
    return 1


def _outside_long_texts(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        if not inside:
            yield number, line
        if line.count('"""') % 2:
            inside = not inside


def _names(dotted: str) -> Path:
    return tuple(name.strip('"') for name in dotted.split("."))


def _table(dotted: str, counts: dict[Path, int], *, repeated: bool) -> Path:
    """The path of a table; `[[rules.all]]` belongs to the latest of `[[rules]]`."""
    path: Path = ()
    names = _names(dotted)
    for position, name in enumerate(names):
        path = (*path, name)
        if repeated and position == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
