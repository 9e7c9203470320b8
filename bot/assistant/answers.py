"""Finding the center's own answer to a free question — or none: a wrong answer is the worst there is.

A question that names what only a center deals with may be answered if it is like enough to a form; one that names
nothing of ours has to be very like. The figures were chosen by measurement (`tests/assistant/test_passages.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.assistant.intents import wish
from bot.assistant.likeness import Likenesses
from bot.assistant.meanings import Heard, heard
from bot.assistant.questions import looks_like_question
from bot.assistant.years import day_that_counts
from bot.center import Passage

__all__ = ["Found", "Several", "answer", "answer_to_telling", "looks_like_question", "prepare"]

SURE, WORTH_OFFERING = 0.36, 0.2
SURE_OF_THE_UNNAMED, WORTH_OFFERING_UNNAMED = 0.55, 0.28
SURE_OF_THE_FOREIGN = 0.5  # where the whole sounds like other houses' business
MUCH_THE_SAME, THE_SAME = 0.6, 0.8  # where a word of other houses stands there
SURE_OF_THE_TOLD, WORTH_OFFERING_TOLD = 0.5, 0.4  # where nothing was asked
A_STRANGER, A_STRANGER_UNNAMED = 0.04, 0.07  # what each strange word takes away
TOO_NEAR = 0.08
MOST_TO_CHOOSE_FROM = 3
NO_QUESTION = frozenset({"complaint", "crisis", "greeting", "out_of_scope", "thanks"})

Scored = list[tuple[float, Passage]]


@dataclass(frozen=True)
class Found:
    """The passage that answers."""

    passage: Passage
    score: float


@dataclass(frozen=True)
class Several:
    """Passages of which one is probably meant, the likeliest first: the person chooses."""

    passages: tuple[Passage, ...]
    score: float = 0.0


@dataclass(frozen=True)
class _Index:
    passages: tuple[Passage, ...]
    likenesses: Likenesses

    def scores(self, text: str, asked: Heard) -> Scored:
        """The passages that may be meant, the likeliest first."""
        found = ((score, self.passages[group]) for score, group in self.likenesses.scores(asked))
        return [(score, passage) for score, passage in found if _may_be_meant(passage, text)]

    def shares(self, names: frozenset[str], passage: Passage) -> bool:
        """Whether a form of this passage names one of these."""
        traits = self.likenesses.traits[self.passages.index(passage)]
        return any(f"!{name}" in traits for name in names)


def answer(text: str, passages: Sequence[Passage], today: date) -> Found | Several | None:
    """The passage for this question, those that may be meant, or None when we do not know."""
    if not any(letter.isalpha() for letter in text):
        return None
    asked = heard(text)
    index = _index(_of_the_day(tuple(passages), day_that_counts(text, today), today))
    scored = index.scores(text, asked)
    if not scored:
        return None
    named = index.shares(asked.subjects, scored[0][1])
    strangers = index.likenesses.strangers(asked)
    score = scored[0][0] - strangers * (A_STRANGER if named else A_STRANGER_UNNAMED)
    sure = score >= SURE if named else score >= SURE_OF_THE_UNNAMED and not strangers
    if score < (WORTH_OFFERING if named else WORTH_OFFERING_UNNAMED):
        return None
    if asked.elsewhere and score < (MUCH_THE_SAME if named else THE_SAME):
        return None
    if sure and len(_near(scored)) == 1 and not _about_anything(index, asked):
        return Found(scored[0][1], scored[0][0])
    if score < SURE_OF_THE_FOREIGN and _asks_something_else(text):
        return None
    return Several(tuple(_offered(index, asked, scored)), score)


def answer_to_telling(text: str, passages: Sequence[Passage], today: date) -> Found | Several | None:
    """As `answer`, for what is told and not asked ("월급을 안 줘요"), where no answer of ours was waited for.

    Only what is much like a form is taken for a question.
    """
    found = answer(text, passages, today)
    score = found.score if found else 0.0
    return found if score >= (SURE_OF_THE_TOLD if isinstance(found, Found) else WORTH_OFFERING_TOLD) else None


def prepare(passages: Sequence[Passage], today: date) -> None:
    """Read all forms now, so that the first question need not wait for it."""
    _index(_of_the_day(tuple(passages), today, today))


def _asks_something_else(text: str) -> bool:
    """Whether the whole sounds like other houses' business, or like no question at all."""
    wanted = wish(text)
    return wanted is not None and wanted.intent in NO_QUESTION


def _near(scored: Scored) -> list[Passage]:
    return [passage for score, passage in scored if score > scored[0][0] - TOO_NEAR]


def _offered(index: _Index, asked: Heard, scored: Scored) -> list[Passage]:
    """What is as near as the first; where nothing is, what else names something of the question."""
    near = _near(scored)
    if len(near) == 1:
        likely = [passage for score, passage in scored[1:] if score >= WORTH_OFFERING]
        near += [passage for passage in likely if index.shares(asked.names, passage)]
    return near[:MOST_TO_CHOOSE_FROM]


def _about_anything(index: _Index, asked: Heard) -> bool:
    """ "얼마 받아요?" — of what? The center's subjects are many."""
    named = asked.subjects or asked.aspects
    return bool(asked.names) and not named and index.likenesses.are_common(asked.others)


def _may_be_meant(passage: Passage, text: str) -> bool:
    return not passage.only_with or any(word in text for word in passage.only_with)


@lru_cache(maxsize=8)
def _of_the_day(passages: tuple[Passage, ...], day: date, today: date) -> tuple[Passage, ...]:
    """Each passage as it is on the day that counts; where nothing is known of that day, as it is today."""
    said = {passage.key: passage for passage in passages if passage.holds(today)}
    said |= {passage.key: passage for passage in passages if passage.holds(day)}
    return tuple(said.values())


@lru_cache(maxsize=8)
def _index(passages: tuple[Passage, ...]) -> _Index:
    return _Index(passages, _likenesses(tuple(passage.questions for passage in passages)))


@lru_cache(maxsize=8)
def _likenesses(forms: tuple[tuple[str, ...], ...]) -> Likenesses:
    """The same for all years: what is asked does not change with the answer."""
    return Likenesses([[heard(question) for question in questions] for questions in forms])
