"""Several people press at the same moment: one wins, nobody is met twice, and every loser hears why."""

import asyncio
from itertools import combinations

from sqlalchemy import func, text
from sqlmodel import col, select

from bot.models import LIVE_STATES, Appointment, AppointmentEvent, Cause, Counselor, Person, Staff
from bot.services import bookings, people
from bot.services.bookings import NotBookable, NotThere, passing, proposing
from tests.services.a_morning import NOW, House, at

ONE, TWO = at(30, 13), at(30, 14)  # on Monday afternoon 윤슬, 하늘 and 누리 are all there


async def tried(deed: object) -> str:
    """What became of it, in a word."""
    try:
        await deed  # type: ignore[misc]
    except (NotThere, NotBookable) as refused:
        return str(refused.reason)
    return "done"


async def no_overlaps(house: House) -> None:
    live = await house.rows(Appointment, col(Appointment.state).in_(LIVE_STATES))
    for one, other in combinations(live, 2):
        if one.counselor_id == other.counselor_id or one.person_id == other.person_id:
            assert one.busy_until <= other.starts_at or other.busy_until <= one.starts_at


async def asked(house: House) -> tuple[Person, Appointment, Staff, list[Staff]]:
    """An intake at one, and both colleagues who could take it were asked."""
    members = [await house.member(key) for key in ("yunseul", "haneul", "nuri")]
    person = await house.person()
    booked = await house.book(person, ONE)
    [owner] = [each for each in members if each.counselor_id == booked.counselor_id]
    others = [each for each in members if each is not owner]
    async with house.database.transaction() as session:
        for each in others:
            assert await passing.ask_colleague(
                session, house.center, owner, booked.id or 0, each.counselor_id or 0, NOW
            )
    return person, booked, owner, others


async def take_over(house: House, staff: Staff, booked: Appointment) -> None:
    async with house.database.transaction() as session:
        await passing.take_over(session, house.center, staff, booked.id or 0, NOW)


async def accept(house: House, staff: Staff, booked: Appointment) -> None:
    async with house.database.transaction() as session:
        await bookings.accept(session, staff, booked.id or 0, NOW)


async def choose(house: House, person: Person, booked: Appointment) -> None:
    async with house.database.transaction() as session:
        await proposing.choose(session, house.center, person, booked.id or 0, TWO, NOW)


async def occupied(house: House, staff: Staff) -> None:
    """This counselor meets somebody else at one."""
    async with house.database.transaction() as session:
        somebody = await people.heard_from(session, next(house.chats), "ko", NOW)
        await bookings.book(
            session, house.center, somebody, "intake", ONE, NOW, counselor_id=staff.counselor_id
        )


async def test_two_colleagues_say_yes_at_once(house: House) -> None:
    _, booked, _, others = await asked(house)
    ends = await asyncio.gather(*(tried(take_over(house, each, booked)) for each in others for _ in range(2)))

    assert sorted(ends)[:2] == ["done", "done"]  # the winner's second tap changes nothing
    assert sorted(ends)[2:] == ["moved", "moved"]
    passed = await house.rows(AppointmentEvent, AppointmentEvent.why == Cause.PASSED_ON)
    assert len(passed) == 1
    await no_overlaps(house)


async def test_a_yes_while_the_person_moves_or_cancels_and_the_owner_accepts(house: House) -> None:
    """Whatever comes first holds; what comes after is done to what is there then, or refused."""
    person, booked, owner, others = await asked(house)
    await asyncio.gather(
        *(tried(take_over(house, each, booked)) for each in others),
        tried(accept(house, owner, booked)),
        tried(house.change(person, booked, TWO)),
        tried(house.cancel(person, booked)),
    )

    await no_overlaps(house)
    after = await house.only(Appointment)
    events = await house.rows(AppointmentEvent)
    assert (after.state, after.starts_at) == (events[-1].state, events[-1].starts_at)
    assert after.counselor_id == events[-1].counselor_id
    assert after.sequence == len(events) - 1


async def test_a_colleague_says_yes_while_others_book_that_very_time(house: House) -> None:
    _, booked, _, others = await asked(house)
    rivals = [await house.person() for _ in range(4)]
    ends = await asyncio.gather(
        *(tried(take_over(house, each, booked)) for each in others),
        *(tried(house.book(each, ONE)) for each in rivals),
    )

    await no_overlaps(house)
    live = await house.rows(Appointment, Appointment.starts_at == ONE)
    assert len(live) == 3  # three counselors, three meetings, whoever has which
    assert ends[2:].count("done") == 2


async def somebody_waits(house: House) -> bool:
    """Whether a transaction stands at a lock that another one has."""
    async with house.database.reading() as session:
        waits = text("locktype = 'advisory' AND NOT granted")
        return (await session.exec(select(func.count()).select_from(text("pg_locks")).where(waits))).one() > 0


async def test_who_waited_for_a_colleague_gets_the_time_that_the_colleague_left(
    house: House, database_url: str
) -> None:
    """While they wait for the one who is free, that one takes a meeting over, and its counselor is free."""
    if not database_url.startswith("postgresql"):
        return  # one writer: nobody looks while another writes
    _, booked, _, [taker, other] = await asked(house)
    await occupied(house, other)
    rival = await house.person()
    async with house.database.transaction() as session:
        await passing.take_over(session, house.center, taker, booked.id or 0, NOW)
        booking = asyncio.create_task(house.book(rival, ONE))
        while not await somebody_waits(house):
            assert not booking.done()
    assert (await booking).counselor_id == booked.counselor_id


async def test_a_proposed_time_is_taken_by_one_of_many(house: House) -> None:
    """The same free time was proposed to two people, and a third just books it."""
    staff = await house.member("nuri")
    people = [await house.person() for _ in range(3)]
    first = await house.book(people[0], at(30, 9), "finance")
    second = await house.book(people[1], at(30, 10), "finance")
    async with house.database.transaction() as session:
        for each in (first, second):
            await proposing.propose(session, house.center, staff, each.id or 0, [TWO], NOW)
    ends = await asyncio.gather(
        tried(choose(house, people[0], first)),
        tried(choose(house, people[1], second)),
        tried(house.book(people[2], TWO, "finance")),
    )

    assert sorted(ends) == ["done", "taken", "taken"]
    await no_overlaps(house)
    async with house.database.reading() as session:
        nuri = (await session.exec(select(Counselor.id).where(Counselor.key == "nuri"))).one()
    there = await house.rows(Appointment, Appointment.starts_at == TWO, Appointment.counselor_id == nuri)
    assert len(there) == 1
