"""An announcement to two thousand people, and everything that can go wrong on its way."""

from collections import Counter
from dataclasses import dataclass
from random import Random
from time import monotonic

import pytest
from sqlmodel import col, select

from bot.models import (
    Announcement,
    AnnouncementState,
    Consent,
    ConsentKind,
    Outbox,
    OutboxKind,
    OutboxState,
    Person,
    Role,
)
from sandbox.people import Person as Somebody
from tests.processes.seeker import buttons
from tests.processes.town import Town

SEED = 61
AUDIENCE = 2_000
BLOCKED = AUDIENCE // 20
NEWS = "12월 2일 빛이나G 채용행사가 열려요. 이력서와 신분증을 챙겨 오세요."
STORM_AT, KILL_AT = 600, 1_200  # copies that have left until then


@dataclass
class Crowd:
    """Everybody who asked for news; some have blocked the bot since, which it does not know."""

    people: list[Somebody]
    blocked: set[int]


async def crowd_of(town: Town) -> Crowd:
    chance = Random(SEED)
    people = [town.person(f"구직자{number}") for number in range(AUDIENCE)]
    blocked = {person.id for person in chance.sample(people, BLOCKED)}
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
    """By chat, as the operator does."""
    phone = town.phone(operator)
    phone.send(await town.code("하늘", Role.OPERATOR))
    phone.send("/announce")
    await town.at_rest()
    phone.send(NEWS)
    for answer in (":audience:all", ":when:now", ":sure:yes"):
        message = await town.comes_true(lambda a=answer: _offering(town, operator, a), f"a button {answer}")
        phone.press(*message)


def _offering(town: Town, operator: Somebody, answer: str) -> tuple[int, str] | None:
    for message in reversed(town.phone(operator).sees()["messages"]):
        for data in buttons(message):
            if data.endswith(answer):
                return message["message_id"], data
    return None


@pytest.mark.timeout(600)
async def test_an_announcement_adds_up_whatever_happens(town: Town) -> None:
    """One in twenty has blocked us, one answer in a hundred is lost, a storm of 429, a kill in the middle."""
    crowd, operator = await crowd_of(town), town.person("하늘")
    town.telegram.limits.on = True
    await town.start()
    await announces(town, operator)
    began = monotonic()
    town.telegram.faults.add({"kind": "drop", "method": "sendMessage", "share": 0.01})

    await town.comes_true(lambda: _left(town) >= STORM_AT, f"{STORM_AT} copies", 120)
    town.telegram.faults.add({"kind": "too_many", "method": "sendMessage", "seconds": 1, "count": 10})
    await town.comes_true(lambda: _left(town) >= KILL_AT, f"{KILL_AT} copies", 180)
    town.bot.kill()
    await town.bot.restart()
    await town.comes_true(lambda: _has_ended(town), "the announcement's end", 300)
    await town.at_rest()

    states, heard = await _states(town), _heard(town, crowd)
    print(f"{AUDIENCE} people in {monotonic() - began:.0f} s: {Counter(states.values())}")  # noqa: T201
    print(f"refused: {Counter(entry.error_code for entry in town.refused())}")  # noqa: T201
    assert len(states) == AUDIENCE
    assert set(states.values()) == {OutboxState.SENT, OutboxState.BLOCKED, OutboxState.UNKNOWN}
    assert {chat for chat, state in states.items() if state is OutboxState.BLOCKED} <= crowd.blocked
    for chat, state in states.items():
        assert heard[chat] in _may_have_heard(state), f"{chat} is {state} and heard it {heard[chat]} times"
    await _progress_tells_the_same(town, operator, Counter(states.values()))


def _left(town: Town) -> int:
    """Copies that Telegram has carried out or refused for good; the operator's own messages are few."""
    entries = town.telegram.log.after(0)
    return sum(entry.method == "sendMessage" and entry.error_code != 429 for entry in entries)


async def _has_ended(town: Town) -> bool:
    return [row.state for row in await town.rows(Announcement)] == [AnnouncementState.SENT]


async def _states(town: Town) -> dict[int, OutboxState]:
    """The one end of each person's copy."""
    query = select(Outbox.chat_id, Outbox.state).where(col(Outbox.kind) == OutboxKind.COPY)
    async with town.database.reading() as session:
        rows = (await session.exec(query)).all()
    assert len(rows) == len(dict(rows))
    return dict(rows)


def _heard(town: Town, crowd: Crowd) -> Counter[int]:
    """How often each phone shows it."""
    return Counter({each.id: len(town.sent_to(each, NEWS)) for each in crowd.people})


def _may_have_heard(state: OutboxState) -> set[int]:
    return {OutboxState.SENT: {1}, OutboxState.BLOCKED: {0}, OutboxState.UNKNOWN: {0, 1}}[state]


async def _progress_tells_the_same(town: Town, operator: Somebody, states: Counter[OutboxState]) -> None:
    [announcement] = await town.rows(Announcement)
    assert announcement.audience_size == AUDIENCE
    shown = await town.comes_true(lambda: town.sent_to(operator, "100%"), "progress at 100 %")
    print(shown[-1])  # noqa: T201
    assert f"{AUDIENCE}" in shown[-1].replace(",", "")
    for state in (OutboxState.SENT, OutboxState.BLOCKED, OutboxState.UNKNOWN):
        assert str(states[state]) in shown[-1].replace(",", "")
