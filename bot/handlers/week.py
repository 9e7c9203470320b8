"""A counselor's coming days: as many lines as there are meetings, and which days are closed."""

from datetime import date, datetime, time, timedelta

from bot.clock import SEOUL
from bot.conversations.booking_reading import WAYS
from bot.conversations.cards import block
from bot.conversations.common_words import FOR_COUNSELORS, MENU
from bot.conversations.visit import Visit
from bot.models import Appointment, Role
from bot.notices import service_of
from bot.rules.calendar import is_open_day, reason_closed
from bot.say import Button, Card, Say, quote, say
from bot.services import bookings

DAYS = 7


async def week(visit: Visit) -> None:
    """Today and the six days after it; no names, as everywhere."""
    member = visit.staff_as(Role.COUNSELOR)
    if member is None or member.counselor_id is None:
        await visit.chat.say(FOR_COUNSELORS)
        return
    first = visit.today.date()
    midnight = datetime.combine(first, time(), SEOUL)
    until = midnight + timedelta(days=DAYS)
    booked = await bookings.meetings_of(visit.session, member.counselor_id, midnight, until)
    coming = (first + timedelta(days=ahead) for ahead in range(DAYS))
    said = [line for day in coming if (line := _day(visit, day, booked))]
    rows = ((Button(say("Today's appointments"), "menu:today"), MENU),)
    await visit.chat.say(Card((say("<b>Your coming seven days</b>"), *said), rows))


def _day(visit: Visit, day: date, booked: list[Appointment]) -> Say | None:
    """One day; a plain weekend is not worth a line."""
    mine = [each for each in booked if each.starts_at.astimezone(SEOUL).date() == day]
    if mine:
        lines = [_line(visit, each) for each in mine]
        return block((say("<b>{day}</b>", day=day), *lines))
    if is_open_day(day, visit.center.single_days):
        return say("<b>{day}</b>\nNothing booked", day=day)
    why = reason_closed(day, visit.center.single_days)
    return say("<b>{day}</b>\nClosed: {why}", day=day, why=quote(why)) if why else None


def _line(visit: Visit, each: Appointment) -> Say:
    return say(
        "{hour} {service}, {way} · {number}",
        hour=each.starts_at.astimezone(SEOUL).time(),
        service=service_of(visit.center, visit.chat.language, each),
        way=WAYS[each.way],
        number=each.number,
    )
