"""Who wants to wait for a free time, and for which days; and what only sounds like it."""

from datetime import date, datetime, time

import pytest

from bot.clock import SEOUL
from bot.korean.awaiting import days_wished, wants_to_wait
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment

MONDAY = datetime(2026, 11, 23, 10, tzinfo=SEOUL)


@pytest.mark.parametrize(
    "said",
    [
        "자리 나면 알려주세요",
        "자리나면 연락주세요",
        "빈자리 생기면 말해줘요",
        "빈 자리가 나는 대로 알려 주세요",
        "혹시 취소 나오면 알려주실래요?",
        "취소하면 저한테 연락 좀요",
        "시간 비면 알려줘",
        "예약 풀리면 알려주세요",
        "대기할게요",
        "대기 걸어 주세요",
        "대기자 명단에 올려주세요",
        "예약 대기 하고 싶어요",
        "그럼 대기로 넣어주세요",
    ],
)
def test_wants_to_wait(said: str) -> None:
    assert wants_to_wait(said)


@pytest.mark.parametrize(
    "said",
    [
        "일자리 나면 알려주세요",
        "일자리 생기면 연락 주세요",
        "대기업 채용 있나요",
        "예약 취소하고 싶어요",
        "취소해 주세요",
        "빈 시간이 있어요?",
        "오후에 시간이 나요",
        "대기 시간이 얼마나 걸려요?",
        "다음 주 화요일 오후",
        "",
    ],
)
def test_does_not(said: str) -> None:
    assert not wants_to_wait(said)


TUESDAY, THURSDAY = date(2026, 12, 1), date(2026, 12, 3)
WISHES = [
    ("다음 주 화요일 오전", [Moment(TUESDAY, HalfDay.AM)]),
    ("다음 주 화요일", [Moment(TUESDAY, None)]),
    ("다음 주 화요일 오전, 목요일 오후", [Moment(TUESDAY, HalfDay.AM), Moment(THURSDAY, HalfDay.PM)]),
    ("다음 주 화요일이랑 목요일", [Moment(TUESDAY, None), Moment(THURSDAY, None)]),
    ("12월 1일 오후 3시 또는 12월 3일", [Moment(TUESDAY, time(15)), Moment(THURSDAY, None)]),
]


@pytest.mark.parametrize(("said", "wished"), WISHES, ids=[said for said, _ in WISHES])
def test_the_days_that_are_named(said: str, wished: list[Moment]) -> None:
    assert days_wished(said, MONDAY) == wished
