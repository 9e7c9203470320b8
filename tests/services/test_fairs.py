"""Hiring days: registering, the waiting list, times that stay, changes, the day, what came of it."""

import asyncio
import random
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import col

from bot.center import Center, Hours
from bot.db import Database
from bot.models import (
    Arrival,
    Fair,
    FairGuest,
    FairInterview,
    FairOutcome,
    FairSeat,
    FairState,
    FairTalk,
    FairTurn,
    FairWish,
    GuestState,
    InterviewState,
    Outbox,
    OutboxState,
    Role,
    Teller,
    TurnState,
)
from bot.rules.reminders import day_before
from bot.services import clockwork, fairs, privacy, staff
from bot.services.fairs import NotPossible, NotStored, Refusal, Step
from bot.services.notices import Notice
from tests.services.a_fair import Day, company, minutes, on_the_day, plan
from tests.services.a_morning import NOW, House


async def tick(house: House, now: object) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


async def told(day: Day, guest: FairGuest) -> list[str | None]:
    """What this guest is owed of the fair."""
    rows = await day.house.rows(Outbox, Outbox.state == OutboxState.WAITING)
    return [row.notice for row in rows if row.body.get("guest") == guest.id]


async def test_a_place_and_times_in_the_order_of_wishes(house: House) -> None:
    day = await Day.of(house)

    guest = await day.registers(await house.person(), "mobility", "mudeung")

    assert (guest.state, guest.place, len(guest.code)) == (GuestState.REGISTERED, 1, 6)
    first, second = sorted(await day.times(guest), key=lambda each: each.starts_at)
    assert (first.company_id, first.starts_at) == (day.companies["mobility"], on_the_day(14))
    assert second.starts_at >= first.ends_at + minutes(3)  # the way from booth to booth


async def test_registering_twice_is_registering_once(house: House) -> None:
    day = await Day.of(house)
    person = await house.person()

    one, other = await day.registers(person, "mudeung"), await day.registers(person, "mudeung")

    assert one.id == other.id
    assert len(await day.times(one)) == 1


async def test_the_waiting_list_in_order_with_an_offer_that_ends(house: House) -> None:
    day = await Day.of(house, capacity=1)
    first, second, third = [await day.registers(await house.person(), "mudeung") for _ in range(3)]
    assert [second.state, third.state] == [GuestState.WAITING] * 2
    assert (await house.only(Fair, Fair.id == day.fair.id)).state is FairState.FULL

    await day.withdraws(first)

    assert (await day.guest(second)).state is GuestState.OFFERED
    assert (await day.guest(third)).state is GuestState.WAITING
    assert await told(day, second) == [Notice.FAIR_OFFER]
    await tick(house, NOW + timedelta(hours=3, minutes=1))
    assert (await day.guest(second)).state is GuestState.WITHDRAWN
    assert (await day.guest(third)).state is GuestState.OFFERED
    assert Notice.FAIR_OFFER_OVER in await told(day, second)


async def test_an_offer_that_is_taken_gives_the_times(house: House) -> None:
    day = await Day.of(house, capacity=1)
    first, second = [await day.registers(await house.person(), "mudeung") for _ in range(2)]
    await day.withdraws(first)

    async with house.database.transaction() as session:
        fair, guest = await fairs.fair(session, day.fair.id), await fairs.guest(session, second.id)
        await fairs.accept(session, fair, guest, NOW)

    assert (await day.guest(second)).state is GuestState.REGISTERED
    assert len(await day.times(second)) == 1


async def test_an_offer_that_is_over_cannot_be_taken(house: House) -> None:
    day = await Day.of(house, capacity=1)
    first, second = [await day.registers(await house.person()) for _ in range(2)]
    await day.withdraws(first)

    async with house.database.transaction() as session:
        fair, guest = await fairs.fair(session, day.fair.id), await fairs.guest(session, second.id)
        with pytest.raises(NotPossible) as refused:
            await fairs.accept(session, fair, guest, NOW + timedelta(hours=4))

    assert refused.value.reason is Refusal.OFFER_OVER


async def test_nobody_is_moved_when_somebody_withdraws_and_who_waited_gets_the_time(house: House) -> None:
    day = await Day.of(
        house,
        companies=[company("mudeung", minutes=60), company("mobility", minutes=60)],
    )
    guests = [await day.registers(await house.person(), "mudeung", "mobility") for _ in range(5)]
    before = {each.id: each.starts_at for each in await day.times()}
    assert len(before) == 6
    gone = {each.id for each in await day.times(guests[0])}

    await day.withdraws(guests[0])

    after = {each.id: each.starts_at for each in await day.times()}
    assert {key: after.get(key) for key in before.keys() - gone} == {
        key: starts for key, starts in before.items() if key not in gone
    }
    new = [each for each in await day.times() if each.id not in before]
    assert len(new) == len(gone)
    for each in new:
        [guest] = [guest for guest in guests if guest.id == each.guest_id]
        assert Notice.FAIR_TIMES in await told(day, guest)


async def test_times_that_are_told_together_wait_for_their_moment(house: House) -> None:
    day = await Day.of(house, times_at="2026-11-30T18:00:00")
    guest = await day.registers(await house.person(), "mudeung")
    assert await day.times() == []

    await tick(house, on_the_day(18) - timedelta(days=2))

    assert len(await day.times(guest)) == 1
    assert await told(day, guest) == [Notice.FAIR_TIMES]
    later = await day.registers(await house.person(), "mudeung", now=on_the_day(19) - timedelta(days=2))
    assert len(await day.times(later)) == 1  # from then on everybody gets theirs at once


async def test_other_wishes_keep_the_times_that_stay(house: House) -> None:
    day = await Day.of(house)
    guest = await day.registers(await house.person(), "mudeung")
    [kept] = await day.times(guest)

    async with house.database.transaction() as session:
        found = await fairs.guest(session, guest.id)
        ids = [day.companies["mobility"], day.companies["mudeung"]]
        await fairs.change_wishes(session, found, ids, NOW)
    times = await day.times(guest)

    assert {each.company_id for each in times} == set(day.companies.values())
    assert [each.starts_at for each in times if each.id == kept.id] == [kept.starts_at]


async def test_a_seat_at_a_talk_and_no_more_than_there_are(house: House) -> None:
    day = await Day.of(house)
    talk = await house.only(FairTalk)
    guests = [await day.registers(await house.person()) for _ in range(7)]

    results = []
    for guest in guests:
        try:
            async with house.database.transaction() as session:
                await fairs.take_seat(session, await fairs.guest(session, guest.id), talk.id, NOW)
            results.append("seat")
        except NotPossible as refused:
            results.append(refused.reason)

    assert results == ["seat"] * 6 + [Refusal.NO_SEAT]


TALK = {"key": "talk", "title": "설명회", "kind": "talk", "hours": "15:00-15:40", "place": "강당", "seats": 6}


@pytest.mark.parametrize("other", [{"hours": "15:30-16:10"}, {"place": "별관 2층"}])
async def test_who_has_a_seat_hears_of_another_time_or_place_and_nobody_else(
    house: House, other: dict[str, str]
) -> None:
    day = await Day.of(house, talks=[TALK])
    talk = await house.only(FairTalk)
    sits, stands = [await day.registers(await house.person()) for _ in range(2)]
    await day.sits(sits, talk)

    await Day.load(house, talks=[TALK | {"title": "기업 설명회"}])
    assert await told(day, sits) == []  # another name is no other time

    await Day.load(house, talks=[TALK | other])

    assert await told(day, sits) == [Notice.FAIR_CHANGED]
    assert await told(day, stands) == []
    [row] = await house.rows(Outbox, Outbox.notice == Notice.FAIR_CHANGED)
    assert row.body["talks"] == [talk.id]


async def test_a_talk_that_moves_into_an_interview_gives_the_seat_back(house: House) -> None:
    day = await Day.of(house, talks=[TALK])
    talk = await house.only(FairTalk)
    guest = await day.registers(await house.person(), "mobility")
    await day.sits(guest, talk)
    [interview] = await day.times(guest)

    await Day.load(house, talks=[TALK | {"hours": "14:10-14:50"}])

    assert await house.rows(FairSeat) == []
    assert [each.id for each in await day.times(guest)] == [interview.id]
    [row] = await house.rows(Outbox, Outbox.notice == Notice.FAIR_CHANGED)
    assert (row.body["clashes"], row.body["talks"]) == (["설명회"], [])


async def test_of_two_seats_at_one_time_the_one_that_moved_goes(house: House) -> None:
    early = TALK | {"key": "early", "title": "특강", "hours": "14:00-14:40"}
    day = await Day.of(house, talks=[early, TALK])
    guest = await day.registers(await house.person())
    for talk in await house.rows(FairTalk):
        await day.sits(guest, talk)

    await Day.load(house, talks=[early | {"hours": "15:20-16:00"}, TALK])

    [seat] = await house.rows(FairSeat)
    assert (await house.only(FairTalk, FairTalk.id == seat.talk_id)).key == "talk"


# Fifty at once.


@pytest.fixture
async def doors(house: House, database_url: str) -> object:
    """The same database as two processes have it open."""
    second = Database(database_url)
    yield [house.database, second]
    await second.close()


@pytest.mark.parametrize("seed", range(3))
async def test_fifty_who_register_at_once_are_never_too_many(
    house: House, doors: list[Database], seed: int
) -> None:
    """Twenty places, eight hours of interviews: each person once, each place once, no time twice."""
    dice = random.Random(seed)
    day = await Day.of(
        house, capacity=20, companies=[company("mudeung", minutes=60), company("mobility", minutes=60)]
    )
    crowd = await house.crowd(50)
    visits = [(doors[dice.randrange(2)], person) for person in crowd]
    visits += [(doors[0], person) for person in crowd[:10]]  # some press twice
    dice.shuffle(visits)

    async def come(database: Database, person: object) -> None:
        wishes = dice.sample(list(day.companies.values()), 2)
        async with database.transaction() as session:
            await fairs.register(session, person, day.fair.id, NOW, wishes)

    await asyncio.gather(*(come(*visit) for visit in visits))

    guests = await house.rows(FairGuest)
    assert Counter(guest.state for guest in guests) == {GuestState.REGISTERED: 20, GuestState.WAITING: 30}
    assert sorted(guest.place for guest in guests if guest.place) == list(range(1, 21))
    assert len({guest.code for guest in guests}) == 50
    times = await day.times()
    assert len(times) == 6  # three hours at each of two desks
    assert len({(each.interviewer_id, each.starts_at) for each in times}) == 6
    assert len({(each.person_id, each.starts_at) for each in times}) == 6


async def test_fifty_who_want_the_six_seats(house: House, doors: list[Database]) -> None:
    day = await Day.of(house, capacity=50, companies=[company("mudeung")])
    talk = await house.only(FairTalk)
    guests = [await day.registers(person) for person in await house.crowd(50)]

    async def sit(database: Database, guest: FairGuest) -> str:
        try:
            async with database.transaction() as session:
                await fairs.take_seat(session, await fairs.guest(session, guest.id), talk.id, NOW)
        except NotPossible as refused:
            return refused.reason
        return "seat"

    ends = Counter(await asyncio.gather(*(sit(doors[n % 2], guest) for n, guest in enumerate(guests))))

    assert ends == {"seat": 6, Refusal.NO_SEAT: 44}
    assert sorted(seat.number for seat in await house.rows(FairSeat)) == [1, 2, 3, 4, 5, 6]


# Loading again.


async def test_loading_the_same_file_again_tells_nobody(house: House) -> None:
    day = await Day.of(house)
    guest = await day.registers(await house.person(), "mudeung")

    await Day.load(house)

    assert await told(day, guest) == []
    assert len(await house.rows(Fair)) == 1


async def test_another_day_moves_the_times_and_tells_everybody(house: House) -> None:
    day = await Day.of(house)
    guests = [await day.registers(await house.person(), "mudeung") for _ in range(4)]
    before = {each.id: each.starts_at for each in await day.times()}

    await Day.load(house, held_on="2026-12-03", hours="14:15-17:15", talks=[])

    after = {each.id: each.starts_at for each in await day.times()}
    by = timedelta(days=1, minutes=15)
    assert after == {key: starts + by for key, starts in before.items()}
    for guest in guests:
        assert await told(day, guest) == [Notice.FAIR_CHANGED]


async def test_a_company_that_does_not_come_is_told_to_whom_it_concerns(house: House) -> None:
    day = await Day.of(house)
    concerned = await day.registers(await house.person(), "mobility")
    other = await day.registers(await house.person(), "mudeung")

    await Day.load(house, companies=[company("mudeung", desks=2)])

    assert await told(day, concerned) == [Notice.FAIR_CHANGED]
    assert await told(day, other) == []
    assert await day.times(concerned) == []
    assert await house.rows(FairWish, FairWish.guest_id == concerned.id) == []


async def test_a_canceled_fair_is_told_to_everybody_once(house: House) -> None:
    day = await Day.of(house, capacity=1)
    placed, waiting = [await day.registers(await house.person(), "mudeung") for _ in range(2)]

    await Day.load(house, capacity=1, state="canceled")
    await Day.load(house, capacity=1, state="canceled")

    assert [await told(day, guest) for guest in (placed, waiting)] == [[Notice.FAIR_CANCELED]] * 2
    assert await day.times() == []


async def test_places_that_people_have_are_not_taken_away(house: House) -> None:
    day = await Day.of(house, capacity=3, talks=[])
    one, two, three = [await day.registers(await house.person()) for _ in range(3)]
    with pytest.raises(NotStored) as refused:
        await Day.load(house, capacity=2, talks=[])
    assert refused.value.path == ("capacity",)

    await day.withdraws(one)
    await Day.load(house, capacity=2, talks=[])

    assert sorted([(await day.guest(two)).place, (await day.guest(three)).place]) == [1, 2]


# The day.


async def test_three_hundred_arrive_in_ten_minutes_by_three_ways(house: House, doors: list[Database]) -> None:
    """With repeats and two at the door: each once, and the first time is kept."""
    dice = random.Random(300)
    day = await Day.of(house, capacity=300, companies=[company("mudeung")], talks=[])
    crowd = await house.crowd(300)
    guests = [await day.registers(person) for person in crowd]
    began = on_the_day(13, 30)
    scans = [
        (began + timedelta(seconds=dice.uniform(0, 600)), guest, way)
        for guest in guests
        for way in dice.sample(list(Arrival)[:3], dice.choice([1, 1, 2, 3]))
    ]
    dice.shuffle(scans)
    firsts: list[tuple[int, object]] = []

    async def stand_at_the_door(database: Database, line: list) -> None:
        for now, guest, way in line:
            async with database.transaction() as session:
                found = await fairs.guest_of_code(session, day.fair.id, guest.code)
                done = await fairs.check_in(session, found.id, way, now)
            if done.first:
                firsts.append((guest.id, now))

    await asyncio.gather(*(stand_at_the_door(door, scans[n::2]) for n, door in enumerate(doors)))

    assert len(firsts) == len(dict(firsts)) == 300
    assert {row.id: row.arrived_at for row in await house.rows(FairGuest)} == dict(firsts)


async def test_only_on_the_day(house: House) -> None:
    day = await Day.of(house)
    guest = await day.registers(await house.person())

    with pytest.raises(NotPossible) as refused:
        async with house.database.transaction() as session:
            await fairs.check_in(session, guest.id, Arrival.CODE, NOW)

    assert refused.value.reason is Refusal.NOT_TODAY


async def arrived(day: Day, *wishes: str) -> FairGuest:
    guest = await day.registers(await day.house.person(), *wishes)
    async with day.house.database.transaction() as session:
        return (await fairs.check_in(session, guest.id, Arrival.CODE, on_the_day(13, 40))).guest


async def takes(day: Day, guest: FairGuest, now: object, key: str = "mudeung") -> FairTurn:
    async with day.house.database.transaction() as session:
        return await fairs.take_number(session, guest, day.companies[key], now)


async def calls(day: Day, now: object, key: str = "mudeung") -> int | None:
    async with day.house.database.transaction() as session:
        turn = await fairs.call_next(session, day.companies[key], now)
        return turn and turn.number


async def test_numbers_in_order_with_how_many_before_and_how_long(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung", minutes=12)], talks=[])
    turns = [await takes(day, await arrived(day), on_the_day(14)) for _ in range(4)]

    async with house.database.reading() as session:
        place = await fairs.place(session, turns[3], on_the_day(14))

    assert [turn.number for turn in turns] == [1, 2, 3, 4]
    assert (place.ahead, place.minutes) == (3, 36)
    assert [await calls(day, on_the_day(14)) for _ in range(5)] == [1, 2, 3, 4, None]


async def test_who_has_a_time_goes_first_and_is_counted_before_a_number(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung", minutes=12)], talks=[])
    for _ in range(2):
        await day.registers(await house.person(), "mudeung")  # 14:00 and 14:12
    turn = await takes(day, await arrived(day), on_the_day(13, 50))

    async with house.database.reading() as session:
        early, late = [
            await fairs.place(session, turn, moment) for moment in (on_the_day(13, 50), on_the_day(14, 30))
        ]

    assert (early.ahead, early.minutes) == (0, 0)  # ten minutes are left before the first time
    assert (late.ahead, late.minutes) == (0, 0)  # who is late and has not come is not waited for
    async with house.database.reading() as session:
        between = await fairs.place(session, turn, on_the_day(13, 56))
    assert (between.ahead, between.minutes) == (2, 24)


async def test_a_company_that_leaves_takes_its_numbers_along(house: House) -> None:
    """Who was called or waits is told and waits for nothing; the clock goes on for everybody else."""
    day = await Day.of(house, companies=[company("mudeung"), company("mobility")], talks=[])
    turns = [await takes(day, await arrived(day), on_the_day(14)) for _ in range(2)]
    other = await takes(day, await arrived(day), on_the_day(14), "mobility")
    await calls(day, on_the_day(14))
    await calls(day, on_the_day(14), "mobility")

    await Day.load(
        house, on_the_day(14, 5), companies=[company("mudeung", canceled=True), company("mobility")], talks=[]
    )
    await tick(house, on_the_day(14, 11))

    ends = {turn.id: turn.state for turn in await house.rows(FairTurn)}
    assert ends == dict.fromkeys((*(turn.id for turn in turns), other.id), TurnState.GONE)
    told = await house.rows(Outbox, Outbox.notice == Notice.FAIR_CHANGED)
    assert len(told) == 2


async def test_the_measured_time_counts_once_there_are_three(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung", minutes=12)], talks=[])
    turns = [await takes(day, await arrived(day), on_the_day(14)) for _ in range(6)]
    for number in range(3):
        async with house.database.transaction() as session:
            turn = await fairs.call_next(session, day.companies["mudeung"], on_the_day(14, 4 * number))
            await fairs.start(session, turn.id, on_the_day(14, 4 * number))
            await fairs.finish(session, turn.id, on_the_day(14, 4 * number + 4))

    async with house.database.reading() as session:
        place = await fairs.place(session, turns[5], on_the_day(15))

    assert (place.ahead, place.minutes) == (2, 8)


async def test_who_defers_lets_one_go_first_and_keeps_the_place(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung")], talks=[])
    turns = [await takes(day, await arrived(day), on_the_day(14)) for _ in range(3)]
    assert await calls(day, on_the_day(14)) == 1

    async with house.database.transaction() as session:
        await fairs.defer(session, turns[0].id, on_the_day(14, 1))

    states = {turn.number: turn.state for turn in await house.rows(FairTurn)}
    assert states == {1: TurnState.WAITING, 2: TurnState.CALLED, 3: TurnState.WAITING}
    assert await calls(day, on_the_day(14, 15)) == 1
    with pytest.raises(NotPossible) as refused:
        async with house.database.transaction() as session:
            await fairs.defer(session, turns[0].id, on_the_day(14, 16))
    assert refused.value.reason is Refusal.ONCE_ONLY


async def test_who_does_not_come_in_ten_minutes_is_passed_over(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung")], talks=[])
    late, next_one = [await arrived(day) for _ in range(2)]
    for guest in (late, next_one):
        await takes(day, guest, on_the_day(14))
    assert await calls(day, on_the_day(14)) == 1

    await tick(house, on_the_day(14, 9))
    assert (await house.only(FairTurn, FairTurn.number == 1)).state is TurnState.CALLED
    await tick(house, on_the_day(14, 10))

    assert (await house.only(FairTurn, FairTurn.number == 1)).state is TurnState.GONE
    assert (await house.only(FairTurn, FairTurn.number == 2)).state is TurnState.CALLED
    assert Notice.FAIR_PASSED in await told(day, late)
    assert Notice.FAIR_CALLED in await told(day, next_one)


async def booth_hears(day: Day, chat_id: int = 4141) -> list[tuple[str, int, int | None]]:
    """What the person of the first company was told: why who does not come, and who was called."""
    query = Outbox.chat_id == chat_id, Outbox.notice == Notice.BOOTH_NOT_COMING
    return [(r.body["why"], r.body["number"], r.body["next"]) for r in await day.house.rows(Outbox, *query)]


async def test_the_booth_hears_who_does_not_come_and_who_comes_instead(house: House) -> None:
    """By number; what happens to a number that was not called is no matter of theirs, nor of other companies."""
    day = await Day.of(house, talks=[])
    async with house.database.transaction() as session:
        for key, chat_id in (("mudeung", 4141), ("mobility", 4242)):
            code = await staff.invite(session, key, Role.COMPANY, NOW, day.companies[key])
            await staff.join(session, code, chat_id, NOW)
    turns = [await takes(day, await arrived(day), on_the_day(14)) for _ in range(3)]
    await calls(day, on_the_day(14))

    async with house.database.transaction() as session:
        await fairs.defer(session, turns[0].id, on_the_day(14, 1))
        await fairs.give_up(session, turns[2].id, on_the_day(14, 2))
        await fairs.give_up(session, turns[1].id, on_the_day(14, 3))
    await calls(day, on_the_day(14, 4))
    await tick(house, on_the_day(14, 14))

    assert await booth_hears(day) == [("deferred", 1, 2), ("gave_up", 2, None), ("late", 1, None)]
    assert await booth_hears(day, 4242) == []


async def test_who_has_a_time_is_called_at_it_before_the_numbers(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung")], talks=[])
    with_time = await arrived(day, "mudeung")
    number = await takes(day, await arrived(day), on_the_day(13, 45))

    assert await calls(day, on_the_day(13, 50)) == number.number
    assert await calls(day, on_the_day(13, 56)) == 2
    turn = await house.only(FairTurn, FairTurn.guest_id == with_time.id)
    assert turn.interview_id is not None


async def test_an_interview_that_is_over_is_the_first_step_of_the_chain(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung")], talks=[])
    guest = await arrived(day, "mudeung")
    async with house.database.transaction() as session:
        turn = await fairs.call_next(session, day.companies["mudeung"], on_the_day(14))
        await fairs.start(session, turn.id, on_the_day(14))
        await fairs.finish(session, turn.id, on_the_day(14, 12))

    outcome = await house.only(FairOutcome, FairOutcome.guest_id == guest.id)
    assert outcome.interviewed_at == on_the_day(14, 12)
    assert (await house.only(FairInterview)).state is InterviewState.DONE


async def test_who_was_early_with_a_number_is_not_called_again_at_their_time(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung")], talks=[])
    guest = await arrived(day, "mudeung")
    turn = await takes(day, guest, on_the_day(13, 41))
    for deed in (fairs.start, fairs.finish):
        async with house.database.transaction() as session:
            await deed(session, turn.id, on_the_day(13, 45))

    assert await calls(day, on_the_day(14)) is None
    assert await day.times(guest) == []


async def test_no_number_before_one_has_come(house: House) -> None:
    day = await Day.of(house)
    guest = await day.registers(await house.person())

    with pytest.raises(NotPossible) as refused:
        await takes(day, guest, on_the_day(14))

    assert refused.value.reason is Refusal.NOT_ARRIVED


# Afterwards.


async def test_after_the_day_who_came_is_asked_and_who_did_not_is_written_down(house: House) -> None:
    day = await Day.of(house, talks=[])
    came, missed = await arrived(day), await day.registers(await house.person())

    await tick(house, on_the_day(17, 1))

    assert (await day.guest(missed)).state is GuestState.MISSED
    [row] = [
        row
        for row in await house.rows(Outbox, Outbox.notice == Notice.FAIR_AFTER)
        if row.body["guest"] == came.id
    ]
    assert row.due_at == on_the_day(10) + timedelta(days=1)
    assert (await house.only(Fair, Fair.id == day.fair.id)).state is FairState.DONE


async def test_the_chain_of_a_year(house: House) -> None:
    day = await Day.of(house, talks=[])
    guests = [await arrived(day) for _ in range(4)]
    await day.registers(await house.person())
    steps = [(0, Step.INTERVIEWED), (1, Step.SECOND), (2, Step.HIRED), (3, Step.STAYED_90)]
    async with house.database.transaction() as session:
        for number, step in steps:
            for key in day.companies.values():  # two companies, still one person
                await fairs.mark(session, guests[number].id, key, step, Teller.STAFF, on_the_day(16))
    await tick(house, on_the_day(18))

    async with house.database.reading() as session:
        report = await fairs.report(session, 2026, on_the_day(18))

    total = report.total
    assert [getattr(total, name) for name in fairs.CHAIN] == [5, 4, 4, 1, 2, 1, 1]
    assert (len(report.lines), total.companies, total.openings, total.places) == (1, 2, 8, 24)
    assert total.filled == pytest.approx(100 * 4 / 24)

    async with house.database.transaction() as session:
        (await session.get_one(Fair, day.fair.id)).sample = True
    async with house.database.reading() as session:
        real = await fairs.report(session, 2026, on_the_day(18))
        everything = await fairs.report(session, 2026, on_the_day(18), samples=True)
    assert (real.lines, real.total, real.left_out) == ((), fairs.Chain(), 1)
    assert (everything.total, everything.left_out) == (total, 0)


async def test_a_later_no_takes_the_yes_back(house: House) -> None:
    day = await Day.of(house, talks=[])
    guest = await arrived(day)
    async with house.database.transaction() as session:
        for step in (Step.HIRED, Step.DECLINED):
            await fairs.mark(session, guest.id, day.companies["mudeung"], step, Teller.PERSON, on_the_day(16))

    outcome = await house.only(FairOutcome)
    assert (outcome.hired_at, outcome.declined_at) == (None, on_the_day(16))


@pytest.mark.parametrize("days", [30, 90])
async def test_who_was_hired_is_asked_once_whether_they_are_still_there(house: House, days: int) -> None:
    day = await Day.of(house, talks=[])
    guest = await arrived(day)
    async with house.database.transaction() as session:
        await fairs.mark(
            session, guest.id, day.companies["mudeung"], Step.HIRED, Teller.PERSON, on_the_day(16)
        )

    for later in (0, 1, 2):
        await tick(house, on_the_day(17) + timedelta(days=days + later))

    rows = await house.rows(Outbox, Outbox.notice == Notice.FAIR_STAYED)
    assert [row.body["days"] for row in rows] == [days]


@pytest.mark.parametrize(("back", "asked"), [(False, []), (True, [90])])
async def test_who_has_left_is_not_asked_again_unless_they_are_back(
    house: House, back: bool, asked: list[int]
) -> None:
    day = await Day.of(house, talks=[])
    guest, company_id = await arrived(day), day.companies["mudeung"]
    said = Teller.PERSON, on_the_day(16)
    async with house.database.transaction() as session:
        await fairs.mark(session, guest.id, company_id, Step.HIRED, *said)
        await fairs.leave_job(session, guest.id, company_id, on_the_day(16) + timedelta(days=31))
        if back:
            await fairs.mark(session, guest.id, company_id, Step.STAYED_30, *said)

    await tick(house, on_the_day(17) + timedelta(days=90))

    rows = await house.rows(Outbox, Outbox.notice == Notice.FAIR_STAYED)
    assert [row.body["days"] for row in rows] == asked


async def test_erasing_gives_the_place_back_and_leaves_numbers_about_nobody(house: House) -> None:
    day = await Day.of(house, capacity=1)
    person = await house.person()
    guest, waiting = await day.registers(person, "mudeung"), await day.registers(await house.person())

    async with house.database.transaction() as session:
        await privacy.erase(session, await session.merge(person), NOW)

    assert (await day.guest(guest)).person_id is None
    assert await day.times() == []
    assert (await day.guest(waiting)).state is GuestState.OFFERED


async def test_registrations_are_nobodys_after_their_keeping_time(house: House) -> None:
    day = await Day.of(house, talks=[])
    guest = await arrived(day, "mudeung")
    after = on_the_day(17) + timedelta(days=house.center.retention.fair_registration_days)
    await tick(house, after - timedelta(hours=2))
    assert (await day.guest(guest)).person_id is not None

    async with house.database.transaction() as session:
        await privacy.purge(session, house.center.retention, after + timedelta(hours=2))

    assert (await day.guest(guest)).person_id is None
    interviews = await house.rows(FairInterview)
    assert [each.person_id for each in interviews] == [None]


async def test_a_coaching_before_the_fair(house: House) -> None:
    """A seat on an earlier day is in no interview's way, and is reminded of in the evening before it, once."""
    early = {"key": "early", "title": "면접 코칭", "kind": "coaching", "place": "상담실", "seats": 4}
    day = await Day.of(house, talks=[early | {"hours": "10:00-11:00", "on": "2026-12-01"}])
    guest = await day.registers(await house.person())
    async with house.database.transaction() as session:
        [talk] = await fairs.talks(session, day.fair.id)
        await fairs.take_seat(session, guest, talk.id, NOW)
        await fairs.change_wishes(session, guest, [day.companies["mudeung"]], NOW)
    evening = day_before(talk.starts_at).due_at
    for moment in (evening - minutes(1), evening, evening + minutes(1)):
        await tick(house, moment)

    assert [each.starts_at for each in await day.times(guest)] == [on_the_day(14)]
    reminders = await house.rows(Outbox, Outbox.notice == Notice.FAIR_SEAT)
    assert [(row.body["talk"], row.due_at) for row in reminders] == [(talk.id, evening)]


async def test_the_examples_of_the_center_come_in_once(house: House, center: Center) -> None:
    for _ in range(2):
        await tick(house, NOW)

    found = await house.rows(Fair, col(Fair.sample).is_(True))
    assert [fair.key for fair in found] == [each.key for each in center.fairs]
    assert plan().sample is False


async def test_a_kept_fair_is_described_as_its_file(house: House) -> None:
    """What the chat changes goes the way of a file: describing and storing again changes nothing."""
    early = {"key": "early", "title": "면접 코칭", "kind": "coaching", "place": "상담실", "seats": 4}
    talks = [*plan().model_dump()["talks"], early | {"hours": "10:00-11:00", "on": "2026-12-01"}]
    written = plan(times_at="2026-12-01T18:00:00", map={"latitude": 35.15, "longitude": 126.91}, talks=talks)
    async with house.database.transaction() as session:
        fair = await fairs.store(session, written, NOW)
        described = await fairs.describe(session, fair)

    assert described == written


async def test_another_frame_keeps_companies_and_tells_everybody(house: House) -> None:
    day = await Day.of(house)
    guest = await day.registers(await house.person(), "mudeung")
    [before] = await day.times(guest)
    frame = fairs.Frame(
        title="일자리 수요데이 (옮김)",
        held_on=date(2026, 12, 9),
        hours=Hours.model_validate("14:00-17:00"),
        place="본관",
        capacity=12,
    )
    async with house.database.transaction() as session:
        fair = await session.get_one(Fair, day.fair.id)
        await fairs.change(session, fair, frame, NOW)

    kept = await house.only(Fair)
    assert (kept.title, kept.place, kept.capacity) == ("일자리 수요데이 (옮김)", "본관", 12)
    [after] = await day.times(guest)
    assert after.starts_at == before.starts_at + timedelta(days=7)
    assert await told(day, guest) == [Notice.FAIR_CHANGED]


@pytest.mark.parametrize(
    ("talks", "other", "where"),
    [
        (False, {"capacity": 1}, "capacity"),
        (True, {"capacity": 1}, "seats"),
        (True, {"hours": Hours.model_validate("13:00-14:30")}, "hours"),
        (True, {"held_on": date(2026, 12, 30)}, "on"),
    ],
)
async def test_a_frame_that_does_not_fit_changes_nothing(
    house: House, talks: bool, other: dict[str, Any], where: str
) -> None:
    """Also in a turn that goes on, to ask once more."""
    coachings = [{**each, "on": date(2026, 12, 1)} for each in plan().model_dump()["talks"]]
    coached = coachings if where == "on" else plan().talks
    day = await Day.of(house, talks=coached if talks else [])
    for _ in range(2):
        await day.registers(await house.person(), "mudeung")
    before = await house.only(Fair)
    frame = fairs.Frame("제목", date(2026, 12, 3), Hours.model_validate("14:00-17:00"), "본관", 24)
    async with house.database.transaction() as session:
        fair = await session.get_one(Fair, day.fair.id)
        with pytest.raises(NotStored) as refused:
            await fairs.change(session, fair, replace(frame, **other), NOW)

    assert refused.value.path[-1] == where
    assert await house.only(Fair) == before


async def test_called_off_in_the_chat(house: House) -> None:
    day = await Day.of(house)
    guest = await day.registers(await house.person(), "mudeung")
    for _ in range(2):
        async with house.database.transaction() as session:
            fair = await session.get_one(Fair, day.fair.id)
            await fairs.call_off(session, fair, NOW)

    assert await told(day, guest) == [Notice.FAIR_CANCELED]
    assert (await house.only(Fair)).state == "canceled"
