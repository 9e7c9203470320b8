"""What the counselor has asked of a person or a colleague, and nobody has answered yet.

There is no table for it: the notice that asks is the record. Its dedupe key names what was asked about the
time that the appointment has. It stays when the message is delivered; telling.withdraw takes it away.
"""

from datetime import UTC, datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, Outbox
from bot.services.bookings import telling
from bot.services.notices import Draft, Notice, write

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


async def ask(
    session: AsyncSession,
    about: Appointment,
    notice: Notice,
    chat_id: int,
    what: str,
    now: datetime,
    **facts: object,
) -> bool:
    """Ask this chat; False where the very same question is open already. `what` names it, in few letters."""
    draft = Draft(
        chat_id=chat_id,
        notice=notice,
        facts={**telling.facts(about), **facts},
        due_at=now,
        appointment_id=about.id,
        dedupe_key=f"{_stem(about, notice)}{what}",
    )
    return bool(await write(session, [draft], now))


async def open_questions(session: AsyncSession, about: Appointment, notice: Notice) -> list[str]:
    """What was asked about this appointment at the time that it has, and still stands."""
    stem = _stem(about, notice)
    query = select(Outbox.dedupe_key).where(
        col(Outbox.appointment_id) == about.id, col(Outbox.dedupe_key).startswith(stem, autoescape=True)
    )
    return [key.removeprefix(stem) for key in (await session.exec(query)).all() if key]


def minutes_of(moment: datetime) -> int:
    """A moment in as few letters as a key and a button have room for: minutes since 1970."""
    return (moment - EPOCH) // timedelta(minutes=1)


def moment_of(minutes: int) -> datetime:
    """The moment again."""
    return EPOCH + timedelta(minutes=minutes)


def _stem(about: Appointment, notice: Notice) -> str:
    return f"{notice}:{about.id}:{minutes_of(about.starts_at)}:"
