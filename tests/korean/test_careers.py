"""How long somebody has worked."""

import pytest

from bot.korean.careers import months
from bot.korean.unclear import Why
from tests.korean.outcomes import outcome

CAREERS = [
    ("5년", 60), ("5년이요", 60), ("오년", 60), ("다섯 해", 60), ("5년 3개월", 63), ("5년3개월이요", 63), ("오년 삼개월", 63), ("1년 반", 18), ("일년 반", 18),
    ("1년반정도요", 18), ("반년", 6), ("반 년 정도", 6), ("6개월", 6), ("육개월", 6), ("여섯 달", 6), ("한 달", 1), ("두달", 2), ("석달", 3), ("넉 달", 4),
    ("열두 달", 12), ("18개월", 18), ("십팔개월", 18), ("1.5년", 18), ("2.5년", 30), ("만 3년", 36), ("한 3년", 36), ("약 3년 정도", 36), ("3년 정도 했어요", 36),
    ("10년 넘게 했어요", 120), ("5년 이상", 60), ("십년 넘었제", 120), ("1년 넘었어요", 12), ("총 5년", 60), ("다 합치면 7년이요", 84), ("3년 2년 합쳐서 5년", 60),
    ("사무직 5년", 60), ("사무직으로 5년 일했습니다", 60), ("5년 하다가 2년 쉬었어요", 60), ("3년이요 아니 4년", 48), ("3년 말고 4년이요", 48), ("1년하고 6개월", 18),
    ("1년이랑 3개월", 15), ("20년 했어요", 240), ("이십년이요", 240), ("스무 해", 240), ("삼십년 넘게 했당께", 360), ("경력 2년", 24), ("마트에서 8개월 일했어요", 8),
    ("신입이요", 0), ("신입입니다", 0), ("없어요", 0), ("없습니다", 0), ("경력 없음", 0), ("경력은 없어요", 0), ("아직 없어요", 0), ("경험이 전혀 없어요", 0),
    ("무경력", 0), ("처음이에요", 0), ("한번도 안 해봤어요", 0), ("일 해본 적 없어요", 0), ("직장 다녀본 적이 없습니다", 0), ("0년", 0), ("0개월", 0), ("사회초년생이에요", 0),
    ("A회사 3년 B회사 2년", 60), ("카페 1년, 편의점 6개월", 18), ("공백 2년이고 경력은 3년", 36), ("경력 3년인데 쉰 지 2년 됐어요", 36), ("12년 4개월", 148), ("백화점 판매 4년 6개월 했어라", 54),
]  # fmt: skip
UNCLEAR = [
    ("1년이 채 안 됩니다", Why.RANGE), ("오륙년", Why.RANGE), ("운전면허 딴 지 10년", Why.NOTHING), ("주부로 10년", Why.NOTHING), ("경력단절 5년", Why.NOTHING), ("군대 2년", Why.NOTHING),
    ("2~3년", Why.RANGE), ("2-3년", Why.RANGE), ("이삼년", Why.RANGE), ("서너 달", Why.RANGE), ("두세달요", Why.RANGE), ("2, 3년", Why.RANGE), ("2년에서 3년", Why.RANGE),
    ("3년 조금 안 돼요", Why.RANGE), ("1년 미만", Why.RANGE), ("거의 10년", Why.RANGE), ("2년차", Why.RANGE), ("10여년", Why.RANGE), ("몇 년 했어요", Why.RANGE),
    ("오래 했죠", Why.RANGE), ("2020년부터 2023년까지", Why.RANGE), ("20년 3월부터 22년 5월", Why.RANGE), ("2019년에 입사했어요", Why.RANGE), ("3주", Why.RANGE),
    ("며칠 했어요", Why.RANGE), ("5년 이하", Why.RANGE), ("3년 못 됩니다", Why.RANGE), ("3년 가까이", Why.RANGE), ("두달 반", Why.SEVERAL),
    ("3년 2년", Why.SEVERAL), ("사무직 5년 그 중에 3년은 팀장", Why.SEVERAL), ("쉰 지 3년", Why.NOTHING), ("3년 쉬었어요", Why.NOTHING), ("백수 2년", Why.NOTHING),
    ("", Why.NOTHING), ("네", Why.NOTHING), ("사무직이요", Why.NOTHING), ("35살", Why.NOTHING), ("그만둔 지 2년 됐어요", Why.NOTHING), ("2년 전에 그만뒀어요", Why.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CAREERS)
def test_a_career(text: str, expected: int) -> None:
    assert outcome(months, text) == expected


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_asked_again(text: str, why: Why) -> None:
    assert outcome(months, text) is why
