"""The morning's agenda: what each counselor has today, or that the day is free."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import Counselor, Role, Staff
from bot.rules.agenda import due_at, ends_at, is_at_work
from bot.services import bookings, days
from bot.services.notices import Draft, Notice, write


def hours_of_telling(center: Center, now: datetime) -> tuple[datetime, datetime] | None:
    """From when until when today's agendas are told; None where this is not a moment for it.

    Late is better than never, until the center closes.
    """
    today = now.astimezone(SEOUL).date()
    begins, ends = due_at(today), ends_at(center, today)
    return (begins, ends) if ends is not None and begins <= now < ends else None


async def tell(session: AsyncSession, center: Center, until: datetime, now: datetime) -> None:
    """Owe each counselor their agenda of today, once; who is not there and has nothing is left alone."""
    today = now.astimezone(SEOUL).date()
    absences = await days.absences(session, today)
    plans = {plan.key: plan for plan in center.counselors}
    drafts = []
    for counselor_id, (key, chats) in (await _counselors(session)).items():
        plan = plans.get(key)
        there = plan and is_at_work(center, plan, today, absences.get(counselor_id, ()))
        if there or await bookings.day_of(session, counselor_id, today):
            drafts += [_draft(counselor_id, chat_id, today, until, now) for chat_id in chats]
    await write(session, drafts, now)


async def _counselors(session: AsyncSession) -> Mapping[int, tuple[str, list[int]]]:
    """The active counselors who have a chat: their keys and their chats."""
    query = (
        select(Counselor.id, Counselor.key, Staff.chat_id)
        .join(Staff, col(Staff.counselor_id) == Counselor.id)
        .where(col(Counselor.active).is_(True), Staff.role == Role.COUNSELOR, col(Staff.chat_id).is_not(None))
        .order_by(col(Counselor.id), col(Staff.id))
    )
    found: dict[int, tuple[str, list[int]]] = {}
    for counselor_id, key, chat_id in (await session.exec(query)).all():
        if counselor_id is not None and chat_id is not None:
            found.setdefault(counselor_id, (key, []))[1].append(chat_id)
    return found


def _draft(counselor_id: int, chat_id: int, day: date, until: datetime, now: datetime) -> Draft:
    return Draft(
        chat_id=chat_id,
        notice=Notice.AGENDA,
        facts={"counselor": counselor_id, "day": day.isoformat()},
        due_at=now,
        expires_at=until,
        dedupe_key=f"agenda:{counselor_id}:{chat_id}:{day}",
    )
