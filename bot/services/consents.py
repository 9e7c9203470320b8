"""What people agreed to."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import text
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Consent, ConsentKind
from bot.services.announcements.steps import call_off, let_sleep
from bot.services.rows import insert_into


async def in_force(session: AsyncSession, person_id: int) -> frozenset[ConsentKind]:
    """What this person agrees to at present."""
    query = select(Consent.kind).where(Consent.person_id == person_id, col(Consent.withdrawn_at).is_(None))
    return frozenset(ConsentKind(kind) for kind in (await session.exec(query)).all())


async def give(
    session: AsyncSession, person_id: int, kinds: Iterable[ConsentKind], version: str, now: datetime
) -> None:
    """The person agrees; an agreement in force stays as it was given."""
    rows = [
        {"person_id": person_id, "kind": kind, "version": version, "given_at": now}
        for kind in sorted(set(kinds))
    ]
    if rows:
        insert = insert_into(session, Consent).values(rows)
        await session.exec(
            insert.on_conflict_do_nothing(
                index_elements=["person_id", "kind"], index_where=text("withdrawn_at IS NULL")
            )
        )


async def withdraw(
    session: AsyncSession, person_id: int, kinds: Iterable[ConsentKind], now: datetime
) -> None:
    """The person no longer agrees; that they once did is kept. News on their way are called off."""
    unwanted = list(kinds)
    withdrawn = (
        update(Consent)
        .where(
            col(Consent.person_id) == person_id,
            col(Consent.kind).in_(unwanted),
            col(Consent.withdrawn_at).is_(None),
        )
        .values(withdrawn_at=now)
    )
    await session.exec(withdrawn)
    await call_off(session, person_id, now, set(unwanted))
    if ConsentKind.NIGHT in unwanted:
        await let_sleep(session, person_id)
