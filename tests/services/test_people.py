"""People, what they agreed to, what they told us."""

import asyncio

import pytest

from bot.models import Consent, ConsentKind, How, Person, ProfileAnswer
from bot.services import consents, people, profiles
from bot.services.profiles import Given
from tests.services.a_morning import NOW, House


@pytest.mark.parametrize(
    ("code", "language"),
    [("ko", "ko"), ("en", "en"), ("en-GB", "en"), ("vi", "ko"), (None, "ko"), ("", "ko")],
)
async def test_the_language_we_answer_in(house: House, code: str | None, language: str) -> None:
    async with house.database.transaction() as session:
        await people.heard_from(session, 7_000_000_000, code, NOW)

    assert (await house.only(Person)).language == language


async def test_a_chosen_language_stays(house: House) -> None:
    async with house.database.transaction() as session:
        person = await people.heard_from(session, 1, "ko", NOW)
        await people.choose_language(session, person, "en")
    async with house.database.transaction() as session:
        again = await people.heard_from(session, 1, "ko", NOW)

    assert (again.language, again.language_chosen) == ("en", True)


async def test_an_update_without_a_language_changes_none(house: House) -> None:
    async with house.database.transaction() as session:
        await people.heard_from(session, 1, "en", NOW)
        await people.heard_from(session, 1, None, NOW)

    assert (await house.only(Person)).language == "en"


async def test_who_writes_again_can_be_reached_again(house: House) -> None:
    person = await house.person()
    async with house.database.transaction() as session:
        await people.became_unreachable(session, person.chat_id, NOW)
    assert (await house.only(Person)).unreachable_at == NOW
    async with house.database.transaction() as session:
        again = await people.heard_from(session, person.chat_id, "ko", NOW)

    assert (again.id, again.unreachable_at) == (person.id, None)


async def test_ten_first_messages_are_one_person(house: House) -> None:
    async def write() -> None:
        async with house.database.transaction() as session:
            await people.heard_from(session, 1, "ko", NOW)

    await asyncio.gather(*(write() for _ in range(10)))

    assert len(await house.rows(Person)) == 1


async def test_consent_is_given_once_and_withdrawn_and_given_anew(house: House) -> None:
    person = await house.person()
    for version in ("1", "2"):
        async with house.database.transaction() as session:
            await consents.give(session, person.id, [ConsentKind.NEWS], version, NOW)
    assert (await house.only(Consent)).version == "1"

    async with house.database.transaction() as session:
        await consents.withdraw(session, person.id, ConsentKind, NOW)
        assert await consents.in_force(session, person.id) == frozenset()
        await consents.give(session, person.id, [ConsentKind.NEWS, ConsentKind.NIGHT], "3", NOW)

    assert [(c.kind, c.version, c.withdrawn_at) for c in await house.rows(Consent)] == [
        ("news", "1", NOW),
        ("news", "3", None),
        ("night", "3", None),
    ]


@pytest.mark.parametrize("value", ["북구", 14, "12-35", ["money", "care"], [], None, "01012345678"])
async def test_the_latest_answer_is_what_we_know(house: House, value: object) -> None:
    person = await house.person(district="남구")
    given = Given(value, "아니, 북구요", How.CORRECTED, 42, NOW)
    async with house.database.transaction() as session:
        await profiles.remember(session, person.id, "district", given)
    async with house.database.reading() as session:
        [(question, answer)] = (await profiles.known(session, person.id)).items()
        same = await profiles.answered_by(session, person.id, 42)

    assert (question, answer.value, answer.words) == ("district", value, "아니, 북구요")
    assert same is answer
    assert len(await house.rows(ProfileAnswer)) == 1
