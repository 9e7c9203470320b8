"""What is kept, shown, forgotten."""

import re
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import SQLModel, col, literal, select, update

from bot.models import (
    Appointment,
    Consent,
    ConsentKind,
    CopyState,
    Dialogue,
    DialogueState,
    Erasure,
    Inbox,
    InboxState,
    Outbox,
    OutboxKind,
    OutboxState,
    Person,
    ProfileAnswer,
    Role,
    Staff,
)
from bot.services import announcements, consents, privacy, staff
from bot.services.notices import Notice, notify
from tests.services.a_morning import NOW, House, at, scheduled

NAME, PHONE, WORDS = "김민지", "01098765432", "북구 용봉동에 살아요"
DAY = timedelta(days=1)


async def lived(house: House) -> Person:
    """Somebody of whom there is a trace in every table."""
    person = await house.person(*ConsentKind, name=NAME, contact=PHONE, district="북구")
    operator = await house.member("안내", Role.OPERATOR)
    await house.book(person, at(30, 9))
    await house.book(person, at(24, 9), "leap")
    async with house.database.transaction() as session:
        await scheduled(session, operator, "소식", {}, NOW, NOW)
        await announcements.release_due(session, house.center, NOW)
        for number, state in enumerate(InboxState):
            session.add(update_of(person, number, state))
        for state in OutboxState:
            session.add(message_to(person, state))
        for state in DialogueState:
            session.add(talk_of(person, state))
        await session.flush()
    return person


def update_of(person: Person, number: int, state: InboxState) -> Inbox:
    body = {"message": {"chat": {"id": person.chat_id}, "text": WORDS}}
    done = None if state is InboxState.WAITING else NOW
    return Inbox(
        update_id=number,
        chat_id=person.chat_id,
        body=body,
        state=state,
        error=WORDS,
        received_at=NOW,
        done_at=done,
    )


def message_to(person: Person, state: OutboxState) -> Outbox:
    body = {"chat_id": person.chat_id, "text": f"{NAME} 님, {PHONE}"}
    return Outbox(
        chat_id=person.chat_id,
        kind=OutboxKind.REPLY,
        body=body,
        state=state,
        dedupe_key=f"{person.chat_id}:{state}",
        due_at=NOW,
        created_at=NOW,
        ended_at=NOW,
    )


def talk_of(person: Person, state: DialogueState) -> Dialogue:
    answers = {
        "name": {"value": NAME, "words": WORDS, "how": "typed", "message_id": 5, "at": NOW.isoformat()}
    }
    return Dialogue(
        chat_id=person.chat_id, script="intake", state=state, answers=answers, started_at=NOW, touched_at=NOW
    )


async def everything(house: House) -> dict[str, list[dict[str, Any]]]:
    """Every column of every row of every table."""
    async with house.database.reading() as session:
        return {
            table.name: list((await session.exec(select(*table.columns, literal(0)))).mappings())
            for table in SQLModel.metadata.sorted_tables
        }


def traces(rows: dict[str, list[dict[str, Any]]], person: Person) -> set[str]:
    """The columns in which the person can be recognized."""
    known = re.compile(f"{person.chat_id}|{NAME}|{PHONE}|용봉동")
    return {
        f"{table}.{column}"
        for table, found in rows.items()
        for row in found
        for column, value in row.items()
        if known.search(str(value))
    }


async def test_what_is_stored_is_shown(house: House) -> None:
    person = await lived(house)
    async with house.database.reading() as session:
        shown = await privacy.stored(session, person)

    assert {answer.question: answer.value for answer in shown.answers} == {
        "name": NAME,
        "contact": PHONE,
        "district": "북구",
    }
    assert {consent.kind for consent in shown.consents} == set(ConsentKind)
    assert (len(shown.book.appointments), len(shown.dialogues), shown.language) == (2, 3, "ko")
    assert (shown.since, shown.staff, shown.messages > 10) == (NOW, [], True)


async def test_after_erasing_only_rows_about_nobody_remain(house: House) -> None:
    """What is handled or sent at that very moment is left to the next purge."""
    person, counselor = await lived(house), await house.member("haneul")
    assert len(traces(await everything(house), person)) > 8
    async with house.database.transaction() as session:
        erasure = await privacy.erase(session, person, NOW)

    passing = {
        "inbox.chat_id",
        "inbox.body",
        "inbox.error",
        "outbox.chat_id",
        "outbox.body",
        "outbox.dedupe_key",
    }
    assert traces(await everything(house), person) <= passing
    assert await house.rows(Person, Person.chat_id == person.chat_id) == []
    left = await house.rows(Outbox, Outbox.chat_id == person.chat_id)
    assert [row.state for row in left] == [OutboxState.SENDING]
    assert re.fullmatch(r"D-[0-9A-Z]{4}-[0-9A-Z]{4}", erasure.receipt)
    assert (await house.only(Erasure)).rows > 20
    assert {(c.person_id, c.receipt, c.withdrawn_at) for c in await house.rows(Consent)} == {
        (None, erasure.receipt, NOW)
    }
    assert "booking.canceled" in await house.told(counselor.chat_id)
    assert {(row.person_id, row.state) for row in await house.rows(Appointment)} == {
        (None, "canceled_by_person")
    }

    await what_passed_has_ended(house, person)
    async with house.database.transaction() as session:
        await privacy.purge(session, house.center.retention, NOW)
    assert traces(await everything(house), person) == set()


async def what_passed_has_ended(house: House, person: Person) -> None:
    async with house.database.transaction() as session:
        sent = update(Outbox).where(col(Outbox.chat_id) == person.chat_id)
        await session.exec(sent.values(state=OutboxState.SENT, ended_at=NOW))
        done = update(Inbox).where(col(Inbox.chat_id) == person.chat_id)
        await session.exec(done.values(state=InboxState.DONE, done_at=NOW))


async def test_announcements_still_add_up(house: House) -> None:
    person = await lived(house)
    async with house.database.transaction() as session:
        await privacy.erase(session, person, NOW)
        tallies = await announcements.tallies(session, 1)

    assert (tallies[CopyState.CANCELED], sum(tallies.values())) == (1, 1)


async def test_two_who_got_the_same_news_can_both_be_erased(house: House) -> None:
    both = [await house.person(ConsentKind.NEWS) for _ in range(2)]
    operator = await house.member("안내", Role.OPERATOR)
    async with house.database.transaction() as session:
        await scheduled(session, operator, "소식", {}, NOW, NOW)
        await announcements.release_due(session, house.center, NOW)
    receipts = []
    for person in both:
        async with house.database.transaction() as session:
            receipts.append((await privacy.erase(session, person, NOW)).receipt)

    assert len(set(receipts)) == 2


async def test_erasing_twice_forgets_once(house: House) -> None:
    person = await house.person(*ConsentKind, name=NAME)
    async with house.database.transaction() as session:
        await privacy.erase(session, person, NOW)
    async with house.database.transaction() as session:
        second = await privacy.erase(session, person, NOW)

    assert second.rows == 0


async def test_a_member_of_the_staff_is_unlinked(house: House) -> None:
    member, person = await house.member("nuri"), await house.person()
    async with house.database.transaction() as session:
        unlinked = update(Staff).where(col(Staff.id) == member.id).values(chat_id=person.chat_id)
        await session.exec(unlinked)
    async with house.database.transaction() as session:
        await privacy.erase(session, person, NOW)
        assert await staff.roles_of(session, person.chat_id) == []

    assert (await house.only(Staff)).name == "누리"


KEPT = {
    "a handled update": (Inbox, 8),
    "a delivery": (Outbox, 365),
    "a finished talk": (Dialogue, 30),
    "an answer": (ProfileAnswer, 90),
    "a withdrawn consent": (Consent, 1095),
}


@pytest.mark.parametrize(("table", "days"), KEPT.values(), ids=KEPT)
async def test_nothing_is_kept_longer_than_said(house: House, table: type[SQLModel], days: int) -> None:
    person = await house.person(ConsentKind.NEWS, district="북구")
    async with house.database.transaction() as session:
        await consents.withdraw(session, person.id, [ConsentKind.NEWS], NOW)
        session.add(update_of(person, 1, InboxState.DONE))
        session.add(message_to(person, OutboxState.SENT))
        session.add(talk_of(person, DialogueState.DONE))
    for now, many in ((NOW + days * DAY, 1), (NOW + days * DAY + timedelta(seconds=1), 0)):
        async with house.database.transaction() as session:
            await privacy.purge(session, house.center.retention, now)
        assert len(await house.rows(table)) == many


async def test_what_was_written_goes_before_what_was_delivered(house: House) -> None:
    person = await house.person()
    async with house.database.transaction() as session:
        session.add(message_to(person, OutboxState.SENT))
    async with house.database.transaction() as session:
        await privacy.purge(session, house.center.retention, NOW + 31 * DAY)

    row = await house.only(Outbox)
    assert (row.body, row.chat_id) == (None, person.chat_id)


async def test_an_appointment_of_last_year_is_nobodys(house: House) -> None:
    booked = await house.book(await house.person(), at(30, 9))
    for days in (365, 366):
        async with house.database.transaction() as session:
            await privacy.purge(session, house.center.retention, booked.ends_at + days * DAY)

    row = await house.only(Appointment)
    assert (row.person_id, row.number) == (None, f"#{row.id}")


async def test_an_invitation_nobody_used_is_forgotten(house: House) -> None:
    async with house.database.transaction() as session:
        await staff.invite(session, "nuri", Role.COUNSELOR, NOW)
        await privacy.purge(session, house.center.retention, NOW + 2 * DAY)

    assert (await house.only(Staff)).invite_hash is None


async def test_a_message_to_somebody_known_keeps_its_chat(house: House) -> None:
    person, member = await house.person(), await house.member("nuri")
    async with house.database.transaction() as session:
        for chat_id in (person.chat_id, member.chat_id):
            await notify(session, chat_id, Notice.PROGRESS, {}, NOW)
        await session.exec(update(Outbox).values(state=OutboxState.SENT, ended_at=NOW))
        await privacy.purge(session, house.center.retention, NOW)

    assert {row.chat_id for row in await house.rows(Outbox)} == {person.chat_id, member.chat_id}
