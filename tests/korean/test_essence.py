"""Sentences that tell more than they choose: reasons, errands, questions to the office, asides."""

from functools import partial

import pytest

from bot.korean.dates import day
from bot.korean.hours import hour
from bot.korean.moments import moment
from bot.korean.unclear import Unclear
from tests.korean.outcomes import MONDAY

DAYS = [
    ("설 쇠고 2월 10일에 뵐게요", "2027-02-10"), ("화요일이요 (애 소풍이 수요일이라)", "2026-11-24"),
    ("목요일에 갈게요 제가 글을 잘 못 읽어요", "2026-11-26"), ("크리스마스는 쉬고 28일에 갈게요", "2026-12-28"),
    ("훈련이 12월 4일에 끝나니까 7일에 갈게요", "2026-12-07"), ("금요일에도 여나요? 아무튼 저는 화요일이 좋아요", "2026-11-24"),
    ("언니가 수요일에 온다던데 저는 다음 주 목요일로 할게요", "2026-12-03"), ("내일은 안 될까요?", "2026-11-24"),
    ("금요일이면 되는데 다른 날은 어려워요", "2026-11-27"), ("차주 화요일이라고 말씀드렸는데요", "2026-12-01"),
    ("이번 주 다음 주는 교대라 안 되고 12월 9일이요", "2026-12-09"), ("신정 연휴 끝난 다음 1월 4일", "2027-01-04"),
    ("이번 주는 짐 싸느라 안 되고 다음 주는 화요일 하루만 돼요", "2026-12-01"), ("목요일 되나요 안 되면 말고요", "2026-11-26"),
    ("10일이 장날이라 12월 10일에 나가는 김에 들를라요", "2026-12-10"), ("3주 뒤 월요일 12월 14일이요", "2026-12-14"),
    ("화요일 수요일 다 좋은데 굳이면 수요일", "2026-11-25"), ("27일에도 상담하나요? 하면 그때요", "2026-11-27"),
    ("수요일 그날 제가 비번이라 좋아요", "2026-11-25"), ("12월 첫째 날이요", "2026-12-01"), ("3주 뒤 오늘이요", "2026-12-14"),
    ("금요일이라니까요", "2026-11-27"), ("오늘이 며칠이지 하여튼 모레요", "2026-11-25"), ("계약 만료일이 12월 4일이라 그날 들를게요", "2026-12-04"),
    ("퇴원이 27일이에요 30일로 부탁드려요", "2026-11-30"), ("수요일요 그날이 제 휴무예요", "2026-11-25"),
]  # fmt: skip
HOURS = [
    ("네시요 학원 버스가 세시 반에 와요", "16:00:00"), ("두시에 알바 끝나고 두시요", "14:00:00"), ("낮에 시간 나요 한시 반이요", "13:30:00"),
    ("오전에는 밭일 나가고 오후 세시에 갈게요", "15:00:00"), ("세시에가면될까요", "15:00:00"), ("열시... 아 열시는 안되고 열한시", "11:00:00"),
    ("오전 8시 40분에 애 보내요 그럼 8시 40분이요", "08:40:00"), ("오후요 오전은 밭에 나가요", "PM"), ("두세 시 말고 정확히 세 시요", "15:00:00"),
    ("3시랑 4시 중에 4시요", "16:00:00"), ("10시에 가도 됩니까 밤중에 죄송합니다", "10:00:00"), ("2시 10분은 어렵겠죠.. 되면 그때요", "14:10:00"),
    ("오후 2시요 조금 늦어도 될까요", "14:00:00"), ("저녁 6시는 안 되겠죠? 되면 그때요", "18:00:00"),
]  # fmt: skip
MOMENTS = [
    ("다음 주 화요일 오전으로요. 오후에는 아이 데리러 가야 해요", "2026-12-01", "AM"), ("담주금열시반", "2026-12-04", "10:30:00"),
    ("12월 1일에 검사가 있는데 그거 마치고 3시면 가요", "2026-12-01", "15:00:00"), ("12월 2일 11시 농담 아니고 꼭 가요", "2026-12-02", "11:00:00"),
    ("모레 두시요 그날은 일이 없어요", "2026-11-25", "14:00:00"), ("휴일에도 여시나요? 12월 1일 11시 되면 해주세요", "2026-12-01", "11:00:00"),
]  # fmt: skip
STILL_OPEN = [
    "추석 낀 주", "화요일 되나요? 안 되면 수요일", "이사하는 날이 30일이에요", "화요일하고 수요일이 좋아요", "토요일도 하나요? 안 하면 금요일", "수목금 다 좋아요", "설 지나고 갈게요", "화요일에 애가 쉬는데요 그때 봐서요",
    "일찍 끝나면 화요일 늦으면 수요일", "수요일 아니면 목요일 가능해요",
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_the_day_that_is_chosen(text: str, expected: str) -> None:
    assert str(day(text, MONDAY)) == expected


@pytest.mark.parametrize(("text", "expected"), HOURS)
def test_the_hour_that_is_chosen(text: str, expected: str) -> None:
    assert str(hour(text)) == expected


@pytest.mark.parametrize(("text", "on", "at"), MOMENTS)
def test_the_moment_that_is_chosen(text: str, on: str, at: str) -> None:
    found = moment(text, MONDAY)

    assert (str(found.day), str(found.at)) == (on, at)


@pytest.mark.parametrize("text", STILL_OPEN)
def test_what_stays_a_question(text: str) -> None:
    with pytest.raises(Unclear):
        partial(day, now=MONDAY)(text)
