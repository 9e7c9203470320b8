"""Where somebody stands in working life."""

import pytest

from bot.korean.situations import Situation, employment_status
from bot.korean.unclear import Why
from tests.korean.outcomes import outcome

STANDING = [
    ("unemployed", ["쉬고 있어요", "지금 쉬는 중이에요", "백수예요", "백수입니다ㅠ", "무직", "놀고 있제", "쉬고있당께", "취준생이요", "취업 준비 중입니다", "구직중", "구직활동 하고 있어요", "일자리 찾고 있어요",
        "퇴사했어요", "지난달에 그만뒀어요", "회사 그만두고 쉬어요", "짤렸어요", "권고사직 당했어요", "계약 만료됐어요", "폐업했어요", "가게 접었어요", "알바 그만뒀어요", "주부예요", "가정주부입니다",
        "애 키우고 있어요", "살림해요", "일 안 하고 있어요", "실업급여 끝났어요", "실업급여 받다가 끝났어요", "졸업하고 쉬고 있어요", "정년퇴직 했습니다", "공무원 시험 준비해요", "경단녀예요",
        "전에는 회사 다녔고 지금은 쉬어요", "프리랜서 하다가 지금은 쉬고 있어요", "육아휴직 끝나고 퇴사했어요", "학생 아니고 백수예요", "해고됐어요", "장사 망했어요", "쉬는 중이에요 실업급여는 신청 안 했어요", "미취업 상태"]),
    ("unemployment_benefit", ["실업급여 받고 있어요", "실업급여 받는 중", "실업급여 타고 있어요", "실급 받는중이요", "구직급여 수급 중입니다", "실업급여 수급자예요", "퇴사하고 실업급여 받고 있어요", "쉬면서 실업급여 받아요"]),
    ("part_time", ["알바해요", "편의점 알바 중이요", "아르바이트하고 있습니다", "일용직이에요", "노가다 뛰어요", "공공근로 나가요", "파트타임으로 일해요", "주말에만 알바해요", "회사 그만두고 알바해요",
        "노인일자리 하고 있어요", "단기알바 해요", "시간제로 일해요", "상하차 뛰어요", "자활근로 하고 있어요", "알바하면서 취준해요"]),
    ("employed", ["회사 다녀요", "직장인이에요", "재직 중입니다", "회사원", "일하고 있어요", "공장 다니고 있어요", "다음 달에 퇴사 예정이에요", "해고 통보 받았어요", "그만두고 싶어요", "이직 준비 중이에요",
        "다니고 있는데 이직하려고요", "계약직으로 일하고 있어요", "사직서 냈고 이번 달 말까지 다녀요", "정규직이에요", "취업했어요", "계약 만료 예정이에요", "아직 다니고 있어요", "공장 다녀요", "권고사직 통보 받았어요"]),
    ("self_employed", ["자영업", "자영업 해요", "프리랜서입니다", "배달해요", "라이더예요", "장사해요", "가게 하고 있어요", "개인사업자예요", "식당 운영해요", "대리운전 해요", "백수는 아니고 프리랜서예요",
        "퇴사하고 배달 뛰고 있어요", "농사지어요", "3.3 떼고 일해요", "카페 운영하고 있습니다", "배민 라이더 하고 있어요"]),
    ("student", ["대학생", "대학생이에요", "학생입니다", "휴학생이요", "대학교 다니고 있어요", "고등학생", "대학원생이에요", "4학년이에요", "재학 중", "학교 다녀요"]),
    ("expected_graduate", ["졸업예정", "졸업 예정자예요", "막학기예요", "내년 2월 졸업이에요", "졸업 앞두고 있어요", "4학년 졸업예정이요", "대학생인데 곧 졸업해요", "마지막 학기 다니는 중"]),
    ("on_leave", ["휴직 중", "육아휴직 중이에요", "병가 냈어요", "출산휴가예요", "회사 휴직했어요", "무급휴직 중입니다", "질병휴직이요"]),
]  # fmt: skip
UNCLEAR = [
    ("국비 학원 다녀요", Why.NOTHING), ("병원 다녀요", Why.NOTHING), ("가게 쉬고 있어요", Why.SEVERAL), ("노인일자리 신청했어요", Why.NOTHING), ("퇴직금 아직 못 받았어요", Why.NOTHING),     ("대학생인데 알바해요", Why.SEVERAL), ("실업급여 받으면서 알바해요", Why.SEVERAL), ("휴학하고 알바해요", Why.SEVERAL), ("배달 알바", Why.SEVERAL), ("회사 다니면서 알바도 해요", Why.SEVERAL),
    ("회사 다니면서 장사해요", Why.SEVERAL), ("", Why.NOTHING), ("안녕하세요", Why.NOTHING), ("모르겠어요", Why.NOTHING), ("5년 일했어요", Why.NOTHING), ("실업급여 신청하려고요", Why.NOTHING),
    ("실업급여 받을 수 있나요", Why.NOTHING), ("알바 구하고 있어요", Why.NOTHING), ("졸업했어요", Why.NOTHING), ("사무직이요", Why.NOTHING), ("학생 아니에요", Why.NOTHING), ("회사 안 맞아요", Why.NOTHING),
    ("주말은 쉬어요", Why.NOTHING), ("백수 아니에요", Why.NOTHING), ("창업하고 싶어요", Why.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [(text, label) for label, texts in STANDING for text in texts])
def test_a_situation(text: str, expected: str) -> None:
    assert outcome(employment_status, text) is Situation(expected)


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_asked_again(text: str, why: Why) -> None:
    assert outcome(employment_status, text) is why
