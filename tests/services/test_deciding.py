"""A counselor proposes other times, or asks a colleague: what is asked, what comes of it, and who may not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col

from bot.models import (
    AbsenceKind,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Assigned,
    Cause,
    Counselor,
    Outbox,
    OutboxState,
    OwnCounselor,
    Person,
    Role,
    Staff,
)
from bot.services import absences, bookings
from bot.services.absences import Leave
from bot.services.bookings import NotBookable, NotThere, Refusal, Why, asking, passing, proposing
from tests.services.a_morning import NOW, House, at

NINE, TEN, ELEVEN, ONE = at(30, 9), at(30, 10), at(30, 11), at(30, 13)
LATER = NOW + timedelta(minutes=1)


async def counselor_id(house: House, key: str) -> int:
    return (await house.only(Counselor, Counselor.key == key)).id or 0


async def propose(house: House, staff: Staff, booked: Appointment, *times: datetime) -> Appointment:
    async with house.database.transaction() as session:
        return await proposing.propose(session, house.center, staff, booked.id or 0, times, NOW)


async def choose(house: House, person: Person, booked: Appointment, time: datetime) -> Appointment:
    async with house.database.transaction() as session:
        return await proposing.choose(session, house.center, person, booked.id or 0, time, LATER)


async def accept(house: House, staff: Staff, booked: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.accept(session, staff, booked.id or 0, NOW)


async def ask(house: House, staff: Staff, booked: Appointment, key: str) -> Counselor | None:
    wanted = await counselor_id(house, key)
    async with house.database.transaction() as session:
        return await passing.ask_colleague(session, house.center, staff, booked.id or 0, wanted, NOW)


async def take_over(house: House, staff: Staff, booked: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await passing.take_over(session, house.center, staff, booked.id or 0, LATER)


async def decline(house: House, staff: Staff, booked: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await passing.decline(session, staff, booked.id or 0, LATER)


async def delivered(house: House) -> None:
    """All that waits was sent: its words are gone, what was asked still stands."""
    async with house.database.transaction() as session:
        for row in await house.rows(Outbox, col(Outbox.state) == OutboxState.WAITING, Outbox.due_at <= NOW):
            row.state, row.ended_at, row.body = OutboxState.SENT, NOW, None
            await session.merge(row)


async def yunseuls(house: House, service: str = "leap") -> tuple[Person, Appointment, Staff]:
    """Somebody with an appointment at nine on Monday with 윤슬, whom only she can give at that hour."""
    staff = await house.member("yunseul")
    person = await house.person()
    return person, await house.book(person, NINE, service), staff


async def proposed(house: House, *times: datetime) -> tuple[Person, Appointment, Staff]:
    person, booked, staff = await yunseuls(house)
    await propose(house, staff, booked, *times)
    await delivered(house)
    return person, booked, staff


async def test_a_proposal_asks_once_and_moves_nothing(house: House) -> None:
    person, booked, staff = await yunseuls(house)
    after = await propose(house, staff, booked, ELEVEN, TEN)

    assert (after.starts_at, after.state) == (NINE, AppointmentState.REQUESTED)
    assert after.other_time_asked_at == NOW
    asked = await house.only(Outbox, Outbox.notice == "booking.proposed")
    assert asked.chat_id == person.chat_id
    assert [asking.moment_of(each) for each in asked.body["times"]] == [TEN, ELEVEN]


async def test_a_proposed_time_is_agreed_on_by_a_tap(house: House) -> None:
    person, booked, staff = await proposed(house, TEN, ELEVEN)
    moved = await choose(house, person, booked, ELEVEN)

    assert (moved.number, moved.starts_at, moved.state) == (booked.number, ELEVEN, AppointmentState.CONFIRMED)
    assert (moved.counselor_id, moved.other_time_asked_at) == (booked.counselor_id, None)
    assert await house.told(staff.chat_id) == ["booking.proposal_taken"]
    *_, event = await house.rows(AppointmentEvent)
    assert (event.why, event.from_starts_at) == (Cause.PROPOSED, NINE)
    reminders = await house.rows(Outbox, col(Outbox.notice).startswith("reminder."))
    waiting = [row.body["starts_at"] for row in reminders if row.state is OutboxState.WAITING]
    assert set(waiting) == {"2026-11-30T02:00+00:00"}


async def test_a_second_tap_changes_nothing(house: House) -> None:
    person, booked, _ = await proposed(house, TEN)
    first = await choose(house, person, booked, TEN)
    second = await choose(house, person, booked, TEN)

    assert first.sequence == second.sequence == 1


@pytest.mark.parametrize("time", [ONE, at(30, 9, 17), at(24, 9)], ids=["free", "no slot", "another day"])
async def test_a_time_that_was_not_proposed_is_refused(house: House, time: datetime) -> None:
    """Forged, or from a proposal about somebody else's appointment."""
    person, booked, _ = await proposed(house, TEN)
    with pytest.raises(NotThere) as refused:
        await choose(house, person, booked, time)

    assert refused.value.reason is Why.MOVED
    assert (await house.only(Appointment)).starts_at == NINE


async def test_a_stranger_cannot_choose(house: House) -> None:
    _, booked, _ = await proposed(house, TEN)
    with pytest.raises(NotThere) as refused:
        await choose(house, await house.person(), booked, TEN)

    assert refused.value.reason is Why.NOT_YOURS


async def test_what_was_taken_meanwhile_is_refused(house: House) -> None:
    """Nothing is held for a proposal; somebody else may be quicker."""
    person, booked, _ = await proposed(house, TEN)
    await house.book(await house.person(), TEN, "leap")
    with pytest.raises(NotBookable) as refused:
        await choose(house, person, booked, TEN)

    assert refused.value.reason is Refusal.TAKEN
    [mine, _] = await house.rows(Appointment)
    assert mine.starts_at == NINE


@pytest.mark.parametrize("deed", ["accepted", "proposed anew", "moved and back", "canceled"])
async def test_an_older_proposal_does_nothing(house: House, deed: str) -> None:
    person, booked, staff = await proposed(house, TEN)
    match deed:
        case "accepted":
            await accept(house, staff, booked)
        case "proposed anew":
            await propose(house, staff, booked, ELEVEN)
        case "moved and back":
            await house.change(person, booked, ONE)
            await house.change(person, booked, NINE)
        case _:
            await house.cancel(person, booked)
    with pytest.raises(NotThere):
        await choose(house, person, booked, TEN)

    assert (await house.only(Appointment)).starts_at == NINE


@pytest.mark.parametrize(
    "times",
    [(), (NINE,), (at(30, 9, 30),), (at(29, 9),), (at(20, 9),), (TEN, at(30, 12))],
    ids=["none", "the same", "no slot", "a Sunday", "past", "one of two at noon"],
)
async def test_what_cannot_be_proposed(house: House, times: Sequence[datetime]) -> None:
    _, booked, staff = await yunseuls(house)
    with pytest.raises(NotBookable):
        await propose(house, staff, booked, *times)

    assert await house.rows(Outbox, Outbox.notice == "booking.proposed") == []
    assert (await house.only(Appointment)).other_time_asked_at is None


async def test_a_colleague_cannot_propose(house: House) -> None:
    _, booked, _ = await yunseuls(house)
    with pytest.raises(NotThere) as refused:
        await propose(house, await house.member("nuri"), booked, TEN)

    assert refused.value.reason is Why.NOT_YOURS


async def test_no_more_than_three_are_proposed(house: House) -> None:
    _, booked, staff = await yunseuls(house)
    await propose(house, staff, booked, TEN, ELEVEN, ONE, at(30, 14))
    asked = await house.only(Outbox, Outbox.notice == "booking.proposed")

    assert len(asked.body["times"]) == proposing.MOST == 3


async def test_own_times_leave_out_what_the_person_has(house: House) -> None:
    person, booked, _ = await yunseuls(house)
    await house.book(person, TEN, "finance")  # with 누리, while 윤슬 is free
    async with house.database.transaction() as session:
        times, more = await proposing.own_times(session, house.center, booked, NOW, at(30, 0))

    assert times[:2] == [ELEVEN, ONE]
    assert more is not None


async def passed(house: House) -> tuple[Person, Appointment, Staff, Staff]:
    """At one on Monday 윤슬 and 하늘 are both free; who got it has asked the other."""
    staff, colleague, person = (
        await house.member("yunseul"),
        await house.member("haneul"),
        await house.person(),
    )
    booked = await house.book(person, ONE, "leap")
    if booked.counselor_id != staff.counselor_id:
        staff, colleague = colleague, staff
    key = "haneul" if colleague.counselor_id == await counselor_id(house, "haneul") else "yunseul"
    assert await ask(house, staff, booked, key) is not None
    await delivered(house)
    return person, booked, staff, colleague


async def test_a_colleague_who_says_yes_has_it(house: House) -> None:
    person, booked, staff, colleague = await passed(house)
    async with house.database.transaction() as session:
        session.add(OwnCounselor(person_id=person.id, counselor_id=staff.counselor_id, since=NOW))
    taken = await take_over(house, colleague, booked)

    assert (taken.counselor_id, taken.state) == (colleague.counselor_id, AppointmentState.CONFIRMED)
    assert (taken.starts_at, taken.number, taken.assigned) == (ONE, booked.number, Assigned.STAFF)
    assert await house.told(staff.chat_id) == ["booking.taken_over"]
    assert "booking.passed_on" in await house.told(person.chat_id)
    *_, event = await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == booked.id)
    assert (event.why, event.staff_id) == (Cause.PASSED_ON, colleague.id)
    async with house.database.reading() as session:
        own = await session.get_one(OwnCounselor, person.id)
    assert own.counselor_id == staff.counselor_id


@pytest.mark.parametrize("is_away", [False, True])
async def test_who_was_passed_on_has_each_reminder_once(house: House, is_away: bool) -> None:
    """Those of a meeting whose counselor was away were called off: with the colleague they hold again."""
    person, booked, staff, colleague = await passed(house)
    if is_away:
        plan = Leave(kind=AbsenceKind.SICK, first_day=date(2026, 11, 30), last_day=date(2026, 11, 30))
        async with house.database.transaction() as session:
            await absences.enter(session, house.center, staff, staff.counselor_id or 0, plan, NOW)
    await take_over(house, colleague, booked)

    reminders = [each for each in await house.told(person.chat_id) if each and each.startswith("reminder.")]
    assert sorted(reminders) == ["reminder.day_before", "reminder.three_days", "reminder.two_hours"]


async def test_until_then_it_stays_where_it_is(house: House) -> None:
    _, booked, staff, _ = await passed(house)
    assert (await house.only(Appointment, Appointment.id == booked.id)).counselor_id == staff.counselor_id


async def test_asking_twice_asks_once(house: House) -> None:
    _, booked, staff, colleague = await passed(house)
    key = (await house.only(Counselor, Counselor.id == colleague.counselor_id)).key
    await ask(house, staff, booked, key)

    assert len(await house.rows(Outbox, Outbox.notice == "colleague.asked")) == 1


async def test_a_colleague_who_says_no_tells_who_asked(house: House) -> None:
    _, booked, staff, colleague = await passed(house)
    left = await decline(house, colleague, booked)
    assert left.counselor_id == staff.counselor_id
    assert await house.told(staff.chat_id) == ["colleague.refused"]

    for deed in (take_over, decline):  # what was refused is not taken by an old button
        with pytest.raises(NotThere):
            await deed(house, colleague, booked)


@pytest.mark.parametrize("deed", ["accepted", "moved", "canceled"])
async def test_a_question_that_is_settled_is_not_answered(house: House, deed: str) -> None:
    person, booked, staff, colleague = await passed(house)
    match deed:
        case "accepted":
            await accept(house, staff, booked)
        case "moved":
            await house.change(person, booked, at(30, 14))
        case _:
            await house.cancel(person, booked)
    with pytest.raises(NotThere):
        await take_over(house, colleague, booked)

    after = await house.only(Appointment, Appointment.id == booked.id)
    assert after.changed_why is not Cause.PASSED_ON


async def test_who_was_not_asked_takes_nothing(house: House) -> None:
    _, booked, staff, _ = await passed(house)
    for stranger in (await house.member("nuri"), await house.member("운영", Role.OPERATOR)):
        for deed in (take_over, decline):
            with pytest.raises(NotThere):
                await deed(house, stranger, booked)

    assert (await house.only(Appointment, Appointment.id == booked.id)).counselor_id == staff.counselor_id


async def test_who_is_not_free_any_more_takes_nothing(house: House) -> None:
    _, booked, staff, colleague = await passed(house)
    await house.book(await house.person(), ONE, "leap")  # the only one left then is the colleague
    with pytest.raises(NotBookable):
        await take_over(house, colleague, booked)

    assert (await house.only(Appointment, Appointment.id == booked.id)).counselor_id == staff.counselor_id


@pytest.mark.parametrize(("key", "why"), [("nuri", "gives no such counseling"), ("haneul", "not there then")])
async def test_only_who_can_is_asked(house: House, key: str, why: str) -> None:
    """At nine on Monday 하늘 is not there; 누리 is, but gives no leap counseling."""
    _, booked, staff = await yunseuls(house)
    await house.member(key)
    assert await ask(house, staff, booked, key) is None, why
    assert await house.rows(Outbox, Outbox.notice == "colleague.asked") == []


async def test_a_colleague_without_a_chat_cannot_be_asked(house: House) -> None:
    staff = await house.member("yunseul")
    booked = await house.book(await house.person(), at(24, 9), "leap")
    async with house.database.transaction() as session:
        able = await passing.colleagues(session, house.center, booked, NOW)

    assert able == []
    assert staff.chat_id is not None
