"""Wanting to come to a hiring day in one's own words, without its buttons."""

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
