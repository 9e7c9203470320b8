"""What counselors, the operator and the clock do: each function is one line of the table of operations."""

from datetime import time

from bot.models import (
    BOOKED_STATES,
    CANCELED_STATES,
    Absence,
    AbsenceKind,
    Appointment,
    AppointmentState,
    Call,
    CallEnd,
    SeriesEnd,
    SpecialDay,
)
from bot.services import absences, bookings, calls, clockwork, days, waitlist
from bot.services.absences import Leave, Special
from tests.book.turns import Turn, does

ARRIVED, DONE, NO_SHOW = AppointmentState.ARRIVED, AppointmentState.DONE, AppointmentState.NO_SHOW
HALVES = ((None, None), (time(10), time(12)), (time(14), time(17)))


@does(bookings.accept)
async def accepts(turn: Turn) -> Appointment:
    number = turn.given(AppointmentState.REQUESTED)
    accepted = await bookings.accept(turn.session, turn.counselor, number, turn.now)
    assert accepted.state is AppointmentState.CONFIRMED
    return accepted


@does(bookings.ask_other_time)
async def asks_for_another_time(turn: Turn) -> Appointment:
    number = turn.given(*BOOKED_STATES)
    return await bookings.ask_other_time(turn.session, turn.counselor, number, turn.now)


@does(bookings.cancel_by_center)
async def calls_off(turn: Turn) -> Appointment:
    number = turn.given(*BOOKED_STATES)
    why = turn.pick.of([None, *bookings.TOLD_CAUSES])
    off = await bookings.cancel_by_center(turn.session, turn.counselor, number, turn.now, why)
    assert off.state is AppointmentState.CANCELED_BY_CENTER
    return off


@does(bookings.book_again)
async def takes_it_back(turn: Turn) -> Appointment:
    number = turn.given(AppointmentState.CANCELED_BY_CENTER)
    return await bookings.book_again(turn.session, turn.town.center, turn.counselor, number, turn.now)


@does(bookings.mark)
async def says_what_came_of_it(turn: Turn) -> Appointment:
    """Of what was about to begin, or has begun; soonest first, as in the agenda."""
    begun = [
        each
        for each in turn.town.appointments(set(AppointmentState) - {*CANCELED_STATES, AppointmentState.HELD})
        if each.starts_at <= turn.now
    ]
    number = turn.pick.of(begun).id if begun else turn.given(*BOOKED_STATES)
    if begun:
        turn.counselor = turn.town.counselor_of(turn.known(number or 0))
    state = turn.pick.of([ARRIVED, DONE, NO_SHOW])
    marked = await bookings.mark(turn.session, turn.counselor, number or 0, state, turn.now)
    assert marked.state is state
    return marked


@does(bookings.book_for)
async def books_for_somebody(turn: Turn) -> Appointment:
    starts_at, service = turn.pick.of(turn.town.times()), turn.pick.of(turn.services())
    by = turn.pick.of([turn.counselor, turn.town.operator])
    whose = turn.pick.of([None, by.counselor_id])
    given = turn.session, turn.town.center, by, turn.whom, service, starts_at, turn.now
    return await bookings.book_for(*given, counselor_id=whose)


@does(bookings.postpone)
async def postpones(turn: Turn) -> Appointment:
    number, starts_at = turn.given(*BOOKED_STATES), turn.pick.of(turn.town.times())
    given = turn.session, turn.town.center, turn.counselor, number, starts_at
    moved = await bookings.postpone(*given, turn.pick.of(bookings.TOLD_CAUSES), turn.now)
    assert moved.starts_at == starts_at
    return moved


def met(turn: Turn) -> int:
    """A meeting of a series that took place, and its counselor."""
    found = [each for each in turn.town.appointments([ARRIVED, DONE]) if each.series_id]
    appointment = turn.pick.of(found)
    turn.counselor = turn.town.counselor_of(appointment)
    return appointment.id or 0


@does(bookings.book_next)
async def books_the_next(turn: Turn) -> Appointment:
    number, starts_at = met(turn), turn.pick.of(turn.town.times())
    whose = turn.pick.of([turn.counselor, *turn.town.counselors]).counselor_id or 0
    given = turn.session, turn.town.center, turn.counselor, number, starts_at, whose, turn.now
    return await bookings.book_next(*given)


@does(bookings.leave_to_person)
async def leaves_the_next_to_the_person(turn: Turn) -> None:
    number = met(turn)
    following = await bookings.next_after(turn.session, turn.counselor, number)
    await bookings.leave_to_person(turn.session, following, turn.now)


@does(bookings.stop_by_staff)
async def ends_the_series(turn: Turn) -> None:
    number, why = met(turn), turn.pick.of(list(SeriesEnd)[1:])
    await bookings.stop_by_staff(turn.session, turn.counselor, number, why, turn.now)


@does(absences.enter)
async def is_away(turn: Turn) -> None:
    day, (starts, ends) = turn.pick.of(turn.town.days()), turn.pick.of(HALVES)
    leave = Leave(turn.pick.of(list(AbsenceKind)), day, day, starts=starts, ends=ends)
    whose = turn.counselor.counselor_id or 0
    await absences.enter(turn.session, turn.town.center, turn.counselor, whose, leave, turn.now)


@does(absences.undo)
async def is_there_after_all(turn: Turn) -> None:
    seen = turn.pick.of([each for each in turn.town.seen.all(Absence) if each.undone_at is None])
    absence = await turn.session.get_one(Absence, seen.id)
    await absences.undo(turn.session, turn.town.center, turn.counselor, absence, turn.now)


@does(absences.declare)
async def the_center_closes(turn: Turn) -> None:
    day, (starts, ends) = turn.pick.of(turn.town.days()), turn.pick.of(HALVES)
    special = Special(day, "임시공휴일", starts=starts, ends=ends)
    if turn.pick.of([False, False, False, True]):
        special = Special(day, "특별 운영", closed=False, like_weekday=0)
    await absences.declare(turn.session, turn.town.center, turn.town.operator, special, turn.now)


@does(absences.undo_day)
async def the_center_opens(turn: Turn) -> None:
    seen = turn.pick.of([each for each in turn.town.seen.all(SpecialDay) if each.undone_at is None])
    day = await turn.session.get_one(SpecialDay, seen.id)
    await absences.undo_day(turn.session, turn.town.center, turn.town.operator, day, turn.now)


@does(calls.made)
async def calls_somebody(turn: Turn) -> None:
    call = turn.pick.of([each for each in turn.town.seen.all(Call) if each.done_at is None])
    end = turn.pick.of([CallEnd.REACHED, CallEnd.NOT_REACHED])
    await calls.made(turn.session, turn.counselor, call.id or 0, end, turn.now)


@does(
    clockwork.tick,
    bookings.clear_all_over,
    bookings.finish_past,
    bookings.ask_forgotten,
    bookings.remind_due,
    waitlist.care,
    absences.follow_up,
    calls.list_unanswered,
)
async def the_clock_ticks(turn: Turn) -> None:
    center = await days.center_as_said(turn.session, turn.town.center, turn.now)
    await clockwork.tick(turn.session, center, turn.now)


@does()
async def the_mail_leaves(turn: Turn) -> None:
    turn.town.left_meanwhile.update(await turn.town.mail(turn.session))
