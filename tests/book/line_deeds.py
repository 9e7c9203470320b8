"""The waiting list: joining and leaving it, what the staff note, and what is said to an offered time."""

from bot.models import Appointment, Half, Offer, OfferState, Waiting, WaitingState, Way
from bot.services import waitlist
from tests.book.turns import Turn, does


@does(waitlist.join)
async def waits(turn: Turn) -> None:
    service, days = turn.pick.of(turn.services()), turn.town.days()
    halves = {(turn.pick.of(days), turn.pick.of(list(Half))) for _ in range(3)}
    counselor = turn.pick.of([None, None, turn.counselor.counselor_id])
    way = turn.pick.of([None, None, Way.VISIT])
    wish = waitlist.Wish(service, halves, counselor, way)
    await waitlist.join(turn.session, turn.person, wish, turn.now)


def place(turn: Turn) -> int:
    """Somebody's place on the list, and whose it is; in one of eight turns, a stranger's."""
    found = turn.pick.of([each for each in turn.town.seen.all(Waiting) if each.state is WaitingState.WAITING])
    if turn.pick.of(range(8)) != 7:
        turn.person = turn.town.people_by_id[found.person_id]
    return found.id or 0


@does(waitlist.leave)
async def waits_no_longer(turn: Turn) -> None:
    number = place(turn)
    await waitlist.leave(turn.session, turn.person, number, turn.now)


@does(waitlist.note_need)
async def sees_a_need_on_paper(turn: Turn) -> None:
    number, by = place(turn), turn.pick.of([*turn.town.days(), None])
    await waitlist.note_need(turn.session, turn.counselor, number, by)


def offer(turn: Turn) -> int:
    """What somebody was offered, and to whom; in one of eight turns, somebody else presses."""
    found = turn.pick.of([each for each in turn.town.seen.all(Offer) if each.state is OfferState.OPEN])
    waiting = next(each for each in turn.town.seen.all(Waiting) if each.id == found.waiting_id)
    if turn.pick.of(range(8)) != 7:
        turn.person = turn.town.people_by_id[waiting.person_id]
    return found.id or 0


@does(waitlist.accept)
async def takes_what_is_offered(turn: Turn) -> Appointment:
    number = offer(turn)
    return await waitlist.accept(turn.session, turn.town.center, turn.person, number, turn.now)


@does(waitlist.refuse)
async def refuses_what_is_offered(turn: Turn) -> None:
    number, rests = offer(turn), turn.pick.of([False, True])
    await waitlist.refuse(turn.session, turn.person, number, turn.now, rests=rests)
