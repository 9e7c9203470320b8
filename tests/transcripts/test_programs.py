"""The programs by name, and the page of one: what it is, what it gives this year, what to do next. In Korean."""

from tests.house import House
from tests.transcripts.reading import Reader


async def test_from_the_list_to_one_of_them(korean: Reader, house: House) -> None:
    """Six names at a time; a name may be typed. Whoever asks has agreed to nothing, and need not."""
    assert len(house.center.programs) > 12
    await korean.reads("""
        민지: /programs
        빛나: 지원 제도
            이름을 누르시면 무엇을 도와주는 제도인지 알려 드려요.
            3분이면 어떤 제도가 맞을지, 왜 그런지 함께 찾아볼 수 있어요.
            [구직자 도약보장 패키지]
            [국민취업지원제도 Ⅰ유형(청년)]
            [국민취업지원제도 Ⅰ유형]
            [직업심리검사와 잡케어]
            [실업급여(구직급여)]
            [이력서·면접 준비 도움]
            [다른 제도 더 보기]
            [실업급여 계산하기]
            [소득 기준 보기]
            [초기상담 시작하기 (3분)] [처음으로]
        민지: [다른 제도 더 보기]
        빛나: 지원 제도
            이름을 누르시면 무엇을 도와주는 제도인지 알려 드려요.
            3분이면 어떤 제도가 맞을지, 왜 그런지 함께 찾아볼 수 있어요.
            [국민취업지원제도 Ⅱ유형]
            [국민내일배움카드]
            [청년도전지원사업]
            [미래내일 일경험]
            [광주청년 일경험드림]
            [여성새로일하기센터(새일센터)]
            [다른 제도 더 보기]
            [실업급여 계산하기]
            [소득 기준 보기]
            [초기상담 시작하기 (3분)] [처음으로]
        민지: 국민내일배움카드
        빛나: 국민내일배움카드
            배우고 싶은 직업훈련의 비용을 나라에서 도와주는 카드예요.
            2026년 기준 5년 동안 300만원이고, 조건에 따라 200만원이 더해져요. 과정에 따라 본인 부담이 있어요. 정확한 것은 고용24 또는 센터에서 확인해 주세요.
            고용24 또는 관할 고용센터에서 신청해요. 어떤 훈련이 맞을지 상담에서 함께 골라 볼 수 있어요.
            가능성 안내이며 자격 판정이 아닙니다. 11월 23일 (월) 기준이에요. 고용24(work24.go.kr)나 센터에서 꼭 확인해 주세요.
            [고용24 열기]
            [상담 예약하기]
            [상담사와 이야기하기]
            [지원 제도] [처음으로]
    """)
