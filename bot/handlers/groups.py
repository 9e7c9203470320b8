"""Group sessions: taking a seat; the staff's list, its marks, and calling one off."""

from bot.clock import SEOUL
from bot.conversations.common_words import FOR_COUNSELORS, MENU
from bot.conversations.group_joining import known
from bot.conversations.group_words import DESK, seats_left, session_line
from bot.conversations.player import Player
from bot.conversations.script import AskAgain
from bot.conversations.visit import Visit
from bot.handlers.carried import parts, row_number
from bot.models import BOOKED_STATES, Appointment, AppointmentState, Role
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import bookings, groups
from bot.services.bookings import NotThere
from bot.services.groups import GroupSession

MARKS = {"arrived": AppointmentState.ARRIVED, "missed": AppointmentState.NO_SHOW}
STATES = {
    AppointmentState.CONFIRMED: say("comes"),
    AppointmentState.ARRIVED: say("arrived"),
    AppointmentState.DONE: say("was there"),
    AppointmentState.NO_SHOW: say("did not come"),
    AppointmentState.PAST: say("over"),
}
NOT_YOURS = say("There is no such group session of yours. I have changed nothing.")


async def press(visit: Visit, player: Player, rest: str, message_id: int) -> None:
    """A button about group sessions."""
    deed, row, (mark, _) = parts(rest)
    about = row_number(row)
    if deed == "seat":
        await begin(visit, player, about)
    elif visit.staff_as(Role.COUNSELOR) is None:
        await _for_counselors(visit)
    elif deed == "list":
        await seats(visit, about)
    elif deed == "met" and mark in MARKS:
        await met(visit, about, MARKS[mark])
    elif deed == "off":
        await really_cancel(visit, about)
    elif deed == "off_yes":
        await cancel(visit, about, message_id)
    else:
        await desk(visit)


async def begin(visit: Visit, player: Player, session_id: int) -> None:
    """A session that was chosen outside of the dialogue."""
    await player.park(visit)
    try:
        told = await known(visit, session_id)
    except AskAgain as again:
        visit.leads.append(again.why)
        told = None
    await player.begin(visit, "group", told)


async def desk(visit: Visit) -> None:
    """The sessions to come, with their seats, and the way to a new one."""
    if visit.staff_as(Role.COUNSELOR) is None:
        await _for_counselors(visit)
        return
    found = await groups.planned(visit.session, visit.now)
    lines = [_line(each) for each in found] or [say("None is planned.")]
    rows: Rows = tuple((list_button(each.row),) for each in found)
    new = Button(say("Plan a group session"), "menu:group_plan")
    await visit.chat.say(Card((say("<b>Group sessions</b>"), *lines), (*rows, (new,), (MENU,))))


def _line(group: GroupSession) -> Say:
    places = group.row.places or 0
    return say(
        "<b>{when}</b>\n{counselor} · {taken} of {places} seats taken",
        when=group.row.starts_at,
        counselor=quote(group.counselor_name),
        taken=places - group.left,
        places=places,
    )


def list_button(row: Appointment) -> Button:
    """Who sits in it."""
    return Button(say("{when} list", when=row.starts_at), f"grp:list:{row.id}")


async def seats(visit: Visit, session_id: int) -> None:
    """Who comes, by number, with the marks of the day."""
    row = await visit.session.get(Appointment, session_id)
    if row is None or row.places is None or row.session_id is not None:
        await visit.chat.say(card(NOT_YOURS, rows=((DESK, MENU),)))
        return
    roster = await groups.roster(visit.session, session_id)
    lines = [_seat(each) for each in roster] or [say("Nobody has taken a seat yet.")]
    today = row.starts_at.astimezone(SEOUL).date() <= visit.today.date()
    rows: Rows = tuple(_marks(each) for each in roster) if today else ()
    if row.starts_at > visit.now and row.state in BOOKED_STATES:
        rows = (*rows, (Button(say("Call this session off"), f"grp:off:{row.id}"),))
    head = say(
        "<b>{when}</b>\n{seats}", when=row.starts_at, seats=seats_left((row.places or 0) - len(roster))
    )
    await visit.chat.say(Card((head, *lines), (*rows, (DESK, MENU))))


def _seat(seat: Appointment) -> Say:
    state = STATES.get(seat.state, say("comes"))
    return say("{seat}. {number} · {state}", seat=seat.seat or 0, number=seat.number, state=state)


def _marks(seat: Appointment) -> tuple[Button, ...]:
    number = seat.seat or 0
    came = Button(say("No. {number} arrived", number=number), f"grp:met:{seat.id}:arrived")
    missed = Button(say("No. {number} did not come", number=number), f"grp:met:{seat.id}:missed")
    return tuple(
        button
        for button, state in ((came, AppointmentState.ARRIVED), (missed, AppointmentState.NO_SHOW))
        if seat.state is not state
    )


async def met(visit: Visit, seat_id: int, state: AppointmentState) -> None:
    """Arrived or not; the list shows it."""
    member = visit.staff_as(Role.COUNSELOR)
    assert member is not None
    seat = await visit.session.get(Appointment, seat_id)
    if seat is None or seat.session_id is None:
        await visit.chat.say(card(NOT_YOURS, rows=((DESK, MENU),)))
        return
    try:
        await bookings.mark(visit.session, member, seat_id, state, visit.now)
    except NotThere as gone:
        early = gone.reason is bookings.Why.TOO_EARLY
        line = say("It has not begun yet. I have changed nothing.") if early else NOT_YOURS
        await visit.chat.say(card(line, rows=((DESK, MENU),)))
        return
    await seats(visit, seat.session_id)


async def really_cancel(visit: Visit, session_id: int) -> None:
    """Ask once, and say whom it concerns."""
    group = await groups.session_of(visit.session, session_id, visit.now)
    if group is None:
        await visit.chat.say(card(NOT_YOURS, rows=((DESK, MENU),)))
        return
    await visit.chat.say(
        card(
            say("Shall I call it off? Everybody with a seat hears it at once."),
            session_line(visit, group),
            rows=(
                (Button(say("Yes, call it off"), f"grp:off_yes:{session_id}"),),
                (Button(say("No, it takes place"), f"grp:list:{session_id}"),),
            ),
        )
    )


async def cancel(visit: Visit, session_id: int, message_id: int) -> None:
    """Called off; how many people hear of it."""
    member = visit.staff_as(Role.COUNSELOR)
    assert member is not None
    visit.chat.take_buttons(message_id=message_id)
    try:
        told = await groups.cancel(visit.session, member, session_id, visit.now)
    except NotThere:
        await visit.chat.say(card(NOT_YOURS, rows=((DESK, MENU),)))
        return
    await visit.chat.say(card(say("It is off. {told} people hear of it.", told=told), rows=((DESK, MENU),)))


async def _for_counselors(visit: Visit) -> None:
    await visit.chat.say(FOR_COUNSELORS)
