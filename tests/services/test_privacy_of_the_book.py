"""The appointment book shows, forgets and outlives what it knows about people."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import SQLModel, select

from bot.models import (
    Absence,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Call,
    CallEnd,
    CallWhy,
    Coming,
    Disruption,
    Feed,
    Half,
    Invitation,
    InvitationState,
    Offer,
    OwnCounselor,
    Person,
    ReminderAnswer,
    Series,
    Slot,
    Waiting,
    WaitingHalf,
    WaitingState,
)
from bot.services import bookings, privacy
from bot.services.bookings import NotThere, Why
from tests.services.a_morning import NOW, House, at
from tests.services.plainly import NINE, TEN, held, put, row

DAY = timedelta(days=1)


async def lived(house: House) -> Person:
    """Somebody of whom there is a row in every table of the book."""
    person, member = await house.person(), await house.member("haneul")
    whose: dict[str, Any] = {"person_id": person.id, "service": "leap"}
    waiting = await put(house, whose | {"joined_at": NOW}, Waiting)
    hold = await put(house, held(TEN, person_id=person.id))
    invited = {"invited_by_id": member.id, "invited_at": NOW, "appointment_id": hold}
    offered = {"counselor_id": 1, "starts_at": TEN, "offered_at": NOW, "leased_until": NOW + DAY}
    called = {"person_id": person.id, "why": CallWhy.INVITATION, "listed_at": NOW}
    async with house.database.transaction() as session:
        session.add(WaitingHalf(waiting_id=waiting, day=date(2026, 11, 30), half=Half.AM))
        session.add(Offer(waiting_id=waiting, appointment_id=hold, **offered))
        session.add(OwnCounselor(person_id=person.id or 0, counselor_id=1, since=NOW))
        session.add(Invitation(**whose, **invited))
        session.add(Series(id=5, **whose, counselor_id=1, planned=4, started_at=NOW))
        await session.flush()
        session.add(Call(**called, invitation_id=1))
    meeting = await put(house, row(person_id=person.id, series_id=5, ordinal=1))
    answered = {"answer": Coming.COMING, "answered_at": NOW}
    about = {"appointment_id": meeting, "starts_at": NINE}
    await put(house, about | {"reminder": "reminder.day_before"} | answered, ReminderAnswer)
    await put(house, about | {"counselor_id": 1, "found_at": NOW}, Disruption)
    return person


async def rows_of(house: House, person: Person) -> set[str]:
    """The tables with a row that names this person."""
    async with house.database.reading() as session:
        return {
            table.name
            for table in SQLModel.metadata.sorted_tables
            if "person_id" in table.columns
            and (await session.exec(select(table.c.person_id).where(table.c.person_id == person.id))).first()
        }


async def test_what_the_book_keeps_is_shown(house: House) -> None:
    person = await lived(house)
    async with house.database.reading() as session:
        book = (await privacy.stored(session, person)).book

    assert book.own_counselor == "윤슬"
    assert [each.state for each in book.appointments] == ["confirmed", "held"]
    assert (book.waiting, book.invitations, book.series, book.calls) == (1, 1, 1, 1)


async def test_after_erasing_the_book_knows_nobody(house: House) -> None:
    person, other = await lived(house), await house.person()
    await put(house, row(at(30, 14), person_id=other.id))
    assert {"appointment", "call", "invitation", "own_counselor", "series", "waiting"} <= await rows_of(
        house, person
    )
    async with house.database.transaction() as session:
        await privacy.erase(session, person, NOW)

    assert await rows_of(house, person) == set()
    assert await rows_of(house, other) == {"appointment"}
    for table in (Waiting, WaitingHalf, Offer, Invitation, Call, OwnCounselor):
        async with house.database.reading() as session:
            assert (await session.exec(select(table))).all() == []
    assert (await house.only(Series)).ended_at == NOW
    meeting = await house.only(Appointment, Appointment.starts_at == NINE)
    assert (meeting.state, meeting.person_id) == (AppointmentState.CANCELED_BY_PERSON, None)


async def test_what_was_held_is_free_again(house: House) -> None:
    person = await lived(house)
    async with house.database.transaction() as session:
        await privacy.erase(session, person, NOW)

    free = {slot.starts_at: slot.free_minutes for slot in await house.rows(Slot, Slot.counselor_id == 1)}
    assert (free[NINE], free[TEN]) == (180, 120)


KEPT = {
    "a wish": (Waiting, {"state": WaitingState.LEFT, "ended_at": NOW}, 90),
    "an invitation": (Invitation, {"state": InvitationState.DECLINED, "ended_at": NOW}, 90),
    "a call": (Call, {"done_at": NOW, "outcome": CallEnd.REACHED}, 90),
    "an answer to a reminder": (ReminderAnswer, {"answered_at": NOW}, 365),
    "a disruption": (Disruption, {"settled_at": NOW}, 365),
}


@pytest.mark.parametrize(("table", "ended", "days"), KEPT.values(), ids=KEPT)
async def test_nothing_is_kept_longer_than_said(
    house: House, table: type[SQLModel], ended: dict[str, Any], days: int
) -> None:
    await lived(house)
    async with house.database.transaction() as session:
        found = (await session.exec(select(table))).one()
        for column, value in ended.items():
            setattr(found, column, value)
    for now, many in ((NOW + days * DAY, 1), (NOW + days * DAY + timedelta(seconds=1), 0)):
        async with house.database.transaction() as session:
            await privacy.purge(session, house.center.retention, now)
        assert len(await house.rows(table)) == many


async def test_after_a_year_a_meeting_is_nobodys_and_its_history_stays(house: House) -> None:
    """Also a group session's, which has no person; and who accompanied whom."""
    person = await lived(house)
    await put(house, row(at(30, 14), places=3))
    async with house.database.transaction() as session:
        series = (await session.exec(select(Series))).one()
        series.ended_at = NOW
        await privacy.purge(session, house.center.retention, NOW + 400 * DAY)

    assert {(each.person_id, each.number.startswith("#")) for each in await house.rows(Appointment)} == {
        (None, True)
    }
    assert not {"series", "own_counselor"} & await rows_of(house, person)
    assert len(await house.rows(AppointmentEvent)) == 2


async def test_why_somebody_was_away_is_forgotten(house: House) -> None:
    member = await house.member("nuri")
    day = date(2026, 11, 30)
    absence = Absence(
        counselor_id=1, first_day=day, last_day=day, entered_by_id=member.id or 0, entered_at=NOW, kind="sick"
    )
    async with house.database.transaction() as session:
        session.add(absence)
        session.add(Feed(counselor_id=1, token_hash="a" * 64, made_at=NOW, revoked_at=NOW))
    for days, many in ((360, 1), (380, 0)):
        async with house.database.transaction() as session:
            await privacy.purge(session, house.center.retention, NOW + days * DAY)
        assert len(await house.rows(Absence)) == len(await house.rows(Feed)) == many


async def test_the_staff_arrange_nothing_for_somebody_who_is_forgotten_meanwhile(house: House) -> None:
    """They had found the person before; it is nobody now."""
    person, member = await house.person(), await house.member("haneul")
    async with house.database.transaction() as session:
        await privacy.erase(session, person, NOW)
    given = house.center, member, person, "leap"
    for deed in (
        lambda session: bookings.book_for(session, *given, at(30, 13), NOW),
        lambda session: bookings.invite(session, *given, None, NOW),
    ):
        with pytest.raises(NotThere) as refused:
            async with house.database.transaction() as session:
                await deed(session)
        assert refused.value.reason is Why.UNKNOWN
    assert await house.rows(Appointment) == []
    assert await house.rows(Invitation) == []
