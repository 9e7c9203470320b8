"""Answers in words that no rule has: what the ears were taught, and what they may decide."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path

import pytest

from bot.assistant.scales import digest_of, written_for
from bot.assistant.training import spelled_out
from bot.korean.contract import understand
from bot.korean.ears import ALL, EMPLOYMENT, YES_NO, Ears
from tests.korean.tables import answers

NOW = datetime.fromisoformat("2026-11-23T10:00+09:00")
QUESTIONS = pytest.mark.parametrize("question", ALL, ids=lambda each: each.question)
# Short answers are the same everywhere.
SAID_BY_ALL = 12


def bare(sentence: str) -> str:
    return "".join(sentence.split()).strip(".!?~")


def every(file: Path) -> Iterator[str]:
    """All that the lines of a file can say; only a handful of each was taught."""
    for line in file.read_text("utf-8").splitlines():
        parts = re.split(r"\{([^}]*)\}", line)
        yield from map("".join, product(*(part.split("|") for part in parts)))


def taught(question: Ears) -> Iterator[tuple[str, str | None]]:
    """What was taught, with what it means; None for what is open."""
    for file in sorted(question.examples.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            for sentence in filter(str.strip, spelled_out(line)):
                yield sentence, None if file.stem == "open" else file.stem


def reader(question: Ears) -> Callable[[str], str | None]:
    return partial(understand, question.question, now=NOW)


@QUESTIONS
def test_the_ears_were_taught_these_examples(question: Ears) -> None:
    """After a change: `python -m bot.assistant.training`."""
    assert written_for(question.file.read_bytes()) == digest_of(question)


@QUESTIONS
def test_every_meaning_has_its_examples(question: Ears) -> None:
    assert {file.stem for file in question.examples.glob("*.txt")} == {*question.meanings, "open"}


@QUESTIONS
def test_nothing_measured_was_taught(question: Ears) -> None:
    sentences = {bare(said) for file in question.examples.glob("*.txt") for said in every(file)}
    tables = {bare(each.text) for each in answers() if each.field == question.question}
    assert [said for said in tables & sentences if len(said) > SAID_BY_ALL] == []


@QUESTIONS
def test_what_was_taught_is_read(question: Ears) -> None:
    """Rules and ears together: nearly all of it rightly, next to nothing wrongly."""
    read = reader(question)
    found = [(sentence, meant, read(sentence)) for sentence, meant in taught(question)]
    missed = [each for each in found if each[1] != each[2]]
    wrong = [each for each in missed if each[2] is not None]
    assert len(found) > 2000
    assert len(missed) <= 0.06 * len(found), missed
    assert len(wrong) <= 0.015 * len(found), wrong


@QUESTIONS
@pytest.mark.parametrize("said", ["", "ㅋㅋㅋ", "2026", "👍👎", "!!!", "ㅠㅠ"])
def test_what_holds_no_word_is_no_answer(question: Ears, said: str) -> None:
    assert question.heard(said) is None


def test_what_leaves_itself_open_stays_open() -> None:
    """Rules that know a condition, another time or a doubt are not overruled."""
    said = ("네 무료면 할게요", "네 근데 시간은 바꿔주세요", "ㅇㅎ", "몇 시까지 답하면 돼요", "네 안 할게요")
    assert [reader(YES_NO)(each) for each in said] == [None] * len(said)
    said = ("알바라고 하기도 뭐하고 백수라고 하기도 뭐하고", "남편이 회사원이에요", "일하다 말다 해요")
    assert [reader(EMPLOYMENT)(each) for each in said] == [None] * len(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("시장에서 식당 하고 있는데 손님이 없어서 접고 취직해볼까 생각 중이에요", "self_employed"),
        ("이번 달까지 출근하고 다음 달부터 백수 됩니다", "employed"),
        ("저 실업급여 받아요 회사 문 닫았어요", "unemployment_benefit"),
        ("언니네 가게 가끔 봐주는데 돈은 안 받아요 그냥 주부요", "unemployed"),
        ("투잡이에요 본업은 회사원이고 주말에 알바해요", "employed"),
        ("낮에는 쉬고 밤에 대리운전 합니다", "self_employed"),
        ("anwlr", "unemployed"),
    ],
)
def test_what_is_thought_of_past_or_beside_the_main_work_is_told_apart(said: str, meant: str) -> None:
    assert reader(EMPLOYMENT)(said) == meant
