"""Learning an ear: a logistic regression in plain Python, its weights drawn toward nothing.

The same examples in the same order give the same ear.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable

from bot.korean.ear import ALWAYS, Ear, places

ROUNDS, RATE, HEARD_FROM, WORTH_HEARING = 10, 0.5, 2, 0.01

Lesson = tuple[list[int], int, bool]


def taught(lessons: Iterable[tuple[set[str], bool]]) -> Ear:
    """The ear that tells these sets of traits apart: yes for those that are marked so, no for the rest."""
    rows = [(places(traits), yes) for traits, yes in lessons]
    seen = Counter(place for found, _ in rows for place in found)
    kept = [([place for place in found if seen[place] >= HEARD_FROM], len(found), yes) for found, yes in rows]
    weights, pushed = {ALWAYS: 0.0}, {ALWAYS: 1.0}
    for found, _, _ in kept:
        weights.update(dict.fromkeys(found, 0.0))
        pushed.update(dict.fromkeys(found, 0.1))
    dice = random.Random(4)  # noqa: S311 (the same dice every time: the same ear)
    for _ in range(ROUNDS):
        dice.shuffle(kept)
        for row in kept:
            _hearken(row, weights, pushed)
    return Ear.of(weights.items())


def _hearken(row: Lesson, weights: dict[int, float], pushed: dict[int, float]) -> None:
    found, size, yes = row
    scale = 1 / math.sqrt(size or 1)
    total = scale * sum(map(weights.__getitem__, found)) + weights[ALWAYS]
    error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - yes
    if abs(error) < WORTH_HEARING:
        return
    slope = error * scale
    squared = slope * slope
    for place in found:
        past = pushed[place] = pushed[place] + squared
        weights[place] -= RATE * slope / math.sqrt(past)
    pushed[ALWAYS] += error * error
    weights[ALWAYS] -= RATE * error / math.sqrt(pushed[ALWAYS])
