"""Mending what went out: rewriting every delivered copy, or telling more to those who got it."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Announcement, LegalClass, Staff
from bot.services.announcements.planning import Plan, draft, hand_in
from bot.services.announcements.steps import held


async def rewrite(
    session: AsyncSession, staff: Staff, announcement_id: int, text: str, center: Center, now: datetime
) -> Announcement | None:
    """Every copy that was delivered says this from now on, and so do those that still wait.

    The ledger keeps who got the first words, and whose message was rewritten.
    """
    told = await held(session, announcement_id)
    if told is None or told.released_at is None or told.edits_id is not None:
        return None
    told.text, told.words = text, {}
    told.revision += 1
    session.add(told)
    rewriting = await draft(session, staff, Plan(text), now)
    rewriting.edits_id, rewriting.revision = told.id, told.revision
    rewriting.law, rewriting.sponsor, rewriting.picture = told.law, told.sponsor, told.picture
    return await hand_in(session, rewriting, center, now, now)


async def tell_more(
    session: AsyncSession, staff: Staff, announcement_id: int, text: str, center: Center, now: datetime
) -> Announcement | None:
    """Another message to those who got it, or may have: it concerns them, whatever they wish to hear of."""
    told = await held(session, announcement_id)
    if told is None or told.released_at is None:
        return None
    plan = Plan(text, {"got": announcement_id}, law=LegalClass.SERVICE)
    return await hand_in(session, await draft(session, staff, plan, now), center, now, now)
