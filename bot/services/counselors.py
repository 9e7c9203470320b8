"""The counselors whose hours can be booked."""

from collections.abc import Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, CounselorPlan
from bot.models import Counselor


async def engaged(session: AsyncSession, plans: Sequence[CounselorPlan]) -> dict[str, int]:
    """The numbers of the center's counselors by key; new ones get one, those who left become inactive."""
    known = {counselor.key: counselor for counselor in await counselors(session)}
    for plan in plans:
        counselor = known.setdefault(plan.key, Counselor(key=plan.key, name=plan.name))
        counselor.name, counselor.active = plan.name, True
        session.add(counselor)
    keys = {plan.key for plan in plans}
    for counselor in known.values():
        counselor.active = counselor.key in keys
    await session.flush()
    return {key: counselor.id for key, counselor in known.items() if counselor.id is not None}


async def counselors(session: AsyncSession) -> Sequence[Counselor]:
    """Everybody who is or was a counselor, by number."""
    query = select(Counselor).order_by(col(Counselor.id)).execution_options(populate_existing=True)
    return (await session.exec(query)).all()


def who_give(center: Center, service: str) -> list[str]:
    """The keys of the counselors who give this service."""
    return [plan.key for plan in center.counselors if service in plan.services]
