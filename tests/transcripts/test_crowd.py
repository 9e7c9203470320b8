"""Fifty people choose the same time at once: it is kept for one, forty-nine are told kindly, nobody sees an error."""

from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlmodel import col, select

from bot.db import Database
from bot.models import LIVE_STATES, Appointment
from tests.house import House

CROWD = 50
DAYS = (25, 27)  # two rounds of whole chats; tests/services/test_races.py has 200 of the service below them
REGRET = "자리가 없어요"


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    house = House(database)
    await house.open()
    yield house
    await house.close()

    assert house.refused() == []


async def test_fifty_people_want_the_same_time(house: House) -> None:
    names = [f"구직자{number}" for number in range(CROWD)]
    for name in names:
        await house.agreed(name, language="ko")
    for rounds, day in enumerate(DAYS, start=1):
        await everybody(house, names, "/book", "[금융·재취업 상담]", "[대면]")

        said = await everybody(house, names, f"11월 {day}일 오전 10시")

        assert Counter(outcome(lines) for lines in said.values()) == {"held": 1, "told kindly": CROWD - 1}
        holder = next(name for name, lines in said.items() if outcome(lines) == "held")
        [booked] = (await everybody(house, [holder], "[네, 예약할게요]")).values()
        assert "예약했어요" in "\n".join(booked)
        await everybody(house, names, "그만", "/mine")
        assert len(await live(house)) == rounds
        names.remove(holder)
        names.append(f"구직자{len(house.telegram.people)}")
        await house.agreed(names[-1], language="ko")


async def everybody(house: House, names: list[str], *lines: str) -> dict[str, list[str]]:
    """All of them write or press the same at once; what each then heard."""
    for line in lines:
        before = house.telegram.log.number
        for name in names:
            phone = house.telegram.phone(house.person(name).id)
            phone.press_label(line) if line.startswith("[") else phone.send(line)
        await house.settle()
    heard: dict[str, list[str]] = {name: [] for name in names}
    owners = {house.person(name).id: name for name in names}
    for call in house.telegram.log.after(before):
        if call.method == "sendMessage" and (name := owners.get(int(call.params["chat_id"]))):
            heard[name].append(call.params["text"])
    return heard


def outcome(lines: list[str]) -> str:
    said = "\n".join(lines)
    if "맡아 둘게요" in said:
        return "held"
    return "told kindly" if REGRET in said else said


async def live(house: House) -> list[Appointment]:
    query = select(Appointment).where(col(Appointment.state).in_(LIVE_STATES))
    async with house.database.reading() as session:
        return list((await session.exec(query)).all())
