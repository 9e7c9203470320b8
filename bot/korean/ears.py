"""Answers in words that no list has: one ear for each meaning, taught by examples, heard beside the rules.

Long answers differ in everything but their turn: "남편이랑 얘기해보고 알려드릴게요" leaves it open, "그때는 못 가겄네" declines.
What stands in `examples/<question>/open.txt`, or in the file of another meaning, leaves an ear silent.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from bot.korean.ear import Ear, places
from bot.korean.keys import as_hangul, composed
from bot.korean.plain import plain

HERE = Path(__file__).parent
SOURCES = ("ear.py", "ears.py", "hearkening.py")
LONGEST = 200

_LATIN = re.compile(r"[a-zA-Z\s.!?~]+")
_LETTER = re.compile(r"[^\W\d_]")
_CLAUSE = re.compile(r"[.!?,]\s*|(?<=[요다고데서만니])\s")


@dataclass(frozen=True)
class Ears:
    """The ears of one question; how sure they must be was chosen on the tables of `tests/korean/sets`."""

    question: str
    meanings: tuple[str, ...]
    sure: float
    sure_of_a_short_one: float  # most short answers have words that the rules know
    short: int  # letters
    most_of_another: float
    hardly: float
    firmly: float  # what another meaning must have for a contradiction

    @property
    def examples(self) -> Path:
        """A file for each meaning, and `open.txt`."""
        return HERE / "examples" / self.question

    @property
    def file(self) -> Path:
        """What was learned from them."""
        return HERE / f"{self.question}.ears"

    def heard(self, text: str) -> str | None:
        """The meaning that the ears are sure of, if they are."""
        if not (shares := self.shares(text)):
            return None
        (share, meaning), (another, _) = sorted(zip(shares, self.meanings, strict=True), reverse=True)[:2]
        sure = self.sure_of_a_short_one if len("".join(text.split())) < self.short else self.sure
        return meaning if share >= sure and another <= self.most_of_another else None

    def contradict(self, text: str, meaning: str) -> bool:
        """Whether the ears take the text for anything but this."""
        shares = dict(zip(self.meanings, self.shares(text), strict=False))
        return bool(shares) and shares.pop(meaning) < self.hardly and max(shares.values()) >= self.firmly

    def shares(self, text: str) -> Sequence[float]:
        """How likely each meaning is by itself, in the order of the meanings; nothing for a text without words."""
        return _shares(self, text)

    def packed(self, ears: Sequence[Ear], source: str) -> bytes:
        """The whole in one piece, with the digest of what it was learned from."""
        return zlib.compress(
            b"\n".join((source.encode(), b"".join(ear.weights.tobytes() for ear in ears))), 9
        )

    @cached_property
    def taught(self) -> list[Ear]:
        """An ear for each meaning."""
        content = zlib.decompress(self.file.read_bytes())
        weights = memoryview(content)[content.index(b"\n") + 1 :].cast("b")  # seen where they are, not copied
        size = len(weights) // len(self.meanings)
        return [Ear(weights[at * size : (at + 1) * size]) for at in range(len(self.meanings))]


@lru_cache(maxsize=2)
def _shares(ears: Ears, text: str) -> list[float]:
    said = meant(text)
    if not _LETTER.search(said):
        return []
    found = places(traits(said))
    return [ear.share_at(found) for ear in ears.taught]


def meant(text: str) -> str:
    """The text in one spelling, put together, out of the wrong layout."""
    said = text[:LONGEST]
    if _LATIN.fullmatch(said):
        korean = as_hangul(said)
        said = korean if not re.search(r"[ㄱ-ㅎㅏ-ㅣ]", korean) else said
    return plain(composed(said))


def traits(said: str) -> set[str]:
    """What an ear listens to: words and what they are made of, how a text begins and ends, its last clause."""
    words = said.split()
    found = {f"={word}" for word in words} | {f"={one} {other}" for one, other in pairwise(words)}
    for word in words:
        found |= set(_runs(f" {word} ", (2, 3, 4)))
    whole = "".join(words)
    found |= {f"${whole[-size:]}" for size in range(1, 8)} | {f"^{whole[:size]}" for size in range(1, 6)}
    found |= {f"~{run}" for run in _runs(f"^{whole}$", (3, 4, 5))}
    last = "".join(_CLAUSE.split(said.strip(" .!?~,"))[-1].split())
    return found | {f"L{run}" for run in _runs(last, (2, 3, 4))} | {f"L={last}"}


def _runs(text: str, sizes: tuple[int, ...]) -> Iterator[str]:
    return (text[at : at + size] for size in sizes for at in range(len(text) - size + 1))


YES_NO = Ears("yes_no", ("yes", "no"), 0.7, 0.8, 12, 0.2, 0.1, 0.0)
EMPLOYMENT = Ears(
    "employment_status",
    (
        "unemployed", "unemployment_benefit", "part_time", "employed", "self_employed", "student", "expected_graduate", "on_leave",
    ),
    0.7, 0.8, 8, 0.2, 0.05, 0.7,
)  # fmt: skip
ALL = (YES_NO, EMPLOYMENT)
