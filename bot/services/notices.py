"""Notices: what somebody is owed, as a kind and its facts; put into words when it is sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import (
    Outbox,
    OutboxKind,
    Priority,
)
from bot.services.rows import insert_into
from bot.services.truths import (
    follow_up_waits,
    guest_stands,
    live_start,
    offer_is_open,
    still_disrupted,
    talk_waits,
)


class Notice(StrEnum):
    """Every kind of notice there is."""

    BOOKING_REQUESTED = "booking.requested"
    BOOKING_CHANGED = "booking.changed"
    BOOKING_CANCELED = "booking.canceled"
    BOOKING_ACCEPTED = "booking.accepted"
    BOOKING_OTHER_TIME = "booking.other_time"
    BOOKING_CANCELED_BY_CENTER = "booking.canceled_by_center"
    BOOKING_LATE = "booking.late"
    BOOKING_NO_SHOW = "booking.no_show"
    BOOKING_CALENDAR = "booking.calendar"
    BOOKING_PROPOSED = "booking.proposed"
    BOOKING_PROPOSAL_TAKEN = "booking.proposal_taken"
    COLLEAGUE_ASKED = "colleague.asked"
    COLLEAGUE_REFUSED = "colleague.refused"
    BOOKING_PASSED_ON = "booking.passed_on"
    BOOKING_TAKEN_OVER = "booking.taken_over"
    BOOKING_BY_STAFF = "booking.by_staff"
    BOOKING_POSTPONED = "booking.postponed"
    SERIES_NEXT = "series.next"
    GROUP_CANCELED = "group.canceled"
    WAITING_OFFER = "waiting.offer"
    WAITING_LAPSED = "waiting.lapsed"
    WAITING_LOST = "waiting.lost"
    WAITING_OVER = "waiting.over"
    INVITED = "invitation.asked"
    INVITATION_REMINDER = "invitation.reminder"
    INVITATION_DECLINED = "invitation.declined"
    AGENDA = "agenda.morning"
    THREE_DAYS = "reminder.three_days"
    DAY_BEFORE = "reminder.day_before"
    TWO_HOURS = "reminder.two_hours"
    PROGRESS = "announcement.progress"
    TRIAL = "announcement.trial"
    APPROVAL = "announcement.approval"
    PAUSED = "announcement.paused"
    CONFIRM = "consent.confirm"
    TALK_ASKED = "talk.asked"
    TALK_DISTRESS = "talk.distress"
    TALK_NOBODY = "talk.nobody"
    TALK_OVER = "talk.over"
    QUESTION_ANSWERED = "question.answered"
    ANSWER_REPORTED = "answer.reported"
    FAIR_OFFER = "fair.offer"
    FAIR_OFFER_OVER = "fair.offer_over"
    FAIR_TIMES = "fair.times"
    FAIR_CHANGED = "fair.changed"
    FAIR_CANCELED = "fair.canceled"
    FAIR_DAY_BEFORE = "fair.day_before"
    FAIR_SEAT = "fair.seat"
    FAIR_CALLED = "fair.called"
    FAIR_PASSED = "fair.passed"
    BOOTH_NOT_COMING = "booth.not_coming"
    FAIR_AFTER = "fair.after"
    FAIR_STAYED = "fair.stayed"
    DISRUPTED = "disruption.ways"
    RESTORED = "disruption.over"
    DISRUPTION_SUMMARY = "disruption.summary"


# These speak of a meeting that takes place; the others report what happened.
OF_A_LIVE_APPOINTMENT = frozenset(
    {
        Notice.BOOKING_REQUESTED,
        Notice.BOOKING_CHANGED,
        Notice.BOOKING_ACCEPTED,
        Notice.BOOKING_OTHER_TIME,
        Notice.BOOKING_LATE,
        Notice.BOOKING_PROPOSED,
        Notice.BOOKING_PROPOSAL_TAKEN,
        Notice.COLLEAGUE_ASKED,
        Notice.COLLEAGUE_REFUSED,
        Notice.BOOKING_PASSED_ON,
        Notice.BOOKING_BY_STAFF,
        Notice.BOOKING_POSTPONED,
        Notice.THREE_DAYS,
        Notice.DAY_BEFORE,
        Notice.TWO_HOURS,
        Notice.RESTORED,
    }
)
# These call somebody to a talk that still waits.
OF_A_WAITING_TALK = frozenset({Notice.TALK_ASKED, Notice.TALK_DISTRESS, Notice.TALK_NOBODY})
# These ask for a choice that nobody has made yet.
OF_A_FOLLOW_UP = frozenset({Notice.SERIES_NEXT, Notice.INVITED, Notice.INVITATION_REMINDER})
REMINDERS = frozenset({Notice.THREE_DAYS, Notice.DAY_BEFORE, Notice.TWO_HOURS})


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice to be written. Facts are ids and times, never names or phones."""

    chat_id: int
    notice: str
    due_at: datetime
    facts: Mapping[str, Any] = field(default_factory=dict)
    expires_at: datetime | None = None
    dedupe_key: str | None = None
    appointment_id: int | None = None
    priority: Priority = Priority.ALERT
    edits_id: int | None = None
    method: str = "sendMessage"


async def notify(
    session: AsyncSession,
    chat_id: int,
    notice: str,
    facts: Mapping[str, Any],
    now: datetime,
    **particulars: Any,
) -> int | None:
    """Owe somebody a notice; `due_at`, `expires_at`, `dedupe_key`, `appointment_id`, … as in Draft.

    The number of the new row, or None when that dedupe key is there already.
    """
    due_at = particulars.pop("due_at", None) or now
    draft = Draft(chat_id=chat_id, notice=notice, facts=facts, due_at=due_at, **particulars)
    return next(iter(await write(session, [draft], now)), None)


async def write(session: AsyncSession, drafts: Iterable[Draft], now: datetime) -> list[int]:
    """Write the notices whose dedupe keys are new; their numbers."""
    rows = [_row(draft, now) for draft in drafts]
    if not rows:
        return []
    insert = insert_into(session, Outbox).values(rows).on_conflict_do_nothing(index_elements=["dedupe_key"])
    written = await session.exec(insert.returning(col(Outbox.id)))
    return [number for number in written.scalars() if number is not None]


def _row(draft: Draft, now: datetime) -> dict[str, Any]:
    return {
        "chat_id": draft.chat_id,
        "kind": OutboxKind.NOTICE,
        "method": "editMessageText" if draft.edits_id else draft.method,
        "notice": str(draft.notice),
        "body": dict(draft.facts),
        "appointment_id": draft.appointment_id,
        "edits_id": draft.edits_id,
        "priority": draft.priority,
        "due_at": draft.due_at,
        "expires_at": draft.expires_at,
        "dedupe_key": draft.dedupe_key,
        "created_at": now,
    }


async def still_true(session: AsyncSession, row: Outbox, now: datetime) -> bool:
    """Whether a notice may still be said: its meeting is live and at that time, its talk still waits."""
    if row.notice in OF_A_WAITING_TALK:
        return await talk_waits(session, int(row.body["talk"]))
    if row.notice == Notice.DISRUPTED:
        return await still_disrupted(session, int(row.body["disruption"]), now)
    if row.notice in OF_A_FOLLOW_UP:
        return await follow_up_waits(session, row.body)
    if row.notice == Notice.WAITING_OFFER:
        return await offer_is_open(session, int(row.body["offer"]))
    if row.notice not in OF_A_LIVE_APPOINTMENT:
        return await guest_stands(session, row.body)
    starts_at = datetime.fromisoformat(row.body["starts_at"])
    if row.notice in REMINDERS and starts_at <= now:
        return False
    return await live_start(session, row.appointment_id) == starts_at
