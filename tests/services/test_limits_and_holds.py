"""A chosen time is kept; nobody has more than the center allows; the counselor is given for a reason."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.center import Center
from bot.models import (
    Actor,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Assigned,
    Cause,
    Counselor,
    Offer,
    OwnCounselor,
    Waiting,
    Way,
)
from bot.services import bookings, clockwork, slots
from bot.services.bookings import NotBookable, NotThere, Refusal, Search, Why
from tests.services.a_morning import NOW, House, at

NINE, TEN = at(30, 9), at(30, 10)
MINUTE, FIVE = timedelta(minutes=1), timedelta(minutes=5)


async def holds(
    house: House, person: Any, starts_at: datetime, service: str = "finance", now: datetime = NOW, **more: Any
) -> Appointment:
    async with house.database.transaction() as session:
        return await bookings.hold(session, house.center, person, service, starts_at, now, **more)


async def says_yes(house: House, person: Any, held: Appointment, now: datetime = NOW) -> Appointment:
    assert held.id is not None
    async with house.database.transaction() as session:
        return await bookings.confirm(session, house.center, person, held.id, now, accepted=True)


async def counselor(house: House, key: str) -> int:
    return (await house.only(Counselor, Counselor.key == key)).id or 0


async def test_a_hold_becomes_the_appointment(house: House) -> None:
    person, alerted = await house.person(), await house.member("nuri")
    held = await holds(house, person, NINE)
    assert await house.rows(AppointmentEvent) == []
    assert await house.told(alerted.chat_id) == []

    booked = await says_yes(house, person, held)

    assert (booked.id, booked.number, booked.state) == (held.id, held.number, AppointmentState.REQUESTED)
    assert booked.accepted_at == NOW
    assert [event.state for event in await house.rows(AppointmentEvent)] == [AppointmentState.REQUESTED]
    assert await house.told(alerted.chat_id) == ["booking.requested"]
    assert (await says_yes(house, person, held)).id == booked.id


async def test_a_yes_is_signed_by_whoever_said_it_when_they_did(house: House) -> None:
    """The history begins with the yes, not with the hold that was there before."""
    person = await house.person()
    held = await holds(house, person, NINE)
    await says_yes(house, person, held, NOW + MINUTE)

    event = await house.only(AppointmentEvent)
    assert (event.at, event.by, event.why) == (NOW + MINUTE, Actor.PERSON, Cause.BOOKED)


async def test_a_yes_to_a_hold_of_the_waiting_list_is_said_to_its_offer(house: House) -> None:
    """Its number is no key to it: the offer would stay open without the time that it keeps."""
    person = await house.person()
    held = await holds(house, person, NINE)
    async with house.database.transaction() as session:
        waiting = Waiting(person_id=person.id or 0, service="finance", joined_at=NOW)
        session.add(waiting)
        await session.flush()
        kept = {"appointment_id": held.id, "counselor_id": held.counselor_id, "starts_at": held.starts_at}
        offered = {"offered_at": NOW, "leased_until": NOW + FIVE}
        session.add(Offer(waiting_id=waiting.id or 0, **kept, **offered))
    with pytest.raises(NotBookable) as refused:
        await says_yes(house, person, held)

    assert refused.value.reason is Refusal.TAKEN
    assert (await house.only(Appointment)).state is AppointmentState.HELD


async def test_nobody_else_gets_what_is_held(house: House) -> None:
    await holds(house, await house.person(), NINE)
    for deed in (holds, lambda house, person, when: house.book(person, when, "finance")):
        with pytest.raises(NotBookable) as refused:
            await deed(house, await house.person(), NINE)
        assert refused.value.reason is Refusal.TAKEN


async def test_choosing_another_time_frees_the_first(house: House) -> None:
    person = await house.person()
    await holds(house, person, NINE)
    await holds(house, person, TEN)
    await holds(house, person, TEN)

    assert [row.starts_at for row in await house.rows(Appointment)] == [TEN]
    await holds(house, await house.person(), NINE)


async def test_going_back_frees_it(house: House) -> None:
    person = await house.person()
    await holds(house, person, NINE)
    async with house.database.transaction() as session:
        await bookings.release(session, person)

    assert await house.rows(Appointment) == []


async def test_whoever_meets_a_hold_that_is_over_clears_it(house: House) -> None:
    late = await house.person()
    held = await holds(house, late, NINE)
    await holds(house, await house.person(), NINE, now=NOW + FIVE)

    with pytest.raises(NotBookable) as refused:
        await says_yes(house, late, held, NOW + FIVE)
    assert refused.value.reason is Refusal.TAKEN


async def test_who_is_late_gets_it_all_the_same_where_it_is_free(house: House) -> None:
    person = await house.person()
    held = await holds(house, person, NINE)

    booked = await says_yes(house, person, held, NOW + FIVE)

    assert (booked.starts_at, booked.state) == (NINE, AppointmentState.REQUESTED)
    assert len(await house.rows(Appointment)) == 1


async def test_the_clock_clears_what_is_over_and_nothing_else(house: House) -> None:
    await holds(house, await house.person(), NINE)
    await holds(house, await house.person(), TEN, now=NOW + FIVE / 2)
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, NOW + FIVE)

    assert [row.starts_at for row in await house.rows(Appointment)] == [TEN]


async def test_a_move_is_held_as_well(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, NINE, "finance")
    held = await holds(house, person, TEN, moves=booked.id)
    moved = await says_yes(house, person, held)

    assert (moved.id, moved.starts_at) == (booked.id, TEN)
    assert len(await house.rows(Appointment)) == 1


async def test_too_late_to_change_or_cancel_is_said_and_nothing_changes(house: House) -> None:
    person = await house.person()
    booked = await house.book(person, NINE, "finance")
    late = NINE - timedelta(minutes=119)
    with pytest.raises(NotThere) as refused:
        await house.cancel(person, booked, late)
    assert refused.value.reason is Why.TOO_LATE
    with pytest.raises(NotThere) as refused:
        await holds(house, person, TEN, moves=booked.id, now=late)
    assert refused.value.reason is Why.TOO_LATE

    await house.cancel(person, booked, NINE - timedelta(minutes=120))


def limited(center: Center, **limits: Any) -> Center:
    """The center with these limits on its services, counselors or the booking itself."""
    booking = {key: value for key, value in limits.items() if key == "person_ahead"}
    plan = {key: value for key, value in limits.items() if key == "per_day"}
    service = {key: value for key, value in limits.items() if key not in {*booking, *plan}}
    return center.model_copy(
        update={
            "booking": center.booking.model_copy(update=booking),
            "services": tuple(each.model_copy(update=service) for each in center.services),
            "counselors": tuple(each.model_copy(update=plan) for each in center.counselors),
        }
    )


async def test_one_person_has_so_many_ahead(house: House) -> None:
    house.center = limited(house.center, person_ahead=1)
    person = await house.person()
    await house.book(person, NINE)
    with pytest.raises(NotBookable) as refused:
        await house.book(person, TEN, "finance")

    assert refused.value.reason is Refusal.ENOUGH


@pytest.mark.parametrize("limit", ["per_day", "counselor_per_day"])
async def test_one_counselor_has_so_many_a_day(house: House, limit: str) -> None:
    """Of any service, or of this one; the times of that day are no longer shown either."""
    house.center = limited(house.center, **{limit: 1})
    await house.book(await house.person(), NINE, "finance")
    with pytest.raises(NotBookable) as refused:
        await house.book(await house.person(), TEN, "finance")

    assert refused.value.reason is Refusal.TAKEN
    assert at(30, 11) not in await shown(house, "finance", since=at(30, 9))
    await house.book(await house.person(), at(25, 9), "finance")


async def test_notice_and_window_of_a_service(house: House) -> None:
    house.center = limited(house.center, notice_minutes=24 * 60, window_days=3)
    for starts_at, reason in ((at(24, 9), Refusal.TOO_SOON), (at(27, 9), Refusal.TOO_FAR)):
        with pytest.raises(NotBookable) as refused:
            await house.book(await house.person(), starts_at, "finance")
        assert refused.value.reason is reason
    times = await shown(house, "finance")
    assert times[0] >= NOW + timedelta(days=1)
    assert times[-1] < at(27, 0)
    async with house.database.reading() as session:
        days = await bookings.open_days(session, house.center, "finance", NOW)
    assert days == [at(25, 9).date()]


async def test_a_longer_window_than_the_centers(house: House) -> None:
    """Only for the service that has it: with the same counselor nothing else is booked so far ahead."""
    services = (each.model_copy(update=LONG.get(each.key, {})) for each in house.center.services)
    house.center = house.center.model_copy(update={"services": tuple(services)})
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center, NOW)
        last = (await bookings.open_days(session, house.center, "finance", NOW))[-1]
        assert (await bookings.open_days(session, house.center, "intake", NOW))[-1] == at(
            7, 9, month=12
        ).date()
    three_weeks = at(14, 9, month=12)
    assert last == at(21, 9, month=12).date()
    assert (await shown(house, "finance", since=three_weeks))[0] == three_weeks
    with pytest.raises(NotBookable) as refused:
        await house.book(await house.person(), three_weeks, "intake")
    assert refused.value.reason is Refusal.TOO_FAR
    assert (await house.book(await house.person(), three_weeks, "finance")).starts_at == three_weeks


LONG = {"finance": {"window_days": 28}}


async def shown(house: House, service: str, since: datetime = NOW, **more: Any) -> list[datetime]:
    async with house.database.reading() as session:
        search = Search(house.center, service, Way.VISIT, **more)
        return [each.starts_at for each in await bookings.openings(session, search, NOW, since)]


async def test_six_times_and_one_that_says_there_are_more(house: House) -> None:
    first = await shown(house, "finance")
    assert first == sorted(first)
    assert len(first) == bookings.SHOWN + 1
    assert (await shown(house, "finance", since=first[-1]))[0] == first[-1]
    async with house.database.reading() as session:
        search = Search(house.center, "finance", Way.VISIT)
        before = await bookings.openings(session, search, NOW, first[-1], backwards=True)
    assert [each.starts_at for each in before] == first[:-1]


async def test_what_is_shown_can_be_held(house: House) -> None:
    """Also while the person has something else at that hour: such a time is not shown."""
    person = await house.person()
    other = await house.book(person, NINE, "leap")
    times = await shown(house, "finance", since=NINE, busy=[other])
    assert NINE not in times
    for when in times:
        await holds(house, person, when)


async def test_the_own_counselor_comes_first_in_what_goes_on(house: House) -> None:
    person = await house.person()
    yunseul, haneul = await counselor(house, "yunseul"), await counselor(house, "haneul")
    async with house.database.transaction() as session:
        assert person.id is not None
        session.add(OwnCounselor(person_id=person.id, counselor_id=haneul, since=NOW))

    own = await house.book(person, at(24, 9), "leap")
    anybody = await house.book(await house.person(), at(24, 9), "leap")

    assert (own.counselor_id, own.assigned) == (haneul, Assigned.OWN)
    assert (anybody.counselor_id, anybody.assigned) == (yunseul, Assigned.LEAST_LOADED)


async def test_a_counselor_who_was_chosen_is_given(house: House) -> None:
    haneul = await counselor(house, "haneul")
    held = await holds(house, await house.person(), at(24, 9), "leap", counselor_id=haneul, chosen=True)

    assert (held.counselor_id, held.assigned) == (haneul, Assigned.CHOSEN)


async def test_by_telephone_nobody_needs_a_room(house: House) -> None:
    plans = [plan.model_copy(update={"room": "room_1"}) for plan in house.center.counselors]
    house.center = house.center.model_copy(update={"counselors": tuple(plans)})
    visit = await house.book(await house.person(), at(24, 9))
    assert visit.room == "room_1"
    with pytest.raises(NotBookable):  # the same room, though another counselor is free
        await house.book(await house.person(), at(24, 9))

    async with house.database.transaction() as session:
        call = await bookings.book(
            session, house.center, await house.person(), "intake", at(24, 10), NOW, way=Way.PHONE
        )
    assert (call.way, call.room) == (Way.PHONE, None)
    await slots_unchanged(house)


async def slots_unchanged(house: House) -> None:
    async with house.database.transaction() as session:
        await slots.refresh(session, house.center, NOW)
