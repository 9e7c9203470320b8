"""An announcement to many people, and everything that can go wrong on its way."""

import os
from collections import Counter
from dataclasses import dataclass
from random import Random
from time import monotonic

import pytest
from sqlmodel import col, select

from bot.models import Announcement, AnnouncementState, Consent, ConsentKind, Copy, CopyState, Person, Role
from sandbox.people import Person as Somebody
from tests.processes.seeker import buttons
from tests.processes.town import Town, passes

SEED = 61
NIGHTLY = "BITNA_NIGHTLY" in os.environ
AUDIENCE, KILLS = (20_000, 50) if NIGHTLY else (520, 4)
NEWS = "12월 2일 빛이나G 채용행사가 열려요. 이력서와 신분증을 챙겨 오세요."
SOON = 2.0  # seconds in which a pause and a stop take effect
FAULTS = (  # some in a hundred, all the time
    {"kind": "drop", "method": "sendMessage", "share": 0.004},
    {"kind": "bad_gateway", "method": "sendMessage", "share": 0.004},
)


@dataclass
class Crowd:
    """Everybody who asked for news; some have blocked the bot since, which it does not know."""

    people: list[Somebody]
    blocked: set[int]


async def crowd_of(town: Town, many: int) -> Crowd:
    chance = Random(SEED)
    people = [town.person(f"구직자{number}") for number in range(many)]
    blocked = {person.id for person in chance.sample(people, many // 20)}
    chats = town.telegram.the_bot().chats
    for person in people:
        chats[person.id].started = True
        chats[person.id].blocked = person.id in blocked
    async with town.database.transaction() as session:
        rows = [Person(chat_id=each.id, created_at=town.now, seen_at=town.now) for each in people]
        session.add_all(rows)
        await session.flush()
        agreed = {"kind": ConsentKind.NEWS, "version": town.center.consent.version, "given_at": town.now}
        session.add_all([Consent(person_id=row.id, **agreed) for row in rows])
    return Crowd(people, blocked)


async def announces(town: Town, operator: Somebody) -> None:
    """By chat, as the operator does; for more than 500 people a second one has to read it."""
    phone, second = town.phone(operator), town.person("바다")
    town.phone(second).send(await town.code("바다", Role.OPERATOR))
    phone.send(await town.code("하늘", Role.OPERATOR))
    phone.send("/announce")
    await town.at_rest()
    phone.send(NEWS)
    for answer in (":kind:program", ":audience:all", ":when:now", ":sure:yes"):
        message = await town.comes_true(lambda a=answer: _offering(town, operator, a), f"a button {answer}")
        phone.press(*message)
    if len(town.telegram.people) > 510:
        await presses(town, second, "ann:approve:1")


def _offering(town: Town, operator: Somebody, answer: str) -> tuple[int, str] | None:
    for message in reversed(town.phone(operator).sees()["messages"]):
        for data in buttons(message):
            if data.endswith(answer):
                return message["message_id"], data
    return None


async def presses(town: Town, operator: Somebody, deed: str) -> None:
    """A button under the announcement's progress."""
    message = await town.comes_true(lambda: _offering(town, operator, deed), f"a button {deed}")
    town.phone(operator).press(*message)


@pytest.mark.timeout(3600 if NIGHTLY else 300)
async def test_an_announcement_adds_up_whatever_happens(town: Town) -> None:
    """Killed at random instants, among blocked people, 429, 502 and lost answers: nobody is skipped."""
    crowd, operator, chance = await crowd_of(town, AUDIENCE), town.person("하늘"), Random(SEED)
    town.telegram.limits.on = True
    await town.start()
    await announces(town, operator)
    began = monotonic()
    for fault in FAULTS:
        town.telegram.faults.add(dict(fault))
    for number in sorted(chance.sample(range(10, AUDIENCE * 9 // 10), KILLS)):
        await town.comes_true(lambda n=number: _left(town) >= n, f"{number} copies", 300)
        await passes(chance.uniform(0, 0.3))
        town.bot.kill()
        if chance.random() < 0.3:
            town.telegram.faults.add({"kind": "too_many", "method": "sendMessage", "seconds": 1, "count": 5})
        await town.bot.restart()
    await town.comes_true(
        lambda: _has_ended(town, operator), "the announcement's end", 1800 if NIGHTLY else 180
    )
    await town.at_rest()

    states, heard = await _states(town), _heard(town, crowd)
    print(f"{AUDIENCE} people, {KILLS} kills, {monotonic() - began:.0f} s: {Counter(states.values())}")  # noqa: T201
    print(f"refused: {Counter(entry.error_code for entry in town.refused())}")  # noqa: T201
    assert set(states) == {person.id for person in crowd.people}
    assert set(states.values()) <= {CopyState.SENT, CopyState.BLOCKED, CopyState.UNKNOWN}
    assert {chat for chat, state in states.items() if state is CopyState.BLOCKED} <= crowd.blocked
    for chat, state in states.items():
        assert heard[chat] in _may_have_heard(state), f"{chat} is {state} and heard it {heard[chat]} times"
    assert Counter(states.values())[CopyState.UNKNOWN] <= AUDIENCE * 0.02 + KILLS * 12
    await _progress_tells_the_same(town, operator, Counter(states.values()))


@pytest.mark.timeout(120)
async def test_pause_and_stop_take_effect_soon(small_town: Town) -> None:
    """Within two seconds nothing more leaves; what was paused goes on where it stopped."""
    town = small_town
    crowd, operator = await crowd_of(town, 400), town.person("하늘")
    await town.start()
    await announces(town, operator)
    for number, deed in ((60, "ann:pause:1"), (140, "ann:cancel:1")):
        await town.comes_true(lambda n=number: _left(town) >= n, f"{number} copies", 60)
        pressed = monotonic()
        await presses(town, operator, deed)
        last = await _falls_silent(town)
        print(f"{deed}: silent {last - pressed:.2f} s later")  # noqa: T201
        assert last - pressed <= SOON
        if deed == "ann:pause:1":
            await presses(town, operator, "ann:resume:1")
    await town.comes_true(lambda: _ended_as(town, AnnouncementState.CANCELED), "the announcement's end")

    counted = Counter((await _states(town)).values())
    assert sum(counted.values()) == 400
    assert counted[CopyState.CANCELED] > 150
    assert sum(_heard(town, crowd).values()) == counted[CopyState.SENT]


async def _falls_silent(town: Town) -> float:
    """When the last copy left, once none has for a second and a half."""
    number, since = _left(town), monotonic()
    while monotonic() - since < 1.5:
        await passes(0.02)
        if _left(town) > number:
            number, since = _left(town), monotonic()
    return since


def _left(town: Town) -> int:
    """Copies that Telegram has carried out or refused for good; the operator's own messages are no copies."""
    entries = town.telegram.log.after(0)
    return sum(NEWS in str(entry.params.get("text")) and entry.error_code != 429 for entry in entries)


async def _has_ended(town: Town, operator: Somebody) -> bool:
    """Over; where it has stopped by itself meanwhile, the operator lets it go on."""
    [told] = await town.rows(Announcement)
    if told.state is AnnouncementState.PAUSED:
        await presses(town, operator, "ann:resume:1")
    return told.state is AnnouncementState.SENT


async def _ended_as(town: Town, state: AnnouncementState) -> bool:
    return [(row.state, row.ended_at is not None) for row in await town.rows(Announcement)] == [(state, True)]


async def _states(town: Town) -> dict[int, CopyState]:
    """The one end of each person's copy."""
    query = select(Person.chat_id, Copy.state).join(Copy, col(Copy.person_id) == Person.id)
    async with town.database.reading() as session:
        rows = (await session.exec(query)).all()
    assert len(rows) == len(dict(rows))
    return dict(rows)


def _heard(town: Town, crowd: Crowd) -> Counter[int]:
    """How often each phone shows it."""
    return Counter({each.id: len(town.sent_to(each, NEWS)) for each in crowd.people})


def _may_have_heard(state: CopyState) -> set[int]:
    return {CopyState.SENT: {1}, CopyState.BLOCKED: {0}, CopyState.UNKNOWN: {0, 1}}[state]


async def _progress_tells_the_same(town: Town, operator: Somebody, states: Counter[CopyState]) -> None:
    [announcement] = await town.rows(Announcement)
    assert announcement.audience_size == AUDIENCE
    shown = await town.comes_true(lambda: town.sent_to(operator, "100%"), "progress at 100 %")
    print(shown[-1])  # noqa: T201
    assert f"{AUDIENCE}" in shown[-1].replace(",", "")
    for state in (CopyState.SENT, CopyState.BLOCKED, CopyState.UNKNOWN):
        assert str(states[state]) in shown[-1].replace(",", "")
