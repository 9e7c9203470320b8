"""How often the center's answers are found, and how seldom a wrong one is given.

`asked.py` was split: the figures in `bot/assistant/answers.py` were chosen on its even rows and first measured on the
odd ones; `asked_later.py` was written afterwards. When first measured (2026-11-23):

| table | questions with an answer: found, a choice, unknown | wrong answers, of all rows |
|---|---|---|
| asked, even rows | 56, 0, 10 of 66 | 0 of 112 |
| asked, odd rows | 59, 0, 6 of 65 | 1 of 111 (it led to `only_with`) |
| asked later | 43, 3, 12 of 58 | 0 of 98 |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bot.assistant.answers import Found, Several, answer
from bot.center import Passage, load_center
from tests.assistant import asked, asked_later

TODAY = date(2026, 11, 23)
PASSAGES = load_center(Path(__file__).parents[2] / "center").passages

Row = tuple[str, str | None]


@dataclass(frozen=True)
class Measured:
    right: int
    choices: int
    unknown: int
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def coverage(self) -> float:
        return self.right / (self.right + self.choices + self.unknown)


def measured(rows: Sequence[Row]) -> Measured:
    right = choices = unknown = 0
    wrong = []
    for text, meant in rows:
        keys = found_for(text)
        if meant is None:
            wrong += [text] * (len(keys) == 1)
        elif keys == (meant,):
            right += 1
        elif meant in keys:
            choices += 1
        elif len(keys) == 0:
            unknown += 1
        else:
            wrong.append(text)
    return Measured(right, choices, unknown, tuple(wrong))


def found_for(text: str, passages: Sequence[Passage] = PASSAGES) -> tuple[str, ...]:
    found = answer(text, passages, TODAY)
    if isinstance(found, Found):
        return (found.passage.key,)
    return tuple(passage.key for passage in found.passages) if isinstance(found, Several) else ()


@pytest.mark.parametrize(
    ("table", "coverage"),
    [pytest.param(asked, 0.85, id="asked"), pytest.param(asked_later, 0.70, id="asked later")],
)
def test_it_would_rather_not_know_than_be_wrong(table: object, coverage: float) -> None:
    rows: list[Row] = [*table.MEANT, *((text, None) for text in table.NOT_KNOWN)]  # type: ignore[attr-defined]

    result = measured(rows)

    assert result.precision >= 0.98, result.wrong
    assert result.coverage >= coverage, result


def test_the_tables_are_large_and_not_copied_from_the_center() -> None:
    questions = {question for passage in PASSAGES for question in passage.questions}
    rows = {*asked.MEANT, *asked_later.MEANT}

    assert len(rows) >= 80
    assert len({*asked.NOT_KNOWN, *asked_later.NOT_KNOWN}) >= 80
    assert not questions & {text for text, _ in rows}
    assert {key for _, key in rows} <= {passage.key for passage in PASSAGES}


def test_the_centers_own_forms_lead_to_their_answer() -> None:
    astray = [
        (question, passage.key)
        for passage in PASSAGES
        for question in passage.questions
        if passage.key not in found_for(question)
    ]

    assert not astray


@pytest.mark.parametrize(
    "text",
    ["구청 몇 시까지 해요?", "우체국 토요일에 열어요?", "경찰서 전화번호 알려줘", "", " ", "?", "ㅋㅋ", "🙂"],
)
def test_what_is_not_ours_has_no_answer(text: str) -> None:
    assert answer(text, PASSAGES, TODAY) is None


def test_what_is_out_of_date_is_never_said() -> None:
    question = "실업급여 얼마 받아요?"
    before = answer(question, PASSAGES, date(2026, 12, 31))
    after = answer(question, PASSAGES, date(2027, 1, 1))

    assert isinstance(before, Found)
    assert before.passage.key == "benefit_amount"
    assert not isinstance(after, Found) or after.passage.key != "benefit_amount"
    said = after.passages if isinstance(after, Several) else ()
    assert "benefit_amount" not in {passage.key for passage in said}


def test_near_answers_are_offered_for_choice() -> None:
    assert set(found_for("구직촉진수당 금액이 얼마인가요?")) >= {"support_amount", "support_conditions"}


def test_a_word_that_makes_the_difference() -> None:
    assert found_for("스스로 그만둬도 실업급여 나와요?") == ("benefit_own_wish",)
    assert found_for("청년은 스스로 그만둬도 실업급여 나와요?") == ("benefit_youth_rumor",)


def test_a_center_without_answers() -> None:
    assert answer("센터 어디예요?", (), TODAY) is None
