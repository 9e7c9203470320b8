"""What an operator adds to a hiring day in the chat: talks and coachings, one more position, the place on a map."""

from sqlmodel import select

from bot.models import Fair, FairPosition, Role
from tests.house import House
from tests.transcripts.a_fair import holds
from tests.transcripts.reading import Reader
from tests.transcripts.test_fair_changes import LECTURE, sits
from tests.transcripts.test_fairs import registered


async def test_a_coaching_is_added_and_a_lecture_taken_out(house: House, korean: Reader) -> None:
    """What does not fit is asked once more; who had a seat hears that the lecture is off."""
    await house.agreed("민지", language="ko")
    fair_id = await holds(house, talks=[LECTURE])
    await registered(house, fair_id, "민지")
    await sits(house, fair_id, "민지")
    await house.joins("행사 담당", Role.OPERATOR, "선영", "ko")
    await korean.performs("선영: /fairdesk")

    await korean.reads("""
        선영: [설명회·코칭]
        빛나: 일자리 수요데이: 12월 2일 (수) 오후 2시
            명장 특강: 12월 2일 (수) 오후 3시, 강당 · 남은 자리 5/6
            [설명회·코칭 더하기]
            [빼기: 명장 특강]
            [채용행사 운영하기] [처음으로]
        선영: [설명회·코칭 더하기]
        빛나: 설명회·코칭 더하기 1/5
            무엇인가요?
            [설명회·특강]
            [함께하는 연습 모임]
            [이력서·면접 코칭]
            [그만하기]
        선영: [이력서·면접 코칭]
        빛나 rewrites: 설명회·코칭 더하기 1/6
            종류: 이력서·면접 코칭
        빛나: 설명회·코칭 더하기 2/6
            제목을 적어 주세요.
            [뒤로] [그만하기]
        선영: 이력서 코칭
        빛나 rewrites: 설명회·코칭 더하기 2/6
            제목: 이력서 코칭
        빛나: 설명회·코칭 더하기 3/6
            어느 날에 열어요? 코칭은 행사 2주 전부터 열 수 있어요.
            [행사 날]
            [뒤로] [그만하기]
        선영: 12월 1일
        빛나 rewrites: 설명회·코칭 더하기 3/6
            날짜: 12월 1일 (화)
        빛나: 설명회·코칭 더하기 4/6
            몇 시부터 몇 시까지예요?
            [뒤로] [그만하기]
        선영: 오전 10시부터 11시
        빛나 rewrites: 설명회·코칭 더하기 4/6
            여는 시간: 10:00-11:00
        빛나: 설명회·코칭 더하기 5/6
            어디에서 열어요?
            [11층 상설채용관]
            [뒤로] [그만하기]
        선영: [11층 상설채용관]
        빛나 rewrites: 설명회·코칭 더하기 5/6
            곳: 11층 상설채용관
        빛나: 설명회·코칭 더하기 6/6
            몇 자리인가요?
            [뒤로] [그만하기]
        선영: 60
        빛나 rewrites: 설명회·코칭 더하기 6/6
            자리: 60
        빛나: 행사 자리보다 많아요. 더 적은 수를 적어 주세요.
            설명회·코칭 더하기 6/6
            몇 자리인가요?
            [뒤로] [그만하기]
        선영: 6
        빛나 rewrites: 설명회·코칭 더하기 6/6
            자리: 6
        빛나: 일자리 수요데이: 12월 2일 (수) 오후 2시
            이력서 코칭: 12월 1일 (화) 오전 10시, 11층 상설채용관 · 남은 자리 6/6
            명장 특강: 12월 2일 (수) 오후 3시, 강당 · 남은 자리 5/6
            [설명회·코칭 더하기]
            [빼기: 이력서 코칭]
            [빼기: 명장 특강]
            [채용행사 운영하기] [처음으로]
        선영: [빼기: 명장 특강]
        빛나: 이 자리를 없앨까요? 자리를 맡은 1명께 바로 알려요.
            명장 특강
            [네, 뺄게요]
            [설명회·코칭] [처음으로]
        선영: [네, 뺄게요]
        빛나: 일자리 수요데이: 12월 2일 (수) 오후 2시
            이력서 코칭: 12월 1일 (화) 오전 10시, 11층 상설채용관 · 남은 자리 6/6
            [설명회·코칭 더하기]
            [빼기: 이력서 코칭]
            [채용행사 운영하기] [처음으로]
        빛나 → 민지: 이건 열리지 않아요: 명장 특강
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            내 면접 시간
            오후 2시 무등가전 (A1 부스)
            [내 신청 보기]
            [못 가게 됐어요]
    """)


async def test_what_is_outside_of_the_day_is_asked_once_more(house: House, korean: Reader) -> None:
    await holds(house)
    await house.joins("행사 담당", Role.OPERATOR, "선영", "ko")
    for line in (
        "/fairdesk",
        "[설명회·코칭]",
        "[설명회·코칭 더하기]",
        "[설명회·특강]",
        "명장 특강",
        "18시-19시",
        "강당",
    ):
        await korean.performs(f"선영: {line}")

    said = await korean.performs("선영: 20")
    assert said[-1].startswith("빛나: 행사 시간을 벗어나요. 다른 시간을 적어 주세요.")
    said = await korean.performs("선영: 3시부터 3시 40분")
    assert "명장 특강: 12월 2일 (수) 오후 3시, 강당 · 남은 자리 20/20" in said[-1]


async def test_one_more_position_of_a_company_that_comes(house: House, korean: Reader) -> None:
    """The company is there once, with two positions; its conditions are shown as what is known of them."""
    await holds(house, state="draft")
    await house.joins("행사 담당", Role.OPERATOR, "선영", "ko")
    told = ("[회사 더하기]", "[무등가전]", "포장", "[생산·정비]", "2명", "월 220만원", "주 5일", "북구")
    for line in ("/fairdesk", *told, "경력 2년 이상", "k131112611230001", "네"):
        await korean.performs(f"선영: {line}")

    async with house.database.reading() as session:
        rows = (await session.exec(select(FairPosition).order_by(FairPosition.id))).all()
    assert [row.title for row in rows] == ["가전 부품 조립", "포장"]
    assert len({row.company_id for row in rows}) == 1
    assert rows[1].work24 == "K131112611230001"
    assert rows[1].checked_by == "행사 담당"
    assert rows[1].conditions == [
        {"text": "경력 2년 이상", "field": "career_months", "op": "gte", "value": 24}
    ]


async def test_the_place_is_pointed_out_on_telegrams_own_map(house: House, korean: Reader) -> None:
    await holds(house)
    await house.joins("행사 담당", Role.OPERATOR, "선영", "ko")
    for line in ("/fairdesk", "[행사 바꾸기]", "[바꾸기: 지도]"):
        await korean.performs(f"선영: {line}")

    house.telegram.phone(house.person("선영").id).send_location(35.15441, 126.91272)
    await house.settle()
    await korean.performs("선영: [네, 맞아요]")

    async with house.database.reading() as session:
        fair = (await session.exec(select(Fair))).one()
    assert (fair.latitude, fair.longitude) == (35.15441, 126.91272)
    assert fair.about == "시험용 예시 행사예요."
