"""The contract of `bitna understand`: every field answers with a string or with nothing, whatever was typed."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.korean.contract import FIELDS, understand
from tests.korean.outcomes import MONDAY
from tests.korean.test_districts import PLACES

LONG = ["가" * 4096, "1" * 4096, "내일 " * 2048, "3시 말고 " * 682, "a" * 4096, "\u0301" * 4096, "İ" * 4096, "ﷺ" * 4096, "\ud800" * 4096, "북구 말고 " * 682, "십" * 4096, "일이삼사" * 1024, "네아니요" * 1024, "년" * 4096]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("date", "담주 수욜이요", "2026-12-02"), ("time", "세시 반", "15:30"), ("datetime", "내일 오전", "2026-11-24TAM"), ("birth_year", "85년생", "1985"),
        ("birth_year", "39살", "age:39"), ("career_months", "신입이요", "0"), ("phone", "공일공 1234 5678", "01012345678"), ("monthly_wage", "연봉 3천", "2500000"),
        ("yes_no", "ㄴㄴ", "no"), ("district", "서울", "outside"), ("employment_status", "육아휴직 중이에요", "on_leave"), ("number", "반", "0.5"),
        ("age", "서른다섯", "35"), ("name", "저는 김민지예요", "김민지"), ("date", "다음 주", None),
    ],
)  # fmt: skip
def test_a_value_as_the_contract_spells_it(field: str, text: str, value: str | None) -> None:
    assert understand(field, text, MONDAY, PLACES) == value


def test_an_unknown_field_and_a_district_without_places_are_open() -> None:
    assert understand("nonsense", "네", MONDAY, PLACES) is None
    assert understand("district", "북구", MONDAY) is None


@pytest.mark.parametrize("field", FIELDS)
@settings(deadline=None, max_examples=30)
@given(text=st.text(max_size=4096))
def test_no_text_breaks_a_field(field: str, text: str) -> None:
    assert isinstance(understand(field, text, MONDAY, PLACES), str | None)


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:4]))
@pytest.mark.parametrize("field", FIELDS)
def test_a_long_text_is_read_quickly(field: str, text: str) -> None:
    spent = []
    for _ in range(3):
        begun = time.thread_time()
        understand(field, text, MONDAY, PLACES)
        spent.append(time.thread_time() - begun)
    assert min(spent) < 0.05
