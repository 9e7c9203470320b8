"""What is true of the notices: each has its cause, is said while it is true, and once."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from bot.clock import SEOUL
from bot.models import (
    BOOKED_STATES,
    Absence,
    Actor,
    AppointmentEvent,
    AppointmentState,
    Cause,
    Disruption,
    Invitation,
    Offer,
    OfferState,
    Outbox,
    OutboxState,
    ReminderAnswer,
    Series,
    SpecialDay,
    Waiting,
    WaitingState,
)
from bot.rules.reminders import reminders
from bot.services.notices import OF_A_LIVE_APPOINTMENT, REMINDERS, Notice
from tests.book.truths import Moment

State = AppointmentState
Speaks = Callable[[Moment, Outbox, list[AppointmentEvent]], bool]


def starts_at(row: Outbox) -> datetime:
    """Which time of the meeting a notice speaks of."""
    return datetime.fromisoformat(row.body["starts_at"])


def then(row: Outbox, events: list[AppointmentEvent]) -> list[AppointmentEvent]:
    """What happened to the appointment when the notice was written."""
    return [each for each in events if each.at == row.created_at]


def _placed(_: Moment, row: Outbox, events: list[AppointmentEvent]) -> bool:
    """It was booked for that time, or moved there, before."""
    return any(
        each.state in BOOKED_STATES and each.starts_at == starts_at(row) and each.at <= row.created_at
        for each in events
    )


def _just_placed(_: Moment, row: Outbox, events: list[AppointmentEvent]) -> bool:
    return any(each.starts_at == starts_at(row) and each.state in BOOKED_STATES for each in then(row, events))


def _just_moved(_: Moment, row: Outbox, events: list[AppointmentEvent]) -> bool:
    moved = [each for each in then(row, events) if each.from_starts_at is not None]
    return any(each.starts_at == starts_at(row) for each in moved)


def _placed_by_staff(_: Moment, row: Outbox, events: list[AppointmentEvent]) -> bool:
    return any(each.by is Actor.STAFF and each.starts_at == starts_at(row) for each in then(row, events))


def _left(_: Moment, row: Outbox, events: list[AppointmentEvent]) -> bool:
    """The counselor does not have it any longer."""
    return any(
        each.state is State.CANCELED_BY_PERSON
        or (each.from_counselor_id is not None and each.from_counselor_id != each.counselor_id)
        for each in then(row, events)
    )


def _became(state: AppointmentState) -> Speaks:
    return lambda _, row, events: any(each.state is state for each in then(row, events))


def _confirmed(_: Moment, row: Outbox, events: list[AppointmentEvent]) -> bool:
    return any(
        each.state is State.CONFIRMED and each.starts_at == starts_at(row) and each.at <= row.created_at
        for each in events
    )


def _late(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    answered = {(each.appointment_id, each.starts_at) for each in moment.book.all(ReminderAnswer)}
    return (row.appointment_id, starts_at(row)) in answered


def _disrupted(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    return any(
        (each.id, each.appointment_id, each.starts_at, each.found_at)
        == (row.body["disruption"], row.appointment_id, starts_at(row), row.created_at)
        for each in moment.book.all(Disruption)
    )


def _restored(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    return any(
        (each.appointment_id, each.starts_at, each.settled_at)
        == (row.appointment_id, starts_at(row), row.created_at)
        for each in moment.book.all(Disruption)
    )


def _entered(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    absences = {each.id for each in moment.book.all(Absence)}
    specials = {each.id for each in moment.book.all(SpecialDay)}
    return row.body["absence"] in absences or row.body["special_day"] in specials


def _because(cause: Cause) -> Speaks:
    """It moved, for this reason."""
    return lambda _, row, events: any(each.why is cause for each in then(row, events))


def _offered(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    return any(
        (each.id, each.offered_at) == (row.body["offer"], row.created_at) for each in moment.book.all(Offer)
    )


def _ended(state: OfferState) -> Speaks:
    return lambda moment, row, _: any(
        (each.id, each.state, each.ended_at) == (row.body["offer"], state, row.created_at)
        for each in moment.book.all(Offer)
    )


def _waited(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    return any(
        (each.id, each.state, each.ended_at) == (row.body["waiting"], WaitingState.OVER, row.created_at)
        for each in moment.book.all(Waiting)
    )


def _invited(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    """It is there, or went with somebody who wanted to be forgotten."""
    known = any(each.id == row.body["invitation"] for each in moment.book.all(Invitation))
    return known or bool(moment.forgotten)


def _goes_on(moment: Moment, row: Outbox, _: list[AppointmentEvent]) -> bool:
    return any(each.id == row.body["series"] for each in moment.book.all(Series))


def _anything(_: Moment, row: Outbox, events: list[AppointmentEvent]) -> bool:
    """A notice that this table does not know, of an appointment to which something has happened."""
    return row.appointment_id is None or any(each.at <= row.created_at for each in events)


def _this_morning(_: Moment, row: Outbox, __: list[AppointmentEvent]) -> bool:
    return bool(row.body["day"] == row.created_at.astimezone(SEOUL).date().isoformat())


CAUSES: dict[str, Speaks] = {
    Notice.AGENDA: _this_morning,
    Notice.BOOKING_REQUESTED: _just_placed,
    Notice.BOOKING_CHANGED: _just_moved,
    Notice.BOOKING_CANCELED: _left,
    Notice.BOOKING_ACCEPTED: _confirmed,
    Notice.BOOKING_OTHER_TIME: _placed,
    Notice.BOOKING_CANCELED_BY_CENTER: _became(State.CANCELED_BY_CENTER),
    Notice.BOOKING_LATE: _late,
    Notice.BOOKING_NO_SHOW: _became(State.NO_SHOW),
    Notice.BOOKING_CALENDAR: lambda _moment, _row, events: bool(events),
    Notice.BOOKING_BY_STAFF: _placed_by_staff,
    Notice.BOOKING_POSTPONED: _placed_by_staff,
    Notice.BOOKING_PROPOSED: _placed,
    Notice.BOOKING_PROPOSAL_TAKEN: _because(Cause.PROPOSED),
    Notice.COLLEAGUE_ASKED: _placed,
    Notice.COLLEAGUE_REFUSED: _placed,
    Notice.BOOKING_PASSED_ON: _because(Cause.PASSED_ON),
    Notice.BOOKING_TAKEN_OVER: _because(Cause.PASSED_ON),
    Notice.SERIES_NEXT: _goes_on,
    Notice.WAITING_OFFER: _offered,
    Notice.WAITING_LAPSED: _ended(OfferState.LAPSED),
    Notice.WAITING_LOST: _ended(OfferState.WITHDRAWN),
    Notice.WAITING_OVER: _waited,
    Notice.INVITED: _invited,
    Notice.INVITATION_REMINDER: _invited,
    Notice.INVITATION_DECLINED: _invited,
    Notice.GROUP_CANCELED: _became(State.CANCELED_BY_CENTER),
    Notice.DISRUPTED: _disrupted,
    Notice.RESTORED: _restored,
    Notice.DISRUPTION_SUMMARY: _entered,
    **dict.fromkeys(REMINDERS, _placed),
}


def notices_have_their_cause(moment: Moment) -> Iterator[str]:
    """Something happened that each of them speaks of."""
    for row in moment.book.all(Outbox):
        if row.body is None:  # it has ended unsaid
            continue
        cause, events = CAUSES.get(row.notice or "", _anything), moment.events[row.appointment_id or 0]
        if not cause(moment, row, events):
            yield f"{told(row)} has no cause in {[_in_short(event) for event in events]}"


def _in_short(event: AppointmentEvent) -> str:
    return f"{event.at:%d %H:%M} {event.state} {event.why} {event.starts_at:%d %H:%M} {event.counselor_id}"


def told(row: Outbox) -> str:
    """A notice in a line."""
    return f"{row.notice} of {row.appointment_id} written {row.created_at:%d %H:%M} {row.body}"


def what_is_said_is_true(moment: Moment) -> Iterator[str]:
    """Whatever was sent at this moment speaks of a meeting that is so at this moment."""
    for row in moment.book.all(Outbox):
        if (row.state, row.ended_at) != (OutboxState.SENT, moment.now) or row.id in moment.left_meanwhile:
            continue
        if row.notice in OF_A_LIVE_APPOINTMENT and not _is_so(moment, row):
            yield f"{told(row)} was sent and is not true"
        if row.notice == Notice.DISRUPTED and row.body["disruption"] not in _unsettled(moment):
            yield f"{told(row)} was sent and is settled"
        if row.notice == Notice.WAITING_OFFER and row.body["offer"] not in _open(moment):
            yield f"{told(row)} was sent and is over"


def _is_so(moment: Moment, row: Outbox) -> bool:
    appointment = moment.appointments.get(row.appointment_id or 0)
    if appointment is None or appointment.state not in BOOKED_STATES:
        return False
    ahead = appointment.starts_at > moment.now and not moment.is_disrupted(appointment)
    return appointment.starts_at == starts_at(row) and (ahead or row.notice not in REMINDERS)


def _unsettled(moment: Moment) -> set[int | None]:
    return {each.id for each in moment.book.all(Disruption) if each.settled_at is None}


def _open(moment: Moment) -> set[int | None]:
    return {each.id for each in moment.book.all(Offer) if each.state is OfferState.OPEN}


def reminders_are_owed(moment: Moment) -> Iterator[str]:
    """Exactly those that are ahead wait, for exactly the meetings that will be; each was sent at most once."""
    rows = [row for row in moment.book.all(Outbox) if row.notice in REMINDERS and row.body]
    waiting = Counter(_key(row) for row in rows if row.state is OutboxState.WAITING)
    owed = Counter(
        (each.id, reminder.kind, each.starts_at)
        for each in moment.appointments.values()
        if each.state in BOOKED_STATES and each.person_id is not None and not moment.is_disrupted(each)
        for reminder in reminders(each.starts_at, moment.now)
    )
    yield from (f"{each} waits and is not owed" for each in waiting - owed)
    yield from (f"{each} is owed and does not wait" for each in owed - waiting)
    sent = Counter(_key(row) for row in rows if row.state is OutboxState.SENT)
    yield from (f"{each} was sent {many} times" for each, many in sent.items() if many > 1)


def _key(row: Outbox) -> tuple[int | None, str, datetime]:
    return row.appointment_id, str(row.notice), starts_at(row).astimezone(UTC)
