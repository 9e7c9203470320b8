"""Absences, special days, the waiting list, invitations, calls, calendars: what their tables refuse."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from bot.models import (
    Absence,
    Appointment,
    Call,
    CallEnd,
    CallWhy,
    Coming,
    Disruption,
    Feed,
    Half,
    Invitation,
    Offer,
    OfferState,
    Person,
    ReminderAnswer,
    SpecialDay,
    Waiting,
    WaitingHalf,
)
from tests.services.a_morning import NOW, House, at
from tests.services.plainly import NINE, TEN, change, drop, held, put, refused, row

DAY = date(2026, 12, 24)
LATER = NOW + timedelta(minutes=20)


class Rows:
    """Rows as they usually are, of people and staff that are there."""

    def __init__(self, house: House, person: Person, staff_id: int | None) -> None:
        self.house, self.person, self.staff_id = house, person, staff_id

    def absence(self, **columns: Any) -> dict[str, Any]:
        signed = {"entered_by_id": self.staff_id, "entered_at": NOW}
        return {"counselor_id": 1, "first_day": DAY, "last_day": DAY} | signed | columns

    def special_day(self, **columns: Any) -> dict[str, Any]:
        signed = {"entered_by_id": self.staff_id, "entered_at": NOW}
        return {"day": DAY, "name": "임시공휴일", "closed": True} | signed | columns

    def waiting(self, **columns: Any) -> dict[str, Any]:
        return {"person_id": self.person.id, "service": "leap", "joined_at": NOW} | columns

    def invitation(self, **columns: Any) -> dict[str, Any]:
        signed = {"invited_by_id": self.staff_id, "invited_at": NOW}
        return {"person_id": self.person.id, "service": "leap"} | signed | columns

    async def offer(self, waiting: int, starts_at=NINE, **columns: Any) -> dict[str, Any]:
        """An offer with its hold."""
        usual = {"waiting_id": waiting, "counselor_id": 1, "starts_at": starts_at, "offered_at": NOW}
        hold = (
            {} if "appointment_id" in columns else {"appointment_id": await put(self.house, held(starts_at))}
        )
        return usual | {"leased_until": LATER} | hold | columns


@pytest.fixture
async def rows(house: House) -> Rows:
    person, member = await house.person(), await house.member("nuri")
    return Rows(house, person, member.id)


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({}, id="a day"),
        pytest.param({"last_day": DAY + timedelta(days=4)}, id="some days"),
        pytest.param({"starts": time(9), "ends": time(12)}, id="a morning"),
        pytest.param({"weekday": 3, "last_day": None}, id="every Thursday from then on"),
        pytest.param({"weekday": 3, "last_day": DAY + timedelta(days=60)}, id="every Thursday for a while"),
    ],
)
async def test_absences_there_are(house: House, rows: Rows, columns: dict[str, Any]) -> None:
    await put(house, rows.absence(**columns), Absence)

    saved = await house.only(Absence)
    assert {key: getattr(saved, key) for key in columns} == columns


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        pytest.param({"last_day": DAY - timedelta(days=1)}, "days", id="backwards"),
        pytest.param({"last_day": None}, "days", id="for ever"),
        pytest.param({"starts": time(9)}, "hours", id="half an hour's edge"),
        pytest.param({"starts": time(12), "ends": time(9)}, "hours", id="hours backwards"),
        pytest.param({"weekday": 7}, "weekday", id="the eighth day"),
        pytest.param({"undone_at": NOW}, "undone", id="undone by nobody"),
    ],
)
async def test_absences_there_are_not(
    house: House, rows: Rows, columns: dict[str, Any], constraint: str
) -> None:
    assert await refused(put(house, rows.absence(**columns), Absence)) == f"ck_absence_{constraint}"


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        pytest.param({"closed": False, "starts": time(9), "ends": time(12)}, "part_closed", id="part open"),
        pytest.param({"like_weekday": 2}, "like", id="closed like a Wednesday"),
        pytest.param({"closed": False, "like_weekday": 9}, "like", id="like no day"),
    ],
)
async def test_special_days_there_are_not(
    house: House, rows: Rows, columns: dict[str, Any], constraint: str
) -> None:
    refusal = await refused(put(house, rows.special_day(**columns), SpecialDay))

    assert refusal == f"ck_special_day_{constraint}"


async def test_one_word_a_day_until_it_is_undone(house: House, rows: Rows) -> None:
    first = await put(house, rows.special_day(), SpecialDay)
    opened = rows.special_day(name="토요 상담", closed=False, like_weekday=2)
    assert await refused(put(house, opened, SpecialDay)) == "uq_special_day_in_force"

    await change(house, first, SpecialDay, undone_at=NOW, undone_by_id=rows.staff_id)
    await put(house, opened, SpecialDay)


async def test_a_meeting_is_disrupted_once_at_a_time(house: House, rows: Rows) -> None:
    absence = await put(house, rows.absence(), Absence)
    booked = await put(house, row())
    hit = {
        "appointment_id": booked,
        "absence_id": absence,
        "counselor_id": 1,
        "starts_at": NINE,
        "found_at": NOW,
    }
    first = await put(house, hit, Disruption)
    assert await refused(put(house, hit, Disruption)) == "uq_disruption_unsettled"
    assert await refused(change(house, first, Disruption, told_at=NOW)) == "ck_disruption_told"
    assert await refused(change(house, first, Disruption, answered_at=NOW)) == "ck_disruption_answered"

    await change(house, first, Disruption, told_at=NOW, call_at=LATER, settled_at=LATER)
    await put(house, hit, Disruption)


async def test_one_waits_once_for_a_service(house: House, rows: Rows) -> None:
    first = await put(house, rows.waiting(), Waiting)
    assert await refused(put(house, rows.waiting(), Waiting)) == "uq_waiting_one_a_service"
    assert await refused(change(house, first, Waiting, state="left")) == "ck_waiting_ended"
    unseen = rows.waiting(service="intake", needed_by=DAY)
    assert await refused(put(house, unseen, Waiting)) == "ck_waiting_need_seen"

    await change(house, first, Waiting, state="left", ended_at=NOW)
    again = await put(house, rows.waiting(needed_by=DAY, need_seen_by_id=rows.staff_id), Waiting)
    half = {"waiting_id": again, "day": DAY, "half": Half.AM}
    await put(house, half, WaitingHalf)
    assert "waiting_half" in await refused(put(house, half, WaitingHalf))


async def test_a_freed_time_is_offered_to_one(house: House, rows: Rows) -> None:
    other = await house.person()
    one = await put(house, rows.waiting(), Waiting)
    next_one = await put(house, rows.waiting(person_id=other.id), Waiting)
    offer = await put(house, await rows.offer(one), Offer)
    [hold] = await house.rows(Appointment)

    to_another = await rows.offer(next_one, appointment_id=hold.id)
    assert await refused(put(house, to_another, Offer)) == "uq_offer_open_time"
    second = await rows.offer(one, TEN)
    assert await refused(put(house, second, Offer)) == "uq_offer_open_waiting"
    assert await refused(put(house, row())) == "ex_appointment_counselor_id"  # nor to anybody who books

    await change(house, offer, Offer, state=OfferState.REFUSED, ended_at=LATER)
    await put(house, to_another, Offer)


async def test_an_open_offer_has_its_hold(house: House, rows: Rows) -> None:
    waiting = await put(house, rows.waiting(), Waiting)
    assert await refused(put(house, await rows.offer(waiting, appointment_id=None), Offer)) == "ck_offer_held"
    offer = await put(house, await rows.offer(waiting), Offer)
    [hold] = await house.rows(Appointment)
    assert await refused(drop(house, hold.id or 0)) == "ck_offer_held"

    await change(house, offer, Offer, state=OfferState.LAPSED, ended_at=LATER)
    await drop(house, hold.id or 0)
    assert (await house.only(Offer)).appointment_id is None


async def test_what_somebody_answered_to_is_not_offered_again(house: House, rows: Rows) -> None:
    waiting = await put(house, rows.waiting(), Waiting)
    for state in (OfferState.WITHDRAWN, OfferState.REFUSED):
        offer = await put(house, await rows.offer(waiting), Offer)
        await change(house, offer, Offer, state=state, ended_at=LATER)
        await drop(house, (await house.only(Appointment)).id or 0)

    assert await refused(put(house, await rows.offer(waiting), Offer)) == "uq_offer_once"


async def test_an_offer_ends_when_it_says(house: House, rows: Rows) -> None:
    waiting = await put(house, rows.waiting(), Waiting)
    timeless = await rows.offer(waiting, leased_until=NOW)
    assert await refused(put(house, timeless, Offer)) == "ck_offer_lease"
    endless = await rows.offer(waiting, TEN, state=OfferState.LAPSED)
    assert await refused(put(house, endless, Offer)) == "ck_offer_ended"


async def test_one_is_invited_once_for_a_service(house: House, rows: Rows) -> None:
    first = await put(house, rows.invitation(), Invitation)
    assert await refused(put(house, rows.invitation(), Invitation)) == "uq_invitation_one_a_service"
    assert await refused(change(house, first, Invitation, state="booked")) == "ck_invitation_ended"

    await change(house, first, Invitation, state="declined", ended_at=NOW)
    await put(house, rows.invitation(), Invitation)


async def test_a_call_stands_on_the_list_once(house: House, rows: Rows) -> None:
    booked = await put(house, row(person_id=rows.person.id))
    invited = await put(house, rows.invitation(), Invitation)
    who = {"person_id": rows.person.id, "listed_at": NOW}
    unanswered = who | {"why": CallWhy.REMINDER, "appointment_id": booked}
    first = await put(house, unanswered, Call)
    await put(house, who | {"why": CallWhy.NO_SHOW, "appointment_id": booked}, Call)
    await put(house, who | {"why": CallWhy.INVITATION, "invitation_id": invited}, Call)
    assert "call" in await refused(put(house, unanswered, Call))
    assert await refused(put(house, who | {"why": CallWhy.WANTED}, Call)) == "ck_call_about"
    assert await refused(change(house, first, Call, done_at=NOW)) == "ck_call_done"

    await change(house, first, Call, done_at=NOW, done_by_id=rows.staff_id, outcome=CallEnd.NOT_REACHED)
    await put(house, unanswered, Call)


@pytest.mark.parametrize("starts_at", [NINE, at(30, 11)])
async def test_one_answer_to_each_reminder_of_each_time(house: House, starts_at) -> None:
    answer = {
        "appointment_id": await put(house, row(starts_at)),
        "starts_at": starts_at,
        "reminder": "reminder.day_before",
        "answer": Coming.COMING,
        "answered_at": NOW,
    }
    await put(house, answer, ReminderAnswer)
    assert "reminder_answer" in await refused(put(house, answer, ReminderAnswer))
    for other in ({"starts_at": TEN}, {"reminder": "reminder.two_hours"}):
        await put(house, answer | other, ReminderAnswer)


async def test_one_address_of_a_calendar_is_in_force(house: House) -> None:
    address = {"counselor_id": 1, "token_hash": "a" * 64, "made_at": NOW}
    first = await put(house, address, Feed)
    other = address | {"token_hash": "b" * 64}
    assert "feed" in await refused(put(house, other, Feed))

    await change(house, first, Feed, revoked_at=NOW)
    await put(house, other, Feed)


async def test_strange_words_are_refused(house: House, rows: Rows) -> None:
    """A state, an answer, a reason that is none: no person's own words can stand there."""

    async def strange(table: str, column: str) -> None:
        async with house.database.transaction() as session:
            statement = f"UPDATE {table} SET {column} = '허리가 아파서'"
            await (await session.connection()).exec_driver_sql(statement)

    await put(house, row())
    await put(house, rows.absence(), Absence)
    await put(house, rows.waiting(), Waiting)
    await put(house, rows.invitation(), Invitation)
    for table, column in STRANGE:
        assert await refused(strange(table, column)) != ""


STRANGE = (
    ("appointment", "state"),
    ("appointment", "way"),
    ("appointment", "assigned"),
    ("appointment", "changed_by"),
    ("appointment", "changed_why"),
    ("absence", "kind"),
    ("waiting", "state"),
    ("invitation", "state"),
)
