"""What changes at a hiring day after people have registered, as those read it whom it concerns."""

from sqlmodel import select

from bot.models import FairTalk
from bot.services import fairs, people
from tests.house import House
from tests.transcripts.a_fair import holds
from tests.transcripts.reading import Reader
from tests.transcripts.test_fairs import registered

LECTURE = {
    "key": "lecture",
    "title": "명장 특강",
    "kind": "talk",
    "hours": "15:00-15:40",
    "place": "강당",
    "seats": 6,
}


async def sits(house: House, fair_id: int, name: str) -> None:
    """A seat in the lecture."""
    async with house.database.transaction() as session:
        person = await people.person_of_chat(session, house.person(name).id)
        assert person
        guest = await fairs.guest_of(session, fair_id, person.id or 0)
        talk = (await session.exec(select(FairTalk))).one()
        await fairs.take_seat(session, guest, talk.id, house.clock.now())


async def test_a_talk_is_moved(house: House, korean: Reader) -> None:
    """Who has a seat hears of it; where it now meets the interview, the interview stays."""
    for name in ("민지", "철수"):
        await house.agreed(name, language="ko")
    fair_id = await holds(house, talks=[LECTURE])
    for name in ("민지", "철수"):
        await registered(house, fair_id, name)
    await sits(house, fair_id, "민지")

    await holds(house, talks=[LECTURE | {"hours": "16:00-16:40", "place": "별관 2층"}])
    await korean.reads("""
        (1 minute later)
        빛나 → 민지: 맡아 두신 자리의 시간이나 곳이 바뀌었어요.
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            내 면접 시간
            오후 2시 무등가전 (A1 부스)
            명장 특강: 12월 2일 (수) 오후 4시, 별관 2층
            [내 신청 보기]
            [못 가게 됐어요]
    """)

    await holds(house, talks=[LECTURE | {"hours": "14:05-14:45"}])
    await korean.reads("""
        (1 minute later)
        빛나 → 민지: 다른 일정과 시간이 겹치게 돼서 자리를 내놓았어요: 명장 특강
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            내 면접 시간
            오후 2시 무등가전 (A1 부스)
            [내 신청 보기]
            [못 가게 됐어요]
    """)
