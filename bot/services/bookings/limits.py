"""How many meetings one person and one counselor may have, as the center says."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import CANCELED_STATES, Appointment, AppointmentState, Counselor
from bot.rules.booking import AnyTimed, NotBookable, Refusal, Timed

NOT_MET = (*CANCELED_STATES, AppointmentState.HELD)


def check_person(center: Center, service: str, ahead: Sequence[Appointment], starts_at: datetime) -> None:
    """Raise NotBookable where the person has as many meetings as one may have.

    `ahead` are those that they have booked, without the one that is to be moved.
    """
    if len(ahead) >= center.booking.person_ahead:
        raise NotBookable(Refusal.ENOUGH)
    most = center.service(service).person_per_day
    same_day = [each for each in ahead if each.service == service and day_of(each) == _day(starts_at)]
    if most is not None and len(same_day) >= most:
        raise NotBookable(Refusal.DAY_FULL)


async def with_room_that_day(
    session: AsyncSession,
    center: Center,
    service: str,
    slots: Sequence[AnyTimed],
    ignoring: Iterable[int] = (),
) -> list[AnyTimed]:
    """The slots whose counselors do not have as many meetings that day as they may have, of any service or
    of this one. Holds do not count; neither do the meetings to be ignored."""
    per_day = {plan.key: plan.per_day for plan in center.counselors if plan.per_day is not None}
    most = center.service(service).counselor_per_day
    if not slots or (not per_day and most is None):
        return list(slots)
    full = set()
    for service_key, limits in ((None, per_day), (service, most)):
        if limits is not None:
            full |= await _full(session, slots, service_key, limits, ignoring)
    return [slot for slot in slots if (slot.counselor_id, day_of(slot)) not in full]


async def _full(
    session: AsyncSession,
    slots: Sequence[Timed],
    service: str | None,
    most: int | dict[str, int],
    ignoring: Iterable[int],
) -> set[tuple[int, date]]:
    """Which counselors have enough on which days."""
    keys: dict[int, str] = {}
    counted: Counter[tuple[int, date]] = Counter()
    for key, counselor_id, starts_at in await _meetings(session, slots, service, ignoring):
        keys[counselor_id] = key
        counted[counselor_id, _day(starts_at)] += 1

    def limit(counselor_id: int) -> int | None:
        return most.get(keys[counselor_id]) if isinstance(most, dict) else most

    return {at for at, many in counted.items() if (enough := limit(at[0])) is not None and many >= enough}


async def _meetings(
    session: AsyncSession, slots: Sequence[Timed], service: str | None, ignoring: Iterable[int]
) -> Sequence[tuple[str, int, datetime]]:
    """Each meeting of these counselors on these days: key, number, time."""
    first = datetime.combine(min(day_of(slot) for slot in slots), time(), SEOUL)
    last = datetime.combine(max(day_of(slot) for slot in slots), time(), SEOUL) + timedelta(days=1)
    query = (
        select(Counselor.key, Appointment.counselor_id, Appointment.starts_at)
        .join(Counselor, col(Counselor.id) == Appointment.counselor_id)
        .where(
            col(Appointment.counselor_id).in_({slot.counselor_id for slot in slots}),
            col(Appointment.state).not_in(NOT_MET),
            col(Appointment.seat).is_(None),  # as in reading.loads
            col(Appointment.id).not_in(list(ignoring)),
            col(Appointment.starts_at) >= first,
            col(Appointment.starts_at) < last,
        )
    )
    return (
        await session.exec(query if service is None else query.where(Appointment.service == service))
    ).all()


def day_of(timed: Timed) -> date:
    """The day in Seoul on which it begins."""
    return _day(timed.starts_at)


def _day(moment: datetime) -> date:
    return moment.astimezone(SEOUL).date()
