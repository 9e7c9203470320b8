"""What is true of the waiting list: a time is offered to one at a time, and to whoever comes first."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from bot.models import (
    LIVE_STATES,
    Appointment,
    AppointmentState,
    Offer,
    OfferState,
    Waiting,
    WaitingHalf,
    WaitingState,
)
from bot.rules.waiting import half_of
from tests.book.truths import Moment


def open_offers(moment: Moment) -> list[Offer]:
    """Those that somebody is thinking about."""
    return [each for each in moment.book.all(Offer) if each.state is OfferState.OPEN]


def one_offer_a_time(moment: Moment) -> Iterator[str]:
    """Each has a hold of its own for the person who waits; no time and no person has two."""
    waiting = {each.id: each for each in moment.book.all(Waiting)}
    for each in open_offers(moment):
        hold = moment.appointments.get(each.appointment_id or 0)
        if hold is None or hold.state is not AppointmentState.HELD:
            yield f"offer {each.id} keeps nothing"
        elif (hold.counselor_id, hold.starts_at, hold.person_id) != (
            each.counselor_id,
            each.starts_at,
            waiting[each.waiting_id].person_id,
        ):
            yield f"offer {each.id} keeps another time"
    times = Counter((each.counselor_id, each.starts_at) for each in open_offers(moment))
    places = Counter(each.waiting_id for each in open_offers(moment))
    yield from (f"{each} is offered to {many}" for each, many in times.items() if many > 1)
    yield from (f"place {each} has {many} offers" for each, many in places.items() if many > 1)
    said = Counter(
        (each.waiting_id, each.counselor_id, each.starts_at)
        for each in moment.book.all(Offer)
        if each.state is not OfferState.WITHDRAWN
    )
    yield from (f"{each} was offered {many} times" for each, many in said.items() if many > 1)


def the_first_in_line_is_asked(moment: Moment) -> Iterator[str]:
    """Nobody who comes before, and whom nothing keeps from it, was passed over by the clock's last beat."""
    places = {each.id: each for each in moment.book.all(Waiting)}
    for offer in open_offers(moment):
        if offer.id in moment.offered_before:
            continue
        asked = places[offer.waiting_id]
        for each in places.values():
            if _order(each) < _order(asked) and _could_have(moment, each, asked, offer):
                yield f"place {asked.id} has offer {offer.id}, place {each.id} comes before"


def _order(each: Waiting) -> tuple[date, object, int]:
    return each.needed_by or date.max, each.joined_at, each.id or 0


def _could_have(moment: Moment, each: Waiting, asked: Waiting, offer: Offer) -> bool:
    """Whether it waits for this time and this service, and was never told of it; and the person is free."""
    wished = {(half.day, half.half) for half in moment.book.all(WaitingHalf) if half.waiting_id == each.id}
    told = {
        (other.counselor_id, other.starts_at)
        for other in moment.book.all(Offer)
        if other.waiting_id == each.id
    }
    thinks = any(other.waiting_id == each.id for other in open_offers(moment))
    busy = any(
        other.person_id == each.person_id and other.state in LIVE_STATES
        for other in moment.book.all(Appointment)
    )
    rests = each.rests_until is not None and each.rests_until > moment.now
    return (
        each.state is WaitingState.WAITING
        and each.service == asked.service
        and each.counselor_id in {None, offer.counselor_id}
        and each.way in {None, asked.way}
        and half_of(offer.starts_at) in wished
        and (offer.counselor_id, offer.starts_at) not in told
        and not (thinks or busy or rests)
    )
