"""Nothing is kept longer than said (docs: retention)."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Delete, Update, exists
from sqlmodel import col, delete, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Retention
from bot.models import (
    Consent,
    Copy,
    Dialogue,
    DialogueState,
    Inbox,
    InboxState,
    Outbox,
    Person,
    ProfileAnswer,
    Question,
    QuestionState,
    Staff,
    Talk,
    Verdict,
)
from bot.services import fairs
from bot.services.privacy import book
from bot.services.privacy.erasing import PASSING, nobodys_inbox, nobodys_outbox

NUMBERS_REPEAT = timedelta(days=8)  # Telegram may begin its numbers anew after a week
DEAD_UPDATES = timedelta(days=30)
DELIVERIES = timedelta(days=365)


async def purge(session: AsyncSession, retention: Retention, now: datetime) -> int:
    """Forget whatever is older than its keeping time; how many rows that were."""
    rows = 0
    for statement in _outdated(retention, now):
        rows += (await session.exec(statement)).rowcount
    return rows + await fairs.forget_old(session, now - timedelta(days=retention.fair_registration_days))


def _outdated(retention: Retention, now: datetime) -> Iterator[Update | Delete]:
    yield from _messages(retention, now)
    yield from _records(retention, now)
    yield from _talks(retention, now)
    yield from book.outdated(retention, now)
    yield from _orphans()


def _messages(retention: Retention, now: datetime) -> list[Update | Delete]:
    """What people and we wrote to each other."""
    chat_text = now - timedelta(days=retention.chat_text_days)
    ended = col(Outbox.state).not_in(PASSING)
    return [
        delete(Inbox).where(col(Inbox.state) == InboxState.DONE, col(Inbox.done_at) < now - NUMBERS_REPEAT),
        delete(Inbox).where(col(Inbox.state) == InboxState.DEAD, col(Inbox.received_at) < now - DEAD_UPDATES),
        update(Outbox)
        .where(ended, col(Outbox.ended_at) < chat_text, col(Outbox.body).is_not(None))
        .values(body=None),
        delete(Outbox).where(ended, col(Outbox.ended_at) < now - DELIVERIES),
        delete(Copy).where(col(Copy.ended_at) < now - DELIVERIES),
        delete(Dialogue).where(
            col(Dialogue.state) == DialogueState.DONE, col(Dialogue.touched_at) < chat_text
        ),
    ]


def _records(retention: Retention, now: datetime) -> list[Update | Delete]:
    """What we know of people, and proofs that are no longer needed."""
    answers = now - timedelta(days=retention.answer_days)
    return [
        delete(Dialogue).where(col(Dialogue.state) != DialogueState.DONE, col(Dialogue.touched_at) < answers),
        delete(ProfileAnswer).where(col(ProfileAnswer.answered_at) < answers),
        delete(Consent).where(col(Consent.withdrawn_at) < now - timedelta(days=retention.consent_days)),
        update(Staff)
        .where(col(Staff.joined_at).is_(None), col(Staff.invite_expires_at) < now)
        .values(invite_hash=None, invite_expires_at=None),
    ]


def _talks(retention: Retention, now: datetime) -> list[Update | Delete]:
    """Talks and questions: an answered question is knowledge of the center's, and stays."""
    chat_text = now - timedelta(days=retention.chat_text_days)
    answers = now - timedelta(days=retention.answer_days)
    return [
        delete(Talk).where(col(Talk.ended_at) < chat_text),
        delete(Question).where(
            col(Question.state) != QuestionState.ANSWERED, col(Question.last_at) < answers
        ),
        delete(Verdict).where(col(Verdict.given_at) < now - DELIVERIES),
        update(Person).where(col(Person.hushed_until) < now).values(hushed_until=None),
    ]


def _orphans() -> list[Update | Delete]:
    """Messages of chats that were forgotten while they were on their way."""
    return [
        nobodys_outbox().where(col(Outbox.chat_id) > 0, ~_somebodys(col(Outbox.chat_id))),
        nobodys_inbox().where(col(Inbox.chat_id) > 0, ~_somebodys(col(Inbox.chat_id))),
    ]


def _somebodys(chat_id: Any) -> ColumnElement[bool]:
    """Condition on a chat: a person or a member of the staff is known by it."""
    return exists().where(col(Person.chat_id) == chat_id) | exists().where(col(Staff.chat_id) == chat_id)
