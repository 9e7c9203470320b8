"""Putting what the sender holds into words."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import chat
from bot.center import Center
from bot.models import Outbox, Person
from bot.notices import (
    agendas,
    announcements,
    appointments,
    arranged,
    booths,
    calendar_files,
    called_off,
    consents,
    deciding,
    disruptions,
    fairs,
    groups,
    invitations,
    talks,
    waiting,
)
from bot.notices.copies import Copies
from bot.notices.told import Told
from bot.say import Card, Enclosure
from bot.services import notices
from bot.services.notices import Notice

Words = Callable[[Told], Awaitable[Card | Enclosure]]


class Notices:
    """Puts what the sender holds into words: notices, and copies of announcements."""

    def __init__(self, center: Center) -> None:
        self.center = center
        self.phrase = Copies(center).phrase

    async def render(self, session: AsyncSession, row: Outbox, now: datetime) -> dict[str, Any] | None:
        """The call's parameters without the chat; None where it is no longer true."""
        language = await _language(session, row.chat_id)
        if not await notices.still_true(session, row, now):
            return None
        if row.notice == Notice.TRIAL:
            written = row.body.get("language") or language  # an operator sees what each reader will see
            trial = await self.phrase(session, (int(row.body["announcement"]),), written, False)
            return trial and trial[1]
        words = WORDS[Notice(row.notice or "")]
        made = await words(Told(session, self.center, language, row, now))
        return chat.enclosing(made, language) if isinstance(made, Enclosure) else chat.call(made, language)


async def _language(session: AsyncSession, chat_id: int) -> str:
    query = select(Person.language).where(Person.chat_id == chat_id)
    return (await session.exec(query)).first() or "ko"


WORDS: dict[Notice, Words] = {
    Notice.BOOKING_REQUESTED: appointments.requested,
    Notice.BOOKING_CHANGED: appointments.changed,
    Notice.BOOKING_CANCELED: appointments.canceled,
    Notice.BOOKING_ACCEPTED: appointments.accepted,
    Notice.BOOKING_OTHER_TIME: appointments.other_time,
    Notice.BOOKING_CANCELED_BY_CENTER: called_off.canceled_by_center,
    Notice.BOOKING_LATE: appointments.late,
    Notice.BOOKING_NO_SHOW: appointments.no_show,
    Notice.BOOKING_CALENDAR: calendar_files.saved,
    Notice.BOOKING_PROPOSED: deciding.proposed,
    Notice.BOOKING_PROPOSAL_TAKEN: deciding.proposal_taken,
    Notice.COLLEAGUE_ASKED: deciding.colleague_asked,
    Notice.COLLEAGUE_REFUSED: deciding.colleague_refused,
    Notice.BOOKING_PASSED_ON: deciding.passed_on,
    Notice.BOOKING_TAKEN_OVER: deciding.taken_over,
    Notice.BOOKING_BY_STAFF: arranged.booked,
    Notice.BOOKING_POSTPONED: arranged.postponed,
    Notice.SERIES_NEXT: arranged.next_meeting,
    Notice.GROUP_CANCELED: groups.canceled,
    Notice.WAITING_OFFER: waiting.offer,
    Notice.WAITING_LAPSED: waiting.lapsed,
    Notice.WAITING_LOST: waiting.lost,
    Notice.WAITING_OVER: waiting.over,
    Notice.INVITED: invitations.asked,
    Notice.INVITATION_REMINDER: invitations.reminder,
    Notice.INVITATION_DECLINED: invitations.declined,
    Notice.AGENDA: agendas.morning,
    Notice.THREE_DAYS: appointments.three_days,
    Notice.DAY_BEFORE: appointments.day_before,
    Notice.TWO_HOURS: appointments.two_hours,
    Notice.DISRUPTED: disruptions.ways,
    Notice.RESTORED: disruptions.restored,
    Notice.DISRUPTION_SUMMARY: disruptions.summary,
    Notice.PROGRESS: announcements.progress,
    Notice.APPROVAL: announcements.approval,
    Notice.PAUSED: announcements.paused,
    Notice.CONFIRM: consents.confirm,
    Notice.TALK_ASKED: talks.asked,
    Notice.TALK_DISTRESS: talks.distress,
    Notice.TALK_NOBODY: talks.nobody,
    Notice.TALK_OVER: talks.over,
    Notice.QUESTION_ANSWERED: talks.answered,
    Notice.ANSWER_REPORTED: talks.reported,
    Notice.FAIR_OFFER: fairs.offer,
    Notice.FAIR_OFFER_OVER: fairs.offer_over,
    Notice.FAIR_TIMES: fairs.times,
    Notice.FAIR_CHANGED: fairs.changed,
    Notice.FAIR_CANCELED: fairs.canceled,
    Notice.FAIR_DAY_BEFORE: fairs.day_before,
    Notice.FAIR_SEAT: fairs.seat,
    Notice.FAIR_CALLED: fairs.called,
    Notice.FAIR_PASSED: fairs.passed,
    Notice.BOOTH_NOT_COMING: booths.not_coming,
    Notice.FAIR_AFTER: fairs.after,
    Notice.FAIR_STAYED: fairs.stayed,
}
