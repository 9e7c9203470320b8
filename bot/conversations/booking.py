"""Booking: a service, a day, a time, a yes: four taps, or typed."""

from datetime import date, datetime, time
from typing import Any

from bot.clock import SEOUL
from bot.conversations.booking_reading import (
    chosen_time,
    moment,
    service,
    show_day,
    show_service,
    show_time,
    sure,
)
from bot.conversations.booking_words import (
    REGRETS,
    appointment_line,
    booked_card,
    nothing_free,
    regret,
)
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.rules.booking import Refusal
from bot.say import Button, card, say
from bot.services import bookings
from bot.services.bookings import NotBookable, NotThere

DAYS_SHOWN = 6  # more choices are a list that nobody reads on a phone
LATER = "from:"  # a choice that shows other days instead of being one
HALVES = {"AM": say("in the morning"), "PM": say("in the afternoon")}


BOOKING = Script(
    "book",
    say("Booking"),
    (
        Ask(
            "service",
            say("Which counseling would you like?"),
            say("Counseling"),
            say("Please press one of the buttons."),
            service,
            shows=show_service,
            wide=True,
        ),
        Ask(
            "day",
            say("Which day suits you? You may also write it, like “Tuesday next week, afternoon”."),
            say("Day"),
            say("For example: 다음 주 화요일 오후, or 12월 2일."),
            moment,
            shows=show_day,
        ),
        Ask(
            "time",
            say("Which time suits you?"),
            say("Time"),
            say("For example: 오후 2시."),
            moment,
            shows=show_time,
        ),
        Ask(
            "sure",
            lambda visit: say(
                "Shall I book this?\n<b>{when}</b>\n{service}, {minutes} minutes, at the center",
                when=chosen_time(visit),
                service=show_service(visit.answers["service"], visit),
                minutes=visit.center.service(visit.answers["service"]).minutes,
            ),
            say("Booking"),
            say("Please say yes or no."),
            sure,
            (Choice("yes", say("Yes, book it")), Choice("other", say("Another time"))),
        ),
    ),
)


@BOOKING.offers("service")
async def services(visit: Visit) -> list[Choice]:
    """What can be booked here."""
    return [Choice(s.key, show_service(s.key, visit)) for s in visit.center.bookable]


@BOOKING.settles("service")
async def not_booked_yet(visit: Visit, value: str) -> dict[str, Any]:
    """One appointment a service: who has one is shown it."""
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    held = next((appointment for appointment in booked if appointment.service == value), None)
    if held:
        raise Stop(
            card(
                say("You already have this appointment."),
                await appointment_line(visit, held),
                rows=((Button(say("Change or cancel it"), "menu:mine"),),),
            )
        )
    return {"service": value}


@BOOKING.offers("day")
async def days(visit: Visit) -> list[Choice]:
    """The nearest days with a free time, six at a time."""
    open_days = await bookings.open_days(visit.session, visit.center, _service(visit), visit.now)
    if not open_days:
        raise Stop(nothing_free(visit))
    since = date.fromisoformat(str(visit.answers.get("days_from") or open_days[0].isoformat()))
    ahead = [day for day in open_days if day >= since] or open_days
    shown = [Choice(day.isoformat(), show_day(day.isoformat(), visit)) for day in ahead[:DAYS_SHOWN]]
    if len(ahead) > DAYS_SHOWN:
        shown.append(Choice(f"{LATER}{ahead[DAYS_SHOWN].isoformat()}", say("Later days")))
    if ahead != open_days:
        shown.append(Choice(f"{LATER}{open_days[0].isoformat()}", say("Earlier days")))
    return shown


@BOOKING.settles("day")
async def day_with_times(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A day that has free times; an hour or half of a day said with it is kept for the next question."""
    if isinstance(value, str) and value.startswith(LATER):
        return {"days_from": value.removeprefix(LATER)}
    if isinstance(value, str):
        value = Moment(date.fromisoformat(value), None)
    if value.day is None:
        visit.leads.append(say("Gladly: {half}. On which day?", half=HALVES[_half(value.at)]))
        return {"half": _half(value.at)}
    times = await _times(visit, value.day)
    if not times:
        raise AskAgain("day", say("Nothing is free on {day}. These days have free times.", day=value.day))
    return {"day": value.day.isoformat(), **_wished(visit, value.at, times)}


def _wished(visit: Visit, at: time | HalfDay | None, times: list[datetime]) -> dict[str, Any]:
    """The time that was said with the day, if it is free; else the half of the day to look at."""
    if at is None:
        return {}
    if isinstance(at, time):
        exact = next((when for when in times if when.astimezone(SEOUL).time() == at), None)
        if exact:
            return {"time": exact.isoformat()}
        visit.leads.append(say("{when} is not free. These times are.", when=at))
    return {"half": _half(at)}


@BOOKING.offers("time")
async def times(visit: Visit) -> list[Choice]:
    """The free times of that day; of the half that was wished for, where it has some."""
    free = await _times(visit, date.fromisoformat(str(visit.answers["day"])))
    if not free:
        raise AskAgain(
            "day", say("The last time of that day has just been taken. These days have free times.")
        )
    wished = [when for when in free if _half(when.astimezone(SEOUL).time()) == visit.answers.get("half")]
    return [Choice(when.isoformat(), show_time(when.isoformat(), visit)) for when in (wished or free)]


@BOOKING.settles("time")
async def free_time(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A time that is free; a day said here wins over the day before."""
    if isinstance(value, str):
        return {"time": value}
    if value.day and value.day.isoformat() != visit.answers["day"]:
        return await day_with_times(visit, value)
    fills = _wished(visit, value.at, await _times(visit, date.fromisoformat(str(visit.answers["day"]))))
    if not fills:
        raise AskAgain("time", say("These times are free."))
    return fills


@BOOKING.settles("sure")
async def sure_or_other(_visit: Visit, value: str) -> dict[str, Any]:
    """Another time leads back to the days."""
    if value != "yes":
        raise AskAgain("day", say("Let us look for another time."))
    return {"sure": value}


@BOOKING.ends
async def book(visit: Visit) -> Ending:
    """The slot is given, or somebody was quicker and we look for another together."""
    when = chosen_time(visit)
    try:
        appointment = await _give(visit, when)
    except NotBookable as refused:
        if refused.reason is Refusal.HAS_ONE:
            raise Stop(regret(visit)) from refused
        raise AskAgain(
            "day" if refused.reason is Refusal.CLOSED else "time", REGRETS[refused.reason]
        ) from refused
    except NotThere as gone:
        raise Stop(card(say("That appointment was already changed or canceled."))) from gone
    return Ending(await booked_card(visit, appointment))


async def _give(visit: Visit, when: datetime) -> Any:
    moves = visit.answers.get("moves")
    if moves:
        return await bookings.change(visit.session, visit.center, visit.person, int(moves), when, visit.now)
    return await bookings.book(visit.session, visit.center, visit.person, _service(visit), when, visit.now)


async def _times(visit: Visit, day: date) -> list[datetime]:
    return list(await bookings.times_on(visit.session, visit.center, _service(visit), day, visit.now))


def _service(visit: Visit) -> str:
    return str(visit.answers["service"])


def _half(at: time | HalfDay | None) -> str:
    if isinstance(at, time):
        return "AM" if at < time(12) else "PM"
    return at.value if at else "AM"
