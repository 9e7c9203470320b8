"""Wanting to come to a hiring day in one's own words, without its buttons."""

from types import SimpleNamespace

import pytest

from bot.conversations.fair_reading import shared_named
from bot.korean.unclear import Unclear
from tests.house import House
from tests.transcripts.a_fair import holds
from tests.transcripts.reading import Reader


async def two(house: House) -> None:
    """수요데이 and, two weeks later, 빛이나G."""
    await house.agreed("민지", language="ko")
    await holds(house)
    await holds(house, key="bitinag", title="빛이나G", held_on="2026-12-16")


async def test_below_the_hiring_days(house: House, korean: Reader) -> None:
    """Which one is asked where it is not said; its day says it, or its place in the list."""
    await two(house)
    await korean.reads("""
        민지: 채용행사
        빛나: 다가오는 채용행사
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            빛이나G (센터가 확인했어요)
            12월 16일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            [자세히: 12월 2일 (수) 오후 2시]
            [자세히: 12월 16일 (수) 오후 2시]
            [알림 설정] [처음으로]
        민지: 신청할래요
        빛나: 어느 채용행사에 신청할까요?
            [신청: 12월 2일 (수) 오후 2시]
            [신청: 12월 16일 (수) 오후 2시]
            [처음으로]
        민지: 채용행사
        빛나: 다가오는 채용행사
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            빛이나G (센터가 확인했어요)
            12월 16일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            [자세히: 12월 2일 (수) 오후 2시]
            [자세히: 12월 16일 (수) 오후 2시]
            [알림 설정] [처음으로]
        민지: 16일꺼 신청할게요
        빛나: 신청 1/3
            어느 회사와 가장 면접을 보고 싶으세요?
            [무등가전]
            [당일에 정할게요]
            [그만하기]
        민지: 그만
        빛나: 여기서 그만할게요: 신청. 이번에 적으신 내용은 남기지 않았어요.
        빛나: 무엇을 도와드릴까요?
            [초기상담 시작하기 (3분)]
            [상담 예약하기] [내 예약]
            [지원 제도] [채용행사]
            [센터 안내] [상담사와 이야기하기]
            [알림 설정] [내 정보]
        민지: 채용행사
        빛나: 다가오는 채용행사
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            빛이나G (센터가 확인했어요)
            12월 16일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            [자세히: 12월 2일 (수) 오후 2시]
            [자세히: 12월 16일 (수) 오후 2시]
            [알림 설정] [처음으로]
        민지: 첫번째꺼 신청할래요
        빛나: 일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            시험용 예시 행사예요.
            · 무등가전: 가전 부품 조립 4명
            가져오실 것: 이력서, 신분증
            [신청하기]
            [일자리 보기]
            [채용행사] [처음으로]
    """)


async def test_by_its_name(house: House, korean: Reader) -> None:
    """One that is named is shown first: what it offers is seen before it is chosen."""
    await two(house)
    await korean.reads("""
        민지: 빛이나G 가고싶어요
        빛나: 빛이나G (센터가 확인했어요)
            12월 16일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            시험용 예시 행사예요.
            · 무등가전: 가전 부품 조립 4명
            가져오실 것: 이력서, 신분증
            [신청하기]
            [일자리 보기]
            [채용행사] [처음으로]
        민지: 신청요
        빛나: 신청 1/3
            어느 회사와 가장 면접을 보고 싶으세요?
            [무등가전]
            [당일에 정할게요]
            [그만하기]
    """)


async def test_what_companies_may_see_in_words(house: House, korean: Reader) -> None:
    """Named and not pressed; and changed before the yes, without the yes being taken for given."""
    await house.agreed("민지", language="ko")
    await holds(house)
    await korean.reads("""
        민지: 수요데이 신청할래요
        빛나: 일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            시험용 예시 행사예요.
            · 무등가전: 가전 부품 조립 4명
            가져오실 것: 이력서, 신분증
            [신청하기]
            [일자리 보기]
            [채용행사] [처음으로]
        민지: 신청할래요
        빛나: 신청 1/3
            어느 회사와 가장 면접을 보고 싶으세요?
            [무등가전]
            [당일에 정할게요]
            [그만하기]
        민지: 무등가전
        빛나 rewrites: 신청 1/3
            1순위: 무등가전
        빛나: 신청 2/3
            이 회사들에 무엇을 보여 드려도 될까요? 면접에만 쓰고, 행사 6개월 뒤에 지워요.
            고르지 않으시면 번호만 보여요.
            [이름]
            [전화번호]
            [경력]
            [찾는 일]
            [이 중에는 없어요]
            [뒤로] [그만하기]
        민지: 아무것도 안 보여줄래요
        빛나 rewrites: 신청 2/3
            회사에 보이는 것: 번호만
        빛나: 일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            회사: 무등가전
            회사에 보이는 것: 번호만
            신청 3/3
            이대로 신청할까요?
            [네, 신청할게요] [아니요, 바꿀게요]
            [뒤로] [그만하기]
        민지: 이름만 보여줄래요
        빛나: 그럼 바꿔 볼게요.
            신청 2/3
            이 회사들에 무엇을 보여 드려도 될까요? 면접에만 쓰고, 행사 6개월 뒤에 지워요.
            고르지 않으시면 번호만 보여요.
            [이름]
            [전화번호]
            [경력]
            [찾는 일]
            [이 중에는 없어요]
            [뒤로] [그만하기]
        민지: 경력하고 찾는 일만요
        빛나 rewrites: 신청 2/3
            회사에 보이는 것: 경력, 찾는 일
        빛나: 일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            회사: 무등가전
            회사에 보이는 것: 경력, 찾는 일
            신청 3/3
            이대로 신청할까요?
            [네, 신청할게요] [아니요, 바꿀게요]
            [뒤로] [그만하기]
        민지: 네
        빛나 rewrites: 신청 3/3
            신청: 네, 신청할게요
        빛나: 내 신청: 신청했어요
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            내 면접 시간
            오후 2시 무등가전 (A1 부스)
            가져오실 것: 이력서, 신분증
            입구에서 말할 번호: 123456
            [입장 코드 보기]
            [회사 바꾸기] [행사 일정 저장]
            [면접 시간 바꾸기] [회사에 보이는 것]
            [못 가게 됐어요]
            [채용행사] [처음으로]
        민지: 그날 못갈거같아요
        빛나: 신청을 취소할까요? 자리와 면접 시간은 다른 분께 드려요.
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            [네, 신청을 취소할게요]
            [아니요, 그대로 둘게요]
        민지: 네
        빛나: 신청을 취소했어요. 알려 주셔서 고마워요. 다른 분이 오실 수 있게 됐어요.
            다른 채용행사나 상담을 함께 볼까요?
            [채용행사] [상담 예약하기]
            [처음으로]
    """)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("이름이랑 전화번호요", ["name", "contact"]),
        ("이름만", ["name"]),
        ("연락처만요", ["contact"]),
        ("경력하고 찾는 일", ["career", "field"]),
        ("다 보여줘도 돼요", ["name", "contact", "career", "field"]),
        ("아무것도 안 보여줄래요", []),
        ("하나도 싫어요", []),
        ("싫어요", []),
    ],
)
def test_what_is_named_to_be_seen(text: str, shown: list[str]) -> None:
    assert shared_named(text, SimpleNamespace()) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["전화번호 빼고 다", "이름은 안 돼요", "네", "글쎄요", "이름 싫어요", ""])
def test_what_is_left_out_is_asked_again(text: str) -> None:
    """Nothing is shown by a misreading."""
    with pytest.raises(Unclear):
        shared_named(text, SimpleNamespace())  # type: ignore[arg-type]
