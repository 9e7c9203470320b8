"""What those who work at a hiring day write."""

import pytest

from bot.korean.at_the_desk import AtDesk, at_the_booth, at_the_desk

BOOTH = {
    "다음 분 불러줘": AtDesk.BOOTH,
    "다음이요": AtDesk.BOOTH,
    "지금 몇 명 기다려요?": AtDesk.BOOTH,
    "지원자 명단": AtDesk.GUESTS,
    "오늘 몇 명 와요": AtDesk.GUESTS,
    "민지씨 합격": AtDesk.GUESTS,
    "안녕하세요": None,
    "채용행사 언제예요": None,
    "주차는 어디에 하나요": None,
    "다음 달에도 채용 행사를 여실 계획이 있는지 궁금해서 여쭤봅니다": None,
}
DESK = {
    "체크인 할게요": AtDesk.CHECK_IN,
    "수요데이 몇명 신청했어": AtDesk.DAYS,
    "행사 명단": AtDesk.DAYS,
    "신청자 현황": AtDesk.DAYS,
    "다음 분 불러줘": None,
    "오늘 일정": None,
}


@pytest.mark.parametrize(("text", "meant"), BOOTH.items())
def test_at_a_companys_booth(text: str, meant: AtDesk | None) -> None:
    assert at_the_booth(text) is meant


@pytest.mark.parametrize(("text", "meant"), DESK.items())
def test_at_the_centers_desk(text: str, meant: AtDesk | None) -> None:
    assert at_the_desk(text) is meant
