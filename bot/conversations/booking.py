"""Booking: a service, a way, a time kept for five minutes, a yes; pressed, or typed in one sentence."""

from datetime import date
from typing import Any

from bot.conversations import booking_waiting, notebook
from bot.conversations.booking_beginning import begun_with, day_said
from bot.conversations.booking_keeping import give, keep, let_go
from bot.conversations.booking_looking import (
    FROM,
    SOONEST,
    any_time_on,
    days_shown,
    found_for,
    half_said,
    take_up_what_was_said,
    without_a_day,
)
from bot.conversations.booking_openings import EARLIER, LATER, OTHER_DAY, page, read_choice
from bot.conversations.booking_questions import QUESTIONS
from bot.conversations.booking_reading import WAYS, Wanted, show_service
from bot.conversations.booking_waiting import WAIT, WAIT_CHOICE, waits
from bot.conversations.booking_words import booked_card, nothing_free
from bot.conversations.common_words import MENU
from bot.conversations.group_words import to_groups
from bot.conversations.script import AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.models import Way
from bot.say import card, quote, say
from bot.services import bookings, groups
from bot.services.counselors import giving

BOOKING = Script("book", say("Booking"), QUESTIONS, counts=False)
BOOKING.leaves(let_go)
BOOKING.offers("wait_who")(booking_waiting.whom)
BOOKING.offers("wait_days")(booking_waiting.days)
BOOKING.settles("wait_days")(booking_waiting.settle_days)
BOOKING.settles("wait_half")(booking_waiting.settle_half)


@BOOKING.offers("service")
async def services(visit: Visit) -> list[Choice]:
    """What can be booked here."""
    booking_waiting.look_again(visit)
    asked = {each.service for each in await bookings.invitations_of(visit.session, visit.person_id)}
    asked |= {group.row.service for group in await groups.coming(visit.session, visit.now)}
    open_to_them = [s for s in visit.center.services if s in visit.center.bookable or s.key in asked]
    return [Choice(s.key, show_service(s.key, visit)) for s in open_to_them]


@BOOKING.settles("service")
async def settle_service(visit: Visit, value: Wanted | str) -> dict[str, Any]:
    """The service, and what was said with it; who has an appointment for it is shown that."""
    wanted = value if isinstance(value, Wanted) else Wanted(value)
    if visit.center.service(wanted.service).is_group:
        raise Stop(to_groups())
    return await begun_with(visit, wanted)


@BOOKING.offers("way")
async def ways(visit: Visit) -> list[Choice]:
    """How this service can be had."""
    booking_waiting.look_again(visit)
    kind = visit.center.service(visit.answers["service"])
    return [Choice(each, WAYS[Way(each)]) for each in kind.ways]


@BOOKING.settles("way")
async def way_or_day(visit: Visit, value: Wanted | str) -> dict[str, Any]:
    """A way that this service has; a day that was said with it, or instead of it, is where looking begins."""
    wanted = value if isinstance(value, Wanted) else Wanted("", value)
    given = wanted.way in visit.center.service(visit.answers["service"]).ways
    fills = {"way": wanted.way} if given else {}
    fills |= day_said(wanted.moment)
    if not fills:
        raise AskAgain("way", say("This counseling is not given that way."), only=True)
    return fills


@BOOKING.settles("accepted")
async def accepted_or_not(visit: Visit, value: str) -> dict[str, Any]:
    """Nobody has to agree; then it is a matter for a person."""
    if value != "yes":
        raise Stop(
            card(
                say(
                    "All right, I have booked nothing. The center gladly answers your questions: {phone}",
                    phone=visit.center.phone,
                ),
                rows=((MENU,),),
            )
        )
    return {"accepted": "yes"}


@BOOKING.settles("how")
async def how(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A way to look, or at once the day or the half of one."""
    if wish := await without_a_day(visit, value):
        return wish
    if isinstance(value, str):
        return {"how": value, "since": None, "only": None, "half": None}
    if value.day is None:
        return {"how": "day", "half": half_said(visit, value.at)}
    return {**await found_for(visit, value), "how": "typed"}


@BOOKING.offers("counselor")
async def counselors(visit: Visit) -> list[Choice]:
    """Who gives this service in this way."""
    await let_go(visit)
    found = await giving(visit.session, visit.center, str(visit.answers["service"]), visit.answers.get("way"))
    return [Choice(str(each.id), quote(each.name)) for each in found]


@BOOKING.settles("counselor")
async def chosen_counselor(visit: Visit, value: str) -> dict[str, Any]:
    """This counselor's times only."""
    named = next(c.label for c in await counselors(visit) if c.value == value)
    return {"counselor": value, "only": value, "with": named.values["quoted"]}


@BOOKING.offers("day")
async def days(visit: Visit) -> list[Choice]:
    """The nearest days with a free time, or the wish to wait; Stop where every day is taken."""
    await let_go(visit)
    open_days = await bookings.open_days(
        visit.session, visit.center, str(visit.answers["service"]), visit.now
    )
    if not open_days:
        raise Stop(nothing_free(visit))
    return [*days_shown(open_days, visit), WAIT_CHOICE]


@BOOKING.settles("day")
async def day_with_times(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A day; an hour or half of a day said with it is where looking begins."""
    if wish := await without_a_day(visit, value):
        return wish
    if isinstance(value, str) and value.startswith(FROM):
        return {"days_from": value.removeprefix(FROM)}
    if isinstance(value, str):
        half = visit.answers.get("half")
        value = Moment(date.fromisoformat(value), HalfDay(half) if half else None)
    if value.day is None:
        return {"half": half_said(visit, value.at)}
    if not await any_time_on(visit, value.day):
        raise AskAgain("day", say("Nothing is free on {day}. These days have free times.", day=value.day))
    return {"day": value.day.isoformat(), **await found_for(visit, value)}


@BOOKING.offers("time")
async def times(visit: Visit) -> list[Choice]:
    """Six times as sentences, and ways to others."""
    await let_go(visit)
    await take_up_what_was_said(visit)
    shown = await page(visit, visit.answers.get("since"))
    if not shown.openings:
        raise Stop(nothing_free(visit))
    choices = shown.choices(visit)
    return [*choices, WAIT_CHOICE] if visit.answers.get("missed") and WAIT_CHOICE not in choices else choices


@BOOKING.settles("time")
async def kept_time(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """The time is kept for the person while they say yes; or other times are shown."""
    if isinstance(value, Moment):
        return await found_for(visit, value)
    if value == WAIT:
        return booking_waiting.instead()
    if value == OTHER_DAY:
        notebook.forget(visit, ["day"])
        return {"how": "day", "since": None, "days_from": None, "half": None}
    if value == SOONEST:
        first = (await page(visit, visit.answers.get("since"))).openings[0]
        return await keep(visit, first.starts_at, first.counselor_id)
    if value.startswith((LATER, EARLIER)):
        return {"since": value}
    starts_at, counselor_id = read_choice(value)
    return await keep(visit, starts_at, counselor_id)


@BOOKING.settles("sure")
async def sure_or_other(_visit: Visit, value: str) -> dict[str, Any]:
    """Another time leads back to the times."""
    if value != "yes":
        raise AskAgain("time", say("Let us look for another time."))
    return {"sure": value}


@BOOKING.ends
async def book(visit: Visit) -> Ending:
    """What was held is theirs; or the five minutes were over, and somebody was quicker."""
    if waits(visit.answers):
        return await booking_waiting.join(visit)
    appointment = await give(visit)
    return Ending(await booked_card(visit, appointment, moved=bool(visit.answers.get("moves"))))
