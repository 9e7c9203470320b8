"""The agenda of the morning: to whom, when, how often; and when not."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, delete

from bot.center import Closure
from bot.models import Absence, AbsenceKind, Chore, Counselor, Outbox, OutboxState, Role, SpecialDay, Staff
from bot.services import clockwork
from tests.services.a_morning import NOW, House, at

TUESDAY = at(24, 8, 30)
WEDNESDAY = at(25, 8, 30)


async def tick(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


async def agendas(house: House) -> list[Outbox]:
    return await house.rows(Outbox, Outbox.notice == "agenda.morning")


async def everybody(house: House) -> dict[str, Staff]:
    """All three have joined on Monday; what they were told until then has arrived."""
    members = {key: await house.member(key) for key in ("yunseul", "haneul", "nuri")}
    await tick(house, NOW)
    async with house.database.transaction() as session:
        for row in await house.rows(Outbox):
            row.state, row.ended_at = OutboxState.SENT, NOW
            await session.merge(row)
    return members


async def told_on(house: House, day: str) -> set[int]:
    return {row.chat_id for row in await agendas(house) if row.body["day"] == day}


async def test_at_half_past_eight_and_not_before(house: House) -> None:
    members = await everybody(house)
    await tick(house, TUESDAY - timedelta(seconds=1))
    assert await told_on(house, "2026-11-24") == set()
    await tick(house, TUESDAY)

    at_work = {members["yunseul"].chat_id, members["haneul"].chat_id}  # 누리 does not come on Tuesdays
    assert await told_on(house, "2026-11-24") == at_work
    row = (await agendas(house))[-1]
    assert (row.due_at, row.expires_at) == (TUESDAY, at(24, 18))


async def test_once_a_day_whatever_happens(house: House) -> None:
    """Many beats, a restart, and a chore that was forgotten: one agenda each."""
    await everybody(house)
    for seconds in (0, 1, 2, 3600):
        await tick(house, TUESDAY + timedelta(seconds=seconds))
    first = len(await agendas(house))
    async with house.database.transaction() as session:
        await session.exec(delete(Chore))
    await tick(house, TUESDAY + timedelta(hours=2))

    assert len(await agendas(house)) == first


async def test_late_where_we_were_away_and_not_after_closing(house: House) -> None:
    members = await everybody(house)
    await tick(house, at(24, 15))  # the process was stopped in the morning
    assert members["yunseul"].chat_id in await told_on(house, "2026-11-24")
    await tick(house, at(25, 18))

    assert await told_on(house, "2026-11-25") == set()


async def test_who_is_not_there_hears_only_of_what_they_have(house: House) -> None:
    """누리 does not work on Tuesdays, but has agreed to meet somebody."""
    members = await everybody(house)
    booked = await house.book(await house.person(), at(25, 10), "finance")
    async with house.database.transaction() as session:
        row = await session.get_one(type(booked), booked.id)
        row.slot_id, row.starts_at = None, at(24, 10)
        row.ends_at, row.busy_until = at(24, 10, 50), at(24, 11)
        session.add(row)
    await tick(house, TUESDAY)

    assert members["nuri"].chat_id in await told_on(house, "2026-11-24")


async def test_who_is_on_leave_is_left_alone(house: House) -> None:
    members = await everybody(house)
    counselor = await house.only(Counselor, Counselor.key == "yunseul")
    async with house.database.transaction() as session:
        session.add(
            Absence(
                counselor_id=counselor.id or 0,
                kind=AbsenceKind.LEAVE,
                first_day=at(24, 12).date(),
                last_day=at(24, 12).date(),
                entered_by_id=members["yunseul"].id or 0,
                entered_at=NOW,
            )
        )
    await tick(house, TUESDAY)

    assert await told_on(house, "2026-11-24") == {members["haneul"].chat_id}


@pytest.mark.parametrize("why", ["Saturday", "holiday", "closure", "special day"])
async def test_not_on_days_off(house: House, why: str) -> None:
    members = await everybody(house)
    morning = TUESDAY
    match why:
        case "Saturday":
            morning = at(28, 9)
        case "holiday":
            morning = at(25, 9, month=12)
        case "closure":
            closed = Closure(date=at(24, 12).date(), name="휴무", closed=True)
            house.center = house.center.model_copy(update={"closures": (closed,)})
        case _:
            async with house.database.transaction() as session:
                session.add(
                    SpecialDay(
                        day=at(24, 12).date(),
                        name="임시공휴일",
                        closed=True,
                        entered_by_id=members["nuri"].id or 0,
                        entered_at=NOW,
                    )
                )
    await tick(house, morning)

    assert [row for row in await agendas(house) if row.due_at == morning] == []


async def test_nobody_without_a_chat_and_no_operator(house: House) -> None:
    await house.member("운영", Role.OPERATOR)
    await tick(house, TUESDAY)

    assert await agendas(house) == []


async def test_two_processes_tell_once(house: House) -> None:
    """Both see the same beat; one of them writes."""
    await everybody(house)
    async with house.database.transaction() as session:
        for _ in range(2):
            await clockwork.agendas.tell(session, house.center, at(24, 18), TUESDAY)

    rows = await house.rows(Outbox, Outbox.notice == "agenda.morning", col(Outbox.due_at) == TUESDAY)
    assert len(rows) == len({row.chat_id for row in rows}) == 2
