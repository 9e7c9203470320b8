"""A counselor falls ill, the center closes: slots follow, and every meeting concerned is put right."""

import asyncio
from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlmodel import col

from bot.clock import SEOUL
from bot.models import (
    BOOKED_STATES,
    Absence,
    AbsenceKind,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Call,
    CallEnd,
    CallWhy,
    Cause,
    Disruption,
    DisruptionAnswer,
    Outbox,
    OutboxState,
    Person,
    Role,
    Slot,
    SpecialDay,
    Staff,
)
from bot.rules.appointment_states import state_after
from bot.services import absences, clockwork, days, slots
from bot.services.absences import Gone, Leave, Special
from bot.services.bookings import NotBookable, NotThere, Refusal
from tests.services.a_morning import DAY, NOW, House, at
from tests.services.test_races import overlaps

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
MONDAY = date(2026, 11, 30)
TOLD = "disruption.ways"


async def offered(house: House, counselor_id: int, day: int, month: int = 11) -> list[str]:
    """The hours in Seoul at which this counselor offers something."""
    midnight = at(day, 0, month=month)
    found = await house.rows(
        Slot,
        Slot.counselor_id == counselor_id,
        col(Slot.offered).is_(True),
        Slot.starts_at >= midnight,
        Slot.starts_at < midnight + 24 * HOUR,
    )
    return sorted(f"{(each.starts_at - midnight) // HOUR:02}" for each in found)


async def enter(house: House, staff: Staff, now: datetime = NOW, **leave: Any) -> tuple[int, int]:
    plan = Leave(**{"kind": AbsenceKind.SICK, "first_day": MONDAY, "last_day": MONDAY, **leave})
    async with house.database.transaction() as session:
        absence, told = await absences.enter(session, house.center, staff, staff.counselor_id or 0, plan, now)
        return absence.id or 0, told


async def declare(house: House, staff: Staff, special: Special, now: datetime = NOW) -> tuple[int, int]:
    async with house.database.transaction() as session:
        day, told = await absences.declare(session, house.center, staff, special, now)
        return day.id or 0, told


async def undo_day(house: House, staff: Staff, number: int, now: datetime = NOW) -> int:
    async with house.database.transaction() as session:
        day = await session.get_one(SpecialDay, number)
        return await absences.undo_day(session, house.center, staff, day, now)


async def undo(house: House, staff: Staff, number: int, now: datetime = NOW) -> int:
    async with house.database.transaction() as session:
        absence = await session.get_one(Absence, number)
        return await absences.undo(session, house.center, staff, absence, now)


async def ways(house: House, disruption: Disruption, now: datetime = NOW) -> absences.Ways:
    async with house.database.transaction() as session:
        center = await days.center_as_said(session, house.center, now)
        return await absences.ways(session, center, disruption, now)


async def choose(house: House, deed: Any, person: Person, *given: Any, now: datetime = NOW) -> Appointment:
    async with house.database.transaction() as session:
        center = given[:1] if len(given) > 1 else ()
        return await deed(session, *center, person, *given[len(center) :], now)


async def tick(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


# Slots follow.


async def test_slots_follow_an_absence_and_come_back(house: House) -> None:
    staff = await house.member("yunseul")
    assert await offered(house, 1, 30) == ["09", "10", "11", "13", "14", "15", "16"]
    number, told = await enter(house, staff, starts=time(10, 30), ends=time(14, 30))

    assert told == 0
    assert await offered(house, 1, 30) == ["09", "15", "16"]
    assert await offered(house, 3, 30) == ["09", "10", "11", "13", "14", "15", "16"]
    [nine] = await house.rows(Slot, Slot.counselor_id == 1, Slot.starts_at == at(30, 9))
    assert (nine.ends_at, nine.free_minutes) == (at(30, 10, 30), 90)

    await undo(house, staff, number)
    assert await offered(house, 1, 30) == ["09", "10", "11", "13", "14", "15", "16"]


async def test_slots_follow_every_wednesday(house: House) -> None:
    await enter(house, await house.member("yunseul"), first_day=date(2026, 11, 23), last_day=None, weekday=2)

    assert await offered(house, 1, 25) == await offered(house, 1, 2, month=12) == []
    assert await offered(house, 1, 26) != []


async def test_the_clock_does_not_bring_them_back(house: House) -> None:
    await enter(house, await house.member("yunseul"))
    await tick(house, NOW + 2 * HOUR)

    assert await offered(house, 1, 30) == []


async def test_what_cannot_be_booked_any_more(house: House) -> None:
    await enter(house, await house.member("nuri"))
    with pytest.raises(NotBookable) as refused:
        await house.book(await house.person(), at(30, 9), "finance")

    assert refused.value.reason is Refusal.CLOSED


async def test_the_same_leave_twice_is_one(house: House) -> None:
    staff = await house.member("yunseul")
    assert await enter(house, staff) == await enter(house, staff)


@pytest.mark.parametrize(
    ("day", "now"),
    [
        pytest.param(date(2026, 12, 25), at(14, 10, month=12), id="Christmas"),
        pytest.param(date(2027, 2, 9), datetime(2027, 2, 1, 1, tzinfo=NOW.tzinfo), id="substitute of 설"),
        pytest.param(
            date(2027, 5, 3), datetime(2027, 4, 26, 1, tzinfo=NOW.tzinfo), id="substitute, Labor Day"
        ),
    ],
)
async def test_a_holiday_opens_and_closes_again(house: House, day: date, now: datetime) -> None:
    """The calendar knows the day; the staff open it; what was booked then is put right when they close it."""
    operator = await house.member("운영", Role.OPERATOR, now)
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center, now)
    begin = datetime.combine(day, time(), SEOUL)
    on_the_day = col(Slot.offered).is_(True), Slot.starts_at >= begin, Slot.starts_at < begin + 24 * HOUR
    assert await house.rows(Slot, *on_the_day) == []

    number, _ = await declare(house, operator, Special(day, "특별 운영", closed=False, like_weekday=0), now)
    assert len(await house.rows(Slot, *on_the_day)) == 18
    person = await house.person()
    booked = await house.book(person, begin + 10 * HOUR, "intake", now)

    assert await undo_day(house, operator, number, now) == 1
    assert await house.rows(Slot, *on_the_day) == []
    assert TOLD in await house.told(person.chat_id)
    assert (await house.only(Disruption)).starts_at == booked.starts_at
    assert "reminder.two_hours" not in await house.told(person.chat_id)


async def test_a_part_of_a_day(house: House) -> None:
    operator = await house.member("운영", Role.OPERATOR)
    await declare(house, operator, Special(MONDAY, "정전", starts=time(12), ends=time(23, 59)))

    assert await offered(house, 1, 30) == ["09", "10", "11"]


async def test_a_day_that_is_over_is_refused(house: House) -> None:
    with pytest.raises(absences.NotSpecial):
        await declare(house, await house.member("운영", Role.OPERATOR), Special(date(2026, 11, 22), "휴무"))


async def test_the_last_word_counts(house: House) -> None:
    """Closed, then closed only in the morning: one day is in force, and the afternoon is there again."""
    operator = await house.member("운영", Role.OPERATOR)
    person = await house.person()
    await house.book(person, at(30, 14))
    await declare(house, operator, Special(MONDAY, "휴무"))
    assert await offered(house, 1, 30) == []
    assert await declare(house, operator, Special(MONDAY, "휴무")) == (1, 0)
    await declare(house, operator, Special(MONDAY, "휴무", starts=time(0), ends=time(12)))

    assert await offered(house, 1, 30) == ["13", "14", "15", "16"]
    assert len(await house.rows(SpecialDay, col(SpecialDay.undone_at).is_(None))) == 1
    assert (await house.only(Disruption)).settled_at == NOW


# The people.


async def sick_monday(house: House) -> tuple[Staff, Person, Appointment, Disruption]:
    """Somebody has nine o'clock with Yunseul, who is ill."""
    staff, person = await house.member("yunseul"), await house.person()
    await house.member("nuri")
    booked = await house.book(person, at(30, 9))
    assert booked.counselor_id == staff.counselor_id
    assert (await enter(house, staff))[1] == 1
    return staff, person, booked, await house.only(Disruption)


async def test_one_message_with_three_ways(house: House) -> None:
    staff, person, booked, disruption = await sick_monday(house)
    found = await ways(house, disruption)

    assert await house.told(person.chat_id) == [TOLD]  # no reminder waits any more
    assert found.colleague
    assert found.times == (at(1, 9, month=12), at(1, 10, month=12), at(1, 11, month=12))
    assert await house.told(staff.chat_id) == ["booking.requested", "disruption.summary"]
    assert disruption.call_at == NOW + HOUR
    assert booked.starts_at == disruption.starts_at


@pytest.mark.parametrize(
    ("own", "day", "nearest"),
    [
        ({"window_days": 28}, at(7, 9, month=12), [at(9, hour, month=12) for hour in (9, 10, 11)]),
        ({"notice_minutes": 7 * 24 * 60}, at(25, 9), [at(30, hour) for hour in (10, 11, 13)]),
    ],
    ids=["a longer window", "a longer notice"],
)
async def test_the_nearest_times_within_what_the_service_says(
    house: House, own: dict[str, int], day: datetime, nearest: list[datetime]
) -> None:
    """Not the center's: a meeting on its last day may go on the days after it."""
    staff, person = await house.member("nuri"), await house.person()
    await house.book(person, day, "finance")
    services = (each.model_copy(update=own) for each in house.center.services)
    house.center = house.center.model_copy(update={"services": tuple(services)})
    ill_on = day.astimezone(SEOUL).date()
    await enter(house, staff, first_day=ill_on, last_day=ill_on)
    assert list((await ways(house, await house.only(Disruption))).times) == nearest


async def test_the_same_time_with_a_colleague(house: House) -> None:
    _, person, booked, disruption = await sick_monday(house)
    moved = await choose(house, absences.colleague_takes, person, house.center, disruption.id)

    assert (moved.number, moved.starts_at, moved.state) == (booked.number, booked.starts_at, booked.state)
    assert moved.counselor_id == 3
    settled = await house.only(Disruption)
    assert (settled.answer, settled.settled_at) == (DisruptionAnswer.COLLEAGUE, NOW)
    events = await house.rows(AppointmentEvent)
    assert [event.why for event in events] == [Cause.BOOKED, Cause.ABSENCE]
    assert "reminder.day_before" in await house.told(person.chat_id)
    with pytest.raises(Gone):
        await choose(house, absences.colleague_takes, person, house.center, disruption.id)


async def test_another_time_with_the_same_counselor(house: House) -> None:
    _, person, booked, disruption = await sick_monday(house)
    friday = at(27, 16)
    moved = await choose(house, absences.choose_time, person, house.center, disruption.id, friday)

    assert (moved.number, moved.starts_at, moved.counselor_id) == (booked.number, friday, booked.counselor_id)
    assert (await house.only(Disruption)).answer is DisruptionAnswer.OTHER_TIME


async def test_nobody_else_chooses_for_them(house: House) -> None:
    _, _, _, disruption = await sick_monday(house)
    with pytest.raises(Gone):
        await choose(house, absences.colleague_takes, await house.person(), house.center, disruption.id)


async def test_when_its_time_has_come_nothing_is_chosen_any_more(house: House) -> None:
    """A press in the second before the clock calls the meeting off moves nothing that is over."""
    _, person, booked, disruption = await sick_monday(house)
    for deed in (absences.call_me, absences.cancel):
        with pytest.raises(Gone):
            await choose(house, deed, person, disruption.id, now=booked.starts_at)
    given = house.center, disruption.id, at(1, 9, month=12)
    with pytest.raises(Gone):
        await choose(house, absences.choose_time, person, *given, now=booked.starts_at)

    assert (await house.only(Appointment)).starts_at == booked.starts_at


async def test_a_time_that_is_gone_changes_nothing(house: House) -> None:
    _, person, booked, disruption = await sick_monday(house)
    await house.book(await house.person(), at(30, 9))  # the colleague is taken
    with pytest.raises(NotBookable):
        await choose(house, absences.colleague_takes, person, house.center, disruption.id)
    with pytest.raises(NotBookable):
        await choose(house, absences.choose_time, person, house.center, disruption.id, at(28, 9))

    assert (await house.only(Disruption)).settled_at is None
    assert (await house.only(Appointment, Appointment.id == booked.id)).starts_at == at(30, 9)


async def test_a_call_is_listed_and_the_other_ways_stay_open(house: House) -> None:
    _, person, booked, disruption = await sick_monday(house)
    async with house.database.transaction() as session:
        await absences.call_me(session, person, disruption.id or 0, NOW)
    call = await house.only(Call)
    assert (call.why, call.appointment_id, call.done_at) == (CallWhy.WANTED, booked.id, None)

    await choose(house, absences.colleague_takes, person, house.center, disruption.id)
    assert (await house.only(Call)).outcome is CallEnd.NOT_NEEDED


async def test_without_it(house: House) -> None:
    _, person, booked, disruption = await sick_monday(house)
    async with house.database.transaction() as session:
        await absences.cancel(session, person, disruption.id or 0, NOW)

    assert (await house.only(Appointment)).state is AppointmentState.CANCELED_BY_PERSON
    assert booked.state is AppointmentState.REQUESTED
    assert (await house.only(Disruption)).answer is DisruptionAnswer.CANCEL


async def test_who_is_silent_is_called_after_an_hour(house: House) -> None:
    _, person, booked, _ = await sick_monday(house)
    await tick(house, NOW + HOUR - MINUTE)
    assert await house.rows(Call) == []
    await tick(house, NOW + HOUR)
    await tick(house, NOW + HOUR + MINUTE)
    call = await house.only(Call)
    assert (call.why, call.person_id, call.appointment_id) == (CallWhy.DISRUPTION, person.id, booked.id)

    # Called without success, it is not listed by the clock again; in the end the center calls the meeting off.
    async with house.database.transaction() as session:
        listed = await session.get_one(Call, call.id)
        listed.done_at, listed.outcome = NOW + 2 * HOUR, CallEnd.NOT_REACHED
    await tick(house, NOW + 3 * HOUR)
    assert len(await house.rows(Call)) == 1
    await tick(house, booked.starts_at)
    ended = await house.only(Appointment)
    assert (ended.state, ended.changed_why) == (AppointmentState.CANCELED_BY_CENTER, Cause.ABSENCE)
    assert (await house.only(Disruption)).settled_at == booked.starts_at


async def test_moved_by_hand_needs_no_answer(house: House) -> None:
    _, person, booked, _ = await sick_monday(house)
    await house.change(person, booked, at(1, 9, month=12))
    await tick(house, NOW + HOUR)

    assert (await house.only(Disruption)).settled_at is not None
    assert await house.rows(Call) == []


async def test_ill_again_before_the_clock_has_looked(house: House) -> None:
    """Moved by hand to a day that is lost, too, a moment later: they are told again, of that day."""
    staff, person, booked, _ = await sick_monday(house)
    tuesday = at(1, 9, month=12)
    assert (await house.change(person, booked, tuesday)).counselor_id == staff.counselor_id
    day = date(2026, 12, 1)
    assert (await enter(house, staff, first_day=day, last_day=day))[1] == 1

    first, second = await house.rows(Disruption)
    assert (first.settled_at, second.starts_at, second.settled_at) == (NOW, tuesday, None)
    assert await house.told(person.chat_id) == [TOLD]


async def test_taken_back_after_they_moved_by_hand(house: House) -> None:
    """Nobody hears that the meeting takes place as agreed: it takes place elsewhere."""
    staff, person, booked, disruption = await sick_monday(house)
    await house.change(person, booked, at(30, 10))
    await undo(house, staff, disruption.absence_id or 0, NOW + 5 * MINUTE)

    assert "disruption.over" not in await house.told(person.chat_id)


async def test_taken_back_before_anybody_answered(house: House) -> None:
    staff, person, booked, disruption = await sick_monday(house)
    await undo(house, staff, disruption.absence_id or 0, NOW + 5 * MINUTE)

    assert (await house.only(Appointment)).starts_at == booked.starts_at
    assert (await house.only(Disruption)).settled_at == NOW + 5 * MINUTE
    assert Counter(await house.told(person.chat_id)) == Counter(
        ["disruption.over", "reminder.three_days", "reminder.day_before", "reminder.two_hours"]
    )
    assert await house.told(person.chat_id, OutboxState.CANCELED) != []


async def test_taken_back_while_the_center_is_closed_too(house: House) -> None:
    staff, person, _, disruption = await sick_monday(house)
    await declare(house, await house.member("운영", Role.OPERATOR), Special(MONDAY, "휴무"))
    await undo(house, staff, disruption.absence_id or 0, NOW + MINUTE)

    assert (await house.only(Disruption)).settled_at is None
    assert await house.told(person.chat_id) == [TOLD]


async def test_by_night_nobody_is_woken(house: House) -> None:
    staff, person = await house.member("yunseul"), await house.person()
    await house.book(person, at(30, 9))
    await enter(house, staff, at(25, 22))
    [told] = await house.rows(Outbox, Outbox.chat_id == person.chat_id, Outbox.notice == TOLD)

    assert told.due_at == at(26, 8)
    assert (await house.only(Disruption)).call_at == at(26, 9)


# A closure at ten past eight, with forty appointments.


async def full_day(house: House, many: int = 40) -> dict[int, Person]:
    """Six counselors who all give the first interview; this many people on Monday, by appointment."""
    week = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), DAY)
    plans = [
        {"key": f"c{number}", "name": f"상담사 {number}", "services": ["intake"], "hours": week}
        for number in range(6)
    ]
    plan = type(house.center.counselors[0])
    house.center = house.center.model_copy(
        update={"counselors": tuple(plan.model_validate(each) for each in plans)}
    )
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center, NOW)
    people = await house.crowd(many)
    hours = [9, 10, 11, 13, 14, 15, 16]
    booked = {}
    for turn, person in enumerate(people):
        appointment = await house.book(person, at(30, hours[turn // 6]))
        booked[appointment.id or 0] = person
    return booked


async def answers(house: House, person: Person, disruption: Disruption, turn: int, now: datetime) -> None:
    """One of four chooses nothing, one a call, two a time; whose time is gone takes the next that is shown."""
    if turn % 4 == 0:
        return
    if turn % 4 == 1:
        async with house.database.transaction() as session:
            await absences.call_me(session, person, disruption.id or 0, now)
        return
    for _ in range(20):
        for time_shown in (await ways(house, disruption, now)).times:
            try:
                given = house.center, disruption.id, time_shown
                await choose(house, absences.choose_time, person, *given, now=now)
            except NotBookable:
                continue
            return


@pytest.mark.timeout(300)
@pytest.mark.parametrize("now", [at(30, 8, 10), at(24, 15)], ids=["that morning", "a future day"])
async def test_forty_people(house: House, now: datetime) -> None:
    booked = await full_day(house)
    operator = await house.member("운영", Role.OPERATOR)
    number, told = await declare(house, operator, Special(MONDAY, "임시공휴일"), now)

    assert told == 40
    rows = await house.rows(Outbox, Outbox.notice == TOLD)
    assert sorted(row.chat_id for row in rows) == sorted(person.chat_id for person in booked.values())
    assert {row.due_at for row in rows} == {now}
    disruptions = await house.rows(Disruption)
    later = now + 20 * MINUTE
    await asyncio.gather(
        *(
            answers(house, booked[each.appointment_id], each, turn, later)
            for turn, each in enumerate(disruptions)
        )
    )
    await tick(house, now + HOUR)
    await all_are_placed_or_listed(house, now)
    async with house.database.reading() as session:
        tally = await absences.tally(session, absence_id=None, special_day_id=number)
    assert (tally.told, tally.moved, tally.calls, tally.silent) == (40, 20, 10, 10)

    await tick(house, at(30, 18))
    left = await house.rows(
        Appointment, col(Appointment.state).in_(BOOKED_STATES), Appointment.starts_at < at(1, 0, month=12)
    )
    assert [each for each in left if each.starts_at >= at(30, 0)] == []


async def all_are_placed_or_listed(house: House, now: datetime) -> None:
    appointments = await house.rows(Appointment)
    assert len(appointments) == 40
    assert overlaps([each for each in appointments if each.state in BOOKED_STATES]) == []
    listed = {call.appointment_id for call in await house.rows(Call)}
    for each in appointments:
        elsewhere = not at(30, 0) <= each.starts_at < at(1, 0, month=12)
        begun = each.state is AppointmentState.CANCELED_BY_CENTER and each.starts_at <= now + HOUR
        assert elsewhere != (each.id in listed) or begun, each
        events = await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == each.id)
        assert state_after(sorted(events, key=lambda event: event.ordinal)) is each.state


async def test_booking_and_falling_ill_at_the_same_moment(house: House) -> None:
    """Whoever is first, nobody is left with a meeting that cannot be and no word of it."""
    staff = await house.member("nuri")
    people = await house.crowd(7)
    hours = [9, 10, 11, 13, 14, 15, 16]

    async def books(person: Person, hour: int) -> None:
        try:
            await house.book(person, at(30, hour), "finance")
        except (NotBookable, NotThere):
            return

    deeds = [books(person, hour) for person, hour in zip(people, hours, strict=True)]
    await asyncio.gather(*deeds[:4], enter(house, staff), *deeds[4:])

    booked = await house.rows(Appointment)
    assert {each.id for each in booked} == {each.appointment_id for each in await house.rows(Disruption)}
