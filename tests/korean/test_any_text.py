"""Any text at all: no reader raises anything but Unclear, none is kept busy."""

from functools import partial
from itertools import product
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.korean.contract import understand
from bot.korean.districts import load_places
from tests.korean.outcomes import MONDAY

PLACES = load_places(Path(__file__).parents[2] / "center" / "places.toml")
FIELDS = (
    "date", "time", "datetime", "birth_year", "career_months", "phone", "monthly_wage", "yes_no", "district", "employment_status", "number", "age", "name",
)  # fmt: skip
LONGEST, SLOWEST = 4096, 0.05
# What the patterns look for, each repeated until the text is full: the worst they can be given.
PIECES = ["네", "아니", "안", "가", "한", "일", "이", "영", "1", "12", "3시", "오전", "월요일", "010", "-", "~", ",", ".", "만", "5년", "250", "이요", "고", "ㅇ", "하나", "말고", "살", "서른", "전", "해서", "라", "동구", "에서", "알바", "회사", "쉬고", "졸업", "(", "12월", "2일", "D+3", "점", "(수)", "1,2", "́", "ﷺ", "👍", "\u200b", "면 ", "서 ", "요 ", "는데 ", "분의 ", "마이너스 ", "갈게", "할 것 같", "없", "그 다음 날", "1/2", "1.", "년생", "이라고 해요", "박지", "^", "2027"]  # fmt: skip
PAIRS = [first + second for first, second in product(PIECES[::3], PIECES[1::4])]


@pytest.mark.parametrize("field", FIELDS)
@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=LONGEST))
def test_any_text_is_read_or_asked_about(field: str, text: str) -> None:
    assert isinstance(understand(field, text, MONDAY, PLACES), str | None)


def seconds(field: str, text: str) -> float:
    """The quickest of seven: a busy machine is not the reader's fault."""
    read = partial(understand, field, text, MONDAY, PLACES)
    taken = []
    for _ in range(7):
        start = process_time()
        read()
        taken.append(process_time() - start)
        if taken[-1] < SLOWEST:
            break
    return min(taken)


@pytest.mark.parametrize("field", FIELDS)
@settings(deadline=None, max_examples=40)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=LONGEST // 2))
def test_words_in_any_order_are_read_in_time(field: str, pieces: list[str]) -> None:
    assert seconds(field, "".join(pieces)[:LONGEST]) < SLOWEST


@pytest.mark.parametrize("field", FIELDS)
def test_no_text_keeps_a_reader_busy(field: str) -> None:
    texts = [(piece * LONGEST)[:LONGEST] for piece in (*PIECES, *PAIRS)]
    slow = {text[:16]: taken for text in texts if (taken := seconds(field, text)) > SLOWEST}

    assert slow == {}
