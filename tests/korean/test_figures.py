"""The figure that stands in an answer: what was asked back, taken back, excused or thanked for is not it."""

import pytest

from bot.korean.contract import understand
from bot.korean.figures import figure
from tests.korean.outcomes import MONDAY


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("250이요 감사합니다", "250이요"), ("45 아니 46이요 오타예요", "46이요"), ("경력이요? 네 3년이요", "3년이요"),
        ("3년 일했어요 사무직 말고 현장이요", "3년 일했어요 사무직 말고 현장이요"), ("250 말고 270이요", "270이요"),
        ("1년 좀 넘어요 그러니까 13개월이요", "13개월이요"), ("010-1234-5678 낮에 걸지 말고 밤에요", "010-1234-5678 낮에 걸지 말고 밤에요"),
    ],
)  # fmt: skip
def test_what_is_left(text: str, stands: str) -> None:
    assert figure(text) == stands


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("birth_year", "오구년 돼지띠라우", "1959"), ("birth_year", "73년 계축년 소띠요", "1973"), ("birth_year", "1988년생 몽골에서 왔어요", "1988"),
        ("birth_year", "만으로 서른넷 생일은 지났고요", "age:34"), ("birth_year", "주민등록에는 71년인데 실제는 70년생", None),
        ("age", "마흔여덟이요 내년이면 마흔아홉", "48"), ("age", "66인데 경비 일 있나요?", "66"), ("age", "55요 55", "55"), ("age", "31 만으로요", "31"),
        ("age", "쉰둘 아니면 셋", None),
        ("birth_year", "81 닭띠 막내", "1981"), ("birth_year", "87이요 87년 토끼", "1987"), ("birth_year", "77년생 두 아들 엄마", "1977"),
        ("birth_year", "68년 무신년생이오", "1968"), ("age", "오십세 살", "53"), ("age", "육십이요 육십 아직 건강해요", "60"), ("age", "스물여섯이요 한 살 더 먹었네요", "26"),
        ("career_months", "경력이라 할 만한 건 없습니다", "0"), ("career_months", "2년 5개월요 한 달만 더 했으면 2년 반인데", "29"),
        ("career_months", "아홉 달이요 원래 1년 계약이었는데 9개월 하고 나왔어요", "9"), ("career_months", "전업주부만 15년이라 직장 경력은 없어요", "0"),
        ("career_months", "반년 하다 쉬고 또 하다 쉬고 반복", None), ("monthly_wage", "3000 연봉으로요", "2500000"), ("monthly_wage", "230은 좀 그렇고 240이요", "2400000"),
        ("monthly_wage", "하루 다섯 시간만 일하고 월 130", "1300000"), ("monthly_wage", "이백오십마넌", "2500000"), ("monthly_wage", "24O만원", "2400000"),
        ("monthly_wage", "지금 받는 게 210인데 230은 받고 싶어요", "2300000"), ("phone", "010-2222-3331 아 끝자리 2예요 010-2222-3332", "01022223332"),
        ("phone", "010-2222-3333 딸이 대신 받을 수도 있어요", "01022223333"), ("phone", "010-22223-333", None), ("phone", "+82-010-2222-3333", "01022223333"),
        ("phone", "010-2222-4433 33 아니고 4433", "01022224433"), ("number", "삼이 아니라 사요", "4"),
        ("number", "총 열한 명이요 남자 넷 여자 일곱", "11"), ("career_months", "첫 회사 1년 둘째 회사 3년 합 4년이요", "48"), ("monthly_wage", "월 240 이하는 안 해요", "2400000"),
        ("phone", "010 그다음 2222 그다음 3333", "01022223333"), ("phone", "010-2222-3333이고 비상연락처는 010-4444-5555", "01022223333"), ("number", "십삼만", "130000"), ("number", "저랑 딸 둘 합해서 3명", "3"),
        ("career_months", "오년이요 오년 길었죠", "60"), ("career_months", "언니는 10년인데 저는 기억이 안 나요", None),
        ("career_months", "2년 못 채우고 20개월", "20"), ("career_months", "no experience", "0"), ("monthly_wage", "280은 욕심이고 240으로 할게요", "2400000"),
        ("monthly_wage", "260 이하로는 안 돼요", "2600000"), ("monthly_wage", "야간이면 290 주간이면 230인데 주간 할래요 230", "2300000"),
        ("phone", "아빠폰인데 010-2222-3333으로 연락 주세요", "01022223333"), ("phone", "아빠 번호 010-2222-3333", None),
        ("number", "넷이요 어른 둘 아이 둘", "4"), ("number", "하나 둘 셋", None), ("number", "7명이요 사장님 빼고", "7"), ("number", "한 번도 못 가봤어요", None),
    ],
)  # fmt: skip
def test_what_is_read(field: str, text: str, value: str | None) -> None:
    assert understand(field, text, MONDAY) == value
