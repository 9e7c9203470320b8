"""What counselors and people are told about an appointment: rows of the outbox, written with the deed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, Outbox, OutboxState, Role, Staff
from bot.rules.reminders import reminders
from bot.services import calls
from bot.services.notices import REMINDERS, Draft, Notice, write
from bot.services.people import chat_of
from bot.services.rows import end_waiting

ALERTS = (
    Notice.BOOKING_REQUESTED,
    Notice.BOOKING_CHANGED,
    Notice.COLLEAGUE_REFUSED,
    Notice.BOOKING_PROPOSAL_TAKEN,
)
REPLIES = (
    Notice.BOOKING_ACCEPTED,
    Notice.BOOKING_OTHER_TIME,
    Notice.BOOKING_PASSED_ON,
    Notice.BOOKING_BY_STAFF,
    Notice.BOOKING_POSTPONED,
)


# These ask for an answer: what they asked is kept by their key (see asking.py).
QUESTIONS = (Notice.BOOKING_PROPOSED, Notice.COLLEAGUE_ASKED)


async def alert_counselor(
    session: AsyncSession,
    appointment: Appointment,
    counselor_id: int,
    notice: Notice,
    now: datetime,
    starts_at: datetime | None = None,
) -> None:
    """Tell the counselor's chats; when the counselor has none, every counselor of the center.

    `starts_at` is the time that it is about, where the appointment has another one by now.
    """
    chats = await counselor_chats(session, counselor_id)
    about = {**facts(appointment), **({"starts_at": written(starts_at)} if starts_at else {})}
    drafts = [replace(_draft(appointment, chat, notice, now), facts=about) for chat in chats]
    await write(session, drafts, now)


async def tell_person(
    session: AsyncSession, appointment: Appointment, notice: Notice, now: datetime, **more: object
) -> None:
    """Tell the person who has the appointment, unless they were forgotten; `more` are further facts."""
    chat_id = await chat_of(session, appointment.person_id)
    if chat_id is not None:
        draft = _draft(appointment, chat_id, notice, now)
        await write(session, [replace(draft, facts={**draft.facts, **more})], now)


async def miss_person(
    session: AsyncSession, appointment: Appointment, due_at: datetime, now: datetime
) -> None:
    """Tell the person, once, that they were missed."""
    chat_id = await chat_of(session, appointment.person_id)
    if chat_id is not None:
        draft = Draft(
            chat_id=chat_id,
            notice=Notice.BOOKING_NO_SHOW,
            facts=facts(appointment),
            due_at=due_at,
            dedupe_key=_key(appointment, "missed"),
            appointment_id=appointment.id,
        )
        await write(session, [draft], now)


async def remind_person(session: AsyncSession, appointment: Appointment, now: datetime) -> None:
    """Owe the person the reminders that are still ahead."""
    chat_id = await chat_of(session, appointment.person_id)
    if chat_id is None:
        return
    drafts = [
        Draft(
            chat_id=chat_id,
            notice=reminder.kind,
            facts=facts(appointment),
            due_at=reminder.due_at,
            expires_at=reminder.expires_at,
            dedupe_key=_key(appointment, reminder.kind.removeprefix("reminder.").replace("_", "-")),
            appointment_id=appointment.id,
        )
        for reminder in reminders(appointment.starts_at, now)
    ]
    await write(session, drafts, now)


async def call_off(
    session: AsyncSession, appointment: Appointment, now: datetime, notices: Iterable[Notice]
) -> None:
    """Nothing of this kind that still waits for this appointment is sent."""
    await end_waiting(
        session,
        OutboxState.CANCELED,
        now,
        col(Outbox.appointment_id) == appointment.id,
        col(Outbox.notice).in_([str(notice) for notice in notices]),
    )


async def call_off_all(session: AsyncSession, appointment: Appointment, now: datetime) -> None:
    """The meeting does not take place as said: no reminder, request or answer that waits is true."""
    assert appointment.id is not None
    await call_off(session, appointment, now, (*REMINDERS, *ALERTS, *REPLIES, Notice.BOOKING_LATE))
    await withdraw(session, appointment, now)
    await calls.call_off(session, appointment.id, now)


async def withdraw(
    session: AsyncSession,
    appointment: Appointment,
    now: datetime,
    *whom: int,
    of: Iterable[Notice] = QUESTIONS,
) -> None:
    """What was asked is answered or no longer meant: it is not sent, and its buttons do nothing any more."""
    fitting = [
        col(Outbox.appointment_id) == appointment.id,
        col(Outbox.notice).in_([str(notice) for notice in of]),
        *([col(Outbox.chat_id).in_(whom)] if whom else []),
    ]
    await end_waiting(session, OutboxState.CANCELED, now, *fitting)
    await session.exec(update(Outbox).where(*fitting).values(dedupe_key=None))


async def counselor_chats(session: AsyncSession, counselor_id: int) -> list[int]:
    """The chats that hear of this counselor's appointments."""
    query = select(Staff.chat_id, Staff.counselor_id).where(
        Staff.role == Role.COUNSELOR, col(Staff.chat_id).is_not(None)
    )
    joined = (await session.exec(query.order_by(col(Staff.id)))).all()
    own = [chat_id for chat_id, whose in joined if whose == counselor_id]
    everybody = [chat_id for chat_id, _ in joined]
    return list(dict.fromkeys(chat_id for chat_id in own or everybody if chat_id is not None))


def facts(appointment: Appointment) -> dict[str, object]:
    """What a notice needs to find its words: which appointment, and when it was meant to be."""
    return {
        "appointment_id": appointment.id,
        "starts_at": written(appointment.starts_at),
    }


def written(moment: datetime) -> str:
    """A moment as facts have it."""
    return moment.astimezone(UTC).isoformat(timespec="minutes")


def _draft(appointment: Appointment, chat_id: int, notice: Notice, now: datetime) -> Draft:
    return Draft(
        chat_id=chat_id,
        notice=notice,
        facts=facts(appointment),
        due_at=now,
        appointment_id=appointment.id,
    )


def _key(appointment: Appointment, what: str) -> str:
    moment = appointment.starts_at.astimezone(UTC)
    return f"appointment:{appointment.id}:{what}:{moment:%Y-%m-%dT%H:%MZ}"
