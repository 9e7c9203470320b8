"""What a person is told where the staff called their meeting off: sorry once, why, and what is free."""

from datetime import datetime, time, timedelta

from bot.clock import SEOUL
from bot.conversations.common_words import BOOK
from bot.models import Appointment, Cause
from bot.notices.new_times import TWO, may_choose, row_of
from bot.notices.told import Told
from bot.say import Card, Say, card, say
from bot.services.bookings import Opening, Search, openings

WHY_OFF = {
    Cause.ABSENCE: say("the counselor is away then"),
    Cause.CLOSURE: say("the center is closed then"),
}


def called_off_because(when: datetime, why: Cause | None) -> Say:
    """The same sentence for the person and for whoever called it off; None is no reason."""
    if why is Cause.ASKED:
        return say("As you asked, your appointment is canceled: <b>{when}</b>", when=when)
    sorry = say("I am very sorry: the center had to cancel your appointment on <b>{when}</b>.", when=when)
    if why not in WHY_OFF:
        return sorry
    return say("{sorry}\nWhy: {why}", sorry=sorry, why=WHY_OFF[why])


async def canceled_by_center(told: Told) -> Card:
    """To the person: why, two new times, and how to book anew."""
    appointment = await told.appointment()
    had = datetime.fromisoformat(told.row.body["starts_at"])
    written = told.row.body.get("why")
    why = Cause(written) if written else None
    found = await _two_times(told, appointment, had, why)
    next_ = (
        say("These times are free. One tap keeps one for you. You can also call {phone}.", phone=_phone(told))
        if found
        else say("Please choose another time, or call {phone}.", phone=_phone(told))
    )
    rows = tuple(row_of(appointment, each) for each in found)
    return card(called_off_because(had, why), next_, rows=(*rows, (BOOK,)))


def _phone(told: Told) -> str:
    return told.center.phone


async def _two_times(told: Told, appointment: Appointment, had: datetime, why: Cause | None) -> list[Opening]:
    """The next ones after the meeting that is off; where there are none, the soonest of all."""
    if not await may_choose(told, appointment):
        return []
    search = Search(told.center, appointment.service, appointment.way)
    first, until = _unfit(had, why)
    for since in (until, told.now):
        found = await openings(told.session, search, told.now, since)
        if others := [each for each in found if not first <= each.starts_at < until]:
            return others[:TWO]
    return []


def _unfit(had: datetime, why: Cause | None) -> tuple[datetime, datetime]:
    """From when to before when nothing is offered: that moment, or the day on which nobody would be there."""
    if why not in WHY_OFF:
        return had, had + timedelta(minutes=1)
    midnight = datetime.combine(had.astimezone(SEOUL).date(), time(), SEOUL)
    return midnight, midnight + timedelta(days=1)
