"""Every two years people are asked whether they still want what they agreed to (정보통신망법 50 ⑧)."""

from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Consent, ConsentKind, Person
from bot.rules.advertising import ASKED_BEFORE, CONFIRMED_KINDS, VALID
from bot.rules.quiet import is_night
from bot.services.notices import Draft, Notice, write

PAGE = 500  # people asked in one beat


async def ask_due(session: AsyncSession, now: datetime) -> int:
    """Ask those whose consents are nearly two years old, by day; that they were asked is kept."""
    if is_night(now):
        return 0
    asked: dict[int, list[Consent]] = {}
    for consent, chat_id in (await session.exec(_old(now))).all():
        consent.confirm_asked_at = now
        session.add(consent)
        asked.setdefault(chat_id, []).append(consent)
    await write(session, [_question(chat_id, consents, now) for chat_id, consents in asked.items()], now)
    await session.flush()
    return len(asked)


def _old(now: datetime) -> Any:
    """Consents that were given or confirmed nearly two years ago, and whose they are."""
    since = func.coalesce(col(Consent.confirmed_at), col(Consent.given_at))
    return (
        select(Consent, Person.chat_id)
        .join(Person, col(Person.id) == Consent.person_id)
        .where(
            col(Consent.kind).in_(CONFIRMED_KINDS),
            col(Consent.withdrawn_at).is_(None),
            since <= now - VALID + ASKED_BEFORE,
            col(Consent.confirm_asked_at).is_(None) | (col(Consent.confirm_asked_at) < since),
            col(Person.unreachable_at).is_(None),
            col(Person.hushed_until).is_(None) | (col(Person.hushed_until) <= now),
        )
        .order_by(col(Consent.person_id), col(Consent.id))
        .limit(PAGE)
        .with_for_update(skip_locked=True, of=Consent)
    )


def _question(chat_id: int, consents: list[Consent], now: datetime) -> Draft:
    given_at = min(each.confirmed_at or each.given_at for each in consents)
    facts = {"kinds": [each.kind for each in consents], "given_at": given_at.isoformat()}
    key = f"confirm:{min(each.id or 0 for each in consents)}:{given_at.date()}"
    return Draft(chat_id, Notice.CONFIRM, now, facts, dedupe_key=key)


async def confirm(session: AsyncSession, person_id: int, now: datetime) -> frozenset[ConsentKind]:
    """They still want it: what they agreed to holds for two more years. What was confirmed."""
    mine = (
        col(Consent.person_id) == person_id,
        col(Consent.kind).in_(CONFIRMED_KINDS),
        col(Consent.withdrawn_at).is_(None),
    )
    await session.exec(update(Consent).where(*mine).values(confirmed_at=now))
    return frozenset(
        ConsentKind(kind) for kind in (await session.exec(select(Consent.kind).where(*mine))).all()
    )
