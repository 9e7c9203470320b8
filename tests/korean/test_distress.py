"""Despair is heard whatever else a message says; figures of speech are not taken for it."""

import pytest

from bot.korean.distress import in_distress

DESPAIR = [
    "죽고 싶어요",
    "그냥 죽고싶다 진짜",
    "다 끝내고 싶어요",
    "그냥 다 끝내고 싶어요",
    "인생을 끝내고 싶네요",
    "살기 싫어요",
    "사는게 너무 지겹고 사라지고 싶어",
    "자살하면 보험금 나오나요",
    "빚 때문에 죽는 게 낫겠어요",
    "더 이상 못 버티겠어요",
    "더는 못 살겠습니다",
    "살고 싶지 않아요",
    "예약 취소해주세요 어차피 죽을래요",
    "I want to die",
]

AS_SPOKEN = [
    *(f"{stem}{space}{wish}" for stem in ("주거", "쥬거", "죽거", "주꼬", "죽꼬", "주꾸", "듁고", "죽오") for space in ("", " ")
      for wish in ("싶다", "십다", "시퍼", "시포", "싶어요", "십어요", "싶네")),
    "주구시퍼",
    "살고십지안타",
    "주글래",
    "주거버릴까",
]  # fmt: skip

NOT_DESPAIR = [
    "더워 죽겠어요",
    "배고파 죽겠다",
    "바빠 죽겠네",
    "웃겨 죽겠어 ㅋㅋ",
    "심심해 죽을 것 같아",
    "상담을 끝내고 싶어요",
    "그만할래요",
    "광주에서 살고 싶어요",
    "선물을 주구 싶어요",
    "주거 지원 받고 싶어요",
    "주거비 도움 받을 수 있나요",
    "회사를 그만두고 싶어요",
    "일을 다 끝내고 갈게요",
    "",
]


@pytest.mark.parametrize("said", [*DESPAIR, *AS_SPOKEN])
def test_despair(said: str) -> None:
    assert in_distress(said)


@pytest.mark.parametrize("said", NOT_DESPAIR)
def test_figures_of_speech(said: str) -> None:
    assert not in_distress(said)
