"""An answer, several to choose from, or none: what was gathered before there were answers to everything.

`asked.py` and `asked_later.py` hold questions in other words than the center's; what they ask and the center cannot
answer stands under NOT_KNOWN. The larger tables, with what was first measured, are those of test_passages.py.
"""

from datetime import date
from time import process_time
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.answers import Found, Several, answer, prepare
from bot.assistant.meanings import heard
from bot.center import Passage
from tests.assistant import asked, asked_later
from tests.assistant.fates import PASSAGES, TODAY, first_for, measured


@pytest.mark.parametrize(
    ("table", "reached"),
    [pytest.param(asked, 0.99, id="asked"), pytest.param(asked_later, 0.97, id="asked later")],
)
def test_it_would_rather_not_know_than_be_wrong(table: ModuleType, reached: float) -> None:
    counts, failed = measured([*table.MEANT, *((text, None) for text in table.NOT_KNOWN)])

    assert counts["wrong"] / counts.total() <= 0.02, failed
    assert (counts["found"] + counts["offered"]) / len(table.MEANT) >= reached, failed
    assert counts["nothing"] / len(table.NOT_KNOWN) >= 0.75, counts


def test_the_tables_are_large_and_not_copied_from_the_center() -> None:
    rows = {*asked.MEANT, *asked_later.MEANT}

    assert len(rows) >= 180
    assert len({*asked.NOT_KNOWN, *asked_later.NOT_KNOWN}) >= 70
    assert {key for _, key in rows} <= {passage.key for passage in PASSAGES}


@pytest.mark.parametrize(
    "text",
    [
        "구청 몇 시까지 해요?",
        "우체국 토요일에 열어요?",
        "경찰서 전화번호 알려줘",
        "",
        " ",
        "?",
        "ㅋㅋ",
        "🙂",
        "\u200b",
        "123",
    ],
)
def test_what_is_not_ours_has_no_answer(text: str) -> None:
    assert answer(text, PASSAGES, TODAY) is None


def passage(key: str, **changes: object) -> Passage:
    return Passage.model_validate(
        {
            "key": key,
            "questions": [
                f"{key} 무지개 다리는 {how}" for how in ("언제", "어디서", "어떻게", "얼마나", "왜")
            ],
            "answer": "그래요.",
            "source": "시험",
            "as_of": date(2026, 11, 1),
            "owner": "시험",
            "sure": True,
            "ask": ["center"],
            **changes,
        }
    )


def test_what_is_out_of_date_is_never_said() -> None:
    ended = passage("ended", valid_to=date(2026, 11, 22))
    to_come = passage("to_come", valid_from=date(2026, 11, 24))

    assert answer(ended.questions[0], (ended,), date(2026, 11, 22)) is not None
    assert answer(ended.questions[0], (ended,), TODAY) is None
    assert answer(to_come.questions[0], (to_come,), TODAY) is None
    assert answer(to_come.questions[0], (to_come,), date(2026, 11, 24)) is not None


def test_near_answers_are_offered_for_choice() -> None:
    one, other = passage("one"), passage("other")

    found = answer("무지개 다리는 어디서", (one, other), TODAY)

    assert isinstance(found, Several)
    assert set(found.passages) == {one, other}


def test_a_word_that_makes_the_difference() -> None:
    assert first_for("스스로 그만둬도 실업급여 나와요?") == "benefit_own_wish"
    assert first_for("청년은 스스로 그만둬도 실업급여 나와요?") == "benefit_youth_rumor"


def test_what_the_staff_have_answered_since_is_known_too() -> None:
    learned = passage(
        "staff_1",
        questions=["주차장 뒤편 무지개 벤치는 누가 치웠나요?"] * 1 + [f"벤치 {n}" for n in range(4)],
    )

    found = answer("주차장 뒤편 무지개 벤치는 누가 치웠나요?", (*PASSAGES, learned), TODAY)

    assert isinstance(found, Found)
    assert found.passage == learned


def test_the_forms_can_be_read_beforehand() -> None:
    prepare(PASSAGES, TODAY)

    assert first_for("센터 어디예요?") == "center_location"


def test_a_center_without_answers() -> None:
    assert answer("센터 어디예요?", (), TODAY) is None


@given(st.text(max_size=4096))
def test_any_text_is_answered_or_not(text: str) -> None:
    found = answer(text, PASSAGES, TODAY)

    assert found is None or isinstance(found, Found) or 1 <= len(found.passages) <= 3


@pytest.mark.parametrize(
    "text", ["실업급여 " * 900, "가" * 4096, "내년 " * 1000, "0" * 4096, "ㅋ" * 4096, "tôi " * 1000]
)
def test_a_long_text_takes_no_longer(text: str) -> None:
    answer(text, PASSAGES, TODAY)  # the forms have been read
    heard.cache_clear()
    began = process_time()

    answer(text, PASSAGES, TODAY)

    assert process_time() - began < 0.05
