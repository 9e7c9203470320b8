"""The counselors whose hours can be booked."""

from collections.abc import Mapping, Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Counselor, Gives


async def engaged(session: AsyncSession, center: Center) -> dict[str, int]:
    """The numbers of the center's counselors by key; new ones get one, those who left become inactive."""
    known = {counselor.key: counselor for counselor in await counselors(session)}
    for plan in center.counselors:
        counselor = known.setdefault(plan.key, Counselor(key=plan.key, name=plan.name))
        counselor.name, counselor.active = plan.name, True
        session.add(counselor)
    keys = {plan.key for plan in center.counselors}
    for counselor in known.values():
        counselor.active = counselor.key in keys
    await session.flush()
    ids = {key: counselor.id for key, counselor in known.items() if counselor.id is not None}
    await _say_what_they_give(session, center, ids)
    return ids


async def _say_what_they_give(session: AsyncSession, center: Center, ids: Mapping[str, int]) -> None:
    wanted = {
        (service.key, ids[plan.key], way)
        for plan in center.counselors
        for service in center.services
        for way in set(service.ways) & set(plan.ways)
        if service.key in plan.services
    }
    found = (await session.exec(select(Gives))).all()
    there = {(row.service, row.counselor_id, row.way): row for row in found}
    for given in there.keys() - wanted:
        await session.delete(there[given])
    for service_key, counselor_id, way in sorted(wanted - there.keys()):
        session.add(Gives(service=service_key, counselor_id=counselor_id, way=way))
    await session.flush()


async def counselors(session: AsyncSession) -> Sequence[Counselor]:
    """Everybody who is or was a counselor, by number."""
    query = select(Counselor).order_by(col(Counselor.id)).execution_options(populate_existing=True)
    return (await session.exec(query)).all()


def who_give(center: Center, service: str, way: str | None = None) -> list[str]:
    """The keys of the counselors who give this service, in this way where one is wished for."""
    return [
        plan.key
        for plan in center.counselors
        if service in plan.services and (way is None or way in plan.ways)
    ]


async def giving(session: AsyncSession, center: Center, service: str, way: str | None) -> Sequence[Counselor]:
    """The active counselors who give this service in this way, in the center's order."""
    keys = who_give(center, service, way)
    query = select(Counselor).where(col(Counselor.key).in_(keys), col(Counselor.active).is_(True))
    return sorted((await session.exec(query)).all(), key=lambda each: keys.index(each.key))
