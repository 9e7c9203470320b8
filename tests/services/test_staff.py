"""Who may act for the center."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.models import OutboxState, Role, Staff
from bot.services import staff
from bot.services.staff import NotInvited, Why
from tests.services.a_morning import NOW, House, at


async def invited(house: House, name: str = "누리", role: Role = Role.COUNSELOR) -> str:
    async with house.database.transaction() as session:
        return await staff.invite(session, name, role, NOW)


async def join(house: House, code: str, chat_id: int, now=NOW) -> Staff:
    async with house.database.transaction() as session:
        return await staff.join(session, code, chat_id, now)


async def test_an_invitation_is_used_once(house: House) -> None:
    code = await invited(house)
    joined = await join(house, code, 11)
    again = await join(house, code, 11)
    with pytest.raises(NotInvited) as reason:
        await join(house, code, 12)

    assert reason.value.reason is Why.USED
    assert (joined.id, joined.counselor_id) == (again.id, 3)
    assert re.fullmatch(r"[A-Za-z0-9]{20,40}", code)
    assert code not in (await house.only(Staff)).model_dump_json()


async def test_a_code_is_valid_for_a_day(house: House) -> None:
    code = await invited(house)
    with pytest.raises(NotInvited) as late:
        await join(house, code, 11, NOW + timedelta(hours=24))
    with pytest.raises(NotInvited) as unknown:
        await join(house, "guessed", 11)

    assert (late.value.reason, unknown.value.reason) == (Why.EXPIRED, Why.UNKNOWN)


async def test_two_chats_with_one_code(house: House) -> None:
    code = await invited(house)
    outcomes = await asyncio.gather(*(join(house, code, chat) for chat in range(10)), return_exceptions=True)

    assert sum(isinstance(outcome, Staff) for outcome in outcomes) == 1
    assert all(isinstance(outcome, Staff | NotInvited) for outcome in outcomes)


@pytest.mark.parametrize(
    ("name", "counselor_id"),
    [
        pytest.param("누리", 3, id="name"),
        pytest.param("nuri", 3, id="key"),
        pytest.param("박", None, id="else"),
    ],
)
async def test_a_counselor_is_known_by_name(house: House, name: str, counselor_id: int | None) -> None:
    assert (await house.member(name)).counselor_id == counselor_id


async def test_an_operator_is_no_counselor(house: House) -> None:
    assert (await house.member("누리", Role.OPERATOR)).counselor_id is None


async def test_who_joins_hears_of_requests_that_nobody_knows(house: House) -> None:
    booked = await house.book(await house.person(), at(30, 9), "finance")
    first = await house.member("yunseul")
    second = await house.member("nuri")

    assert await house.told(first.chat_id) == ["booking.requested"]
    assert await house.told(second.chat_id) == []  # somebody has heard
    assert booked.counselor_id == second.counselor_id


async def test_an_operator_hears_of_no_request(house: House) -> None:
    await house.book(await house.person(), at(30, 9), "finance")
    operator = await house.member("안내", Role.OPERATOR)

    assert await house.told(operator.chat_id) == []


async def test_one_chat_has_many_roles_and_leaves_one(house: House) -> None:
    code, other = await invited(house), await invited(house, "안내", Role.OPERATOR)
    counselor = await join(house, code, 11)
    await join(house, other, 11)
    async with house.database.transaction() as session:
        assert {role.role for role in await staff.roles_of(session, 11)} == {Role.COUNSELOR, Role.OPERATOR}
        await staff.leave(session, await session.merge(counselor))
    async with house.database.reading() as session:
        assert [role.role for role in await staff.roles_of(session, 11)] == [Role.OPERATOR]
        assert [member.name for member in await staff.listed(session)] == ["안내"]
    with pytest.raises(NotInvited):
        await join(house, code, 11)


async def test_invited_again_is_listed_once(house: House) -> None:
    for _ in range(2):
        await join(house, await invited(house), 11)
    await house.book(await house.person(), at(30, 9), "finance")

    assert await house.told(11, OutboxState.WAITING) == ["booking.requested"]
    async with house.database.reading() as session:
        assert len(await staff.listed(session)) == 1
