"""Wanting to come to a hiring day, in tired fingers' words."""

import pytest

from bot.korean.signing_up import hiring_day_named, signs_up


@pytest.mark.parametrize(
    "text",
    [
        "신청할래요", "신청 해주세요", "신청요", "신청", "이거 신청할게요", "12월 2일거 신청할께요", "갈래요", "가고 싶어요", "가고시퍼요",
        "저도 참가할래요", "참여하고 싶습니다", "등록해줘", "2일꺼 갈게요", "수요데이 가고싶어요", "빛이나G 신청하려고요", "가볼께요",
    ],
)  # fmt: skip
def test_signs_up(text: str) -> None:
    assert signs_up(text)


@pytest.mark.parametrize(
    "text",
    [
        "신청 취소할래요", "안 갈래요", "못 갈 것 같아요", "신청 어떻게 해요", "신청하면 언제 연락와요?", "신청했어요", "가도 되나요", "누가 신청해요?",
        "상담 신청할래요", "", "네", "언제 가요", "신청 방법 알려줘요", "집에 갔어요", "참가할 수 있나요",
        "수요데이에 가고 싶은데 애가 아파서 못 갈 수도 있고 그래서 잘 모르겠네요 어쩌죠",
    ],
)  # fmt: skip
def test_does_not(text: str) -> None:
    assert not signs_up(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("수욜데이 갈래요", "수요데이"),
        ("빛이나g 신청", "빛이나"),
        ("채용 행사 신청할게요", "채용행사"),
        ("신청할래요", None),
    ],
)
def test_which_is_named(text: str, name: str | None) -> None:
    assert hiring_day_named(text) == name
