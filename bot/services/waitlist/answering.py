"""What somebody who waits says to an offered time."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center, Service
from bot.models import (
    BOOKED_STATES,
    Appointment,
    AppointmentState,
    Cause,
    Offer,
    OfferState,
    Person,
    Waiting,
    WaitingState,
)
from bot.rules.waiting import tomorrow_morning
from bot.services import locks
from bot.services.bookings import invited, telling
from bot.services.bookings.giving import settle
from bot.services.bookings.line import service_of
from bot.services.bookings.moving import tell_of_move
from bot.services.bookings.reading import appointment
from bot.services.bookings.signing import signature
from bot.services.waitlist.closing import close_offer
from bot.services.waitlist.reasons import NotOffered, Why

FREE_OF_THE_HOLD: dict[str, None] = {"held_until": None, "moving_id": None}
MOVED = ("slot_id", "counselor_id", "assigned", "way", "room", "starts_at", "ends_at", "busy_until")


async def accept(
    session: AsyncSession, center: Center, person: Person, offer_id: int, now: datetime
) -> Appointment:
    """The time is theirs: what they had of this service moves there, else it is booked. All at once or not.

    A yes agrees to the words before this service as well. Saying it twice gives the same appointment.
    Raises NotOffered for another's offer, one that is over, and where the person has something else then.
    """
    offer, waiting = await _of(session, person, offer_id)
    if offer.state is OfferState.ACCEPTED and offer.appointment_id:
        return await session.get_one(Appointment, offer.appointment_id)
    hold = await _kept(session, offer, now)
    moving = await _same(session, waiting, now)
    await locks.hold_counselors(session, {each.counselor_id for each in (hold, moving) if each})
    hold = await _kept(session, offer, now)  # a leave may have come first while we waited
    try:
        async with session.begin_nested():
            waiting.state, waiting.ended_at = WaitingState.PLACED, now
            session.add(waiting)
            if moving:
                return await _move(session, person, offer, hold, moving, now)
            return await _book(session, person, offer, hold, now, service_of(center, waiting))
    except IntegrityError:
        raise NotOffered(Why.TAKEN) from None


async def _book(
    session: AsyncSession,
    person: Person,
    offer: Offer,
    hold: Appointment,
    now: datetime,
    kind: Service | None,
) -> Appointment:
    """The hold becomes the appointment."""
    offer.state, offer.ended_at = OfferState.ACCEPTED, now
    session.add(offer)
    await session.flush()
    in_group = hold.session_id is not None
    booked = {
        "state": AppointmentState.CONFIRMED if in_group else AppointmentState.REQUESTED,
        "requested_at": now,
        "decided_at": now if in_group else None,
        "accepted_at": now if kind and kind.accept else None,
        **signature(person, Cause.WAITING_LIST, now),
    }
    own = update(Appointment).where(col(Appointment.id) == hold.id)
    await session.exec(own.values(**booked, **FREE_OF_THE_HOLD))
    await session.refresh(hold)
    return await (_seated(session, hold, now) if in_group else settle(session, kind, hold, now))


async def _seated(session: AsyncSession, seat: Appointment, now: datetime) -> Appointment:
    """A seat needs nobody's yes."""
    await invited.followed(session, seat, now)
    await telling.remind_person(session, seat, now)
    return seat


async def _move(
    session: AsyncSession, person: Person, offer: Offer, hold: Appointment, moving: Appointment, now: datetime
) -> Appointment:
    """What the person has already moves to the time of the hold, which is gone then."""
    was_with, was_at = moving.counselor_id, moving.starts_at
    there = {name: getattr(hold, name) for name in MOVED}
    await telling.call_off_all(session, moving, now)
    await close_offer(session, offer, OfferState.ACCEPTED, now)
    requested = {
        "state": AppointmentState.REQUESTED,
        "requested_at": now,
        "decided_at": None,
        "other_time_asked_at": None,
        **signature(person, Cause.WAITING_LIST, now),
    }
    await session.exec(
        update(Appointment).where(col(Appointment.id) == moving.id).values({**there, **requested})
    )
    await session.refresh(moving)
    offer.appointment_id = moving.id
    await session.flush()
    await tell_of_move(session, moving, was_with, was_at, now)
    return moving


async def refuse(
    session: AsyncSession, person: Person, offer_id: int, now: datetime, *, rests: bool = False
) -> Waiting:
    """The person keeps their place, and the time goes to the next. Who `rests` hears no more until tomorrow.

    Refusing twice changes nothing; raises NotOffered for another's offer and one that is over.
    """
    offer, waiting = await _of(session, person, offer_id)
    if offer.state is not OfferState.REFUSED:
        await _kept(session, offer, now)
        await locks.hold_counselors(session, [offer.counselor_id])
        await _kept(session, offer, now)
        await close_offer(session, offer, OfferState.REFUSED, now)
    if rests:
        waiting.rests_until = tomorrow_morning(now)
        session.add(waiting)
        await session.flush()
    return waiting


async def open_offer(session: AsyncSession, person: Person) -> Offer | None:
    """What this person is thinking about: the one whose lease ends first."""
    query = (
        select(Offer)
        .join(Waiting)
        .where(Waiting.person_id == person.id, Offer.state == OfferState.OPEN)
        .order_by(col(Offer.leased_until))
    )
    return (await session.exec(query)).first()


async def _of(session: AsyncSession, person: Person, offer_id: int) -> tuple[Offer, Waiting]:
    await locks.hold_person(session, person.id)
    query = select(Offer, Waiting).join(Waiting).where(Offer.id == offer_id)
    found = (await session.exec(query.execution_options(populate_existing=True))).first()
    if found is None or found[1].person_id != person.id:
        raise NotOffered(Why.NOT_YOURS)
    return found


async def _kept(session: AsyncSession, offer: Offer, now: datetime) -> Appointment:
    """What is held for them still, as the database has it now."""
    await session.refresh(offer)
    if offer.state is not OfferState.OPEN or offer.leased_until <= now or offer.appointment_id is None:
        raise NotOffered(Why.OVER)
    hold = await appointment(session, offer.appointment_id)
    if hold is None:
        raise NotOffered(Why.OVER)
    return hold


async def _same(session: AsyncSession, waiting: Waiting, now: datetime) -> Appointment | None:
    """What they have booked meanwhile, or had from the beginning, of the same service."""
    query = select(Appointment).where(
        Appointment.person_id == waiting.person_id,
        Appointment.service == waiting.service,
        col(Appointment.state).in_(BOOKED_STATES),
        col(Appointment.session_id).is_(None),
        col(Appointment.starts_at) > now,
    )
    return (await session.exec(query.execution_options(populate_existing=True))).first()
