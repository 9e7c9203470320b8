"""What becomes of a question: found, offered among three, unknown, wrong — or, of other houses, nothing said."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bot.assistant.answers import Found, Several, answer
from bot.center import load_center

TODAY = date(2026, 11, 23)
PASSAGES = load_center(Path(__file__).parents[2] / "center").passages
TABLES = Path(__file__).parent / "passages"

Row = tuple[str, str | None]


def rows(name: str) -> Iterator[Row]:
    """Each question of a table with the key of the passage that answers it; None under [nothing]."""
    key = None
    for line in (TABLES / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            key = None if line == "[nothing]" else line[1:-1]
        elif line:
            yield line, key


def measured(table: Sequence[Row]) -> tuple[Counter[str], list[str]]:
    """How many fared how, and the questions that were answered wrongly or not at all."""
    fates = [(fate_of(text, key), text) for text, key in table]
    return Counter(fate for fate, _ in fates), [
        f"{fate}: {text}" for fate, text in fates if fate in {"wrong", "unknown"}
    ]


def fate_of(text: str, key: str | None) -> str:
    """What becomes of this question, which the passage of that key answers, or none."""
    match answer(text, PASSAGES, TODAY):
        case Found(passage):
            return "found" if passage.key == key else "wrong"
        case Several(passages) if key is not None:
            return "offered" if key in {each.key for each in passages} else "unknown"
        case Several():
            return "offered to a stranger"
        case _:
            return "nothing" if key is None else "unknown"


def first_for(text: str) -> str | None:
    """The key of what is answered, or offered first."""
    found = answer(text, PASSAGES, TODAY)
    if isinstance(found, Several):
        return found.passages[0].key
    return found.passage.key if found else None
