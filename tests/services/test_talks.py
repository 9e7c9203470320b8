"""Talks with a person: who is called, who gets it, and what is left of it."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlmodel import col, update

from bot.models import (
    Announcement,
    ConsentKind,
    Copy,
    CopyState,
    Duty,
    Person,
    Role,
    Staff,
    Talk,
    TalkEnd,
    TalkState,
)
from bot.services import announcements, privacy, talks
from bot.services.clockwork import tick
from bot.services.duty import change_duty
from bot.services.talks import NoTalk, Why
from tests.services.a_morning import NOW, House, at, scheduled

MINUTE = timedelta(minutes=1)
ASKED, URGENT = "talk.asked", "talk.distress"


async def told(house: House, chat_id: int | None) -> list[str | None]:
    """What this chat is owed of talks: the agenda of the morning is another matter."""
    return [notice for notice in await house.told(chat_id) if notice != "agenda.morning"]


async def ask(house: House, person: Person, now: datetime = NOW) -> Talk:
    assert person.id
    async with house.database.transaction() as session:
        return await talks.ask(session, house.center, person.id, now)


async def beat(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await tick(session, house.center, now)


async def takes(house: House, member: Staff, talk: Talk, now: datetime = NOW) -> str:
    assert talk.id
    try:
        async with house.database.transaction() as session:
            await talks.take(session, member, talk.id, now)
    except NoTalk as none:
        return str(none.reason)
    return "open"


async def despairs(house: House, person: Person, now: datetime = NOW) -> bool:
    async with house.database.transaction() as session:
        return await talks.heard_despair(session, house.center, await session.get_one(Person, person.id), now)


async def test_ones_own_counselor_is_called_first(house: House) -> None:
    first, own = await house.member("윤슬"), await house.member("누리")
    person = await house.person(*ConsentKind)
    await house.book(person, at(30, 9), "finance")
    before = await told(house, own.chat_id)

    await ask(house, person)

    assert await told(house, own.chat_id) == [*before, ASKED]
    assert ASKED not in await told(house, first.chat_id)


async def test_each_is_called_once_and_then_the_person_is_told(house: House) -> None:
    members = [await house.member(name) for name in ("윤슬", "하늘", "누리")]
    person = await house.person()
    talk = await ask(house, person)

    for minutes in range(31):
        await beat(house, NOW + minutes * MINUTE)

    assert [await told(house, member.chat_id) for member in members] == [[ASKED]] * 3
    assert await told(house, person.chat_id) == ["talk.nobody"]
    kept = await house.only(Talk, Talk.id == talk.id)
    assert (kept.state, kept.rings_at) == (TalkState.WAITING, at(24, 9))


async def test_of_many_who_take_it_at_once_one_gets_it(house: House) -> None:
    members = [await house.member(name) for name in ("윤슬", "하늘", "누리")]
    talk = await ask(house, await house.person())

    outcomes = await asyncio.gather(*(takes(house, member, talk) for member in members))

    assert outcomes.count("open") == 1
    assert outcomes.count(Why.TAKEN) == 2
    assert (await house.only(Talk)).state is TalkState.OPEN


async def test_one_talk_at_a_time_for_each_of_the_staff(house: House) -> None:
    member = await house.member("윤슬")
    one, other = await ask(house, await house.person()), await ask(house, await house.person())

    assert await takes(house, member, one) == "open"
    assert await takes(house, member, other) == Why.BUSY


async def test_who_is_in_a_talk_is_called_when_it_is_over(house: House) -> None:
    member = await house.member("윤슬")
    one = await ask(house, await house.person())
    await takes(house, member, one)
    await ask(house, await house.person())
    assert await told(house, member.chat_id) == [ASKED]

    async with house.database.transaction() as session:
        await talks.end(session, await session.get_one(Talk, one.id), TalkEnd.STAFF, NOW)
    await beat(house, NOW + MINUTE)

    assert await told(house, member.chat_id) == [ASKED, ASKED]


async def test_nobody_can_be_called_out_of_hours_but_who_said_so(house: House) -> None:
    member, evening = await house.member("윤슬"), at(23, 20)
    person = await house.person()
    with pytest.raises(NoTalk) as refused:
        await ask(house, person, evening)
    assert (refused.value.reason, refused.value.opens_at) == (Why.CLOSED, at(24, 9))

    async with house.database.transaction() as session:
        await change_duty(session, (await session.get_one(Staff, member.id),), Duty.ALWAYS)

    assert (await ask(house, person, evening)).rung == [member.id]


@pytest.mark.parametrize(
    ("now", "opens_at"),
    [
        (at(27, 18), at(30, 9)),  # Friday evening
        (at(24, 18, month=12), at(28, 9, month=12)),  # before Christmas, a Friday
        (at(23, 8, 59), at(23, 9)),
    ],
)
async def test_a_word_left_rings_when_the_center_opens(
    house: House, now: datetime, opens_at: datetime
) -> None:
    member, person = await house.member("윤슬"), await house.person()
    async with house.database.transaction() as session:
        await talks.leave_word(session, person.id or 0, "내일 연락 주세요", now)
    await beat(house, now)
    assert await told(house, member.chat_id) == []

    await beat(house, opens_at - MINUTE)
    assert await told(house, member.chat_id) == []
    await beat(house, opens_at)

    assert await told(house, member.chat_id) == [ASKED]


async def test_a_word_is_read_once(house: House) -> None:
    member, person = await house.member("윤슬"), await house.person()
    async with house.database.transaction() as session:
        talk = await talks.leave_word(session, person.id or 0, "내일 연락 주세요", NOW)
    async with house.database.transaction() as session:
        taken = await talks.take(session, member, talk.id or 0, NOW)

    assert taken.words == "내일 연락 주세요"
    assert (await house.only(Talk)).words is None


async def test_despair_calls_everybody_on_duty_at_once_and_once(house: House) -> None:
    counselor, operator = await house.member("윤슬"), await house.member("안내", Role.OPERATOR)
    person = await house.person()

    assert await despairs(house, person)
    assert await despairs(house, person, NOW + MINUTE)

    assert await told(house, counselor.chat_id) == [URGENT]
    assert await told(house, operator.chat_id) == [URGENT]


async def test_a_company_hears_of_nobodys_despair(house: House) -> None:
    """Who stands at a booth of a hiring day is known to the house, but is not of the center."""
    company, counselor = await house.member("회사", Role.COMPANY), await house.member("윤슬")
    await despairs(house, await house.person(*ConsentKind))
    assert await told(house, company.chat_id) == []
    assert await told(house, counselor.chat_id) == [URGENT]


async def test_despair_by_night_waits_for_nobody_but_rings_in_the_morning(house: House) -> None:
    counselor, person = await house.member("윤슬"), await house.person()

    assert not await despairs(house, person, at(23, 23))
    assert await told(house, counselor.chat_id) == []
    await beat(house, at(24, 9))

    assert await told(house, counselor.chat_id) == [URGENT]


async def test_after_despair_no_announcement_for_seven_days(house: House) -> None:
    operator = await house.member("안내", Role.OPERATOR)
    person, other = await house.person(*ConsentKind), await house.person(*ConsentKind)

    async def announces(text: str, now: datetime) -> list[int]:
        async with house.database.transaction() as session:
            earlier = update(Copy).where(col(Copy.state) == CopyState.WAITING)
            await session.exec(earlier.values(state=CopyState.SENT, ended_at=now - timedelta(days=1)))
            plan = await scheduled(session, operator, text, {}, now, now)
            reach = await announcements.count(session, plan, house.center, now)
            await announcements.release_due(session, house.center, now)
        waiting = await house.rows(Copy, Copy.announcement_id == plan.id, Copy.state == CopyState.WAITING)
        assert reach.now == len(waiting)
        chats = {each.id: each.chat_id for each in (person, other)}
        return [chats[row.person_id] for row in waiting]

    assert await announces("이미 나간 소식", NOW) == [person.chat_id, other.chat_id]
    await despairs(house, person)

    assert [row.state for row in await house.rows(Copy, Copy.person_id == person.id)] == ["canceled"]
    assert await announces("그날 소식", NOW) == [other.chat_id]
    assert await announces("엿새 뒤", NOW + timedelta(days=6, hours=23)) == [other.chat_id]
    assert await announces("이레 뒤", NOW + timedelta(days=7)) == [person.chat_id, other.chat_id]
    assert len(await house.rows(Announcement)) == 4


async def test_a_talk_in_which_nobody_writes_ends(house: House) -> None:
    member, person = await house.member("윤슬"), await house.person()
    talk = await ask(house, person)
    await takes(house, member, talk)

    await beat(house, NOW + 59 * MINUTE)
    assert (await house.only(Talk)).state is TalkState.OPEN
    await beat(house, NOW + 60 * MINUTE)

    assert (await house.only(Talk)).ended_by is TalkEnd.SILENCE
    assert await told(house, person.chat_id) == ["talk.over"]
    assert await told(house, member.chat_id) == [ASKED, "talk.over"]


async def test_who_blocks_us_waits_for_nobody(house: House) -> None:
    member, person = await house.member("윤슬"), await house.person()
    talk = await ask(house, person)
    await takes(house, member, talk)
    async with house.database.transaction() as session:
        await talks.left(session, person.chat_id, NOW)

    assert (await house.only(Talk)).ended_by is TalkEnd.PERSON
    assert await told(house, member.chat_id) == [ASKED, "talk.over"]
    assert await told(house, person.chat_id) == []


async def test_the_usual_wait_is_the_median_and_nothing_before_five(house: House) -> None:
    member = await house.member("윤슬")
    for number, minutes in enumerate((1, 2, 3, 4, 30)):
        async with house.database.transaction() as session:
            assert await talks.usual_wait(session) is None, number
        talk = await ask(house, await house.person())
        await takes(house, member, talk, NOW + minutes * MINUTE)
        async with house.database.transaction() as session:
            await talks.end(session, await session.get_one(Talk, talk.id), TalkEnd.STAFF, NOW)

    async with house.database.transaction() as session:
        assert await talks.usual_wait(session) == 3 * MINUTE


async def test_who_is_erased_leaves_no_talk(house: House) -> None:
    member, person = await house.member("윤슬"), await house.person()
    talk = await ask(house, person)
    async with house.database.transaction() as session:
        await privacy.erase(session, await session.get_one(Person, person.id), NOW)

    assert await house.rows(Talk) == []
    assert await takes(house, member, talk) == Why.OVER


async def test_talks_are_forgotten_with_the_words_of_the_chat(house: House) -> None:
    person = await house.person()
    await house.member("윤슬")
    talk = await ask(house, person)
    async with house.database.transaction() as session:
        await talks.end(session, await session.get_one(Talk, talk.id), TalkEnd.PERSON, NOW)
    kept = timedelta(days=house.center.retention.chat_text_days)

    for later, left in ((kept, 1), (kept + MINUTE, 0)):
        async with house.database.transaction() as session:
            await privacy.purge(session, house.center.retention, NOW + later)
        assert len(await house.rows(Talk)) == left
