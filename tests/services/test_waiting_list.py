"""The waiting list: joining, the order, one offer at a time, its lease, yes and no, and the end of it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col

from bot.center import Closure
from bot.db import Database
from bot.models import (
    Absence,
    AbsenceKind,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Cause,
    Counselor,
    Half,
    Offer,
    OfferState,
    Outbox,
    Person,
    Slot,
    Waiting,
    WaitingState,
    Way,
)
from bot.services import absences, bookings, clockwork, people, privacy, slots, waitlist
from bot.services.absences import Leave
from bot.services.bookings import NotBookable, Refusal
from bot.services.waitlist import NotOffered, Why, Wish
from tests.services.a_morning import NOW, House, at

NINE, TEN = at(30, 9), at(30, 10)
MORNING = [(date(2026, 11, 30), Half.AM)]
MINUTE = timedelta(minutes=1)
FULL = [at(30, hour) for hour in (9, 10, 11)]


@pytest.fixture
async def taken(house: House) -> dict[datetime, tuple[Person, Appointment]]:
    """The whole morning of the only counselor for money matters is given away."""
    booked = {}
    for when in FULL:
        person = await house.person()
        booked[when] = person, await house.book(person, when, "finance")
    return booked


async def waits(
    house: House, person: Person | None = None, now: datetime = NOW, **wish: Any
) -> tuple[Person, Waiting]:
    person = person or await house.person()
    wanted = Wish(**{"service": "finance", "halves": MORNING} | wish)
    async with house.database.transaction() as session:
        return person, await waitlist.join(session, person, wanted, now)


async def ticks(house: House, now: datetime = NOW) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


async def says_yes(house: House, person: Person, offer: Offer, now: datetime = NOW) -> Appointment:
    async with house.database.transaction() as session:
        return await waitlist.accept(session, house.center, person, offer.id or 0, now)


async def says_no(house: House, person: Person, offer: Offer, now: datetime = NOW, **how: Any) -> None:
    async with house.database.transaction() as session:
        await waitlist.refuse(session, person, offer.id or 0, now, **how)


async def open_offers(house: House) -> list[tuple[int, datetime]]:
    """To which place which time is offered."""
    return [(o.waiting_id, o.starts_at) for o in await house.rows(Offer, Offer.state == OfferState.OPEN)]


async def freed(house: House, taken: dict[datetime, Any], when: datetime = NINE) -> None:
    await house.cancel(*taken[when])


async def why_not(deed: Any) -> Why:
    with pytest.raises(NotOffered) as refused:
        await deed
    return refused.value.reason


async def test_a_freed_time_goes_to_the_first_in_line(house: House, taken: dict[datetime, Any]) -> None:
    first, place = await waits(house)
    await waits(house, now=NOW + MINUTE)
    await ticks(house)
    assert await open_offers(house) == []

    await freed(house, taken)
    await ticks(house)

    assert await open_offers(house) == [(place.id, NINE)]
    assert await house.told(first.chat_id) == ["waiting.offer"]
    hold = await house.only(Appointment, Appointment.person_id == first.id)
    assert (hold.state, hold.held_until) == (AppointmentState.HELD, NOW + 20 * MINUTE)
    await ticks(house, NOW + MINUTE)
    assert len(await house.rows(Offer)) == 1


async def test_nobody_gets_it_in_between(house: House, taken: dict[datetime, Any]) -> None:
    """From the cancellation on it belongs to who waits, also before the clock has offered it."""
    await waits(house)
    await freed(house, taken)
    for _ in range(2):
        with pytest.raises(NotBookable) as refused:
            await house.book(await house.person(), NINE, "finance")
        assert refused.value.reason is Refusal.TAKEN
        await ticks(house)


async def test_a_yes_books_it(house: House, taken: dict[datetime, Any]) -> None:
    alerted = await house.member("nuri")
    person, place = await waits(house)
    await freed(house, taken)
    await ticks(house)
    offer = await house.only(Offer)

    booked = await says_yes(house, person, offer, NOW + MINUTE)
    again = await says_yes(house, person, offer, NOW + 2 * MINUTE)

    assert booked.id == again.id
    assert (booked.starts_at, booked.state, booked.held_until) == (NINE, AppointmentState.REQUESTED, None)
    events = await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == booked.id)
    assert [(event.state, event.why) for event in events] == [
        (AppointmentState.REQUESTED, Cause.WAITING_LIST)
    ]
    assert (await house.only(Waiting, Waiting.id == place.id)).state is WaitingState.PLACED
    assert (await house.only(Offer)).state is OfferState.ACCEPTED
    assert (await house.told(alerted.chat_id))[-1] == "booking.requested"
    reminders = await house.rows(Outbox, Outbox.appointment_id == booked.id, Outbox.chat_id == person.chat_id)
    assert len(reminders) == 3


async def test_a_yes_moves_what_they_have(house: House, taken: dict[datetime, Any]) -> None:
    person = await house.person()
    had = await house.book(person, at(30, 14), "finance")
    await waits(house, person)
    await freed(house, taken)
    await ticks(house)

    moved = await says_yes(house, person, await house.only(Offer))

    assert (moved.id, moved.number, moved.starts_at) == (had.id, had.number, NINE)
    live = await house.rows(Appointment, Appointment.person_id == person.id)
    assert [each.id for each in live] == [had.id]
    last = (await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == had.id))[-1]
    assert (last.why, last.from_starts_at) == (Cause.WAITING_LIST, at(30, 14))
    assert (await house.only(Offer)).appointment_id == had.id
    await house.book(await house.person(), at(30, 14), "finance")


async def test_a_yes_where_they_have_booked_meanwhile_moves_it(
    house: House, taken: dict[datetime, Any]
) -> None:
    person, _ = await waits(house)
    await freed(house, taken)
    await ticks(house)
    meanwhile = await house.book(person, at(30, 14), "finance")

    moved = await says_yes(house, person, await house.only(Offer))

    assert (moved.id, moved.starts_at) == (meanwhile.id, NINE)
    assert len(await house.rows(Appointment, Appointment.person_id == person.id)) == 1


async def test_what_they_would_move_was_canceled(house: House, taken: dict[datetime, Any]) -> None:
    person = await house.person()
    had = await house.book(person, at(30, 14), "finance")
    await waits(house, person)
    await freed(house, taken)
    await ticks(house)
    await house.cancel(person, had)

    booked = await says_yes(house, person, await house.only(Offer))

    assert booked.id != had.id
    assert (booked.starts_at, booked.moving_id) == (NINE, None)


async def test_a_no_keeps_the_place_and_asks_the_next(house: House, taken: dict[datetime, Any]) -> None:
    first, place = await waits(house)
    _, second = await waits(house, now=NOW + MINUTE)
    await freed(house, taken)
    await ticks(house)
    await says_no(house, first, await house.only(Offer))
    await ticks(house)
    assert await open_offers(house) == [(second.id, NINE)]

    await freed(house, taken, TEN)
    await ticks(house)

    assert await open_offers(house) == [(second.id, NINE), (place.id, TEN)]


async def test_who_rests_hears_no_more_today(house: House, taken: dict[datetime, Any]) -> None:
    person, place = await waits(house)
    await freed(house, taken)
    await ticks(house)
    await says_no(house, person, await house.only(Offer), rests=True)
    await freed(house, taken, TEN)
    await ticks(house)
    assert await open_offers(house) == []

    await ticks(house, at(24, 7, 59))
    assert await open_offers(house) == []
    await ticks(house, at(24, 8))
    assert await open_offers(house) == [(place.id, TEN)]


async def test_a_lease_that_is_over_passes_it_on(house: House, taken: dict[datetime, Any]) -> None:
    first, place = await waits(house)
    _, second = await waits(house, now=NOW + MINUTE)
    await freed(house, taken)
    await ticks(house)
    offer = await house.only(Offer)
    await ticks(house, NOW + 19 * MINUTE)
    assert await open_offers(house) == [(place.id, NINE)]

    await ticks(house, NOW + 20 * MINUTE)

    assert await open_offers(house) == [(second.id, NINE)]
    assert (await house.told(first.chat_id))[-1] == "waiting.lapsed"
    assert await why_not(says_yes(house, first, offer, NOW + 20 * MINUTE)) is Why.OVER
    assert (await house.only(Waiting, Waiting.id == place.id)).state is WaitingState.WAITING


async def test_a_yes_after_the_lease_is_too_late_before_the_clock_sees_it(
    house: House, taken: dict[datetime, Any]
) -> None:
    person, _ = await waits(house)
    await freed(house, taken)
    await ticks(house)

    assert await why_not(says_yes(house, person, await house.only(Offer), NOW + 20 * MINUTE)) is Why.OVER


async def test_at_night_it_is_kept_and_nobody_is_woken(house: House, taken: dict[datetime, Any]) -> None:
    person, _ = await waits(house)
    await house.cancel(*taken[NINE], at(23, 22))
    await ticks(house, at(23, 22))

    offer = await house.only(Offer)
    assert offer.leased_until == at(24, 8, 20)
    notice = await house.only(Outbox, Outbox.notice == "waiting.offer")
    assert (notice.due_at, notice.expires_at) == (at(24, 8), at(24, 8, 20))
    assert (await says_yes(house, person, offer, at(24, 8, 19))).starts_at == NINE


async def test_a_documented_need_comes_first(house: House, taken: dict[datetime, Any]) -> None:
    seen_by = await house.member("nuri")
    _, first = await waits(house)
    _, second = await waits(house, now=NOW + MINUTE)
    async with house.database.transaction() as session:
        await waitlist.note_need(session, seen_by, second.id or 0, date(2026, 12, 1))
        line = await waitlist.line_of(session, "finance", NOW)
    assert [(place.waiting.id, place.before) for place in line] == [(second.id, 0), (first.id, 1)]

    await freed(house, taken)
    await ticks(house)

    assert await open_offers(house) == [(second.id, NINE)]
    assert (await house.only(Waiting, Waiting.id == second.id)).need_seen_by_id == seen_by.id


@pytest.mark.parametrize(
    "wish",
    [
        pytest.param({"halves": [(date(2026, 11, 30), Half.PM)]}, id="the other half of the day"),
        pytest.param({"halves": [(date(2026, 12, 2), Half.AM)]}, id="another day"),
        pytest.param({"service": "leap"}, id="another service"),
        pytest.param({"way": Way.VIDEO}, id="a way that it is not given in"),
    ],
)
async def test_what_was_not_wished_for_is_not_offered(
    house: House, taken: dict[datetime, Any], wish: dict[str, Any]
) -> None:
    person, _ = await waits(house, **wish)
    for slot in await house.rows(Slot, Slot.starts_at >= at(30, 12)):  # nothing else is free
        async with house.database.transaction() as session:
            (await session.get_one(Slot, slot.id)).offered = False
    for slot in await house.rows(Slot, Slot.counselor_id != taken[NINE][1].counselor_id):
        async with house.database.transaction() as session:
            (await session.get_one(Slot, slot.id)).offered = False
    await freed(house, taken)
    async with house.database.transaction() as session:
        await waitlist.care(session, house.center, NOW)

    assert await open_offers(house) == []
    assert await house.told(person.chat_id) == []
    await house.book(await house.person(), NINE, "finance")


async def test_only_the_counselor_that_was_wished_for(house: House) -> None:
    nuri = await house.only(Counselor, Counselor.key == "nuri")
    yunseul = await house.only(Counselor, Counselor.key == "yunseul")
    _, place = await waits(house, service="intake", counselor_id=nuri.id)
    await ticks(house)
    assert (await house.only(Offer)).counselor_id == nuri.id != yunseul.id
    assert await open_offers(house) == [(place.id, NINE)]


async def test_who_has_something_else_then_is_not_asked(house: House, taken: dict[datetime, Any]) -> None:
    busy, _ = await waits(house)
    await house.book(busy, NINE, "intake")
    _, second = await waits(house, now=NOW + MINUTE)
    await freed(house, taken)
    await ticks(house)

    assert await open_offers(house) == [(second.id, NINE)]


async def test_who_cannot_be_reached_is_not_asked(house: House, taken: dict[datetime, Any]) -> None:
    gone, _ = await waits(house)
    _, second = await waits(house, now=NOW + MINUTE)
    async with house.database.transaction() as session:
        await people.became_unreachable(session, gone.chat_id, NOW)
    await freed(house, taken)
    await ticks(house)

    assert await open_offers(house) == [(second.id, NINE)]


async def test_too_near_to_prepare_it_is_free_for_nobody_who_waits(house: House) -> None:
    """Two hours before, and twenty minutes to think: what is nearer is not offered."""
    person = await house.person()
    booked = await house.book(person, at(23, 15), "finance")
    halves = [(date(2026, 11, 23), Half.PM)]
    for hour in (13, 14, 16):
        await house.book(await house.person(), at(23, hour), "finance")
    await waits(house, halves=halves)
    late = at(23, 12, 41)
    await house.cancel(person, booked, late)
    await ticks(house, late)
    assert await open_offers(house) == []

    await house.book(await house.person(), at(23, 15), "finance", late)


@pytest.mark.parametrize("freeing", ["a move", "a hold that is over", "new hours"])
async def test_whatever_frees_it(house: House, taken: dict[datetime, Any], freeing: str) -> None:
    now = NOW
    if freeing == "a hold that is over":
        await freed(house, taken)
        async with house.database.transaction() as session:
            other = await session.get_one(Person, taken[NINE][0].id)
            await bookings.hold(session, house.center, other, "finance", NINE, now)
    if freeing == "new hours":
        await freed(house, taken)
        nuri = taken[NINE][1].counselor_id
        shorter = house.center.model_copy(
            update={"closures": (*house.center.closures, closure(date(2026, 11, 30)))}
        )
        async with house.database.transaction() as session:
            await slots.refresh(session, shorter, now)
    _, place = await waits(house)
    await ticks_without_slots(house, now)
    assert await open_offers(house) == []

    if freeing == "a move":
        await house.change(*taken[NINE], at(30, 15))
    elif freeing == "new hours":
        async with house.database.transaction() as session:
            await slots.refresh(session, house.center, now)
        assert nuri
    else:
        now += timedelta(minutes=5)
    await ticks_without_slots(house, now)

    assert await open_offers(house) == [(place.id, NINE)]


def closure(day: date) -> Closure:
    return Closure(date=day, name="쉬는 날", closed=True)


async def ticks_without_slots(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await bookings.clear_all_over(session, now)
        await waitlist.care(session, house.center, now)


async def test_a_time_that_the_counselor_lost_is_taken_back(house: House, taken: dict[datetime, Any]) -> None:
    person, place = await waits(house)
    await freed(house, taken)
    await ticks(house)
    offer = await house.only(Offer)
    shorter = house.center.model_copy(update={"closures": (closure(date(2026, 11, 30)),)})
    async with house.database.transaction() as session:
        await slots.refresh(session, shorter, NOW)
        await waitlist.care(session, shorter, NOW + MINUTE)

    assert (await house.only(Offer)).state is OfferState.WITHDRAWN
    assert (await house.told(person.chat_id))[-1] == "waiting.lost"
    assert await why_not(says_yes(house, person, offer, NOW + MINUTE)) is Why.OVER
    assert (await house.only(Waiting, Waiting.id == place.id)).state is WaitingState.WAITING


async def test_leave_takes_an_offer_back_and_undone_leave_gives_the_time_again(
    house: House, taken: dict[datetime, Any]
) -> None:
    member = await house.member("누리")
    person, place = await waits(house)
    await freed(house, taken)
    await ticks(house)
    offer = await house.only(Offer)
    leave = Leave(AbsenceKind.LEAVE, date(2026, 11, 30), date(2026, 11, 30))
    async with house.database.transaction() as session:
        away, _ = await absences.enter(session, house.center, member, member.counselor_id or 0, leave, NOW)
    assert (await house.only(Offer)).state is OfferState.WITHDRAWN
    assert (await house.told(person.chat_id)).count("waiting.lost") == 1
    assert await why_not(says_yes(house, person, offer)) is Why.OVER
    await ticks(house, NOW + MINUTE)
    assert await open_offers(house) == []

    async with house.database.transaction() as session:
        await absences.undo(session, house.center, member, await session.get_one(Absence, away.id), NOW)
    await ticks(house, NOW + 11 * MINUTE)
    assert await open_offers(house) == [(place.id, NINE)]


async def test_leaving_gives_back_what_was_kept(house: House, taken: dict[datetime, Any]) -> None:
    first, place = await waits(house)
    _, second = await waits(house, now=NOW + MINUTE)
    await freed(house, taken)
    await ticks(house)
    async with house.database.transaction() as session:
        await waitlist.leave(session, first, place.id or 0, NOW)
        await waitlist.leave(session, first, place.id or 0, NOW)
    await ticks(house)

    assert (await house.only(Waiting, Waiting.id == place.id)).state is WaitingState.LEFT
    assert await open_offers(house) == [(second.id, NINE)]


async def test_joining_again_keeps_the_place_and_changes_the_days(house: House) -> None:
    person, place = await waits(house)
    await waits(house, now=NOW + MINUTE)
    _, same = await waits(house, person, NOW + 2 * MINUTE, halves=[(date(2026, 12, 2), Half.PM)])
    async with house.database.transaction() as session:
        [mine] = await waitlist.my_places(session, person, NOW)

    assert same.id == place.id
    assert (mine.before, mine.halves) == (0, [(date(2026, 12, 2), Half.PM)])


async def test_days_that_have_passed_end_it_kindly(house: House, taken: dict[datetime, Any]) -> None:
    person, place = await waits(house)
    await ticks(house, at(30, 11, 59))
    assert (await house.only(Waiting)).state is WaitingState.WAITING

    await ticks(house, at(30, 12))
    await ticks(house, at(30, 13))

    assert (await house.only(Waiting, Waiting.id == place.id)).state is WaitingState.OVER
    assert await house.told(person.chat_id) == ["waiting.over"]
    assert await why_not(waits(house, person, at(30, 13))) is Why.PAST


async def test_who_found_a_time_alone_waits_no_longer(house: House, taken: dict[datetime, Any]) -> None:
    person, _ = await waits(house, halves=[*MORNING, (date(2026, 12, 2), Half.AM)])
    await house.book(person, at(2, 9, month=12), "finance")
    await ticks(house)

    assert (await house.only(Waiting)).state is WaitingState.PLACED
    assert "waiting.over" not in await house.told(person.chat_id)


async def test_an_offer_is_nobody_elses(house: House, taken: dict[datetime, Any]) -> None:
    _, place = await waits(house)
    await freed(house, taken)
    await ticks(house)
    offer, stranger = await house.only(Offer), await house.person()

    assert await why_not(says_yes(house, stranger, offer)) is Why.NOT_YOURS
    assert await why_not(says_no(house, stranger, offer)) is Why.NOT_YOURS
    assert await why_not(says_yes(house, stranger, Offer(id=424242))) is Why.NOT_YOURS
    async with house.database.transaction() as session:
        with pytest.raises(NotOffered):
            await waitlist.leave(session, stranger, place.id or 0, NOW)
    assert await open_offers(house) == [(place.id, NINE)]


async def test_who_is_forgotten_waits_no_longer(house: House, taken: dict[datetime, Any]) -> None:
    first, _ = await waits(house)
    _, second = await waits(house, now=NOW + MINUTE)
    await freed(house, taken)
    await ticks(house)
    async with house.database.transaction() as session:
        await privacy.erase(session, await session.get_one(Person, first.id), NOW)
    await ticks(house)

    assert [each.id for each in await house.rows(Waiting)] == [second.id]
    assert await open_offers(house) == [(second.id, NINE)]


@pytest.fixture
async def doors(house: House, database_url: str) -> AsyncIterator[list[House]]:
    """The same database as two processes have it open."""
    second = Database(database_url)
    yield [house, replace(house, database=second)]
    await second.close()


@pytest.mark.timeout(300)
async def test_twenty_wait_for_one_time_and_two_clocks_beat(
    doors: list[House], taken: dict[datetime, Any]
) -> None:
    """Each time it is one person's; of those who answer, move or leave at once nobody is lost."""
    house = doors[0]
    places = [await waits(house, now=NOW + n * timedelta(seconds=1)) for n in range(20)]
    await freed(house, taken)
    asked: list[int] = []
    for turn in range(6):
        now = NOW + turn * MINUTE
        strangers = [quietly(door.book(await house.person(), NINE, "finance", now)) for door in doors]
        await asyncio.gather(*(ticks(door, now) for door in doors * 3), *strangers)
        [(waiting_id, starts_at)] = await open_offers(house)
        asked.append(waiting_id)
        assert starts_at == NINE
        person = next(person for person, place in places if place.id == waiting_id)
        offer = await house.only(Offer, Offer.state == OfferState.OPEN)
        if turn < 5:
            await asyncio.gather(*(quietly(says_no(door, person, offer, now)) for door in doors))
        else:
            await asyncio.gather(*(quietly(says_yes(door, person, offer, now)) for door in doors))

    assert asked == [place.id for _, place in places[:6]]
    [booked] = await house.rows(
        Appointment, Appointment.starts_at == NINE, col(Appointment.ended_at).is_(None)
    )
    assert booked.person_id == places[5][0].id
    offers = await house.rows(Offer)
    assert Counter(each.state for each in offers) == {OfferState.REFUSED: 5, OfferState.ACCEPTED: 1}


async def quietly(deed: Any) -> None:
    """A refusal is an answer; anything else fails the test."""
    try:
        await deed
    except (NotBookable, NotOffered):
        return
