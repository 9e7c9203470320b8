"""Finding somebody for the staff: by a booking number or a telephone, never by a list of names."""

import re

from sqlmodel import String, cast, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, ConsentKind, Person, ProfileAnswer
from bot.services import consents

NUMBER = re.compile(r"B-\d{5}")
NEEDED = {ConsentKind.COLLECT, ConsentKind.ABROAD}


async def person_behind(session: AsyncSession, number: str) -> Person | None:
    """Who has this booking number, or told us this telephone; whoever wrote last, where two phones share it.

    None for nobody, and for somebody who no longer agrees that we keep anything.
    """
    query = select(Person).order_by(col(Person.seen_at).desc(), col(Person.id)).limit(1)
    if NUMBER.fullmatch(number):
        query = query.join(Appointment, col(Appointment.person_id) == Person.id).where(
            Appointment.number == number
        )
    else:
        query = query.join(ProfileAnswer, col(ProfileAnswer.person_id) == Person.id).where(
            ProfileAnswer.question == "contact", cast(col(ProfileAnswer.value), String) == f'"{number}"'
        )
    found = (await session.exec(query)).first()
    if found is None or found.id is None or not await consents.in_force(session, found.id) >= NEEDED:
        return None
    return found


async def person_of(session: AsyncSession, person_id: int) -> Person | None:
    """The same person again, later in a dialogue, unless they have left meanwhile."""
    if not await consents.in_force(session, person_id) >= NEEDED:
        return None
    return await session.get(Person, person_id)
