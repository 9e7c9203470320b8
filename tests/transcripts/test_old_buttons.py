"""Buttons that were true once, or never: forged numbers, old phones, people who were forgotten."""

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.models import Appointment, CallEnd, Person, Staff, Talk, TalkEnd
from bot.services import bookings, calls, people, privacy, talks, waitlist
from tests.house import House
from tests.transcripts.test_coming import booked
from tests.transcripts.test_refused import MINJI, NURI, OPERATOR, THEIRS, YUNSEUL, got_through
from tests.transcripts.what_is_theirs import World, busy, everything, presses

FORGED = ("424242", "9" * 18, "1 OR 1=1")


@pytest.fixture
async def world(house: House) -> World:
    return await busy(house)


@pytest.mark.parametrize("name", [MINJI, NURI, YUNSEUL, OPERATOR, "무등"])
async def test_a_number_that_nobody_has(world: World, name: str) -> None:
    """Whoever may press such a button gets nowhere with a number that was made up."""
    mine = [data for data, whose in THEIRS.values() if name in whose and "{" in data]
    attempts = [data.format(**dict.fromkeys(world.ids, forged)) for data in mine for forged in FORGED]
    assert await got_through(world, name, attempts, ()) == []


async def acted(house: House, name: str, deed: Any, *arguments: Any) -> Any:
    """A service, done by this member of the staff or this person."""
    now = house.clock.now()
    async with house.database.transaction() as session:
        chat_id = house.person(name).id
        member = (await session.exec(select(Staff).where(Staff.chat_id == chat_id))).first()
        who = member or await people.heard_from(session, chat_id, "ko", now)
        return await deed(session, who, *arguments, now)


async def test_an_old_phone(world: World) -> None:
    """What was moved, booked, answered, ended or taken back meanwhile is not done by an earlier card."""
    house, ids = world.house, world.ids
    now = house.clock.now()
    async with house.database.transaction() as session:
        person = await session.get_one(Person, ids["person"])
        moved = await session.get_one(Appointment, ids["appt"])
        there = moved.starts_at + timedelta(days=2)
        await bookings.change(session, house.center, person, ids["appt"], there, now)
        [yunseul] = (await session.exec(select(Staff).where(Staff.counselor_id == ids["his"]))).all()
        next_one = (
            await bookings.times_for(
                session, house.center, await bookings.next_after(session, yunseul, ids["met"]), now
            )
        )[0].starts_at
        await bookings.book_next(session, house.center, yunseul, ids["met"], next_one, ids["his"], now)
        await bookings.withdraw(session, yunseul, ids["inv"], now)
        await calls.made(session, yunseul, ids["call"], CallEnd.REACHED, now)
        await talks.end(session, await session.get_one(Talk, ids["talk"]), TalkEnd.PERSON, now)
        await waitlist.refuse(session, person, ids["offer"], now)
    await house.settle()

    counselors = [
        data
        for key, (data, _) in THEIRS.items()
        if key.partition(":")[0] in {"prop", "pass"} and key != "pass:yes:{}"
    ]
    assert await got_through(world, NURI, fill(ids, [*counselors, "appt:accept:{appt}:{at}"]), ()) == []
    following = [data for key, (data, _) in THEIRS.items() if key.startswith("next:")]
    assert (
        await got_through(
            world, YUNSEUL, fill(ids, [*following, "call:missed:{call}", "inv:off:{inv}", "talk:take:{talk}"])
        )
        == []
    )
    kinds = {"rem", "series", "inv", "take", "wait", "talk"}
    own = [data for key, (data, whose) in THEIRS.items() if MINJI in whose and key.partition(":")[0] in kinds]
    # The place in the line is kept, and who said no may still say that it was enough for today.
    still = {"wait:leave:{wait}", "wait:leave_yes:{wait}", "wait:stay:{wait}", "wait:later:{offer}"}
    assert await got_through(world, MINJI, fill(ids, [each for each in own if each not in still]), ()) == []


def fill(ids: dict[str, Any], those: list[str]) -> list[str]:
    return [each.format(**ids) for each in those]


async def test_a_meeting_that_was_called_off_stays_off(world: World) -> None:
    house, ids = world.house, world.ids
    async with house.database.transaction() as session:
        person = await session.get_one(Person, ids["person"])
        await bookings.cancel_by_person(session, house.center, person, ids["appt"], house.clock.now())
    await house.settle()
    about = [
        data
        for key, (data, _) in THEIRS.items()
        if "{appt}" in data and not key.startswith(("appt:save", "again"))
    ]
    for name in (MINJI, NURI):
        assert await got_through(world, name, fill(ids, about), ()) == []


async def test_who_was_forgotten(world: World) -> None:
    """The buttons are still on the phone; what they were about is nobody's."""
    house = world.house
    async with house.database.transaction() as session:
        person = await session.get_one(Person, world.ids["person"])
        await privacy.erase(session, person, house.clock.now())
    await house.settle()
    those = [data for data, whose in THEIRS.values() if MINJI in whose]
    assert await got_through(world, MINJI, fill(world.ids, those), ()) == []


async def test_who_has_blocked_us_changes_nothing_by_an_old_button(world: World) -> None:
    house = world.house
    house.telegram.phone(house.person("수아").id).block()
    await house.settle()
    before = await everything(house, "수아")
    house.telegram.phone(house.person("수아").id).unblock()
    await presses(house, "수아", "appt:cancel_yes:{appt}".format(**world.ids))
    assert await everything(house, "수아") == before


TYPED = [
    ("수아", "/arrange"),
    ("수아", "B-99990 예약 취소해 주세요"),
    ("수아", "/start staff-AAAAAAAAAAAAAAAAAAAAAAAA"),
    ("수아", "/start fair-424242"),
    ("수아", "/calls"),
    ("회사", "/calls"),
    ("회사", "/unanswered"),
    ("회사", "/waiting"),
    ("회사", "/arrange"),
    (YUNSEUL, "/booth"),
    (YUNSEUL, "/announce"),
    (OPERATOR, "/today"),
]


async def test_forged_words(world: World) -> None:
    """Commands of others, a booking's number, an invitation nobody wrote."""
    house = world.house
    for name, words in TYPED:
        before = await everything(house, name)
        said = house.telegram.log.number
        house.telegram.phone(house.person(name).id).send(words)
        await house.settle()
        heard = [e.params["text"] for e in house.telegram.log.after(said) if e.method == "sendMessage"]
        assert heard, words
        assert not [secret for secret in world.secrets if any(secret in each for each in heard)], words
        assert await everything(house, name) == before, words


async def test_a_number_that_nobody_has_finds_nobody(world: World) -> None:
    """Not for the staff, either; a colleague's meeting cannot be moved by its number."""
    house = world.house
    before = await everything(house, YUNSEUL)
    phone = house.telegram.phone(house.person(YUNSEUL).id)
    for words in ("/arrange", "B-00000", "01000000000", "B-99991"):
        phone.send(words)
        await house.settle()
    labels = str(phone.sees()["messages"][-1])
    assert "예약 번호나 휴대전화 번호" in labels
    assert await everything(house, YUNSEUL) == before


async def test_a_dialogue_of_somebody_else(house: House) -> None:
    """The yes under a time that another person holds."""
    await booked(house, "지우", 27, 9)
    for name in (MINJI, "수아"):
        await house.agreed(name, language="ko")
    phone = house.telegram.phone(house.person(MINJI).id)
    for words in ("금융 상담 예약할게요", "[대면]", "[가장 빠른 시간]"):
        phone.press_label(words) if words.startswith("[") else phone.send(words)
        await house.settle()
    times = buttons(phone)
    phone._pressed(phone._chat.newest(lambda message: message.from_bot), times[0])
    await house.settle()
    before = await everything(house, "수아")
    for data in (*buttons(phone), *times):
        assert await presses(house, "수아", data)
    assert await everything(house, "수아") == before
    assert len([row for row in before["appointment"] if "AppointmentState.HELD" in row]) == 1


def buttons(phone: Any) -> list[str]:
    board = phone._chat.newest(lambda message: message.from_bot).body["reply_markup"]["inline_keyboard"]
    return [button["callback_data"] for row in board for button in row]
