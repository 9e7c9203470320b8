"""Finding the center's own answer to a free question — or none: a wrong answer is the worst there is.

The figures were chosen by measurement (tests/assistant/test_answers.py): a higher SURE_ENOUGH loses answers,
a lower one gives wrong ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.assistant.likeness import Pieces, Weights, pieces
from bot.assistant.questions import looks_like_question
from bot.assistant.words import ELSEWHERE, plain, subjects
from bot.center import Passage

__all__ = ["Found", "Several", "answer", "looks_like_question"]

SURE_ENOUGH = 0.34
A_STRANGE_WORD = 0.12
TOO_NEAR = 0.06
MOST_TO_CHOOSE_FROM = 3


@dataclass(frozen=True)
class Found:
    """The passage that answers."""

    passage: Passage
    score: float


@dataclass(frozen=True)
class Several:
    """Passages of which one is probably meant: the person chooses."""

    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class _Entry:
    passage: Passage
    forms: tuple[Pieces, ...]
    together: Pieces
    words: str

    def may_be_meant(self, text: str) -> bool:
        return not self.passage.only_with or any(word in text for word in self.passage.only_with)


def answer(text: str, passages: Sequence[Passage], today: date) -> Found | Several | None:
    """The passage for this question, those that may be meant, or None when we do not know."""
    if ELSEWHERE.search(text):
        return None
    entries, weights = _index(tuple(passage for passage in passages if passage.holds(today)))
    asked = pieces(text)
    scores = [
        (_score(text, asked, entry, weights), entry.passage) for entry in entries if entry.may_be_meant(text)
    ]
    likely = sorted((each for each in scores if each[0] >= SURE_ENOUGH), key=lambda each: -each[0])
    near = [passage for score, passage in likely if score > likely[0][0] - TOO_NEAR]
    if not near or len(near) > MOST_TO_CHOOSE_FROM:
        return None
    return Several(tuple(near)) if len(near) > 1 else Found(near[0], likely[0][0])


def _score(text: str, asked: Pieces, entry: _Entry, weights: Weights) -> float:
    """From 0 to 1: like one of the forms, made of their pieces, without words about something else."""
    about = subjects(text)
    strange = sum(subject not in entry.words for subject in about)
    if strange == len(about):
        return 0.0
    closest = max(weights.likeness(asked, form) for form in entry.forms)
    alike = (closest + weights.covered(asked, entry.together)) / 2
    return alike - A_STRANGE_WORD * strange


@lru_cache(maxsize=8)
def _index(passages: tuple[Passage, ...]) -> tuple[tuple[_Entry, ...], Weights]:
    entries = []
    for passage in passages:
        forms = tuple(pieces(question) for question in passage.questions)
        known = plain(" ".join((*passage.questions, passage.answer)))
        entries.append(_Entry(passage, forms, frozenset[str]().union(*forms), known))
    return tuple(entries), Weights.of([passage.questions for passage in passages])
