"""Group sessions: planned where a counselor and a room are free; seats, waiting for one, canceling, marks."""

import asyncio
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col

from bot.center import Center
from bot.models import (
    LIVE_STATES,
    Absence,
    AbsenceKind,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Half,
    Offer,
    OfferState,
    Outbox,
    Person,
    Staff,
    Waiting,
    WaitingState,
)
from bot.rules.appointment_states import state_after
from bot.services import absences, bookings, clockwork, groups, waitlist
from bot.services.absences import Leave
from bot.services.bookings import NotBookable, NotThere, Refusal, Why
from bot.services.groups import Plan
from bot.services.waitlist import Wish
from tests.services.a_morning import NOW, House, at
from tests.services.test_races import doors as doors  # noqa: PLC0414 (a fixture)

MONDAY = at(30, 13)
AFTERNOON = [(date(2026, 11, 30), Half.PM)]
MINUTE = timedelta(minutes=1)


@pytest.fixture
def center(center: Center) -> Center:
    """Yunseul and Haneul give group sessions, too."""
    plans = [
        plan.model_copy(update={"services": (*plan.services, "group")}) if plan.key != "nuri" else plan
        for plan in center.counselors
    ]
    return center.model_copy(update={"counselors": tuple(plans)})


@pytest.fixture
async def yunseul(house: House) -> Staff:
    return await house.member("윤슬")


async def plan(house: House, staff: Staff, starts_at: datetime = MONDAY, places: int = 2) -> Appointment:
    wanted = Plan("group", starts_at, "group_room", places)
    async with house.database.transaction() as session:
        return await groups.plan(session, house.center, staff, wanted, NOW)


async def take(house: House, person: Person, row: Appointment, now: datetime = NOW) -> Appointment:
    async with house.database.transaction() as session:
        return await groups.take(session, house.center, person, row.id or 0, now)


async def refusal(deed: Any) -> Refusal:
    with pytest.raises(NotBookable) as refused:
        await deed
    return refused.value.reason


async def waits(house: House, now: datetime = NOW) -> tuple[Person, Waiting]:
    person = await house.person()
    async with house.database.transaction() as session:
        return person, await waitlist.join(session, person, Wish("group", AFTERNOON), now)


async def ticks(house: House, now: datetime = NOW) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


async def cancels(house: House, staff: Staff, row: Appointment, now: datetime = NOW) -> int:
    async with house.database.transaction() as session:
        return await groups.cancel(session, staff, row.id or 0, now)


async def test_whoever_plans_it_leads_it(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)

    assert (row.counselor_id, row.places, row.room) == (yunseul.counselor_id, 2, "group_room")
    assert (row.ends_at, row.busy_until) == (at(30, 15, 50), at(30, 16))
    assert (row.state, row.person_id) == (AppointmentState.CONFIRMED, None)


async def test_a_colleague_leads_it_where_one_is_busy(house: House, yunseul: Staff) -> None:
    booked = await house.book(await house.person(), at(30, 14), "leap")
    row = await plan(house, yunseul)

    assert row.counselor_id != booked.counselor_id


@pytest.mark.parametrize(
    ("starts_at", "why"),
    [
        pytest.param(at(20, 13), Refusal.PAST, id="the past"),
        pytest.param(at(28, 13), Refusal.CLOSED, id="a Saturday"),
        pytest.param(at(25, 13, month=12), Refusal.CLOSED, id="Christmas"),
        pytest.param(at(30, 15), Refusal.CLOSED, id="longer than the day"),
        pytest.param(at(30, 10), Refusal.CLOSED, id="over lunch"),
    ],
)
async def test_when_there_is_none(house: House, yunseul: Staff, starts_at: datetime, why: Refusal) -> None:
    assert await refusal(plan(house, yunseul, starts_at)) is why


async def test_one_room_has_one_session(house: House, yunseul: Staff) -> None:
    await plan(house, yunseul)

    assert await refusal(plan(house, yunseul)) is Refusal.TAKEN


async def test_a_session_takes_its_counselors_time(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    for _ in range(2):  # of three who give a first interview then, one leads the group
        await house.book(await house.person(), MONDAY)

    assert await refusal(house.book(await house.person(), MONDAY)) is Refusal.TAKEN
    assert row.counselor_id


async def test_as_many_as_seats(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    people = [await house.person() for _ in range(3)]
    first, second = [await take(house, person, row) for person in people[:2]]

    assert (first.seat, second.seat, first.state) == (1, 2, AppointmentState.CONFIRMED)
    assert first.accepted_at == NOW
    assert (await take(house, people[0], row)).id == first.id
    assert await refusal(take(house, people[2], row)) is Refusal.TAKEN
    reminders = [row.notice for row in await house.rows(Outbox, Outbox.appointment_id == first.id)]
    assert len(reminders) == 3


async def test_who_is_elsewhere_then_has_no_seat(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    person = await house.person()
    await house.book(person, at(30, 14), "finance")

    assert await refusal(take(house, person, row)) is Refusal.HAS_ONE


async def test_too_late_for_a_seat(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)

    assert await refusal(take(house, await house.person(), row, at(30, 11, 1))) is Refusal.TOO_SOON
    assert await refusal(take(house, await house.person(), row, at(30, 13, 1))) is Refusal.PAST
    assert await refusal(take(house, await house.person(), Appointment(id=424242))) is Refusal.CLOSED


async def test_a_freed_seat_goes_to_who_waits(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    people = [await house.person() for _ in range(2)]
    seats = [await take(house, person, row) for person in people]
    first, place = await waits(house)
    _, second = await waits(house, NOW + MINUTE)
    await ticks(house)
    assert await house.rows(Offer) == []

    await house.cancel(people[0], seats[0])
    assert await refusal(take(house, await house.person(), row)) is Refusal.TAKEN
    await ticks(house)
    offer = await house.only(Offer)
    assert (offer.waiting_id, offer.state) == (place.id, OfferState.OPEN)
    async with house.database.transaction() as session:
        await waitlist.refuse(session, first, offer.id or 0, NOW)
    await ticks(house)
    offer = await house.only(Offer, Offer.state == OfferState.OPEN)
    assert offer.waiting_id == second.id
    person = await house.only(Person, Person.id == second.person_id)
    async with house.database.transaction() as session:
        taken = await waitlist.accept(session, house.center, person, offer.id or 0, NOW)

    assert (taken.session_id, taken.seat, taken.state) == (row.id, 1, AppointmentState.CONFIRMED)
    assert (await house.only(Waiting, Waiting.id == second.id)).state is WaitingState.PLACED


async def test_only_a_seat_is_offered_to_who_waits_for_one(house: House, yunseul: Staff) -> None:
    """A free hour of a counselor who also leads groups is no seat."""
    assert yunseul.counselor_id
    await waits(house)
    await ticks(house)

    assert await house.rows(Offer) == []


async def test_canceling_tells_everybody_once(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    people = [await house.person() for _ in range(2)]
    seats = [await take(house, person, row) for person in people]
    waiting, _ = await waits(house)

    assert await cancels(house, yunseul, row) == 2
    assert await cancels(house, yunseul, row) == 0
    await ticks(house)

    for person, seat in zip(people, seats, strict=True):
        assert await house.told(person.chat_id) == ["group.canceled"]
        events = await house.rows(AppointmentEvent, AppointmentEvent.appointment_id == seat.id)
        assert state_after(events) is AppointmentState.CANCELED_BY_CENTER
    assert await house.told(waiting.chat_id) == ["waiting.over"]
    assert await house.rows(Appointment, col(Appointment.state).in_(LIVE_STATES)) == []
    await house.book(people[0], MONDAY, "leap")


async def test_canceling_takes_back_a_seat_that_was_offered(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul, places=1)
    await waits(house)
    await ticks(house)
    await cancels(house, yunseul, row)

    assert (await house.only(Offer)).state is OfferState.WITHDRAWN
    assert await house.rows(Appointment, col(Appointment.state).in_(LIVE_STATES)) == []


async def test_no_seat_while_the_counselor_is_away(house: House, yunseul: Staff) -> None:
    """Those who sit there are told as in every meeting; nobody comes to sit there until the leave is undone."""
    row = await plan(house, yunseul)
    sitting, other = await house.person(), await house.person()
    await take(house, sitting, row)
    leave = Leave(AbsenceKind.SICK, date(2026, 11, 30), date(2026, 11, 30))
    async with house.database.transaction() as session:
        away, told = await absences.enter(session, house.center, yunseul, row.counselor_id, leave, NOW)
    assert told == 1
    assert await refusal(take(house, other, row)) is Refusal.CLOSED
    async with house.database.transaction() as session:
        assert await groups.coming(session, NOW) == []
        assert [each.row.id for each in await groups.planned(session, NOW)] == [row.id]

    async with house.database.transaction() as session:
        await absences.undo(session, house.center, yunseul, await session.get_one(Absence, away.id), NOW)
    assert (await take(house, other, row)).seat == 2


async def test_a_colleague_does_not_cancel_it(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    for member in (await house.member("누리"), await house.member("하늘")):
        with pytest.raises(NotThere) as refused:
            await cancels(house, member, row)
        assert refused.value.reason is Why.NOT_YOURS


async def test_a_seat_is_not_moved_alone(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    person = await house.person()
    seat = await take(house, person, row)
    for moved in (
        house.change(person, seat, at(30, 9)),
        hold(house, person, seat),
        asks(house, yunseul, seat),
        calls_off(house, yunseul, seat),
        calls_off(house, yunseul, row),
    ):
        with pytest.raises(NotThere):
            await moved

    assert (await house.only(Appointment, Appointment.id == seat.id)).starts_at == MONDAY


async def hold(house: House, person: Person, seat: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.hold(session, house.center, person, "group", at(30, 9), NOW, moves=seat.id)


async def asks(house: House, staff: Staff, seat: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.ask_other_time(session, staff, seat.id or 0, NOW)


async def calls_off(house: House, staff: Staff, row: Appointment) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.cancel_by_center(session, staff, row.id or 0, NOW)


async def test_each_seat_has_its_mark(house: House, yunseul: Staff) -> None:
    row = await plan(house, yunseul)
    people = [await house.person() for _ in range(2)]
    came, missed = [await take(house, person, row) for person in people]
    now = MONDAY + MINUTE
    async with house.database.transaction() as session:
        await bookings.mark(session, yunseul, came.id or 0, AppointmentState.ARRIVED, now)
        await bookings.mark(session, yunseul, missed.id or 0, AppointmentState.NO_SHOW, now)
    await ticks(house, row.ends_at)
    async with house.database.transaction() as session:
        states = [seat.state for seat in await groups.roster(session, row.id or 0)]

    assert states == [AppointmentState.DONE, AppointmentState.NO_SHOW]
    assert "booking.no_show" in await house.told(people[1].chat_id)
    assert "booking.no_show" not in await house.told(people[0].chat_id)


@pytest.mark.timeout(300)
async def test_twenty_people_and_five_seats(doors: list[House], yunseul: Staff) -> None:
    """Five sit, each on a seat of their own, whoever comes through which door; some leave at the same time."""
    house = doors[0]
    row = await plan(house, yunseul, places=5)
    people = await house.crowd(20)
    deeds = [outcome(take(doors[turn % 2], person, row)) for turn, person in enumerate(people)]
    assert Counter(await asyncio.gather(*deeds)) == {"done": 5, Refusal.TAKEN: 15}

    seats = await house.rows(Appointment, Appointment.session_id == row.id)
    assert sorted(seat.seat or 0 for seat in seats) == [1, 2, 3, 4, 5]
    leaving = [next(person for person in people if person.id == seat.person_id) for seat in seats[:2]]
    others = [person for person in people if person.id not in {seat.person_id for seat in seats}]
    await asyncio.gather(
        *(outcome(house.cancel(person, seat)) for person, seat in zip(leaving, seats, strict=False)),
        *(outcome(take(doors[turn % 2], person, row)) for turn, person in enumerate(others)),
    )
    live = await house.rows(
        Appointment, Appointment.session_id == row.id, col(Appointment.state).in_(LIVE_STATES)
    )
    assert 3 <= len({seat.seat for seat in live}) == len({seat.person_id for seat in live}) == len(live) <= 5


async def outcome(deed: Any) -> str:
    try:
        await deed
    except (NotBookable, NotThere) as refused:
        return str(refused.reason)
    return "done"
