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
    "아내가 먼저 세상 뜨고 저도 죽고 싶어요",
    "더는 못 견디겠어요",
    "저 같은 건 없어지는 게 낫겠어요",
    "나무에 목매고 싶어요",
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
    "취업에 목매는 제가 한심해서요",
    "일자리에 목맨 지 일 년이에요",
    "아내가 먼저 세상 뜨고 혼자 애를 키워요",
    "광고 전화 때문에 도저히 못 견디겠어요",
    "더는 못 참겠어요 알림이 너무 와요",
    "이런 메뉴는 차라리 없어지는 게 낫겠어요",
    "",
]


@pytest.mark.parametrize("said", [*DESPAIR, *AS_SPOKEN])
def test_despair(said: str) -> None:
    assert in_distress(said)


@pytest.mark.parametrize(
    "said",
    [
        "주거십다", "주거 시퍼요", "쥬거싶어", "죽구시퍼", "죽구 싶네", "주꼬싶어", "죽꼬 십다", "죽고십다", "죽거십어요", "쥭고 시프다", "주그고 싶다",
        "디지고 싶다", "디지구십다", "뒈지고 싶어", "자샬하고 싶어", "쟈살할래", "ㅈㅅ하고 싶다", "ㅈㅅ 하고십다", "ㅈㄱㅅㄷ", "살기시러", "살기 실어요", "사라지구 시퍼요",
        "wnrrh tlvek", "wnrjtlqek", "wnrRhtlvdj", "ㅈㅜㄱ고 싶다", "죽 고 싶 다",
    ],
)  # fmt: skip
def test_despair_as_it_is_spoken_and_mistyped(said: str) -> None:
    assert in_distress(said)


@pytest.mark.parametrize(
    "said",
    [
        "선물 주고 싶어요",
        "도와주고 싶다",
        "죽 시켜 먹었어요",
        "주거 지원 받고 싶다",
        "주거급여 신청하고 십어요",
        "화분이 자꾸 죽어요",
        "사장인 제가 죽어나요",
    ],
)
def test_what_only_sounds_so(said: str) -> None:
    assert not in_distress(said)


@pytest.mark.parametrize("said", NOT_DESPAIR)
def test_figures_of_speech(said: str) -> None:
    assert not in_distress(said)
