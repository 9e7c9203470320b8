"""What each trait of a sentence speaks for: the learned weights, and the file they are kept in."""

import math
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from bot.korean import ears

HERE = Path(__file__).parent
EXAMPLES = HERE / "examples"
FILE = HERE / "wishes.scales"
DESPAIR_FILE = HERE / "despair.scales"
STEPS = 16  # a weight of 1.0 is kept as 16
SOURCES = ("gist.py", "ideas.py", "ideas.toml", "training.py", "undertones.py")
EARS = HERE.parent / "korean"


@dataclass(frozen=True)
class Scales:
    """For each trait a row of weights, one for each wish."""

    wishes: tuple[str, ...]
    rows: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, names: Sequence[str], wishes: Sequence[str], weights: Sequence[Sequence[float]]) -> Self:
        """Weights as whole numbers; rows that say nothing are left out."""
        rows = {
            name: array("b", [max(-127, min(127, round(weight * STEPS))) for weight in row])
            for name, row in zip(names, weights, strict=True)
        }
        return cls(tuple(wishes), {name: row for name, row in rows.items() if any(row)})

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """From what `packed` has written."""
        head, names, numbers = zlib.decompress(content).split(b"\0", 2)
        _, *wishes = head.decode().split("\n")
        width = len(wishes)
        rows: dict[str, Sequence[int]] = {}
        for at, name in enumerate(names.decode().split("\n")):
            rows[name] = array("b", numbers[at * width : (at + 1) * width])
        return cls(tuple(wishes), rows)

    def packed(self, source: str) -> bytes:
        """The whole in one piece, with the digest of what it was learned from."""
        head = "\n".join((source, *self.wishes))
        names = "\n".join(self.rows)
        return zlib.compress(
            b"\0".join(
                (
                    head.encode(),
                    names.encode(),
                    b"".join(array("b", row).tobytes() for row in self.rows.values()),
                )
            ),
            9,
        )

    def weighed(self, traits: Iterable[str]) -> list[tuple[float, str]]:
        """Each wish with its share of 1, the likeliest first."""
        found = [row for trait in traits if (row := self.rows.get(trait))]
        if not found:
            return [(1 / len(self.wishes), wish) for wish in self.wishes]
        scale = STEPS * math.sqrt(len(found))
        sums = [sum(column) / scale for column in zip(*found, strict=True)]
        shares = [math.exp(total - max(sums)) for total in sums]
        whole = sum(shares)
        return sorted(
            ((share / whole, wish) for share, wish in zip(shares, self.wishes, strict=True)), reverse=True
        )


def written_for(content: bytes) -> str:
    """The digest of what these packed scales were learned from."""
    return zlib.decompress(content).split(b"\n", 1)[0].decode()


def digest(folder: Path) -> str:
    """A fingerprint of the examples and of how they are read."""
    heard = (EARS / name for name in ("distress.py", "distress.toml", "ear.py", "hearkening.py"))
    return _fingerprint([*sorted(folder.rglob("*.txt")), *(HERE / name for name in SOURCES), *heard])


def digest_of(question: ears.Ears) -> str:
    """The same for the answers that the ears of a question were taught with."""
    sources = (EARS / name for name in ears.SOURCES)
    return _fingerprint([*sorted(question.examples.glob("*.txt")), *sources])


def _fingerprint(files: Iterable[Path]) -> str:
    import hashlib  # noqa: PLC0415 (it brings 3 MB along, and only training and its test ask for it)

    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
