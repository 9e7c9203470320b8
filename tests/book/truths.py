"""What is true of the book after any operations in any order. Each function yields what speaks against it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from itertools import combinations, pairwise

from bot.clock import SEOUL
from bot.models import (
    BOOKED_STATES,
    CANCELED_STATES,
    LIVE_STATES,
    Absence,
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Disruption,
    Slot,
    SpecialDay,
)
from bot.rules.appointment_states import NeverSo, state_after
from tests.book.town import Book, Forgotten
from tests.book.turns import Outcome

MINUTE = timedelta(minutes=1)


@dataclass
class Moment:
    """The book, what came of the turns since the last look, and the time."""

    book: Book
    outcomes: Iterable[Outcome]
    now: datetime
    offered_before: Collection[int] = ()  # the offers there were when the clock ticked last, alone
    left_meanwhile: Collection[int] = ()  # notices that were sent while others did something
    forgotten: Mapping[int, Forgotten] = field(default_factory=dict)  # who wanted to be, by their number

    @cached_property
    def appointments(self) -> Mapping[int, Appointment]:
        """By number."""
        return {each.id or 0: each for each in self.book.all(Appointment)}

    @cached_property
    def events(self) -> Mapping[int, list[AppointmentEvent]]:
        """Of each appointment, in order."""
        found: dict[int, list[AppointmentEvent]] = defaultdict(list)
        for event in sorted(self.book.all(AppointmentEvent), key=lambda each: each.ordinal):
            found[event.appointment_id].append(event)
        return found

    @cached_property
    def disrupted(self) -> set[tuple[int, int, datetime]]:
        """Which meetings cannot be, as the book knows it: number, counselor, time."""
        return {
            (each.appointment_id, each.counselor_id, each.starts_at)
            for each in self.book.all(Disruption)
            if each.settled_at is None
        }

    def is_disrupted(self, each: Appointment) -> bool:
        """Whether the book knows that this meeting cannot be."""
        return (each.id, each.counselor_id, each.starts_at) in self.disrupted


Truth = Callable[[Moment], Iterator[str]]


def nobody_is_in_two_places(moment: Moment) -> Iterator[str]:
    """Neither a counselor nor a room nor a person, with the breaks between."""
    live = [each for each in moment.appointments.values() if each.state in LIVE_STATES]
    for one, other in combinations(live, 2):
        begins, ends = max(one.starts_at, other.starts_at), min(one.busy_until, other.busy_until)
        together = (one.session_id or one.moving_id or one.id) == (
            other.session_id or other.moving_id or other.id
        )
        if begins < ends and not together:
            if one.counselor_id == other.counselor_id:
                yield f"counselor {one.counselor_id} has {one.number} and {other.number}"
            if one.room is not None and one.room == other.room:
                yield f"{one.room} has {one.number} and {other.number}"
        itself = (one.moving_id or one.id) == (other.moving_id or other.id)
        same = one.person_id is not None and one.person_id == other.person_id
        if same and not itself and begins < min(one.ends_at, other.ends_at):
            yield f"person {one.person_id} has {one.number} and {other.number}"


def sessions_have_room(moment: Moment) -> Iterator[str]:
    """Nobody sits on another's seat, or on one that is not there."""
    seats = Counter(
        (each.session_id, each.seat)
        for each in moment.appointments.values()
        if each.session_id is not None and each.state in LIVE_STATES
    )
    for (session_id, seat), many in seats.items():
        session = moment.appointments[session_id or 0]
        if many > 1 or not 1 <= (seat or 0) <= (session.places or 0):
            yield f"seat {seat} of {session.number} is given {many} times"


def free_minutes_are_counted(moment: Moment) -> Iterator[str]:
    """Every slot knows how long nobody has its counselor."""
    taken: dict[int, list[Appointment]] = defaultdict(list)
    for each in moment.appointments.values():
        if each.state not in CANCELED_STATES:
            taken[each.counselor_id].append(each)
    for slot in moment.book.all(Slot):
        if (counted := _free_minutes(slot, taken[slot.counselor_id])) != slot.free_minutes:
            yield f"slot {slot.id} has {slot.free_minutes} minutes, counted are {counted}"


def _free_minutes(slot: Slot, taken: list[Appointment]) -> int:
    if any(each.starts_at <= slot.starts_at < each.busy_until for each in taken):
        return 0
    ahead = [each.starts_at for each in taken if slot.starts_at < each.starts_at < slot.ends_at]
    return (min(ahead, default=slot.ends_at) - slot.starts_at) // MINUTE


def histories_agree(moment: Moment) -> Iterator[str]:
    """Each appointment stands where its events say, and each event begins where the one before ended."""
    for each in moment.appointments.values():
        own = moment.events[each.id or 0]
        try:
            state = state_after(own)
        except NeverSo as never:
            yield f"{each.number}: {never}"
            continue
        if state is not each.state or len(own) != (each.sequence + 1 if own else 0):
            yield f"{each.number} is {each.state}, its {len(own)} events say {state}"
        if own and not _same_place(own[-1], each):
            yield f"{each.number} is elsewhere than its events say"
        for before, after in pairwise(own):
            was = (after.from_starts_at, after.from_counselor_id)
            moved = not _same_place(before, after)
            if was != ((before.starts_at, before.counselor_id) if moved else (None, None)):
                yield f"{each.number}: event {after.ordinal} does not follow on {before.ordinal}"


def _same_place(one: AppointmentEvent, other: AppointmentEvent | Appointment) -> bool:
    return (one.starts_at, one.counselor_id) == (other.starts_at, other.counselor_id)


def nothing_done_is_lost(moment: Moment) -> Iterator[str]:
    """What somebody was told is done stands in the history."""
    for outcome in moment.outcomes:
        claim = outcome.claim
        if claim is None or claim.state is AppointmentState.HELD:
            continue
        own = moment.events[claim.appointment_id]
        event = own[claim.sequence] if claim.sequence < len(own) else None
        done = event and (event.state, event.counselor_id, event.starts_at)
        if done != (claim.state, claim.counselor_id, claim.starts_at):
            yield f"{outcome} is not in the history"


def what_cannot_be_is_known(moment: Moment) -> Iterator[str]:
    """Exactly the meetings ahead that fall into an absence or a closed time are known as such."""
    for each in moment.appointments.values():
        if each.state not in BOOKED_STATES or each.starts_at <= moment.now:
            continue
        impossible, known = _cannot_be(moment, each), moment.is_disrupted(each)
        if impossible != known:
            yield f"{each.number} {'cannot be' if impossible else 'can be'}, and nobody knows"


def _cannot_be(moment: Moment, each: Appointment) -> bool:
    begins, ends = each.starts_at.astimezone(SEOUL), each.ends_at.astimezone(SEOUL)
    stretches = [
        (away.starts, away.ends)
        for away in moment.book.all(Absence)
        if away.undone_at is None
        and away.counselor_id == each.counselor_id
        and away.first_day <= begins.date() <= (away.last_day or begins.date())
    ]
    stretches += [
        (day.starts, day.ends)
        for day in moment.book.all(SpecialDay)
        if day.undone_at is None and day.closed and day.day == begins.date()
    ]
    return any(
        starts is None or stops is None or (begins.time() < stops and starts < ends.time())
        for starts, stops in stretches
    )
