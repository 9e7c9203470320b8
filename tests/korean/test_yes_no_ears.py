"""Yes and no in words that no rule has: what the ears were taught, and what they may decide."""

import random
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from bot.assistant.scales import digest_of_ears, written_for
from bot.assistant.training import spelled_out
from bot.korean import yes_no_ears
from bot.korean.unclear import Unclear
from bot.korean.yes_no import yes_or_no
from tests.korean.tables import answers

DICE = random.Random(5)  # as in training
FILES = sorted(yes_no_ears.EXAMPLES.glob("*.txt"))
TAUGHT = {
    file.stem: [
        sentence
        for line in file.read_text("utf-8").splitlines()
        for sentence in spelled_out(line, DICE)
        if sentence.strip()
    ]
    for file in FILES
}
MEANT = {"yes": True, "no": False, "open": None}


def bare(sentence: str) -> str:
    return "".join(sentence.split()).strip(".!?~")


def every(file: Path) -> Iterator[str]:
    """All that the lines of a file can say; only a handful of each was taught."""
    for line in file.read_text("utf-8").splitlines():
        parts = re.split(r"\{([^}]*)\}", line)
        yield from map("".join, product(*(part.split("|") for part in parts)))


def read(sentence: str) -> bool | None:
    try:
        return yes_or_no(sentence)
    except Unclear:
        return None


def test_the_ears_were_taught_these_examples() -> None:
    """After a change: `python -m bot.assistant.training`."""
    taught = {written_for(file.read_bytes()) for file in yes_no_ears.FILES.values()}
    assert taught == {digest_of_ears()}


def test_nothing_measured_was_taught() -> None:
    taught = {bare(sentence) for file in FILES for sentence in every(file)}
    tables = {bare(each.text) for each in answers() if each.field == "yes_no"}
    # What is two words long is the same everywhere.
    assert [sentence for sentence in tables & taught if len(sentence) > 12] == []


@pytest.mark.parametrize("kind", sorted(TAUGHT))
def test_what_was_taught_is_read(kind: str) -> None:
    """Rules and ears together: nearly all of it rightly, next to nothing the other way round."""
    found = [(sentence, read(sentence)) for sentence in TAUGHT[kind]]
    missed = [each for each in found if each[1] is not MEANT[kind]]
    wrong = [each for each in missed if each[1] is not None]
    assert len(found) > 500
    assert len(missed) <= 0.06 * len(found), missed
    assert len(wrong) <= 0.02 * len(found), wrong


@pytest.mark.parametrize("said", ["", "ㅋㅋㅋ", "2026", "👍👎", "!!!", "ㅠㅠ"])
def test_what_holds_no_word_is_no_answer(said: str) -> None:
    assert yes_no_ears.heard(said) is None


def test_what_leaves_itself_open_stays_open() -> None:
    """Rules that know a condition or another time are not overruled."""
    assert [read(said) for said in ("네 무료면 할게요", "네 근데 시간은 바꿔주세요", "ㅇㅎ")] == [None] * 3
