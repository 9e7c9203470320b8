"""Who of the staff can be called to somebody now."""

from datetime import datetime

from sqlalchemy import exists
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Duty, Role, Staff, Talk, TalkState
from bot.rules.office import is_open

OF_THE_CENTER = (Role.COUNSELOR, Role.OPERATOR)  # a company at a hiring day hears of nobody's despair


async def on_duty(session: AsyncSession, center: Center, now: datetime, *roles: Role) -> list[Staff]:
    """Members of the staff in these roles who are on duty now; without any, all of the center's own."""
    duties = (Duty.HOURS, Duty.ALWAYS) if is_open(center, now) else (Duty.ALWAYS,)
    query = (
        select(Staff)
        .where(
            col(Staff.chat_id).is_not(None),
            col(Staff.role).in_(roles or OF_THE_CENTER),
            col(Staff.duty).in_(duties),
        )
        .order_by(col(Staff.id))
    )
    return list((await session.exec(query)).all())


async def busy(session: AsyncSession) -> set[int]:
    """The members of the staff who are in a talk; by their row."""
    query = select(Staff.id).where(
        exists().where(col(Talk.staff_id) == Staff.id, col(Talk.state) == TalkState.OPEN)
    )
    return {number for number in (await session.exec(query)).all() if number}


async def change_duty(session: AsyncSession, members: tuple[Staff, ...], duty: Duty) -> None:
    """From now on these rows of one member may be called at these times."""
    for member in members:
        member.duty = duty
        session.add(member)
    await session.flush()
