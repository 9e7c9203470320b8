"""Positions of a hiring day, a few at a time, by kind of work and by district."""

from typing import Any

from bot.models import How
from bot.services import people, profiles
from tests.house import House
from tests.services.a_fair import company, position
from tests.transcripts.a_fair import holds
from tests.transcripts.reading import Reader

NOTE = "조건이 안 맞아도 누구나 신청할 수 있어요. 준비를 돕는 안내예요."


def offers(key: str, *those: tuple[str, str, str]) -> dict[str, Any]:
    """A company with these positions: title, field, workplace."""
    positions = [
        position(f"p{number}", title=title, field=field, place=place)
        for number, (title, field, place) in enumerate(those)
    ]
    return company(key, positions=positions)


COMPANIES = [
    offers("mudeung", ("조립", "8", "광산구"), ("검사", "8", "북구"), ("포장", "8", "광산구 하남산단")),
    offers("geumnam", ("경리", "0", "동구"), ("웹 개발", "1", "북구"), ("운전", "6", "전남 담양군")),
]


def titles(said: list[str]) -> list[str]:
    """The positions on the last card, in order."""
    known = [each["title"] for company in COMPANIES for each in company["positions"]]
    lines = [line.strip().removesuffix(" 4명") for line in said[-1].split("\n")]
    return [line for line in lines if line in known]


async def test_narrowing_down(house: House, korean: Reader) -> None:
    """Six positions are two cards; a kind of work, then a district within it, and back to all."""
    await house.agreed("민지", language="ko")
    await holds(house, companies=COMPANIES)
    await korean.performs("민지: /fairs")
    await korean.performs("민지: [자세히: 12월 2일 (수) 오후 2시]")

    first = await korean.performs("민지: [일자리 보기]")
    assert titles(first) == ["조립", "검사", "포장", "경리"]
    assert "6개 가운데 1–4번째" in first[-1]
    assert "[다음 일자리]" in first[-1]

    second = await korean.performs("민지: [다음 일자리]")
    assert titles(second) == ["웹 개발", "운전"]
    assert "[앞 일자리]" in second[-1]

    await korean.reads("""
        민지: [분야로 고르기]
        빛나: 어떤 일을 보여 드릴까요?
            [사무·금융 1개]
            [IT·연구·기술 1개]
            [판매·운전·배송 1개]
            [생산·정비 3개]
            [모든 분야]
            [채용행사] [처음으로]
    """)
    made = await korean.performs("민지: [생산·정비 3개]")
    assert titles(made) == ["조립", "검사", "포장"]
    assert made[-1].startswith("빛나: 생산·정비: 3개 가운데 1–3번째")

    await korean.reads("""
        민지: [일하는 곳으로 고르기]
        빛나: 어디에서 일하고 싶으세요?
            [북구 1개]
            [광산구 2개]
            [어디든 괜찮아요]
            [채용행사] [처음으로]
    """)
    there = await korean.performs("민지: 광산구 2개")
    assert titles(there) == ["조립", "포장"]
    assert there[-1].startswith("빛나: 생산·정비, 광산구: 2개 가운데 1–2번째")

    await korean.performs("민지: [일하는 곳으로 고르기]")
    assert titles(await korean.performs("민지: [어디든 괜찮아요]")) == ["조립", "검사", "포장"]


async def test_what_suits_comes_first_also_where_it_is_narrowed(house: House, korean: Reader) -> None:
    """The own district stands first among the chosen kind of work."""
    await house.agreed("민지", language="ko")
    await holds(house, companies=COMPANIES)
    async with house.database.transaction() as session:
        person = await people.person_of_chat(session, house.person("민지").id)
        assert person
        given = profiles.Given("북구", "북구", How.TYPED, None, house.clock.now())
        await profiles.remember(session, person.id or 0, "district", given)
    await korean.performs("민지: /fairs")
    await korean.performs("민지: [자세히: 12월 2일 (수) 오후 2시]")

    assert titles(await korean.performs("민지: [일자리 보기]"))[:2] == ["검사", "웹 개발"]
    await korean.performs("민지: [분야로 고르기]")
    assert titles(await korean.performs("민지: [생산·정비 3개]"))[0] == "검사"


async def test_where_it_is_on_a_map(house: House, korean: Reader) -> None:
    """A place that the phone's own map opens, and from there the way."""
    await house.agreed("민지", language="ko")
    await holds(house, map={"latitude": 35.1544, "longitude": 126.9127})
    await korean.performs("민지: /fairs")
    await korean.performs("민지: [자세히: 12월 2일 (수) 오후 2시]")

    await korean.reads("""
        민지: [지도 보기]
        빛나 shows on a map: 일자리 수요데이
            11층 상설채용관
            [길찾기 (카카오맵)]
            [채용행사] [처음으로]
    """)
    [call] = [each for each in house.telegram.log.after(0) if each.method == "sendVenue"]
    assert (call.params["latitude"], call.params["longitude"]) == (35.1544, 126.9127)
    [[route], _] = call.params["reply_markup"]["inline_keyboard"]
    assert route["url"].endswith(
        "/link/to/11%EC%B8%B5%20%EC%83%81%EC%84%A4%EC%B1%84%EC%9A%A9%EA%B4%80,35.1544,126.9127"
    )
