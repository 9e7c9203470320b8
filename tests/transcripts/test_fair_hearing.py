"""What guests write around a hiring day, and where it leads: tired, misspelled, without the menu."""

from bot.models import Role
from bot.services import fairs, people
from tests.house import House
from tests.transcripts.a_fair import comes_for, holds
from tests.transcripts.reading import Reader
from tests.transcripts.test_fairs import TALKS, came, door_of, registered


async def test_another_interview_time(house: House, korean: Reader) -> None:
    """Times that are free, one of them chosen; one that is somebody's meanwhile is refused kindly."""
    for name in ("민지", "철수"):
        await house.agreed(name, language="ko")
    fair_id = await holds(house, hours="14:00-14:40")
    await registered(house, fair_id, "민지")

    await korean.reads("""
        민지: 면접시간 바꿔조요
        빛나: 지금 면접 시간: 무등가전, 오후 2시
            아래 시간이 비어 있어요. 언제로 바꿀까요?
            [오후 2시 12분] [오후 2시 24분]
            [시간은 그대로 두기]
            [회사 바꾸기] [처음으로]
    """)
    await registered(house, fair_id, "철수")  # takes 14:12
    await korean.reads("""
        민지: [오후 2시 12분]
        빛나: 죄송해요. 그 시간은 그사이 다른 분이 잡으셨어요. 원래 시간은 그대로예요.
            [채용행사] [처음으로]
        민지: 면접 시간 옮기고 싶어요
        빛나: 지금 면접 시간: 무등가전, 오후 2시
            아래 시간이 비어 있어요. 언제로 바꿀까요?
            [오후 2시 24분]
            [시간은 그대로 두기]
            [회사 바꾸기] [처음으로]
        민지: [오후 2시 24분]
        빛나: 면접 시간을 바꿨어요.
            내 신청: 신청했어요
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 2시 40분
            11층 상설채용관
            내 면접 시간
            오후 2시 24분 무등가전 (A1 부스)
            가져오실 것: 이력서, 신분증
            입구에서 말할 번호: 123456
            [입장 코드 보기]
            [회사 바꾸기] [행사 일정 저장]
            [면접 시간 바꾸기] [회사에 보이는 것]
            [못 가게 됐어요]
            [채용행사] [처음으로]
    """)


async def test_what_companies_see_is_taken_back(house: House, korean: Reader) -> None:
    await house.agreed("민지", language="ko")
    await registered(house, await holds(house), "민지", shared=("contact",))

    await korean.reads("""
        민지: 회사에 제 번호 보이나요
        빛나: 지금 회사에 보이는 것: 전화번호
            이 회사들에 무엇을 보여 드려도 될까요? 면접에만 쓰고, 행사 6개월 뒤에 지워요.
            고르지 않으시면 번호만 보여요.
            [이름]
            [전화번호]
            [경력]
            [찾는 일]
            [이 중에는 없어요]
            [그만하기]
        민지: [이 중에는 없어요]
        빛나 rewrites: 회사에 보이는 것: 번호만
        빛나: 이제 회사에는 이것만 보여요: 번호만
            고르지 않으신 것은 회사에서 더는 볼 수 없어요.
            [내 신청 보기] [처음으로]
    """)


BEFORE = {
    "수욜날 못가요": "신청을 취소할까요?",
    "못갈거같아요 수요데이": "신청을 취소할까요?",
    "이력서 코칭 받고싶어요": "내 신청: 신청했어요",
    "행사장 어떻게 가요": "일자리 수요데이",
    "큐알 어딨어요": "입구에서 이 그림을",
    "내 면접시간 알려조요": "내 신청: 신청했어요",
    "상담 예약 취소할게요": "지금은 예약이 없어요.",
    "회사 바꾸고 싶어요": "그대로 두시는 회사의",
}
THERE = {
    "저 왔어요": "내 신청: 오셨어요",
    "내차례 언제에요": "내 면접 시간",
    "번호표 취소할게요": "내 면접 시간",
    "조금 늦을거같아요": "괜찮아요. 서두르지 말고",
    "무등가전 부스 어디에요": "11층 상설채용관",
    "면접 끝났어요": "수고 많으셨어요.",
    "참가확인증 어디서 받나요": "참석확인서예요.",
}
AFTER = {
    "합격했어요": "면접 뒤에 어떻게 됐나요?",
    "무등가전 연락이 없어요": "면접 뒤에 어떻게 됐나요?",
}


async def lead(korean: Reader, lines: dict[str, str]) -> None:
    for line, begins in lines.items():
        said = (await korean.performs(f"민지: {line}"))[0]
        assert said.split(": ", 1)[1].startswith(begins), line


async def test_what_is_written_leads_where_it_should(house: House, korean: Reader) -> None:
    """Before the day, at the booths, and afterwards: each line opens what it is about."""
    await house.agreed("민지", language="ko")
    talks = [each | {"place": "상담실", "seats": 2} for each in TALKS]
    place = {"latitude": 35.1544, "longitude": 126.9127}
    await registered(house, await holds(house, talks=talks, map=place), "민지")
    await house.pass_time(days=2)

    await lead(korean, BEFORE)
    await korean.performs("민지: 그만")
    await house.pass_time(days=7, hours=3, minutes=30)
    door = (await korean.performs("민지: 지금 도착햇어요"))[0]
    assert "입구에서 이 그림을" in door
    await korean.performs(f"민지: /start fairdoor-{await door_of(house)}")
    await lead(korean, THERE)
    await house.pass_time(hours=20)
    await lead(korean, AFTER)


async def test_without_a_registration_the_words_mean_something_else(house: House, korean: Reader) -> None:
    await house.agreed("민지", language="ko")
    await holds(house)

    for line in ("면접시간 바꿔조요", "몇번째에요 지금", "저 왔어요"):
        said = (await korean.performs(f"민지: {line}"))[0]
        assert "내 신청" not in said
        assert "무등가전" not in said


async def test_letting_one_go_first_by_words(house: House, korean: Reader) -> None:
    """Called, and in the restroom: asked once, then done by a tap."""
    for name in ("민지", "철수"):
        await house.agreed(name, language="ko")
    fair_id = await holds(house)
    await house.joins("행사 담당", Role.OPERATOR, "선영", "ko")
    await comes_for(house, fair_id, "가람")
    async with house.database.transaction() as session:
        for name in ("민지", "철수"):
            person = await people.person_of_chat(session, house.person(name).id)
            await fairs.register(session, person, fair_id, house.clock.now())
    await house.pass_time(days=9, hours=4)
    for name in ("민지", "철수"):
        await korean.performs(f"{name}: /start fairdoor-{await door_of(house)}")
        await korean.performs(f"{name}: 번호표 뽑을래요")
        await korean.performs(f"{name}: [번호표: 무등가전]")

    await korean.reads("""
        민지: 화장실 좀 다녀올게요
        빛나: 무등가전 1번: 다음 차례예요.
            한 분을 먼저 보낼까요? 차례는 그대로 맡아 둘게요.
            [한 분 먼저 보내기]
            [번호 내려놓기]
            [처음으로]
        민지: [한 분 먼저 보내기]
        빛나: 한 분이 먼저 들어가세요. 그다음이 차례예요. 다시 불러 드릴게요.
            무등가전 1번: 앞에 1명, 약 12분
        철수: 몇번째에요 지금
        빛나: 무등가전 2번: 다음 차례예요.
            [다시 보기] [처음으로]
    """)


async def test_an_offered_place_is_taken_by_words(house: House, korean: Reader) -> None:
    """ "갈게요" takes it; "못갈거같아요" is asked once more, as every place that is given away."""
    for name in ("민지", "철수"):
        await house.agreed(name, language="ko")
    fair_id = await holds(house, capacity=1)
    for name in ("철수", "민지"):
        await registered(house, fair_id, name)
    await korean.performs("철수: 수요데이 못가요")
    await korean.performs("철수: [네, 신청을 취소할게요]")

    unsure = (await korean.performs("민지: 못갈거같아요"))[-1]
    coming = (await korean.performs("민지: 갈게요"))[-1]
    far = (await korean.performs("민지: 못갈거같아요"))[-1]  # nine days before it may be anything
    await house.pass_time(days=8)
    near = (await korean.performs("민지: 못갈거같아요"))[-1]

    assert unsure.startswith("빛나: 신청을 취소할까요?")
    assert coming.startswith("빛나: 내 신청: 신청했어요")
    assert "신청을 취소할까요?" not in far
    assert near.startswith("빛나: 신청을 취소할까요?")


async def test_who_was_hired_tells_by_words_whether_they_are_still_there(
    house: House, korean: Reader
) -> None:
    """Before anybody was hired the same words are about something else; afterwards a tap writes it down."""
    await house.agreed("민지", language="ko")
    await came(house, await holds(house), "민지")
    await house.pass_time(hours=20)
    before = (await korean.performs("민지: 회사 그만뒀어요"))[0]
    await korean.performs("민지: 합격했어요")
    await korean.performs("민지: [채용됐어요]")
    await house.pass_time(days=40)

    await korean.reads("""
        민지: 그만뒀어요 거기
        빛나: 무등가전
            지금도 다니고 계세요? 한 번만 눌러 주세요.
            [네, 다니고 있어요]
            [지금은 안 다녀요]
            [처음으로]
        민지: [지금은 안 다녀요]
        빛나: 알려 주셔서 고마워요. 다음 일을 같이 찾아볼까요?
            [상담 예약하기] [채용행사]
            [처음으로]
    """)
    assert "무등가전" not in before
    await house.pass_time(days=60)
    assert "무등가전" not in (await korean.performs("민지: 아직 다니고 있어요"))[0]
