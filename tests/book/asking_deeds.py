"""What people and colleagues are asked, and what they say to it: proposals, passing on, invitations."""

from bot.models import BOOKED_STATES, Appointment, Invitation, InvitationState, Outbox, Slot, Staff
from bot.services import bookings
from bot.services.bookings import asking, passing, proposing
from bot.services.notices import Notice
from tests.book.turns import Turn, does


@does(proposing.propose)
async def proposes(turn: Turn) -> Appointment:
    """Up to three of the counselor's times."""
    number = turn.given(*BOOKED_STATES)
    whose = turn.known(number).counselor_id
    free = [
        slot.starts_at
        for slot in turn.town.seen.all(Slot)
        if slot.counselor_id == whose and slot.free_minutes >= 60 and slot.starts_at > turn.now
    ]
    times = {turn.pick.of(sorted(free)) for _ in range(3)}
    given = turn.session, turn.town.center, turn.counselor, number, times, turn.now
    return await proposing.propose(*given)


def asked(turn: Turn, notice: Notice) -> Outbox:
    """A question that stands; in one of eight turns one that stood: nobody takes the buttons off a phone."""
    rows = [row for row in turn.town.seen.all(Outbox) if row.notice == notice and row.body]
    stand = [row for row in rows if row.dedupe_key is not None]
    return turn.pick.of(rows if turn.pick.of(range(8)) == 7 else stand)


@does(proposing.choose)
async def takes_what_is_proposed(turn: Turn) -> Appointment:
    row = asked(turn, Notice.BOOKING_PROPOSED)
    number = row.appointment_id or 0
    turn.person = turn.town.person_of(turn.known(number))
    starts_at = asking.moment_of(turn.pick.of((row.body or {})["times"]))
    given = turn.session, turn.town.center, turn.person, number, starts_at, turn.now
    chosen = await proposing.choose(*given)
    assert chosen.starts_at == starts_at
    return chosen


@does(passing.ask_colleague)
async def asks_a_colleague(turn: Turn) -> None:
    number = turn.given(*BOOKED_STATES)
    others = [each for each in turn.town.counselors if each.id != turn.counselor.id]
    whom = turn.pick.of(others).counselor_id or 0
    given = turn.session, turn.town.center, turn.counselor, number, whom, turn.now
    await passing.ask_colleague(*given)


def asked_colleague(turn: Turn) -> tuple[int, Staff]:
    """Which appointment, and who was asked to take it."""
    row = asked(turn, Notice.COLLEAGUE_ASKED)
    colleague = next(each for each in turn.town.counselors if each.chat_id == row.chat_id)
    return row.appointment_id or 0, colleague


@does(passing.take_over)
async def takes_over(turn: Turn) -> Appointment:
    number, colleague = asked_colleague(turn)
    taken = await passing.take_over(turn.session, turn.town.center, colleague, number, turn.now)
    assert taken.counselor_id == colleague.counselor_id
    return taken


@does(passing.decline)
async def does_not_take_over(turn: Turn) -> Appointment:
    number, colleague = asked_colleague(turn)
    return await passing.decline(turn.session, colleague, number, turn.now)


@does(bookings.invite)
async def invites(turn: Turn) -> None:
    service = turn.pick.of(["in_depth", *turn.services()])
    whom = turn.pick.of([None, turn.counselor.counselor_id]) if service == "in_depth" else None
    given = turn.session, turn.town.center, turn.counselor, turn.whom, service, whom, turn.now
    await bookings.invite(*given)


def invited(turn: Turn, *states: InvitationState) -> int:
    """An invitation in these states, and whose it is."""
    found = turn.pick.of([each for each in turn.town.seen.all(Invitation) if each.state in states])
    turn.person = turn.town.people_by_id[found.person_id]
    return found.id or 0


@does(bookings.decline)
async def declines_an_invitation(turn: Turn) -> None:
    number = invited(turn, InvitationState.OPEN)
    await bookings.decline(turn.session, turn.person, number, turn.now)


@does(bookings.take_up)
async def takes_an_invitation_up(turn: Turn) -> Appointment:
    """And books at once."""
    number = invited(turn, InvitationState.OPEN, InvitationState.DECLINED)
    starts_at = turn.pick.of(turn.town.times())
    invitation = await bookings.take_up(turn.session, turn.person, number, turn.now)
    given = turn.session, turn.town.center, turn.person, invitation.service, starts_at, turn.now
    return await bookings.book(*given, counselor_id=invitation.counselor_id)


@does(bookings.withdraw)
async def takes_an_invitation_back(turn: Turn) -> None:
    number = invited(turn, InvitationState.OPEN)
    by = next(each.invited_by_id for each in turn.town.seen.all(Invitation) if each.id == number)
    if turn.pick.of(range(8)) != 7:
        turn.counselor = next(each for each in turn.town.counselors if each.id == by)
    await bookings.withdraw(turn.session, turn.counselor, number, turn.now)
