"""Booking, moving, calling off: what is saved, and who hears of it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.center import Closure
from bot.models import (
    Appointment,
    AppointmentState,
    Cause,
    Counselor,
    Gives,
    Outbox,
    OutboxState,
    Person,
    Slot,
    Staff,
)
from bot.services import bookings, clockwork, slots
from bot.services.bookings import NotBookable, NotThere, Refusal, Why
from tests.services.a_morning import NOW, House, at

MONDAY_NINE, MONDAY_TEN = at(30, 9), at(30, 10)
REMINDERS = ["reminder.three_days", "reminder.day_before", "reminder.two_hours"]


async def test_a_booking_is_saved_with_its_alert_and_reminders(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")

    saved = await house.only(Appointment)
    assert saved.number.startswith("B-")
    assert len(saved.number) == 7
    assert (saved.starts_at, saved.state) == (MONDAY_NINE, AppointmentState.REQUESTED)
    assert await house.told(counselor.chat_id) == ["booking.requested"]
    _, evening, shortly = await house.rows(Outbox, Outbox.chat_id == person.chat_id)
    assert (evening.due_at, evening.expires_at) == (at(29, 18), at(29, 22))
    assert (shortly.due_at, shortly.expires_at) == (at(30, 7), MONDAY_NINE)
    assert evening.dedupe_key == f"appointment:{booked.id}:day-before:2026-11-30T00:00Z"
    assert evening.body == {"appointment_id": booked.id, "starts_at": "2026-11-30T00:00+00:00"}


async def test_where_the_counselor_has_no_chat_every_counselor_hears(house: House) -> None:
    one, other = await house.member("yunseul"), await house.member("haneul")
    await house.book(await house.person(), MONDAY_NINE, "finance")

    assert await house.told(one.chat_id) == await house.told(other.chat_id) == ["booking.requested"]


async def test_whoever_has_least_to_do_gets_the_next(house: House) -> None:
    """Two counselors are free on Monday at nine and ten; each gets one."""
    await house.book(await house.person(), MONDAY_NINE)
    await house.book(await house.person(), MONDAY_TEN)
    first, second = await house.rows(Appointment)

    assert first.counselor_id != second.counselor_id


@pytest.mark.parametrize(
    ("starts_at", "why"),
    [
        pytest.param(at(23, 9), Refusal.PAST, id="this morning"),
        pytest.param(at(23, 11), Refusal.TOO_SOON, id="in an hour"),
        pytest.param(at(8, 9, month=12), Refusal.TOO_FAR, id="in three weeks"),
        pytest.param(at(28, 9), Refusal.CLOSED, id="on a Saturday"),
        pytest.param(at(30, 12), Refusal.CLOSED, id="at noon"),
        pytest.param(at(30, 9, 30), Refusal.CLOSED, id="between the hours"),
    ],
)
async def test_what_cannot_be_booked(house: House, starts_at, why: Refusal) -> None:
    with pytest.raises(NotBookable) as refused:
        await house.book(await house.person(), starts_at)

    assert refused.value.reason is why
    assert await house.rows(Appointment) == []
    assert await house.rows(Outbox) == []


async def test_one_of_each_service(house: House) -> None:
    person = await house.person()
    held = await house.book(person, MONDAY_NINE)
    with pytest.raises(NotBookable) as refused:
        await house.book(person, MONDAY_TEN)

    assert refused.value.reason is Refusal.HAS_ONE
    assert refused.value.other is not None
    assert refused.value.other.id == held.id
    await house.book(person, MONDAY_TEN, "leap")


async def test_nobody_is_in_two_places(house: House) -> None:
    person = await house.person()
    held = await house.book(person, MONDAY_NINE, "finance")
    with pytest.raises(NotBookable) as refused:
        await house.book(person, MONDAY_NINE, "leap")

    assert refused.value.reason is Refusal.HAS_ONE
    assert refused.value.other is not None
    assert refused.value.other.id == held.id


async def test_pressing_twice_books_once(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    first = await house.book(person, MONDAY_NINE, "finance")
    second = await house.book(person, MONDAY_NINE, "finance")

    assert first.id == second.id
    assert await house.told(counselor.chat_id) == ["booking.requested"]


async def test_after_a_meeting_comes_the_next(house: House) -> None:
    """What is over is not in the way, whether or not the clock has noticed."""
    person = await house.person()
    await house.book(person, at(24, 9))
    again = await house.book(person, MONDAY_NINE, now=at(24, 9, 30))

    first, second = await house.rows(Appointment)
    assert (first.state, second.id) == (AppointmentState.PAST, again.id)


async def test_canceling_frees_the_time_and_ends_the_reminders(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")
    await house.cancel(person, booked)
    await house.cancel(person, booked)

    assert await house.told(person.chat_id) == []
    assert await house.told(person.chat_id, OutboxState.CANCELED) == REMINDERS
    assert await house.told(counselor.chat_id, OutboxState.CANCELED) == ["booking.requested"]
    assert await house.told(counselor.chat_id) == ["booking.canceled"]
    await house.book(await house.person(), MONDAY_NINE, "finance")


async def test_moving_there_and_back_reminds_of_the_present_time_only(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, MONDAY_NINE, "finance")
    for starts_at in (MONDAY_TEN, MONDAY_NINE, MONDAY_TEN, MONDAY_TEN):
        await house.change(person, booked, starts_at)

        waiting = await house.rows(Outbox, Outbox.chat_id == person.chat_id, Outbox.state == "waiting")
        assert [row.notice for row in waiting] == REMINDERS
        assert {row.body["starts_at"] for row in waiting} == {starts_at.isoformat(timespec="minutes")}
    saved = await house.only(Appointment)
    assert (saved.number, saved.starts_at, saved.state) == (booked.number, MONDAY_TEN, "requested")


async def test_the_counselor_hears_of_every_move(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")
    await house.change(person, booked, MONDAY_TEN)

    assert await house.told(counselor.chat_id) == ["booking.changed"]


async def test_moving_to_another_counselor_tells_both(house: House) -> None:
    """On Tuesday at nine there is no 누리, on Wednesday afternoon no other."""
    person = await house.person()
    nuri, haneul = await house.member("nuri"), await house.member("haneul")
    await house.book(await house.person(), MONDAY_NINE, "leap")
    booked = await house.book(person, MONDAY_NINE)
    await house.book(await house.person(), at(25, 9), "finance")
    await house.change(person, booked, at(25, 9))

    assert (await house.told(nuri.chat_id))[-1] == "booking.canceled"
    assert (await house.told(haneul.chat_id))[-1] == "booking.requested"


async def test_moving_keeps_the_time_where_the_new_one_is_taken(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, MONDAY_NINE, "finance")
    await house.book(await house.person(), MONDAY_TEN, "finance")
    with pytest.raises(NotBookable) as refused:
        await house.change(person, booked, MONDAY_TEN)

    assert refused.value.reason is Refusal.TAKEN
    saved = await house.only(Appointment, Appointment.id == booked.id)
    assert saved.starts_at == MONDAY_NINE
    assert await house.told(person.chat_id) == REMINDERS


async def test_the_counselor_accepts_once(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")
    for _ in range(2):
        async with house.database.transaction() as session:
            await bookings.accept(session, counselor, booked.id, NOW)

    assert (await house.only(Appointment)).state is AppointmentState.CONFIRMED
    assert await house.told(person.chat_id) == [*REMINDERS, "booking.accepted"]


async def test_another_time_is_asked_for_once_and_chosen(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")
    for _ in range(2):
        async with house.database.transaction() as session:
            await bookings.ask_other_time(session, counselor, booked.id, NOW)
    assert await house.told(person.chat_id) == [*REMINDERS, "booking.other_time"]
    assert (await house.only(Appointment)).state is AppointmentState.REQUESTED

    await house.change(person, booked, MONDAY_TEN)

    saved = await house.only(Appointment)
    assert (saved.starts_at, saved.other_time_asked_at) == (MONDAY_TEN, None)
    assert await house.told(person.chat_id) == REMINDERS  # the question, too, is no longer true


async def test_the_same_time_with_the_same_counselor_is_no_other_time(house: House) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")
    async with house.database.transaction() as session:
        await bookings.ask_other_time(session, counselor, booked.id, NOW)
    with pytest.raises(NotBookable) as refused:
        await house.change(person, booked, MONDAY_NINE)

    assert refused.value.reason is Refusal.TAKEN


@pytest.mark.parametrize("why", [None, *bookings.TOLD_CAUSES], ids=str)
async def test_the_center_cancels(house: House, why: Cause | None) -> None:
    person, counselor = await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")
    async with house.database.transaction() as session:
        await bookings.cancel_by_center(session, counselor, booked.id, NOW, why)

    saved = await house.only(Appointment)
    assert (saved.state, saved.changed_why) == (AppointmentState.CANCELED_BY_CENTER, why or Cause.ASKED)
    assert await house.told(person.chat_id) == ["booking.canceled_by_center"]
    [told] = await house.rows(Outbox, Outbox.notice == "booking.canceled_by_center")
    assert told.body["why"] == why
    with pytest.raises(NotThere) as reason:
        await house.cancel(person, booked)
    assert reason.value.reason is Why.CANCELED


async def test_what_the_center_canceled_is_booked_again_once(house: House) -> None:
    """With everything that it was, under a new number; where somebody was quicker it is not."""
    person, other, counselor = await house.person(), await house.person(), await house.member("nuri")
    booked = await house.book(person, MONDAY_NINE, "finance")
    with pytest.raises(NotThere):  # nobody has called it off
        await again(house, counselor, booked)
    async with house.database.transaction() as session:
        await bookings.cancel_by_center(session, counselor, booked.id, NOW)
    anew = await again(house, counselor, booked)
    with pytest.raises(NotBookable) as has_it:
        await again(house, counselor, booked)
    await house.cancel(person, anew)
    await house.book(other, MONDAY_NINE, "finance")
    with pytest.raises(NotBookable) as taken:
        await again(house, counselor, booked)

    assert anew.number != booked.number
    assert (anew.starts_at, anew.counselor_id, anew.way, anew.state) == (
        booked.starts_at,
        booked.counselor_id,
        booked.way,
        AppointmentState.CONFIRMED,
    )
    assert [each.value.reason for each in (has_it, taken)] == [Refusal.HAS_ONE, Refusal.TAKEN]


async def again(house: House, counselor: Staff, off: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.book_again(session, house.center, counselor, off.id or 0, NOW)


async def test_what_is_not_yours(house: House) -> None:
    booked = await house.book(await house.person(), MONDAY_NINE, "finance")
    await house.member("nuri")
    stranger, colleague = await house.person(), await house.member("haneul")
    with pytest.raises(NotThere) as theirs:
        await house.cancel(stranger, booked)
    async with house.database.transaction() as session:
        with pytest.raises(NotThere) as elsewhere:
            await bookings.accept(session, colleague, booked.id, NOW)
        with pytest.raises(NotThere) as nowhere:
            await bookings.accept(session, colleague, 999, NOW)

    assert [each.value.reason for each in (theirs, elsewhere, nowhere)] == [
        Why.NOT_YOURS,
        Why.NOT_YOURS,
        Why.UNKNOWN,
    ]


async def test_what_has_begun_is_past(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, MONDAY_NINE)
    with pytest.raises(NotThere) as reason:
        await house.cancel(person, booked, now=MONDAY_NINE)

    assert reason.value.reason is Why.PAST


async def test_days_and_times_on_offer(house: House) -> None:
    """Finance is with one counselor, on Mondays, Wednesdays and Fridays."""
    person = await house.person()
    await house.book(person, MONDAY_NINE, "finance")
    async with house.database.reading() as session:
        days = await bookings.open_days(session, house.center, "finance", NOW)
        monday = await bookings.times_on(session, house.center, "finance", MONDAY_NINE.date(), NOW)
        today = await bookings.times_on(session, house.center, "finance", NOW.date(), NOW)

    assert [day.day for day in days] == [23, 25, 27, 30, 2, 4, 7]
    assert monday == [at(30, hour) for hour in (10, 11, 13, 14, 15, 16)]
    assert today == [at(23, hour) for hour in (13, 14, 15, 16)]


async def test_mine_and_the_counselors_day(house: House) -> None:
    person = await house.person()
    later = await house.book(person, MONDAY_TEN, "leap")
    first = await house.book(person, MONDAY_NINE, "finance")
    async with house.database.reading() as session:
        mine = await bookings.mine(session, person, NOW)
        day = await bookings.day_of(session, first.counselor_id, MONDAY_NINE.date())
        [named] = await bookings.with_names(session, day)

    assert [each.id for each in mine] == [first.id, later.id]
    assert (named.appointment.id, named.counselor_name) == (first.id, "누리")


async def test_slots_follow_the_centers_hours(house: House) -> None:
    """A slot that somebody had is withdrawn, one that nobody had goes; what is booked stays."""
    person = await house.person()
    canceled = await house.book(person, MONDAY_NINE, "finance")
    await house.cancel(person, canceled)
    kept = await house.book(person, MONDAY_TEN, "finance")
    nobody = house.center.model_copy(update={"counselors": house.center.counselors[:2]})
    async with house.database.transaction() as session:
        await slots.refresh(session, nobody, NOW)

    left = await house.rows(Slot, Slot.counselor_id == kept.counselor_id)
    assert {(slot.starts_at, slot.offered) for slot in left} == {(MONDAY_NINE, False), (MONDAY_TEN, False)}
    assert (await house.only(Appointment, Appointment.id == kept.id)).state is AppointmentState.REQUESTED

    async with house.database.transaction() as session:
        await slots.refresh(session, house.center, NOW)
    await house.book(await house.person(), MONDAY_NINE, "finance")


async def test_a_day_that_turns_out_closed_is_not_offered(house: House) -> None:
    closed = Closure(date=MONDAY_NINE.date(), name="임시공휴일")
    center = house.center.model_copy(update={"closures": (closed,)})
    async with house.database.transaction() as session:
        await slots.refresh(session, center, NOW)
    with pytest.raises(NotBookable) as refused:
        await house.book(await house.person(), MONDAY_NINE)

    assert refused.value.reason is Refusal.CLOSED


async def test_the_clock_opens_the_next_day_and_ends_what_is_over(house: House) -> None:
    person: Person = await house.person()
    await house.book(person, MONDAY_NINE)
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, MONDAY_NINE + timedelta(hours=1))

    assert (await house.only(Appointment)).state is AppointmentState.PAST
    assert max(slot.starts_at for slot in await house.rows(Slot)) == at(14, 16, month=12)


async def test_who_gives_what_follows_the_centers_folder(house: House) -> None:
    """By phone, too, where both the service and the counselor say so."""
    nuri = await house.only(Counselor, Counselor.key == "nuri")
    async with house.database.transaction() as session:
        given = (await session.exec(select(Gives).where(Gives.counselor_id == nuri.id))).all()
    assert {(each.service, each.way) for each in given} == {
        (service, way) for service in ("intake", "finance") for way in ("visit", "phone")
    }

    plans = [plan.model_copy(update={"ways": ("phone",)}) for plan in house.center.counselors]
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center.model_copy(update={"counselors": tuple(plans[:2])}), NOW)
    async with house.database.reading() as session:
        assert {(each.service, each.way) for each in (await session.exec(select(Gives))).all()} == {
            ("intake", "phone")
        }


async def test_a_move_that_fails_takes_no_reminder_away(house: House) -> None:
    """The room is taken at that hour, by a colleague: the meeting stays, and so does all that was owed."""
    shared = [each.model_copy(update={"room": "room_1"}) for each in house.center.counselors]
    house.center = house.center.model_copy(update={"counselors": tuple(shared)})
    person, counselor, other = await house.person(), await house.member("nuri"), await house.person()
    booked = await house.book(person, MONDAY_NINE, "finance")
    await house.book(other, MONDAY_TEN, "leap")
    owed = await house.told(person.chat_id)
    moves = [
        lambda session: bookings.change(session, house.center, person, booked.id or 0, MONDAY_TEN, NOW),
        lambda session: bookings.postpone(
            session, house.center, counselor, booked.id or 0, MONDAY_TEN, Cause.ASKED, NOW
        ),
    ]
    for move in moves:
        async with house.database.transaction() as session:
            with pytest.raises(NotBookable) as refused:
                await move(session)
        assert refused.value.reason is Refusal.TAKEN

    assert owed == REMINDERS
    assert await house.told(person.chat_id) == owed
