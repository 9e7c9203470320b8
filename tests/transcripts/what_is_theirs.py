"""A house in which one person has something of everything, and what in the database must never change."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import SQLModel, col, select

from bot.conversations.deciding_words import packed
from bot.models import (
    Absence,
    Announcement,
    Appointment,
    AppointmentState,
    Call,
    CallWhy,
    Disruption,
    Fair,
    FairGuest,
    GuestState,
    Offer,
    Question,
    Role,
    Series,
    SpecialDay,
    Staff,
    Talk,
    Waiting,
)
from bot.services import bookings, people
from tests.house import MONDAY, House
from tests.transcripts.a_fair import comes_for, holds
from tests.transcripts.test_coming import booked

SEAT = "B-99992"
# What a turn writes about itself: that it was, what it says to the one who wrote, where their dialogue stands.
OF_A_TURN = {"inbox", "chore"}
OF_A_CHAT = {"outbox", "dialogue", "person"}  # of the one who wrote; everybody else's stay as they are


@dataclass(frozen=True, slots=True)
class World:
    """The house, and the numbers of what 민지 has, as buttons name them."""

    house: House
    ids: dict[str, Any]
    secrets: tuple[str, ...]  # what nobody reads who is not meant


async def busy(house: House) -> World:
    """누리 and 윤슬 are counselors, 안내 an operator, 회사 somebody of another company, 수아 a stranger."""
    fair_id = await holds(house)
    for name in ("누리", "윤슬"):
        await house.joins(f"{name} 상담사", Role.COUNSELOR, name, "ko")
    await house.joins("안내", Role.OPERATOR, "안내", "ko")
    await house.joins("다른 회사", Role.COMPANY, "회사", "ko")
    await comes_for(house, fair_id, "무등")
    for name in ("민지", "수아"):
        await house.agreed(name, language="ko")
    money = await booked(house, "민지", 25, 10)
    leap = await booked(house, "민지", 24, 11, "leap")
    house.clock.moment = MONDAY.replace(day=24, hour=11, minute=10)
    ids = await _met_and_invited(house, leap)
    ids |= {"appt": money.id, "at": int(money.starts_at.timestamp()), "met": leap.id, "fair": fair_id}
    ids |= await _around_the_book(house, money, house.clock.now())
    ids |= await _in_a_group(house, money, house.clock.now())
    ids |= await _elsewhere(house, fair_id, house.clock.now())
    house.telegram.phone(house.person("무등").id).send("안녕하세요")
    await house.tick()
    assert ids["his"] != money.counselor_id  # two counselors, each with a meeting of their own
    return World(house, ids, (money.number, leap.number, SEAT, "424242"))


async def _met_and_invited(house: House, leap: Appointment) -> dict[str, Any]:
    """The first meeting of a series is under way with its counselor, who has asked for another counseling."""
    now = house.clock.now()
    async with house.database.transaction() as session:
        query = select(Staff).where(col(Staff.counselor_id) == leap.counselor_id)
        [member] = (await session.exec(query)).all()
        await bookings.mark(session, member, leap.id or 0, AppointmentState.ARRIVED, now)
        person = await people.heard_from(session, house.person("민지").id, "ko", now)
        asked = await bookings.invite(session, house.center, member, person, "in_depth", None, now)
        [series] = (await session.exec(select(Series))).all()
    return {"series": series.id, "inv": asked.id, "his": leap.counselor_id, "person": asked.person_id}


async def _around_the_book(house: House, money: Appointment, now: datetime) -> dict[str, Any]:
    """A wait with an offer, a leave that concerns the meeting, a day that is closed, a call to make."""
    nuri, person = money.counselor_id, money.person_id
    later = money.starts_at + timedelta(hours=5)
    hold = {
        "number": "B-99990",
        "person_id": person,
        "service": "intake",
        "counselor_id": nuri,
        "starts_at": later,
        "ends_at": later + timedelta(minutes=50),
        "busy_until": later + timedelta(minutes=60),
        "state": AppointmentState.HELD,
        "held_until": now + timedelta(hours=1),
        "requested_at": now,
        "changed_at": now,
    }
    async with house.database.transaction() as session:
        [staff, *_] = (await session.exec(select(Staff).where(Staff.counselor_id == nuri))).all()
        held, waiting = Appointment(**hold), Waiting(person_id=person, service="intake", joined_at=now)
        day = {"first_day": date(2026, 11, 25), "last_day": date(2026, 11, 25)}
        leave = Absence(counselor_id=nuri, entered_by_id=staff.id, entered_at=now, **day)
        closed = SpecialDay(day=date(2026, 12, 24), name="정전", entered_by_id=staff.id, entered_at=now)
        session.add_all([held, waiting, leave, closed])
        await session.flush()
        offer = Offer(
            waiting_id=waiting.id,
            appointment_id=held.id,
            counselor_id=nuri,
            starts_at=later,
            offered_at=now,
            leased_until=now + timedelta(hours=1),
        )
        lost = Disruption(
            appointment_id=money.id,
            absence_id=leave.id,
            counselor_id=nuri,
            starts_at=money.starts_at,
            found_at=now,
            told_at=now,
            call_at=now + timedelta(hours=1),
        )
        call = Call(person_id=person, why=CallWhy.WANTED, appointment_id=money.id, listed_at=now)
        session.add_all([offer, lost, call])
        await session.flush()
        return {
            "wait": waiting.id,
            "offer": offer.id,
            "leave": leave.id,
            "closed": closed.id,
            "dis": lost.id,
            "call": call.id,
            "later": int(later.timestamp()),
            "packed": packed([later]),
        }


async def _in_a_group(house: House, money: Appointment, now: datetime) -> dict[str, Any]:
    """A group session of 누리's this afternoon, and a seat in it."""
    starts_at = now + timedelta(hours=3)
    usual = {
        "service": "group",
        "counselor_id": money.counselor_id,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "busy_until": starts_at + timedelta(hours=2),
        "places": 4,
        "state": AppointmentState.CONFIRMED,
        "requested_at": now,
        "changed_at": now,
    }
    async with house.database.transaction() as session:
        row = Appointment(**usual, number="B-99991")
        session.add(row)
        await session.flush()
        seat = Appointment(**usual, number=SEAT, session_id=row.id, seat=1, person_id=money.person_id)
        session.add(seat)
        await session.flush()
        return {"session": row.id, "seat": seat.id}


async def _elsewhere(house: House, fair_id: int, now: datetime) -> dict[str, Any]:
    """A registration, a talk that waits, a question without an answer, an announcement."""
    async with house.database.transaction() as session:
        person = await people.heard_from(session, house.person("민지").id, "ko", now)
        fair = await session.get_one(Fair, fair_id)
        [operator] = (await session.exec(select(Staff).where(Staff.role == Role.OPERATOR))).all()
        guest = FairGuest(
            fair_id=fair_id,
            capacity=fair.capacity,
            person_id=person.id,
            state=GuestState.REGISTERED,
            place=1,
            code="424242",
            registered_at=now,
        )
        talk = Talk(person_id=person.id, asked_at=now)
        question = Question(plain="주차되나요", words="주차 되나요?", first_at=now, last_at=now)
        told = Announcement(
            text="수요데이", staff_id=operator.id, due_at=now + timedelta(days=9), created_at=now
        )
        session.add_all([guest, talk, question, told])
        await session.flush()
        return {"guest": guest.id, "talk": talk.id, "question": question.id, "ann": told.id}


async def everything(house: House, besides: str) -> dict[str, list[str]]:
    """Every row of every table but those in which this chat's own turn leaves its traces."""
    chat_id = house.person(besides).id
    rows: dict[str, list[str]] = {}
    async with house.database.reading() as session:
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in OF_A_TURN:
                found = (await (await session.connection()).execute(table.select())).mappings().all()
                rows[table.name] = sorted(
                    str(dict(row))
                    for row in found
                    if table.name not in OF_A_CHAT or row["chat_id"] != chat_id
                )
    return rows


async def presses(house: House, name: str, data: str) -> list[str]:
    """What the bot says to this person after a button that carries this, whoever once got it.

    It hangs below a message without buttons, as on a phone that has not heard of the last change.
    """
    phone = house.telegram.phone(house.person(name).id)
    before = house.telegram.log.number
    message = phone._chat.newest(lambda message: message.from_bot)
    bare = {key: value for key, value in message.body.items() if key != "reply_markup"}
    phone._pressed(replace(message, body=bare), data)
    await house.settle()
    said = [each for each in house.telegram.log.after(before) if each.method in SPOKEN]
    here = [each for each in said if int(each.params["chat_id"]) == phone._chat.person.id]
    return [next((str(each.params[name]) for name in WORDS if each.params.get(name)), "") for each in here]


WORDS = ("text", "caption", "title")
SPOKEN = ("sendMessage", "sendDocument", "sendPhoto", "sendVenue")
