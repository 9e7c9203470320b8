"""Several meetings that belong together: numbered, with one's own counselor, the next never forgotten."""

from datetime import datetime, timedelta

import pytest

from bot.clock import SEOUL
from bot.models import (
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Cause,
    Outbox,
    OutboxState,
    Person,
    Role,
    Series,
    SeriesEnd,
    Staff,
)
from bot.services import bookings, clockwork
from bot.services.bookings import NextMeeting, NotBookable, NotThere, Refusal, Why
from tests.services.a_morning import House, at

NINE, TEN = at(24, 9), at(24, 10)  # 윤슬 and 하늘 both
ARRIVED, DONE, NO_SHOW = AppointmentState.ARRIVED, AppointmentState.DONE, AppointmentState.NO_SHOW


async def marks(
    house: House, member: Staff, met: Appointment, state: AppointmentState, now: datetime | None = None
) -> Appointment:
    assert met.id is not None
    async with house.database.transaction() as session:
        return await bookings.mark(session, member, met.id, state, now or met.ends_at)


async def following(house: House, member: Staff, met: Appointment) -> NextMeeting:
    assert met.id is not None
    async with house.database.transaction() as session:
        return await bookings.next_after(session, member, met.id)


async def books_next(
    house: House, member: Staff, met: Appointment, starts_at: datetime, now: datetime | None = None
) -> Appointment:
    assert met.id is not None
    async with house.database.transaction() as session:
        return await bookings.book_next(
            session, house.center, member, met.id, starts_at, met.counselor_id, now or met.ends_at
        )


async def series(house: House) -> Series:
    return await house.only(Series)


async def tick(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


async def begun(house: House) -> tuple[Person, Staff, Appointment]:
    """A first meeting that took place, and its counselor."""
    person, member = await house.person(), await house.member("yunseul")
    first = await house.book(person, NINE, "leap")
    return person, member, await marks(house, member, first, ARRIVED)


async def test_the_first_booking_starts_it(house: House) -> None:
    person = await house.person()
    first = await house.book(person, NINE, "leap")
    await house.book(person, at(24, 11), "intake")

    started = await series(house)
    assert (first.series_id, first.ordinal) == (started.id, 1)
    assert (started.planned, started.counselor_id) == (4, first.counselor_id)
    assert [row.ordinal for row in await house.rows(Appointment)] == [1, None]


async def test_a_time_that_was_kept_starts_it_when_it_is_booked(house: House) -> None:
    person = await house.person()
    async with house.database.transaction() as session:
        held = await bookings.hold(session, house.center, person, "leap", NINE, at(23, 10))
    assert await house.rows(Series) == []
    async with house.database.transaction() as session:
        await bookings.confirm(session, house.center, person, held.id or 0, at(23, 10), accepted=False)

    assert (await house.only(Appointment)).ordinal == 1


async def test_the_counselor_books_the_next_before_the_present_one_closes(house: House) -> None:
    person, member, first = await begun(house)
    second = await books_next(house, member, first, at(26, 9))

    assert (second.state, second.ordinal, second.counselor_id) == (
        AppointmentState.CONFIRMED,
        2,
        first.counselor_id,
    )
    [event] = await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == second.id)
    assert (event.why, event.staff_id, event.state) == (Cause.SERIES, member.id, AppointmentState.CONFIRMED)
    assert "booking.by_staff" in await house.told(person.chat_id)
    assert (await house.told(member.chat_id, *OutboxState)).count("booking.requested") == 1  # the first one

    with pytest.raises(NotThere) as refused:
        await following(house, member, first)
    assert refused.value.reason is Why.MOVED
    async with house.database.reading() as session:
        assert await bookings.next_of(session, first.series_id or 0) is None
    await marks(house, member, first, DONE)
    assert (await house.only(Appointment, Appointment.ordinal == 2)).state is AppointmentState.CONFIRMED


async def test_a_colleague_books_nothing(house: House) -> None:
    _, _, first = await begun(house)
    other = await house.member("haneul")
    with pytest.raises(NotThere) as refused:
        await books_next(house, other, first, at(26, 9))
    assert refused.value.reason is Why.NOT_YOURS
    assert len(await house.rows(Appointment)) == 1


async def test_nothing_is_next_before_they_have_met(house: House) -> None:
    member = await house.member("yunseul")
    first = await house.book(await house.person(), NINE, "leap")
    with pytest.raises(NotThere) as refused:
        await following(house, member, first)
    assert refused.value.reason is Why.TOO_EARLY


async def test_what_is_taken_stays_taken(house: House) -> None:
    """The staff are exempt from deadlines, not from the book."""
    _, member, first = await begun(house)
    for _ in range(2):
        await house.book(await house.person(), at(26, 9), "leap")
    with pytest.raises(NotBookable) as refused:
        await books_next(house, member, first, at(26, 9))
    assert refused.value.reason is Refusal.TAKEN


@pytest.mark.parametrize("ended", ["canceled", "missed"])
async def test_what_did_not_take_place_gives_its_place_to_the_new_one(house: House, ended: str) -> None:
    person, member = await house.person(), await house.member("yunseul")
    first = await house.book(person, NINE, "leap")
    if ended == "canceled":
        await house.cancel(person, first)
    else:
        await marks(house, member, first, NO_SHOW)
    again = await house.book(person, at(26, 9), "leap", NINE + timedelta(hours=2))

    assert (again.ordinal, again.series_id) == (1, first.series_id)
    assert [row.ordinal for row in await house.rows(Appointment)] == [1, 1]


async def test_a_wrong_tap_taken_back_late(house: House) -> None:
    """The meeting took place after all: what replaced it is the next one."""
    person, member = await house.person(), await house.member("yunseul")
    first = await house.book(person, NINE, "leap")
    await marks(house, member, first, NO_SHOW)
    again = await house.book(person, at(26, 9), "leap", NINE + timedelta(hours=2))
    await marks(house, member, first, DONE, NINE + timedelta(hours=3))

    found = {row.id: row.ordinal for row in await house.rows(Appointment)}
    assert found == {first.id: 1, again.id: 2}


async def test_it_is_done_after_the_last_and_a_wrong_tap_reopens_it(house: House) -> None:
    _, member, met = await begun(house)
    for day in (25, 26, 27):
        await marks(house, member, met, DONE)
        met = await books_next(house, member, met, at(day, 13))
    assert (await series(house)).ended_at is None
    assert (await house.only(Appointment, Appointment.ordinal == 4)).id == met.id

    await marks(house, member, met, DONE)
    over = await series(house)
    assert (over.ended_at, over.ended_why) == (met.ends_at, SeriesEnd.DONE)
    with pytest.raises(NotThere):
        await following(house, member, met)

    await marks(house, member, met, NO_SHOW, met.ends_at + timedelta(minutes=1))
    assert (await series(house)).ended_at is None


async def test_the_person_is_asked_once_and_only_while_it_is_true(house: House) -> None:
    person, member, first = await begun(house)
    for _ in range(2):
        nxt = await following(house, member, first)
        async with house.database.transaction() as session:
            await bookings.leave_to_person(session, nxt, NINE)
    assert (await house.told(person.chat_id)).count("series.next") == 1

    [row] = await house.rows(Outbox, Outbox.notice == "series.next")
    assert await still_true(house, row)
    await books_next(house, member, first, at(26, 9))
    assert not await still_true(house, row)


async def still_true(house: House, row: Outbox) -> bool:
    from bot.services import notices  # noqa: PLC0415

    async with house.database.reading() as session:
        return await notices.still_true(session, row, NINE)


async def test_what_the_counselor_forgot_the_person_is_asked_in_the_evening(house: House) -> None:
    """Once, however often the clock beats; not at night; whoever has the next booked is not asked."""
    person, _, first = await begun(house)
    beats = [first.ends_at, at(24, 17, 45), at(24, 18), at(24, 19), at(24, 22), at(25, 9)]
    asked = []
    for beat in beats:
        await tick(house, beat.astimezone(SEOUL))
        asked.append((await house.told(person.chat_id)).count("series.next"))

    assert asked == [0, 0, 1, 1, 1, 1]
    assert (await house.only(Appointment)).state is DONE


async def test_stopped_by_the_person_and_taken_up_again(house: House) -> None:
    person, member, first = await begun(house)
    started = await series(house)
    async with house.database.transaction() as session:
        await bookings.stop(session, person.id, started.id or 0, SeriesEnd.PERSON, NINE)
    assert (await series(house)).ended_why == SeriesEnd.PERSON
    with pytest.raises(NotThere):
        await following(house, member, first)

    stranger = await house.person()
    async with house.database.transaction() as session:
        with pytest.raises(NotThere) as refused:
            await bookings.resume(session, stranger, started.id or 0)
    assert refused.value.reason is Why.NOT_YOURS
    async with house.database.transaction() as session:
        await bookings.resume(session, person, started.id or 0)
    assert (await following(house, member, first)).ordinal == 2


async def test_stopped_by_the_counselor_with_a_reason(house: House) -> None:
    person, member, first = await begun(house)
    async with house.database.transaction() as session:
        await bookings.stop_by_staff(session, member, first.id or 0, SeriesEnd.FOUND_WORK, NINE)
    assert (await series(house)).ended_why == SeriesEnd.FOUND_WORK
    await tick(house, at(24, 19))
    assert "series.next" not in await house.told(person.chat_id)

    anew = await house.book(person, at(26, 9), "leap", at(25, 9))
    assert (anew.ordinal, anew.series_id != first.series_id) == (1, True)


async def test_the_next_times_are_with_ones_own_counselor(house: House) -> None:
    """Whoever met the person first accompanies them, though a colleague is free earlier; from tomorrow on."""
    person, member, first = await begun(house)
    await house.member("haneul", Role.COUNSELOR)
    nxt = await following(house, member, first)
    async with house.database.reading() as session:
        found = await bookings.times_for(session, house.center, nxt, NINE)

    assert {each.counselor_id for each in found} == {first.counselor_id}
    assert found[0].starts_at == at(25, 13)
    own = await house.book(person, at(26, 9), "leap", at(25, 9))
    assert own.counselor_id == first.counselor_id
