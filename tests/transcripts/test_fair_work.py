"""A company's person and the center's staff at a hiring day: by words, with many guests, and when it is over."""

import csv
import io

from bot.models import Arrival, Role
from bot.services import fairs, people
from tests.house import House
from tests.transcripts.a_fair import comes_for, holds
from tests.transcripts.reading import Reader
from tests.transcripts.test_fairs import door_of, registered


async def a_day(house: House, *names: str) -> int:
    """These have registered for the only company, whose person is 가람; 선영 is the operator."""
    for name in names:
        await house.agreed(name, language="ko")
    fair_id = await holds(house)
    await house.joins("행사 담당", Role.OPERATOR, "선영", "ko")
    await comes_for(house, fair_id, "가람")
    for name in names:
        await registered(house, fair_id, name)
    return fair_id


async def comes(house: House, fair_id: int, name: str) -> None:
    async with house.database.transaction() as session:
        person = await people.person_of_chat(session, house.person(name).id)
        assert person
        guest = await fairs.guest_of(session, fair_id, person.id or 0)
        assert guest
        await fairs.check_in(session, guest.id or 0, Arrival.STAFF, house.clock.now())


async def test_the_booth_waits_for_an_interview_time(house: House, korean: Reader) -> None:
    """Who has a time is announced; before it nobody is called, and that is said."""
    fair_id = await a_day(house, "민지")
    await house.pass_time(days=9, hours=3, minutes=50)
    await comes(house, fair_id, "민지")

    await korean.reads("""
        가람: 다음 분 불러줘
        빛나: 무등가전 · 기다리는 분 0명
            다음 면접 시간: 오후 2시 (왔어요)
            [다음 분 부르기]
            [우리 지원자] [처음으로]
        가람: [다음 분 부르기]
        빛나: 기다리는 분이 없어요.
            다음 면접 시간: 오후 2시 (왔어요)
            오신 분이면 시간 5분 전부터 부르실 수 있어요.
            [우리 부스] [처음으로]
    """)


async def test_a_result_where_nobody_pressed_that_the_interview_was(house: House, korean: Reader) -> None:
    """After the day the booth leads to the guests; the operator's list has what came of it."""
    fair_id = await a_day(house, "민지", "철수")
    await house.pass_time(days=9, hours=4)
    await comes(house, fair_id, "민지")
    await house.pass_time(hours=4)

    [said] = await korean.performs("가람: /booth")
    [button] = [line.strip() for line in said.split("\n") if "결과 적기" in line]  # 철수 did not come
    await korean.performs(f"가람: {button}")
    [kept] = await korean.performs("가람: [채용]")
    [guests] = await korean.performs("가람: [우리 지원자]")
    assert kept.startswith("빛나: 적어 두었어요. 고마워요.")
    assert "우리 지원자: 1명\n    오후 2시 123456 (채용)" in guests

    over, _ = await korean.performs("선영: 수요데이 명단")
    assert over.startswith("빛나: 끝난 행사예요.")
    await korean.performs("선영: [신청자 명단 (파일)]")
    [file] = [
        call.params["document"] for call in house.telegram.log.after(0) if call.method == "sendDocument"
    ]
    table = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert sorted((row[3], row[6]) for row in table[1:]) == [
        ("못 오셨어요", ""),
        ("오셨어요", "무등가전: 채용"),
    ]


async def test_many_guests_are_shown_a_few_at_a_time(house: House, korean: Reader) -> None:
    await a_day(house, *(f"사람{number}" for number in range(10)))

    [first] = await korean.performs("가람: 지원자 명단")
    [second] = await korean.performs("가람: [다음 지원자]")

    assert first.startswith("빛나: 우리 지원자: 10명")
    assert [each.count("(아직)") for each in (first, second)] == [8, 2]
    assert "[앞 지원자]" in second


async def test_who_is_new_at_the_door_learns_how_to_register(house: House, korean: Reader) -> None:
    await a_day(house)
    await house.pass_time(days=9, hours=4)

    await korean.performs("선영: 체크인 할게요")
    said = await korean.performs("선영: 영희")

    assert "처음 오신 분은 입구 그림을 휴대폰으로 찍으면 바로 신청하실 수 있어요." in said[-1]


async def test_who_registers_at_the_door_scans_it_once_more(house: House, korean: Reader) -> None:
    """Registering says how one comes in; the second scan is the check-in."""
    await house.agreed("영희", language="ko")
    await holds(house)
    await house.pass_time(days=9, hours=4)
    door = await door_of(house)

    shown = (await korean.performs(f"영희: /start fairdoor-{door}"))[-1]
    assert "[신청하기]" in shown
    for press in ("[신청하기]", "[당일에 정할게요]", "[이 중에는 없어요]"):
        await korean.performs(f"영희: {press}")
    registered = (await korean.performs("영희: 네"))[-1]
    assert "들어가실 때 입구 그림을 찍거나 이 번호를 말해 주세요" in registered
    there = (await korean.performs(f"영희: /start fairdoor-{door}"))[-1]
    assert there.startswith("빛나: 확인했어요")
