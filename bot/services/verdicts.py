"""What people say of our answers."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Role, Staff, Verdict, VerdictKind
from bot.services.notices import Notice, notify
from bot.services.rows import insert_into


async def give(session: AsyncSession, person_id: int, passage: str, kind: VerdictKind, now: datetime) -> None:
    """This person's latest word about this answer. That it is wrong, the operators hear once a day."""
    insert = insert_into(session, Verdict).values(
        person_id=person_id, passage=passage, kind=kind, given_at=now
    )
    latest = {"kind": insert.excluded.kind, "given_at": insert.excluded.given_at}
    await session.exec(insert.on_conflict_do_update(index_elements=["person_id", "passage"], set_=latest))
    if kind is VerdictKind.WRONG:
        await _report(session, passage, now)


async def counted(session: AsyncSession, passage: str) -> Mapping[VerdictKind, int]:
    """How many people said what of this answer."""
    query = select(Verdict.kind, func.count()).where(Verdict.passage == passage).group_by(Verdict.kind)
    return {VerdictKind(kind): many for kind, many in (await session.exec(query)).all()}


async def _report(session: AsyncSession, passage: str, now: datetime) -> None:
    query = select(Staff.chat_id).where(Staff.role == Role.OPERATOR).distinct()
    for chat_id in (await session.exec(query)).all():
        if chat_id:
            key = f"wrong:{passage}:{chat_id}:{now:%Y-%m-%d}"
            await notify(session, chat_id, Notice.ANSWER_REPORTED, {"passage": passage}, now, dedupe_key=key)
