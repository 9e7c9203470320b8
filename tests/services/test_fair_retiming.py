"""Another interview time, and what companies may see: changed by the guest after registering."""

from datetime import datetime, timedelta

import pytest

from bot.models import Arrival, FairGuest, FairInterview, FairTalk, How
from bot.services import fairs, profiles
from bot.services.fairs import NotPossible, Refusal
from tests.services.a_fair import Day, company, minutes, on_the_day
from tests.services.a_morning import NOW, House
from tests.services.test_fairs import TALK, calls


async def retimed(day: Day, guest: FairGuest, company_id: int, starts_at: datetime) -> FairInterview:
    async with day.house.database.transaction() as session:
        return await fairs.retime(session, await fairs.guest(session, guest.id), company_id, starts_at, NOW)


async def test_another_time_at_the_same_company_moves_nobody_else(house: House) -> None:
    one = company("mudeung", minutes=30, desks=1)
    day = await Day.of(house, companies=[one, company("mobility", minutes=30)], hours="14:00-17:00", talks=[])
    mudeung = day.companies["mudeung"]
    first = await day.registers(await house.person(), "mudeung", "mobility")  # 14:00, and then mobility
    second = await day.registers(await house.person(), "mudeung")  # 14:30
    before = {each.guest_id: each.starts_at for each in await day.times(second)}
    [beside] = [each for each in await day.times(first) if each.company_id != mudeung]

    async with house.database.reading() as session:
        free = await fairs.other_times(session, first, mudeung, NOW)
    walk = timedelta(minutes=3)
    assert free
    assert on_the_day(14) not in free  # which they have
    assert before[second.id] not in free
    assert all(
        each + minutes(30) + walk <= beside.starts_at or each >= beside.ends_at + walk for each in free
    )

    moved = await retimed(day, first, mudeung, free[-1])

    assert moved.starts_at == free[-1]
    assert {each.guest_id: each.starts_at for each in await day.times(second)} == before
    with pytest.raises(NotPossible) as refused:
        await retimed(day, second, mudeung, free[-1])
    assert refused.value.reason is Refusal.NO_TIME


async def test_the_time_that_is_free_by_it_goes_to_who_has_none(house: House) -> None:
    """Three times; who sits in a talk at the last one gets the first, when it becomes free."""
    alone = {"companies": [company("mudeung", minutes=30)], "hours": "14:00-15:30"}
    day = await Day.of(house, **alone, walking_minutes=0, talks=[TALK | {"hours": "15:00-15:30"}])
    mudeung = day.companies["mudeung"]
    first, _ = [await day.registers(await house.person(), "mudeung") for _ in range(2)]
    sits = await day.registers(await house.person())
    await day.sits(sits, await house.only(FairTalk))
    async with house.database.transaction() as session:
        await fairs.change_wishes(session, await fairs.guest(session, sits.id), [mudeung], NOW)
    assert await day.times(sits) == []

    await retimed(day, first, mudeung, on_the_day(15))

    assert [each.starts_at for each in await day.times(sits)] == [on_the_day(14)]


async def test_who_is_called_cannot_move_any_more(house: House) -> None:
    day = await Day.of(house, companies=[company("mudeung", minutes=30)], talks=[])
    guest = await day.registers(await house.person(), "mudeung")
    async with house.database.transaction() as session:
        await fairs.check_in(session, guest.id, Arrival.CODE, on_the_day(13, 50))
    await calls(day, on_the_day(13, 56))

    with pytest.raises(NotPossible) as refused:
        await retimed(day, guest, day.companies["mudeung"], on_the_day(15))

    assert refused.value.reason is Refusal.NOT_THERE


async def test_what_is_not_shared_any_more_is_closed_to_the_company_at_once(house: House) -> None:
    day = await Day.of(house)
    guest = await day.registers(await house.person(), "mudeung")
    async with house.database.transaction() as session:
        given = profiles.Given("민지", "민지", How.TYPED, None, NOW)
        await profiles.remember(session, guest.person_id, "name", given)
    seen = []
    for shared in (["name"], []):
        async with house.database.transaction() as session:
            await fairs.share(session, await fairs.guest(session, guest.id), shared)
        async with house.database.reading() as session:
            [visitor] = await fairs.visitors(session, day.companies["mudeung"])
            seen.append(visitor.shown)

    assert seen == [{"name": "민지"}, {}]
