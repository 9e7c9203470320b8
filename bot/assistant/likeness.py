"""How much a question is like the forms of an answer: what both name counts most, rare sounds more than common ones.

The figures were chosen on `tests/assistant/passages/first.txt`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.assistant.meanings import Heard, is_subject

SUBJECT, OTHER_NAME = 4.5, 4.2  # how many runs of sounds a name is worth
RARE_ENOUGH = 2.0  # a subject of many answers is still a subject
TOO_COMMON = 1.4  # runs of sounds below say nothing, and cost time
SEVERAL = 3
NEVER_HEARD = 0.8  # of what the rarest known trait weighs


@dataclass(frozen=True)
class _Form:
    group: int
    length: float


class Likenesses:
    """The question forms of all answers, ready to be compared with."""

    def __init__(self, groups: Sequence[Sequence[Heard]]) -> None:
        self.traits = [frozenset[str]().union(*(form.traits for form in forms)) for forms in groups]
        found = Counter(trait for traits in self.traits for trait in traits)
        self._most = math.log(len(groups) + 1)
        self._rarity = {trait: self._most - math.log(count) for trait, count in found.items()}
        self._beginnings = Counter(
            beginning for forms in groups for beginning in {each for form in forms for each in form.others}
        )
        self._forms: list[_Form] = []
        self._where: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for group, forms in enumerate(groups):
            for form in forms:
                self._add(group, form)

    def _add(self, group: int, form: Heard) -> None:
        weights = self._weights(form)
        for trait, weight in weights.items():
            self._where[trait].append((len(self._forms), weight))
        self._forms.append(_Form(group, _length(weights)))

    def scores(self, question: Heard) -> list[tuple[float, int]]:
        """From 0 to 1 for each group that shares something: like one of its forms, made of all of them."""
        weights = self._weights(question)
        length, whole = _length(weights), sum(weights.values()) or 1.0
        shared: dict[int, float] = defaultdict(float)
        for trait, weight in weights.items():
            for number, other in self._where.get(trait, ()):
                shared[number] += weight * other
        closest: dict[int, float] = defaultdict(float)
        for number, product in shared.items():
            form = self._forms[number]
            closest[form.group] = max(closest[form.group], product / (length * form.length))
        return sorted(
            (((like + self._covered(weights, group) / whole) / 2, group) for group, like in closest.items()),
            key=lambda each: (-each[0], each[1]),
        )

    def strangers(self, question: Heard) -> int:
        """How many of its words name nothing and begin like none in the forms."""
        return sum(beginning not in self._beginnings for beginning in question.others)

    def are_common(self, beginnings: Iterable[str]) -> bool:
        """Whether all these beginnings of words stand in the forms of several groups."""
        return all(self._beginnings[beginning] >= SEVERAL for beginning in beginnings)

    def _covered(self, weights: dict[str, float], group: int) -> float:
        known = self.traits[group]
        return sum(weight for trait, weight in weights.items() if trait in known)

    def _weights(self, text: Heard) -> dict[str, float]:
        weights = ((trait, self._weight(trait)) for trait in text.traits)
        return {trait: weight for trait, weight in weights if weight >= TOO_COMMON or trait.startswith("!")}

    def _weight(self, trait: str) -> float:
        rarity = self._rarity.get(trait, self._most * NEVER_HEARD)
        if not trait.startswith("!"):
            return rarity
        return SUBJECT * max(rarity, RARE_ENOUGH) if is_subject(trait) else OTHER_NAME * rarity


def _length(weights: dict[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
