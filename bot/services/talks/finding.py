"""Which talk there is, and how long people usually wait for one."""

from datetime import timedelta
from statistics import median

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Staff, Talk, TalkState

LATELY = 20  # talks that the usual wait is taken from
FEWEST = 5  # with fewer nothing can be called usual
LONG = timedelta(hours=1)  # who waited longer had left a word for the next morning


async def live_talk(session: AsyncSession, person_id: int) -> Talk | None:
    """The talk that this person waits for, or is in."""
    query = select(Talk).where(
        Talk.person_id == person_id, col(Talk.state).in_((TalkState.WAITING, TalkState.OPEN))
    )
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def live_talk_of(
    session: AsyncSession, talk_id: int, person_id: int, staff: tuple[Staff, ...]
) -> Talk | None:
    """This talk, where it is not over and this chat has a part in it."""
    talk = await session.get(Talk, talk_id, populate_existing=True)
    if talk is None or talk.state is TalkState.ENDED:
        return None
    return talk if talk.person_id == person_id or talk.staff_id in {m.id for m in staff} else None


async def open_talk_with(session: AsyncSession, person_id: int, staff: tuple[Staff, ...]) -> Talk | None:
    """The talk in which this chat is now, as a job seeker or as a member of the staff."""
    members = [member.id for member in staff]
    query = select(Talk).where(
        Talk.state == TalkState.OPEN,
        or_(col(Talk.person_id) == person_id, col(Talk.staff_id).in_(members)),
    )
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def usual_wait(session: AsyncSession) -> timedelta | None:
    """How long it lately took until a counselor came: the median; None while too little is known."""
    query = (
        select(Talk.asked_at, Talk.taken_at)
        .where(col(Talk.taken_at).is_not(None))
        .order_by(col(Talk.id).desc())
        .limit(2 * LATELY)
    )
    moments = (await session.exec(query)).all()
    waits = [(taken - asked).total_seconds() for asked, taken in moments if taken]
    soon = [seconds for seconds in waits if seconds < LONG.total_seconds()][:LATELY]
    return timedelta(seconds=median(soon)) if len(soon) >= FEWEST else None
