"""One question asked of many traits: how likely yes, by weights learned before, kept under numbers for the traits' names.

The names are not kept: each stands for one of `PLACES` numbers, and where two share one, that was so in learning, too.
"""

import math
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

PLACES = 1 << 20
STEPS = 12  # a weight of 1.0 is kept as 12
ALWAYS = 0  # the place of what speaks without any trait


def places(traits: Iterable[str]) -> list[int]:
    """The numbers of these traits."""
    return [zlib.crc32(trait.encode("utf-8", "replace")) % (PLACES - 1) + 1 for trait in traits]


@dataclass(frozen=True)
class Ear:
    """A weight for each place, in steps."""

    weights: "array[int] | memoryview[int]"

    @classmethod
    def of(cls, learned: Iterable[tuple[int, float]]) -> Self:
        """Weights as whole numbers, for these places."""
        weights = array("b", bytes(PLACES))
        for place, weight in learned:
            weights[place] = max(-127, min(127, round(weight * STEPS)))
        return cls(weights)

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """From what `packed` has written."""
        return cls(array("b", zlib.decompress(content).split(b"\n", 1)[1]))

    def packed(self, source: str) -> bytes:
        """The whole in one piece, with the digest of what it was learned from."""
        return zlib.compress(source.encode() + b"\n" + self.weights.tobytes(), 9)

    def share(self, traits: Iterable[str]) -> float:
        """How likely yes, from 0 to 1; of what was never heard little is believed."""
        return self.share_at(places(traits))

    def share_at(self, found: Sequence[int]) -> float:
        """The same for traits whose places are known."""
        total = sum(self.weights[place] for place in found) / math.sqrt(len(found) or 1)
        return 1 / (1 + math.exp(-(total + self.weights[ALWAYS]) / STEPS))
