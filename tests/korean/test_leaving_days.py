"""The year in which somebody left a job."""

from datetime import datetime

import pytest

from bot.clock import SEOUL
from bot.korean.leaving_days import leaving_year
from bot.korean.unclear import Unclear, Why

NOW = datetime(2026, 11, 23, 10, tzinfo=SEOUL)
JANUARY = datetime(2027, 1, 31, 10, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026년", 2026),
        ("2026", 2026),
        ("26년 3월이요", 2026),
        ("25년도에 그만뒀어요", 2025),
        ("2025-12-31", 2025),
        ("2025.12.31까지 다녔어요", 2025),
        ("작년 12월", 2025),
        ("작년이요", 2025),
        ("재작년", 2024),
        ("올해 초에 나왔어요", 2026),
        ("내년 1월에 계약 끝나요", 2027),
        ("지난달에 잘렸어요", 2026),
        ("저번 주 금요일이요", 2026),
        ("어제 그만뒀당께", 2026),
        ("3개월 전이요", 2026),
        ("1년 전쯤", 2025),
        ("2년 전에 나왔어요", 2024),
        ("한 달 뒤는 아니고 2주 뒤요", 2026),
        ("3월에 퇴사했어요", 2026),
        ("12월에 퇴사했어요", 2025),
        ("12월에 그만둘 예정이에요", 2026),
        ("3월에 계약 만료 예정이에요", 2027),
        ("다음 달에 나와요", 2026),
    ],
)
def test_the_year_is_read(text: str, year: int) -> None:
    assert leaving_year(text, NOW) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("지난달", 2026),
        ("지난주", 2027),
        ("다음 달", 2027),
        ("12월에 나왔어요", 2026),
        ("두 달은 안 됐고 6주 전이요", 2026),
    ],
)
def test_a_new_year_has_begun(text: str, year: int) -> None:
    assert leaving_year(text, JANUARY) == year


@pytest.mark.parametrize(
    "text", ["", "모르겠어요", "5년 다녔어요", "아직이요", "1987년", "2090년", "3년 동안 일했어요"]
)
def test_nothing_is_guessed(text: str) -> None:
    with pytest.raises(Unclear):
        leaving_year(text, NOW)


def test_two_years_are_a_question() -> None:
    with pytest.raises(Unclear) as unclear:
        leaving_year("2025년인지 2026년인지 헷갈려요", NOW)

    assert (unclear.value.why, unclear.value.meanings) == (Why.SEVERAL, (2025, 2026))
