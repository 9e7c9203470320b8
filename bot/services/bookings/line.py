"""Those who wait, in order, and who has the first claim to a free time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.center import Center, CounselorPlan, Service
from bot.models import BOOKED_STATES, Appointment, AppointmentState, Slot, Waiting, Way
from bot.rules.booking import NotBookable, end_of_window
from bot.rules.waiting import HalfDay, half_of
from bot.services.bookings.limits import check_person
from bot.services.windows import change_deadline, notice_of, window_of


@dataclass(frozen=True, slots=True)
class Claim:
    """A free time, and who may have it first; `moving` is the appointment that they would give up for it."""

    slot: Slot
    waiting: Waiting
    way: Way
    until: datetime
    moving: Appointment | None


@dataclass(slots=True)
class Line:
    """Those who wait, in order, and all that may speak against offering them a time."""

    center: Center
    now: datetime
    until: datetime  # of an offer that is made now
    waiting: list[Waiting]
    halves: Mapping[int, set[HalfDay]]
    said: Collection[tuple[int, int, datetime]]
    booked: Sequence[Appointment]
    plans: Mapping[int, CounselorPlan]
    full: set[tuple[str, int | None]] = field(default_factory=set)

    def claim(self, slot: Slot, besides: Collection[int]) -> Claim | None:
        """Who has the first claim to this time; None where it is free for everybody."""
        claims = (self._claim(slot, each) for each in self.waiting if each.id not in besides)
        return next((claim for claim in claims if claim), None)

    def _claim(self, slot: Slot, each: Waiting) -> Claim | None:
        plan, kind = self.plans.get(slot.counselor_id), service_of(self.center, each)
        if plan is None or kind is None or kind.is_group or (kind.key, slot.id) in self.full:
            return None
        way = next((way for way in kind.ways if way in plan.ways and each.way in {None, way}), None)
        wished = kind.key in plan.services and self._wishes(slot, each)
        if way is None or not wished or not self._in_time(slot, kind):
            return None
        booked = [other for other in self.booked if other.person_id == each.person_id]
        moving = next((other for other in booked if is_same(other, each)), None)
        if not self._fits(slot, kind, [other for other in booked if other is not moving]):
            return None
        if moving and not self._may_move(moving, slot, kind):
            return None
        return Claim(slot, each, Way(way), self.until, moving)

    def _may_move(self, moving: Appointment, slot: Slot, kind: Service) -> bool:
        """To another time, while it may still be changed."""
        deadline = change_deadline(self.center, kind.key)
        return moving.starts_at != slot.starts_at and moving.starts_at - self.until >= deadline

    def _wishes(self, slot: Slot, each: Waiting) -> bool:
        return (
            each.counselor_id in {None, slot.counselor_id}
            and half_of(slot.starts_at) in self.halves[each.id or 0]
            and (each.id or 0, slot.counselor_id, slot.starts_at) not in self.said
        )

    def _in_time(self, slot: Slot, kind: Service) -> bool:
        """Even whoever answers in the last minute leaves the counselor time to prepare."""
        last = end_of_window(self.now, window_of(self.center, kind.key))
        notice = notice_of(self.center, kind.key)
        return (
            slot.free_minutes >= kind.takes_minutes
            and slot.starts_at - self.until >= notice
            and (slot.starts_at < last)
        )

    def _fits(self, slot: Slot, kind: Service, others: Sequence[Appointment]) -> bool:
        ends_at = slot.starts_at + timedelta(minutes=kind.minutes)
        if any(other.starts_at < ends_at and slot.starts_at < other.ends_at for other in others):
            return False
        ahead = [other for other in others if other.state is not AppointmentState.HELD]
        try:
            check_person(self.center, kind.key, ahead, slot.starts_at)
        except NotBookable:
            return False
        return True


def service_of(center: Center, waiting: Waiting) -> Service | None:
    """What they wait for; None where the center no longer has it."""
    return next((each for each in center.services if each.key == waiting.service), None)


def is_same(appointment: Appointment, waiting: Waiting) -> bool:
    """Whether they have booked already what they wait for: then a better time is meant."""
    return appointment.service == waiting.service and appointment.state in BOOKED_STATES
