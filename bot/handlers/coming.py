"""Answers to reminders, a new time after a meeting that was missed, and what came of a meeting."""

from datetime import datetime

from bot.clock import SEOUL
from bot.conversations.booking_direct import straight_to
from bot.conversations.common_words import BOOK, FOR_COUNSELORS, MENU, MINE
from bot.conversations.deciding_words import call_off_button
from bot.conversations.player import Player
from bot.conversations.script import rows_of
from bot.conversations.visit import Visit
from bot.handlers import mine, series
from bot.handlers.carried import moment, parts, row_number
from bot.models import BOOKED_STATES, Appointment, AppointmentState, Coming, Role
from bot.notices import line_of
from bot.rules.reminders import ReminderKind
from bot.say import Button, Card, Rows, Say, card, say
from bot.services import bookings
from bot.services.bookings import NotThere, Why

SAID = {
    Coming.COMING: say("Thank you for telling. See you then."),
    Coming.LATE: say("Thank you for telling. The counselor knows. Please come safely, without hurry."),
}
MARKS = {
    "arrived": AppointmentState.ARRIVED,
    "done": AppointmentState.DONE,
    "no_show": AppointmentState.NO_SHOW,
}
LABELS = {"arrived": say("Arrived"), "done": say("Done"), "no_show": say("Did not come")}
MARKED = {
    "arrived": say("<b>Arrived</b>"),
    "done": say("<b>Done</b>"),
    "no_show": say("<b>Did not come</b>"),
}
NOT_NOW = {
    Why.NOT_YOURS: say("This is a colleague's appointment. I have changed nothing."),
    Why.TOO_EARLY: say("It has not begun yet. I have changed nothing."),
    Why.UNKNOWN: say("There is no such appointment. I have changed nothing."),
}
OVER = card(
    say("That appointment was already changed, canceled, or is over."),
    rows=((MINE, MENU),),
)
IS_OFF = say("This appointment was already changed or canceled. I have changed nothing.")


async def answer(visit: Visit, player: Player, rest: str) -> None:
    """갈게요 · 늦어요 · 변경 · 취소."""
    said, row, (seconds, kind) = parts(rest)
    try:
        appointment = await bookings.answer(
            visit.session,
            visit.person,
            row_number(row),
            moment(seconds),
            ReminderKind(f"reminder.{kind}"),
            Coming(said),
            visit.now,
        )
    except (NotThere, ValueError):
        await visit.chat.say(OVER)
        return
    assert appointment.id is not None
    match Coming(said):
        case Coming.CHANGE:
            await mine.move(visit, player, appointment.id)
        case Coming.CANCEL:
            await mine.really_cancel(visit, appointment.id)
        case plain:
            await visit.chat.say(card(SAID[plain], rows=((MENU,),)))


async def again(visit: Visit, player: Player, rest: str) -> None:
    """From a time that was proposed after a missed meeting on."""
    number, seconds, counselor = (*rest.split(":"), "", "")[:3]
    missed = await visit.session.get(Appointment, row_number(number))
    if missed is None or missed.person_id != visit.person_id:
        await player.begin(visit, "book")
        return
    starts_at = moment(seconds)
    try:
        await straight_to(visit, player, missed.service, missed.way, starts_at, row_number(counselor) or None)
    except KeyError:  # the center no longer has this counseling
        await visit.chat.say(card(say("What shall we do?"), rows=((BOOK, MENU),)))


def taps_of(appointment: Appointment, now: datetime) -> Rows:
    """The taps under a meeting of today: what came of it, and where it is still ahead, calling it off."""
    named = ((key, label) for key, label in LABELS.items() if MARKS[key] is not appointment.state)
    buttons = [_tap(appointment, label, f"met:{key}:{appointment.id}") for key, label in named]
    if appointment.state in BOOKED_STATES and appointment.starts_at > now:
        buttons.append(_tap(appointment, say("Call off"), call_off_button(appointment).data))
    return rows_of(buttons, wide=False)  # three with their hours beside each other are cut off on a phone


def _tap(appointment: Appointment, what: Say, data: str) -> Button:
    at = appointment.starts_at.astimezone(SEOUL).time()
    return Button(Say("{time} {what}", {"time": at, "what": what}), data)


async def mark(visit: Visit, rest: str) -> None:
    """What came of a meeting."""
    what, number = (*rest.split(":"), "")[:2]
    member = visit.staff_as(Role.COUNSELOR)
    if member is None or what not in MARKS:
        await visit.chat.say(FOR_COUNSELORS)
        return
    try:
        marked = await bookings.mark(visit.session, member, row_number(number), MARKS[what], visit.now)
    except NotThere as gone:
        await visit.chat.say(card(NOT_NOW.get(gone.reason, IS_OFF), rows=((MENU,),)))
        return
    line = await line_of(visit.session, visit.center, visit.chat.language, marked)
    asks, times = await series.offer(visit, marked)
    await visit.chat.say(Card((MARKED[what], line, *asks), (*times, *taps_of(marked, visit.now), (MENU,))))
