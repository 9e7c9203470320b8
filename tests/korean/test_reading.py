"""A whole sentence read at once, fields of work, and the contract's strings."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.korean.ages import Age, BirthYear
from bot.korean.contract import understand
from bot.korean.districts import load_places
from bot.korean.fields import job_field
from bot.korean.reading import several
from bot.korean.repairs import repair
from bot.korean.situations import Situation
from bot.korean.unclear import Why
from tests.korean.outcomes import MONDAY, outcome

PLACES = load_places(Path(__file__).parents[2] / "center" / "places.toml")
FIELDS = (
    "date", "time", "datetime", "birth_year", "career_months", "phone", "monthly_wage", "yes_no", "district", "employment_status", "number", "age", "name",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "북구 사는 서른다섯이고요 사무직 5년 했는데 지금은 쉬어요",
            {"district": "북구", "age": Age(35, False), "field": "0", "career": 60, "situation": Situation.UNEMPLOYED},
        ),
        (
            "저는 김민지라고 하고 광산구 살아요 29살이고 월급 250만원 희망해요",
            {"name": "김민지", "district": "광산구", "age": Age(29, False), "wage": 2500000},
        ),
        ("62세고 경비 일 찾고 있어요 풍암동 살아요", {"district": "서구", "age": Age(62, False), "field": "5", "situation": Situation.UNEMPLOYED}),
        (
            "85년생 간호조무사 10년 했고 실업급여 받고 있어요",
            {"age": BirthYear(1985), "field": "3", "career": 120, "situation": Situation.UNEMPLOYMENT_BENEFIT},
        ),
        ("신입이고 27살 디자인 하고 싶어요", {"age": Age(27, False), "field": "4", "career": 0}),
        ("첨단 살고 용접 일 해요", {"field": "8", "situation": Situation.EMPLOYED}),
        ("안녕하세요", {}),
        ("", {}),
        ("내일 갈게요", {}),
    ],
)  # fmt: skip
def test_several_answers_in_one_sentence(text: str, answers: dict[str, object]) -> None:
    assert several(text, MONDAY, PLACES) == answers


WORK = {
    "0": "사무직|경리요|회계 쪽|총무|콜센터|은행|일반 사무|마케팅이요|인사팀",
    "1": "개발자|IT|프로그래머요|코딩|연구원|AI 쪽|기계설계|웹개발",
    "2": "사회복지사|보육교사|학원 강사|직업상담사|어린이집|경찰|교사요",
    "3": "간호사|간호조무사요|물리치료사|약사|치위생사|영양사",
    "4": "디자인|영상 편집|웹디자이너|헬스 트레이너|사진|방송",
    "5": "요양보호사|경비|청소요|식당|조리사|미용|간병|카페|호텔|주방 보조|미화원",
    "6": "운전|택배요|영업|판매직|마트 캐셔|배달|버스기사|지게차|편의점|택시",
    "7": "건설|목수|도배|타일|굴삭기|건설 현장",
    "8": "생산직이요|공장|용접|자동차 정비|조립|포장|설비|시설관리|전기기사",
    "9": "농사|조경|축산|어업|과수원",
}
WORK_UNCLEAR = [
    ("사무직이나 생산직", Why.SEVERAL), ("운전도 좋고 경비도 좋아요", Why.SEVERAL), ("아무거나요", Why.NOTHING), ("", Why.NOTHING), ("모르겠어요", Why.NOTHING), ("쉬운 일이요", Why.NOTHING), ("집에서 가까운 데", Why.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "digit"), [(text, digit) for digit, texts in WORK.items() for text in texts.split("|")]
)
def test_a_field_of_work(text: str, digit: str) -> None:
    assert outcome(job_field, text) == digit


@pytest.mark.parametrize(("text", "why"), WORK_UNCLEAR)
def test_an_open_field_of_work(text: str, why: Why) -> None:
    assert outcome(job_field, text) is why


def test_what_is_not_wanted_is_no_wish() -> None:
    assert job_field("사무직 말고 생산직이요") == "8"
    assert job_field("공장 다니다가 지금은 요양보호사 하고 싶어요") == "5"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("date", "담주 수욜이요", "2026-12-02"), ("time", "오후요", "PM"), ("time", "세시 반", "15:30"), ("datetime", "다음 주 화요일 오후", "2026-12-01TPM"), ("birth_year", "85년생", "1985"), ("birth_year", "39살", "age:39"),
        ("career_months", "1년 반", "18"), ("phone", "공일공 1234 5678", "01012345678"), ("monthly_wage", "연봉 3천", "2500000"), ("yes_no", "ㄴㄴ", "no"), ("district", "봉선동", "남구"), ("employment_status", "백수", "unemployed"),
        ("number", "3천5백", "3500"), ("number", "반", "0.5"), ("age", "서른다섯", "35"), ("name", "김민지요", "김민지"), ("intent", "예약할래요", None), ("nonsense", "예약", None), ("date", "다음 주", None),
    ],
)  # fmt: skip
def test_the_contract(field: str, text: str, value: str | None) -> None:
    assert understand(field, text, MONDAY, PLACES) == value


# Pieces of real sentences, in any order, find more than letters at random.
PIECES = st.lists(
    st.sampled_from(
        [
            "내일",
            "모레",
            "다음",
            "주",
            "이번",
            "월요일",
            "수욜",
            "3시",
            "반",
            "오전",
            "오후",
            "말고",
            "아니",
            "안",
            "돼요",
            "12월",
            "31일",
            "2월",
            "30일",
            "북구",
            "우산동",
            "광주",
            "만",
            "35살",
            "서른",
            "다섯",
            "85년생",
            "5년",
            "3개월",
            "신입",
            "없어요",
            "250",
            "만원",
            "연봉",
            "네",
            "아니요",
            "김민지",
            "이요",
            "입니다",
            "-",
            "~",
            ",",
            ".",
            "?",
            "(",
            ")",
            "0",
            "9",
            "99999999",
            "010",
            "1234",
            "5678",
            "공일공",
            "백",
            "천",
            "만",
            "억",
            "째",
            "둘째",
            "주말",
            "뒤",
            "전",
            "끝나고",
            "설날",
            "연휴",
            "까지",
            "부터",
            "ㅋㅋ",
            "ㅠㅠ",
            "지금은",
            "쉬어요",
            "알바",
            ":",
            "24:00",
            "0:0",
            "12.31",
            "２０２６",
        ]
    ),
    max_size=9,
).map(lambda pieces: "".join(pieces) if len(pieces) % 2 else " ".join(pieces))


@settings(deadline=None, max_examples=60)
@given(st.one_of(PIECES, st.text(max_size=50)))
def test_no_text_breaks_a_reader(text: str) -> None:
    for field in FIELDS:
        understand(field, text, MONDAY, PLACES)
    outcome(job_field, text)
    several(text, MONDAY, PLACES)
    repair(text)


def test_a_long_text_is_read_quickly_enough() -> None:
    story = "네 " + "지금은 쉬고 있는데 예전에 5년 일했고 북구 살아요 " * 200
    for field in FIELDS:
        understand(field, story, MONDAY, PLACES)
    outcome(partial(several, now=MONDAY, places=PLACES), story)
