"""How much two texts are alike: shared pieces of two and three letters, rare pieces counting more."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.assistant.words import plain

Pieces = frozenset[str]


def pieces(text: str) -> Pieces:
    """The runs of two and three letters; a border counts as a letter, so first and last ones weigh too."""
    bounded = f"^{plain(text)}$"
    return frozenset(bounded[at : at + size] for size in (2, 3) for at in range(len(bounded) - size + 1))


@dataclass(frozen=True)
class Weights:
    """What each piece says: one that stands in many answers' questions says little."""

    known: Mapping[str, float]
    unknown: float

    @classmethod
    def of(cls, groups: Sequence[Iterable[str]]) -> "Weights":
        """From the question forms of each answer."""
        found = Counter(
            piece for forms in groups for piece in {each for form in forms for each in pieces(form)}
        )
        known = {piece: math.log((len(groups) + 1) / count) for piece, count in found.items()}
        return cls(known, unknown=math.log(len(groups) + 1))

    def likeness(self, one: Pieces, other: Pieces) -> float:
        """The cosine of the two: 1 for the same text, 0 for nothing in common."""
        lengths = math.sqrt(self._squares(one) * self._squares(other))
        return self._squares(one & other) / lengths if lengths else 0.0

    def covered(self, text: Pieces, by: Pieces) -> float:
        """Which part of what the text says stands in the other pieces too."""
        whole = sum(self._weight(piece) for piece in text)
        return sum(self._weight(piece) for piece in text & by) / whole if whole else 0.0

    def _weight(self, piece: str) -> float:
        return self.known.get(piece, self.unknown)

    def _squares(self, some: Collection[str]) -> float:
        return sum(self._weight(piece) ** 2 for piece in some)
