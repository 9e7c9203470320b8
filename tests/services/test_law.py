"""The table of the law, and what the database does about it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from sqlmodel import delete

from bot.models import Announcement, AnnouncementState, ConsentKind, Copy, LegalClass, Person
from bot.rules.advertising import verdict
from bot.rules.quiet import is_night
from bot.services import announcements, clockwork, consents
from tests.rules.the_law import TABLE
from tests.services.a_morning import House

AGES = list({tuple(sorted(ages.items())): ages for _, ages, _, _ in TABLE}.values())
MOMENTS = sorted({moment for _, _, moment, _ in TABLE})


@pytest.mark.parametrize("law", LegalClass)
async def test_the_audience_is_as_the_law_says(house: House, law: LegalClass) -> None:
    """Everybody of the table at once, at each of its hours: who gets a copy, and who of them at night."""
    people = {person.id: ages for person, ages in zip(await house.crowd(len(AGES)), AGES, strict=True)}
    for moment in MOMENTS:
        await _agreed(house, people, moment)
        reach = await _told(house, law, moment)
        expected = {each: verdict(law, ages, moment) for each, ages in people.items()}
        copies = {copy.person_id: copy for copy in await house.rows(Copy)}

        assert set(copies) == {each for each, decided in expected.items() if decided.at}
        leaves = {each for each, copy in copies.items() if copy.night or not is_night(moment)}
        assert leaves == {each for each, decided in expected.items() if decided.at == moment}
        assert (reach.now, reach.held) == (len(leaves), len(copies) - len(leaves))
        assert reach.not_opted_in == len(people) - len(copies)


async def _agreed(
    house: House, people: Mapping[int | None, Mapping[ConsentKind, timedelta]], moment: datetime
) -> None:
    """Each consent is as old as the table says, at this moment; nothing was announced before."""
    async with house.database.transaction() as session:
        await session.exec(delete(Copy))
        await session.exec(delete(Announcement))
        for person_id, ages in people.items():
            person = await session.get_one(Person, person_id)
            await consents.withdraw(session, person.id or 0, list(ConsentKind), moment)
            for kind, age in ages.items():
                await consents.give(session, person.id or 0, [kind], "2026-11", moment - age)


async def _told(house: House, law: LegalClass, moment: datetime) -> announcements.Reach:
    """One announcement of this class to everybody, released at this moment."""
    told = Announcement(
        text="소식",
        law=law,
        sponsor="무등가전" if law is LegalClass.ADVERT else None,
        origin=f"table:{law}:{moment:%H%M}",
        state=AnnouncementState.SCHEDULED,
        due_at=moment,
        created_at=moment,
    )
    async with house.database.transaction() as session:
        session.add(told)
        await session.flush()
        reach = await announcements.count(session, told, house.center, moment)
        await clockwork.announce(session, house.center, moment)
    return reach
