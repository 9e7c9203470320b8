"""Looking for a time: the days that have one, what was typed of a day or an hour, and what it comes to."""

from datetime import date, datetime, time, timedelta
from typing import Any

from bot.clock import SEOUL
from bot.conversations import notebook
from bot.conversations.booking_keeping import keep
from bot.conversations.booking_openings import LATER, OTHER_DAY, exact_opening, page, recalled, since_of
from bot.conversations.booking_reading import show_day
from bot.conversations.booking_waiting import WAIT, instead, moment_or_wait
from bot.conversations.hearing import HALVES, Given
from bot.conversations.script import Choice, Known
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.korean.pointing import any_time, none_suits, week_meant
from bot.korean.unclear import Unclear
from bot.models import How
from bot.rules.calendar import NOON
from bot.say import Say, say
from bot.services import bookings

DAYS_SHOWN = 6  # more choices are a list that nobody reads on a phone
SOONEST = "soonest"
FROM = "from:"  # a choice that shows other days instead of being one


def days_shown(open_days: list[date], visit: Visit) -> list[Choice]:
    """Six days from where the person looks, and ways to earlier and later ones."""
    since = date.fromisoformat(str(visit.answers.get("days_from") or open_days[0].isoformat()))
    ahead = [day for day in open_days if day >= since] or open_days
    shown = [Choice(day.isoformat(), show_day(day.isoformat(), visit)) for day in ahead[:DAYS_SHOWN]]
    if len(ahead) > DAYS_SHOWN:
        shown.append(Choice(f"{FROM}{ahead[DAYS_SHOWN].isoformat()}", say("Later days")))
    if ahead != open_days:
        shown.append(Choice(f"{FROM}{open_days[0].isoformat()}", say("Earlier days")))
    return shown


async def any_time_on(visit: Visit, day: date) -> bool:
    """Whether anything is free on that day."""
    service_key = str(visit.answers["service"])
    return bool(await bookings.times_on(visit.session, visit.center, service_key, day, visit.now))


def moment_or_wish(text: str, visit: Visit) -> Moment | str:
    """A moment, or what is wished instead: to wait, the soonest time, a week as a whole."""
    try:
        return moment_or_wait(text, visit)
    except Unclear:
        if any_time(text):
            return SOONEST
        week = week_meant(text, visit.today.date())
        since = since_of(Moment(week, None)) if week else None
        if since is None:
            raise
        return since


def moment_or_other(text: str, visit: Visit) -> Moment | str:
    """The same at the list of times, none of which may suit: "둘 다 안 돼요" asks for another day."""
    try:
        return moment_or_wish(text, visit)
    except Unclear:
        if not none_suits(text):
            raise
        return OTHER_DAY


async def without_a_day(visit: Visit, value: Moment | str) -> dict[str, Any] | None:
    """What follows from a wish of `moment_or_wish` that is no moment; None for any other value."""
    if value == WAIT:
        return instead()
    if value == SOONEST:
        return {"how": SOONEST, "since": None, "only": None, "half": None}
    if isinstance(value, str) and value.startswith(LATER):
        return {"how": "week", **await _week_from(visit, value)}
    return None


async def _week_from(visit: Visit, since: str) -> dict[str, Any]:
    monday = datetime.fromtimestamp(int(since.removeprefix(LATER)), SEOUL).date()
    shown = await page(visit, since)
    first = shown.openings[0].starts_at.astimezone(SEOUL).date() if shown.openings else None
    if missed := first is not None and not monday <= first < monday + timedelta(weeks=1):
        visit.leads.append(say("Nothing is free that week. These times are."))
    return {"since": since, "missed": missed}


def half_said(visit: Visit, at: time | HalfDay | None) -> str:
    """The half of a day that was said without its day; the day is asked for next."""
    half = _half_of(at)
    visit.leads.append(say("Gladly: {half}. On which day?", half=HALVES[HalfDay(half)]))
    return half


def _half_of(at: time | HalfDay | None) -> str:
    if isinstance(at, time):
        return HalfDay.AM.value if at < NOON else HalfDay.PM.value
    return at.value if at else HalfDay.AM.value


async def found_for(visit: Visit, said: Moment) -> dict[str, Any]:
    """The time itself, where it is free and an hour was said; else where to begin looking."""
    if opening := await exact_opening(visit, said):
        return await keep(visit, opening.starts_at, opening.counselor_id)
    missed = await _nothing_then(visit, said)
    visit.leads.extend(missed)
    return {"since": since_of(said) or visit.answers.get("since"), "missed": bool(missed)}


async def take_up_what_was_said(visit: Visit) -> None:
    """The hour of an earlier sentence is kept where it is free (Known); else say once what of it is not."""
    if not (noted := visit.answers.get("said")):
        return
    notebook.forget(visit, ["said"])
    said = recalled(str(noted))
    if opening := await exact_opening(visit, said):
        raise Known(await keep(visit, opening.starts_at, opening.counselor_id))
    if missed := await _nothing_then(visit, said):
        visit.leads.extend(missed)
        notebook.write(visit, {"missed": True}, Given(None, "", How.TYPED, None))


async def _nothing_then(visit: Visit, said: Moment) -> list[Say]:
    """What to say where the times that are shown are not quite those that were wished for."""
    if said.day is None:
        return [say("That time is not free. These are.")]
    shown = await page(visit, since_of(said))
    first = shown.openings[0].starts_at.astimezone(SEOUL) if shown.openings else None
    if first is None or first.date() != said.day:
        return [say("Nothing is free on {day}. These times are.", day=said.day)]
    if isinstance(said.at, time):
        return [] if first.time() == said.at else [say("{when} is not free. These times are.", when=said.at)]
    if said.at is HalfDay.AM and first.time() >= NOON:
        return [say("Nothing is free {half}. These times are.", half=HALVES[said.at])]
    return []
