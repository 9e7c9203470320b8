"""What came of an absence or a special day, in numbers."""

from collections import Counter
from dataclasses import dataclass

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Disruption, DisruptionAnswer

MOVED = (DisruptionAnswer.COLLEAGUE, DisruptionAnswer.OTHER_TIME)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people were told, and what they chose; `silent` have not answered."""

    told: int
    moved: int
    canceled: int
    calls: int
    silent: int


async def tally(session: AsyncSession, *, absence_id: int | None, special_day_id: int | None) -> Tally:
    """Of those whom this absence or this special day concerned."""
    concerned = (
        Disruption.absence_id == absence_id if absence_id else Disruption.special_day_id == special_day_id
    )
    query = select(Disruption).where(concerned, col(Disruption.told_at).is_not(None))
    found = (await session.exec(query)).all()
    answers = Counter(each.answer for each in found)
    return Tally(
        told=len(found),
        moved=sum(answers[each] for each in MOVED),
        canceled=answers[DisruptionAnswer.CANCEL],
        calls=answers[DisruptionAnswer.CALL],
        silent=sum(each.answer is None and _still_open(each) for each in found),
    )


def _still_open(disruption: Disruption) -> bool:
    """Whether nobody was spared it: what was settled before its time was taken back or moved otherwise."""
    return disruption.settled_at is None or disruption.settled_at >= disruption.starts_at
