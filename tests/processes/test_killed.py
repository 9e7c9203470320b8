"""Killed twenty times while forty people are interviewed and book: nothing is lost, nothing happens twice.

On PostgreSQL it is fewer people and deaths, unless BITNA_NIGHTLY is set: what differs there is seen in them.
"""

import asyncio
import os
from collections import Counter
from datetime import datetime
from itertools import pairwise
from random import Random
from time import monotonic
from typing import Any

import pytest
from sqlmodel import col

from bot.conversations import cards
from bot.conversations.intake import INTAKE
from bot.models import (
    LIVE_STATES,
    Appointment,
    Inbox,
    InboxState,
    Outbox,
    OutboxState,
    Person,
    ProfileAnswer,
    Role,
)
from bot.services.notices import Notice
from sandbox.people import Person as Somebody
from tests.processes.killer import Killer
from tests.processes.seeker import BOOKING_NUMBER, Seeker, korean
from tests.processes.town import SENDS, Town

SEED = 20261123
NIGHTLY = "BITNA_NIGHTLY" in os.environ
EVERY = 90  # messages from one death to the next, before people come to booking


@pytest.mark.timeout(600)
async def test_killed_again_and_again_while_people_book(town: Town, database_url: str) -> None:
    whole = NIGHTLY or database_url.startswith("sqlite")
    people, kills, alerting = (40, 20, 5) if whole else (20, 8, 3)  # alerting: a counselor is being told then
    chance, began = Random(SEED), monotonic()
    counselors = await _counselors_join(town)
    seekers = [
        Seeker(town.telegram, town.person(f"구직자{n}"), n, Random(chance.random())) for n in range(people)
    ]
    killer = Killer(town, chance, EVERY, {counselor.id for counselor in counselors})

    async with asyncio.TaskGroup() as group:
        group.create_task(killer.kills(kills, alerting))
        for seeker in seekers:
            group.create_task(seeker.gets_a_booking(seconds=120))
    await town.at_rest(60)
    _tell(town, killer, seekers, monotonic() - began)

    await _no_update_is_lost(town)
    await _no_confirmed_answer_is_lost(town, seekers)
    await _everybody_has_one_appointment(town, seekers)
    await _every_counselor_heard_once(town, counselors, kills)
    await _every_message_has_one_end(town)


async def _counselors_join(town: Town) -> list[Somebody]:
    await town.fill_slots()
    await town.start()
    counselors = []
    for plan in town.center.counselors:
        counselors.append(town.person(plan.name))
        town.phone(counselors[-1]).send(await town.code(plan.name, Role.COUNSELOR))
    await town.at_rest()
    return counselors


def _tell(town: Town, killer: Killer, seekers: list[Seeker], seconds: float) -> None:
    taps = sum(seeker.double_taps for seeker in seekers)
    print(  # noqa: T201 (the figures of this run, shown with -s)
        f"seed {SEED}: {len(seekers)} people in {seconds:.0f} s, {len(town.issued)} updates, "
        f"{town.calls_of(*SENDS)} messages, {taps} double taps, killed {dict(Counter(killer.deaths))}"
    )


async def _no_update_is_lost(town: Town) -> None:
    rows = await town.rows(Inbox)

    assert {row.update_id for row in rows} == town.issued
    assert [row for row in rows if row.state is not InboxState.DONE] == []


async def _no_confirmed_answer_is_lost(town: Town, seekers: list[Seeker]) -> None:
    kept: dict[int, dict[str, Any]] = {}
    chats = {person.id: person.chat_id for person in await town.rows(Person)}
    for answer in await town.rows(ProfileAnswer):
        kept.setdefault(chats[answer.person_id], {})[answer.question] = answer.value
    confirmed = 0

    for seeker in seekers:
        answers = kept[seeker.person.id]
        meant = {ask.key: seeker.said[ask.key] for ask in INTAKE.questions}
        assert answers | {"hardships": sorted(answers["hardships"])} == meant | {
            "hardships": sorted(meant["hardships"])
        }
        for key, written in seeker.receipts().items():
            assert written == _as_written(key, answers[key]), seeker.story(60)
            confirmed += 1
    print(f"{confirmed} answers confirmed and kept")  # noqa: T201


def _as_written(key: str, value: Any) -> str:
    ask: Any = INTAKE.question(key)
    return korean(cards.shown(ask, value, None))  # type: ignore[arg-type]


async def _everybody_has_one_appointment(town: Town, seekers: list[Seeker]) -> None:
    chats = {person.id: person.chat_id for person in await town.rows(Person)}
    held = await town.rows(Appointment)
    times: dict[int, list[tuple[datetime, datetime]]] = {}
    for appointment in held:
        times.setdefault(appointment.counselor_id, []).append((appointment.starts_at, appointment.ends_at))

    assert all(appointment.state in LIVE_STATES for appointment in held)
    assert sorted(chats[a.person_id or 0] for a in held) == sorted(s.person.id for s in seekers)
    for spans in times.values():
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(sorted(spans)))
    for appointment in held:
        seeker = next(s for s in seekers if s.person.id == chats[appointment.person_id or 0])
        seen = {number for text in _shown(seeker) for number in BOOKING_NUMBER.findall(text)}
        assert seen == {appointment.number}


def _shown(seeker: Seeker) -> list[str]:
    return [message.body.get("text", "") for message in seeker.chat.messages.values()]


async def _every_counselor_heard_once(town: Town, counselors: list[Somebody], kills: int) -> None:
    alerts = await town.rows(Outbox, col(Outbox.notice) == Notice.BOOKING_REQUESTED)
    first = [alert for alert in alerts if alert.copy_of is None]
    copies = [alert for alert in alerts if alert.copy_of is not None]
    doubtful = [alert for alert in alerts if alert.state is OutboxState.UNKNOWN]
    heard = [text for counselor in counselors for text in town.sent_to(counselor, "B-")]
    numbers = {number for text in heard for number in BOOKING_NUMBER.findall(text)}
    print(f"{len(heard)} alerts heard, {len(doubtful)} doubtful, {len(copies)} sent once more")  # noqa: T201

    appointments = await town.rows(Appointment)
    assert sorted(alert.appointment_id or 0 for alert in first) == [a.id for a in appointments]
    assert numbers == {appointment.number for appointment in appointments}
    assert 0 <= len(heard) - len(appointments) <= len(copies) <= kills
    assert len(copies) <= len(doubtful) <= kills


async def _every_message_has_one_end(town: Town) -> None:
    due = await town.rows(Outbox, col(Outbox.due_at) <= town.now)
    states = Counter(row.state for row in due)
    print(f"messages: { {state.value: many for state, many in states.items()} }")  # noqa: T201

    assert set(states) <= {OutboxState.SENT, OutboxState.UNKNOWN, OutboxState.CANCELED}
    doubtful = {row.id for row in due if row.state is OutboxState.UNKNOWN and row.copy_of is None}
    assert doubtful == {row.copy_of for row in due if row.copy_of is not None}
    assert [(entry.method, entry.description) for entry in town.refused() if not _is_our_doing(entry)] == []


def _is_our_doing(entry: Any) -> bool:
    """A copy of an edit finds nothing left to change; a poll that died is met by the next one."""
    return "message is not modified" in entry.description or entry.method == "getUpdates"
