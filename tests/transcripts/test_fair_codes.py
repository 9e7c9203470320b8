"""Codes and files of a hiring day: what they carry, whom they serve, and whom they do not."""

import csv
import io

from bot.models import FairGuest, GuestState, Role
from bot.services import fairs
from tests.house import House
from tests.transcripts.a_fair import comes_for, holds
from tests.transcripts.reading import Reader
from tests.transcripts.test_fairs import named, registered


async def guests(house: House, fair_id: int) -> list[FairGuest]:
    async with house.database.reading() as session:
        rows = await fairs.guest_rows(session, fair_id)
        return [await session.get_one(FairGuest, row.guest_id) for row in rows]


async def a_day(house: House) -> int:
    """민지 and 철수 have registered; 민지 shows her name to the company. It is the day, half an hour before."""
    for name in ("민지", "철수"):
        await house.agreed(name, language="ko")
    fair = await holds(house)
    await house.joins("행사 담당", Role.OPERATOR, "선영", "ko")
    await comes_for(house, fair, "가람")
    await registered(house, fair, "민지", shared=("name",))
    await registered(house, fair, "철수")
    await named(house, "민지")
    await named(house, "철수")
    await house.pass_time(days=9, hours=3, minutes=30)
    return fair


async def test_the_staff_read_a_picture_and_repeats_do_no_harm(house: House, korean: Reader) -> None:
    fair = await a_day(house)
    [minji, _] = await guests(house, fair)

    said = [await korean.performs(f"선영: /start fair-{minji.id}-{minji.code}") for _ in range(2)]

    assert said[0][0].startswith("빛나: 확인했어요: 123456, 오후 1시 30분")
    assert said[1][0].startswith("빛나: 오후 1시 30분에 이미 확인했어요: 123456")


async def test_a_picture_shown_at_home_checks_nobody_in(house: House, korean: Reader) -> None:
    fair = await a_day(house)
    [minji, _] = await guests(house, fair)

    [own] = await korean.performs(f"민지: /start fair-{minji.id}-{minji.code}")
    [others] = await korean.performs(f"철수: /start fair-{minji.id}-{minji.code}")
    [wrong] = await korean.performs(f"선영: /start fair-{minji.id}-000000x")

    assert own.startswith("빛나: 내 신청: 신청했어요")
    assert others.startswith("빛나: 그 신청을 찾지 못했어요.")
    assert wrong.startswith("빛나: 그 신청을 찾지 못했어요.")
    assert {guest.state for guest in await guests(house, fair)} == {GuestState.REGISTERED}


async def test_a_company_sees_only_what_people_agreed_to_show(house: House, korean: Reader) -> None:
    await a_day(house)

    said = "\n".join(await korean.performs("가람: /booth") + await korean.performs("가람: [우리 지원자]"))

    assert "민지" in said
    assert "철수" not in said


async def test_the_companies_side_is_for_companies_and_the_desk_for_operators(
    house: House, korean: Reader
) -> None:
    await a_day(house)

    assert (await korean.performs("민지: /booth"))[0].startswith("빛나: 채용행사에 오신 회사만")
    for command in ("/fairdesk", "/checkin", "/stats"):
        assert (await korean.performs(f"가람: {command}"))[0].startswith("빛나: 센터 직원만")


async def test_the_lists_open_in_a_spreadsheet_in_korean(house: House, korean: Reader) -> None:
    await a_day(house)
    await korean.performs("선영: /fairdesk")
    for button in ("[신청자 명단 (파일)]", "[회사별 면접 시간표 (파일)]"):
        await korean.performs(f"선영: {button}")

    files = [call.params["document"] for call in house.telegram.log.after(0) if call.method == "sendDocument"]
    tables = [list(csv.reader(io.StringIO(file.content.decode("utf-8-sig")))) for file in files]

    assert all(file.content.startswith(b"\xef\xbb\xbf") for file in files)
    assert tables[0][0] == ["자리", "번호", "이름", "상태", "도착", "회사", "결과"]
    assert [line[2] for line in tables[0][1:]] == ["민지", "철수"]
    assert [(line[0], line[2], line[5]) for line in tables[1][1:]] == [
        ("무등가전", "14:00", "민지"),
        ("무등가전", "14:12", ""),
    ]
