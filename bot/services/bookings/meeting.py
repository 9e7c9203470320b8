"""What came of a meeting, by the counselor's tap: arrived, done, not come; and correcting it."""

from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SEOUL
from bot.models import Appointment, AppointmentState, CallWhy, Cause, OwnCounselor, Staff
from bot.rules.appointment_states import may_become
from bot.services import calls
from bot.services.bookings import series, telling
from bot.services.bookings.holding import held_for_staff
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.signing import sign
from bot.services.notices import Notice
from bot.services.rows import insert_into

ARRIVED, DONE, NO_SHOW = AppointmentState.ARRIVED, AppointmentState.DONE, AppointmentState.NO_SHOW
MET_OR_NOT = (ARRIVED, DONE, NO_SHOW)
CORRECTABLE = timedelta(minutes=10)  # a wrong tap is taken back before the person hears of it
REMEMBERED = timedelta(days=180)  # how long an appointment that was missed counts for a call


async def mark(
    session: AsyncSession, staff: Staff, appointment_id: int, state: AppointmentState, now: datetime
) -> Appointment:
    """Say what came of it; saying it twice changes nothing, saying another thing corrects it.

    Raises NotThere for a colleague's, for one that is off, and for a day that has not come.
    """
    appointment = await held_for_staff(session, staff, appointment_id)
    before = appointment.state
    if before is state:
        return appointment
    _check(appointment, state, now)
    if state is not NO_SHOW:
        await series.give_way(session, appointment)
    appointment.state = state
    appointment.ended_at = None if state is ARRIVED else now
    corrects = before in {ARRIVED, DONE, NO_SHOW} and not (before is ARRIVED and state is DONE)
    sign(appointment, staff, Cause.CORRECTED if corrects else Cause.MET, now)
    session.add(appointment)
    await session.flush()
    await telling.call_off_all(session, appointment, now)
    await telling.call_off(session, appointment, now, [Notice.BOOKING_NO_SHOW])
    if state is NO_SHOW:
        await _missed(session, appointment, now)
    elif state is DONE:
        await _accompanied(session, appointment, now)
    await series.came_of(session, appointment, now)
    return appointment


def _check(appointment: Appointment, state: AppointmentState, now: datetime) -> None:
    if not may_become(appointment.state, state):
        raise NotThere(Why.CANCELED)
    begins = appointment.starts_at
    ready = begins <= now if state is not ARRIVED else _day(begins) <= _day(now)
    if not ready:
        raise NotThere(Why.TOO_EARLY)


def _day(moment: datetime) -> str:
    return moment.astimezone(SEOUL).date().isoformat()


async def _missed(session: AsyncSession, appointment: Appointment, now: datetime) -> None:
    """A kind message; after the second in a row a counselor calls. Nothing else follows, ever."""
    if appointment.person_id is None:
        return
    if await _missed_the_one_before(session, appointment, now):
        await calls.list_call(session, appointment, CallWhy.NO_SHOW, now)
    await telling.miss_person(session, appointment, now + CORRECTABLE, now)


async def _missed_the_one_before(session: AsyncSession, appointment: Appointment, now: datetime) -> bool:
    """Whether the last of their earlier meetings of which it is known what came of it was missed, too."""
    query = (
        select(Appointment.state)
        .where(
            col(Appointment.person_id) == appointment.person_id,
            col(Appointment.state).in_(MET_OR_NOT),
            col(Appointment.starts_at) < appointment.starts_at,
            col(Appointment.starts_at) > now - REMEMBERED,
        )
        .order_by(col(Appointment.starts_at).desc())
    )
    return (await session.exec(query)).first() is NO_SHOW


async def _accompanied(session: AsyncSession, appointment: Appointment, now: datetime) -> None:
    """Whoever met a person first accompanies them."""
    if appointment.person_id is not None:
        own = insert_into(session, OwnCounselor).values(
            person_id=appointment.person_id, counselor_id=appointment.counselor_id, since=now
        )
        await session.exec(own.on_conflict_do_nothing(index_elements=["person_id"]))
