"""What is true of people who wanted to be forgotten."""

from collections.abc import Iterator

from bot.models import (
    BOOKED_STATES,
    Appointment,
    AppointmentState,
    Call,
    Invitation,
    Outbox,
    OwnCounselor,
    Series,
    Waiting,
)
from tests.book.truths import Moment

OF_A_PERSON = (Appointment, Waiting, Invitation, Call, Series, OwnCounselor)


def nobody_is_remembered(moment: Moment) -> Iterator[str]:
    """No row of the book names them, and nothing that was meant for them waits or can be read."""
    for table in OF_A_PERSON:
        for row in moment.book.all(table):
            if row.person_id in moment.forgotten:  # type: ignore[attr-defined]
                yield f"{row!r} is of somebody who wanted to be forgotten"
    since = {each.chat_id: each.at for each in moment.forgotten.values()}
    for notice in moment.book.all(Outbox):
        if notice.chat_id in since and notice.created_at <= since[notice.chat_id]:
            yield f"{notice.notice} of {notice.appointment_id} is kept for a chat that was forgotten"


def what_is_nobodys_is_free(moment: Moment) -> Iterator[str]:
    """A meeting that is nobody's any longer is off, unless it has begun; nobody holds a time for nobody."""
    for each in moment.appointments.values():
        ahead = each.state in BOOKED_STATES and each.starts_at > moment.now
        in_session = each.places is not None and each.session_id is None
        if each.person_id is None and not in_session and (ahead or each.state is AppointmentState.HELD):
            yield f"{each.number} is {each.state} for nobody"
