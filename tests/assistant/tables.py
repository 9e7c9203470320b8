"""The tables of sentences in `wishes/`: what was said, and what it wants (None where it wants nothing we know)."""

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "wishes"


def rows(name: str) -> list[tuple[str, str | None]]:
    """Each sentence of a table with its label."""
    return list(_read(FOLDER / f"{name}.txt"))


def _read(file: Path) -> Iterator[tuple[str, str | None]]:
    label: str | None = None
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("["):
            label = None if line == "[nothing]" else line[1:-1]
        elif line:
            yield line, label
