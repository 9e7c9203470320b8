"""What guests are told: rows of the outbox, written with the deed."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import FairGuest, GuestState
from bot.services.notices import Draft, Notice, write
from bot.services.people import chat_of

PLACED = (GuestState.REGISTERED, GuestState.ARRIVED)


async def tell(
    session: AsyncSession,
    guest: FairGuest,
    notice: Notice,
    now: datetime,
    facts: Mapping[str, Any] | None = None,
    **particulars: Any,
) -> None:
    """Owe this guest a notice, unless they were forgotten; it is said while their state is among `states`."""
    chat_id = await chat_of(session, guest.person_id)
    if chat_id is None:
        return
    states: Iterable[GuestState] = particulars.pop("states", PLACED)
    told = {
        "guest": guest.id,
        "fair": guest.fair_id,
        "states": [str(state) for state in states],
        **(facts or {}),
    }
    due_at = particulars.pop("due_at", now)
    draft = Draft(chat_id=chat_id, notice=notice, facts=told, due_at=due_at, **particulars)
    await write(session, [draft], now)


async def guests(session: AsyncSession, fair_id: int, states: Iterable[GuestState]) -> list[FairGuest]:
    """The guests of a fair in these states, in the order in which they registered."""
    query = select(FairGuest).where(FairGuest.fair_id == fair_id, col(FairGuest.state).in_(list(states)))
    query = query.order_by(col(FairGuest.registered_at), col(FairGuest.id))
    return list((await session.exec(query.execution_options(populate_existing=True))).all())


def moment(when: datetime) -> str:
    """A moment as facts carry it."""
    return when.astimezone(UTC).isoformat(timespec="minutes")
