"""Booking: a service, a way, a time kept for five minutes, a yes; pressed, or typed in one sentence."""

from datetime import date, datetime, time
from typing import Any

from bot.clock import SEOUL
from bot.conversations import booking_waiting, notebook
from bot.conversations.booking_openings import (
    EARLIER,
    LATER,
    OTHER_DAY,
    exact_opening,
    page,
    read_choice,
    since_of,
)
from bot.conversations.booking_reading import (
    WAYS,
    Wanted,
    service,
    show_day,
    show_how,
    show_service,
    show_time,
    show_way,
    sure,
    way,
)
from bot.conversations.booking_waiting import (
    WAIT,
    WAIT_ASKS,
    WAIT_CHOICE,
    looks,
    moment_or_wait,
    waits,
)
from bot.conversations.booking_words import (
    REGRETS,
    appointment_line,
    booked_card,
    enough,
    not_open,
    nothing_free,
    regret,
    too_late_card,
)
from bot.conversations.group_words import to_groups
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.models import Appointment, Way
from bot.rules.booking import Refusal
from bot.say import Button, Say, card, quote, say
from bot.services import bookings, groups
from bot.services.bookings import NotBookable, NotThere, Why
from bot.services.counselors import giving

DAYS_SHOWN = 6  # more choices are a list that nobody reads on a phone
FROM = "from:"  # a choice that shows other days instead of being one
HALVES = {HalfDay.AM.value: say("in the morning"), HalfDay.PM.value: say("in the afternoon")}


def _sure_words(visit: Visit) -> Say:
    kind = visit.center.service(visit.answers["service"])
    return say(
        "Shall I book this?\n<b>{when}</b>\n{service}, {minutes} minutes, {way}\nCounselor: {counselor}\n"
        "I keep this time for you for {hold} minutes.",
        when=datetime.fromisoformat(str(visit.answers["time"])),
        service=show_service(kind.key, visit),
        minutes=kind.minutes,
        way=show_way(visit.answers.get("way"), visit),
        counselor=quote(str(visit.answers["with"])),
        hold=visit.center.booking.hold_minutes,
    )


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
            "way",
            say("How would you like to talk?"),
            say("Way"),
            say("Please press one of the buttons."),
            way,
            shows=show_way,
            only_if=lambda answers: bool(answers.get("several_ways")),
        ),
        Ask(
            "accepted",
            lambda visit: quote(visit.center.service(visit.answers["service"]).accept or ""),
            say("Agreed"),
            say("Please say yes or no."),
            sure,
            (Choice("yes", say("Yes, I agree")), Choice("no", say("No"))),
            only_if=lambda answers: bool(answers.get("must_accept")) and looks(answers),
        ),
        Ask(
            "how",
            say("How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”."),
            say("Looking for"),
            say("For example: 다음 주 화요일 오후, or 12월 2일."),
            moment_or_wait,
            (
                Choice("soonest", say("The soonest time")),
                Choice("day", say("Choose a day")),
                Choice("counselor", say("Choose a counselor")),
            ),
            shows=show_how,
            wide=True,
            only_if=looks,
        ),
        Ask(
            "counselor",
            say("Which counselor would you like to meet?"),
            say("Counselor"),
            say("Please press one of the buttons."),
            shows=lambda _value, visit: quote(str(visit.answers.get("with", ""))),
            wide=True,
            only_if=lambda answers: answers.get("how") == "counselor" and looks(answers),
        ),
        Ask(
            "day",
            say("Which day suits you? You may also write it, like “Tuesday next week, afternoon”."),
            say("Day"),
            say("For example: 다음 주 화요일 오후, or 12월 2일."),
            moment_or_wait,
            shows=show_day,
            only_if=lambda answers: answers.get("how") == "day" and looks(answers),
        ),
        Ask(
            "time",
            say("Which time suits you?"),
            say("Time"),
            say("For example: 다음 주 화요일 오후 2시."),
            moment_or_wait,
            shows=show_time,
            wide=True,
            only_if=looks,
        ),
        Ask(
            "sure",
            _sure_words,
            say("Booking"),
            say("Please say yes or no."),
            sure,
            (Choice("yes", say("Yes, book it")), Choice("other", say("Another time"))),
            only_if=looks,
        ),
        *WAIT_ASKS,
    ),
    counts=False,
)


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


async def begun_with(visit: Visit, wanted: Wanted) -> dict[str, Any]:
    """The answers that follow from a sentence such as "다음 주 화요일 오후 금융 상담이요"; Stop as above."""
    if not waits(visit.answers):
        await not_booked_yet(visit, wanted.service)
    kind = visit.center.service(wanted.service)
    fills: dict[str, Any] = {
        "service": kind.key,
        "several_ways": len(kind.ways) > 1,
        "must_accept": kind.accept is not None,
        "since": None,
    }
    if wanted.way in kind.ways:
        fills["way"] = wanted.way
    if wanted.moment is not None and wanted.moment.day is not None:
        fills |= {"how": "typed", "since": since_of(wanted.moment)}
    return fills


async def not_booked_yet(visit: Visit, service_key: str) -> None:
    """One appointment a service: who has one is shown it."""
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    held = next((appointment for appointment in booked if appointment.service == service_key), None)
    if held:
        raise Stop(
            card(
                say("You already have this appointment."),
                await appointment_line(visit, held),
                rows=((Button(say("Change or cancel it"), "menu:mine"),),),
            )
        )


@BOOKING.offers("way")
async def ways(visit: Visit) -> list[Choice]:
    """How this service can be had."""
    booking_waiting.look_again(visit)
    kind = visit.center.service(visit.answers["service"])
    return [Choice(each, WAYS[Way(each)]) for each in kind.ways]


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
                rows=((Button(say("Menu"), "menu:home"),),),
            )
        )
    return {"accepted": "yes"}


@BOOKING.settles("how")
async def how(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A way to look, or at once the day or the half of one."""
    if value == WAIT:
        return booking_waiting.instead()
    if isinstance(value, str):
        return {"how": value, "since": None, "only": None, "half": None}
    if value.day is None:
        visit.leads.append(say("Gladly: {half}. On which day?", half=HALVES[_half(value.at)]))
        return {"how": "day", "half": _half(value.at)}
    return {**await _told(visit, value), "how": "typed"}


@BOOKING.offers("counselor")
async def counselors(visit: Visit) -> list[Choice]:
    """Who gives this service in this way."""
    await _let_go(visit)
    found = await giving(visit.session, visit.center, str(visit.answers["service"]), visit.answers.get("way"))
    return [Choice(str(each.id), quote(each.name)) for each in found]


@BOOKING.settles("counselor")
async def chosen_counselor(visit: Visit, value: str) -> dict[str, Any]:
    """This counselor's times only."""
    named = next(c.label for c in await counselors(visit) if c.value == value)
    return {"counselor": value, "only": value, "with": named.values["quoted"]}


@BOOKING.offers("day")
async def days(visit: Visit) -> list[Choice]:
    """The nearest days with a free time, six at a time."""
    await _let_go(visit)
    open_days = await bookings.open_days(
        visit.session, visit.center, str(visit.answers["service"]), visit.now
    )
    if not open_days:
        raise Stop(nothing_free(visit))
    since = date.fromisoformat(str(visit.answers.get("days_from") or open_days[0].isoformat()))
    ahead = [day for day in open_days if day >= since] or open_days
    shown = [Choice(day.isoformat(), show_day(day.isoformat(), visit)) for day in ahead[:DAYS_SHOWN]]
    if len(ahead) > DAYS_SHOWN:
        shown.append(Choice(f"{FROM}{ahead[DAYS_SHOWN].isoformat()}", say("Later days")))
    if ahead != open_days:
        shown.append(Choice(f"{FROM}{open_days[0].isoformat()}", say("Earlier days")))
    return [*shown, WAIT_CHOICE]


@BOOKING.settles("day")
async def day_with_times(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A day; an hour or half of a day said with it is where looking begins."""
    if value == WAIT:
        return booking_waiting.instead()
    if isinstance(value, str) and value.startswith(FROM):
        return {"days_from": value.removeprefix(FROM)}
    if isinstance(value, str):
        half = visit.answers.get("half")
        value = Moment(date.fromisoformat(value), HalfDay(half) if half else None)
    if value.day is None:
        visit.leads.append(say("Gladly: {half}. On which day?", half=HALVES[_half(value.at)]))
        return {"half": _half(value.at)}
    if not await _times(visit, value.day):
        raise AskAgain("day", say("Nothing is free on {day}. These days have free times.", day=value.day))
    return {"day": value.day.isoformat(), **await _told(visit, value)}


async def _times(visit: Visit, day: date) -> list[datetime]:
    service_key = str(visit.answers["service"])
    return list(await bookings.times_on(visit.session, visit.center, service_key, day, visit.now))


def _half(at: time | HalfDay | None) -> str:
    if isinstance(at, time):
        return HalfDay.AM.value if at < time(12) else HalfDay.PM.value
    return at.value if at else HalfDay.AM.value


async def _told(visit: Visit, said: Moment) -> dict[str, Any]:
    """The time itself, where it is free and an hour was said; else where to begin looking."""
    if opening := await exact_opening(visit, said):
        return await _held(visit, opening.starts_at, opening.counselor_id)
    missed = await _nothing_then(visit, said)
    visit.leads.extend(missed)
    return {"since": since_of(said) or visit.answers.get("since"), "missed": bool(missed)}


async def _nothing_then(visit: Visit, said: Moment) -> list[Say]:
    """What to say where the times that are shown are not quite those that were wished for."""
    if said.day is None:
        return [say("That time is not free. These are.")]
    shown = await page(visit, since_of(said))
    first = shown.openings[0].starts_at.astimezone(SEOUL) if shown.openings else None
    if first is None or first.date() != said.day:
        return [say("Nothing is free on {day}. These times are.", day=said.day)]
    if isinstance(said.at, time):
        return [say("{when} is not free. These times are.", when=said.at)]
    if said.at is HalfDay.AM and first.time() >= time(12):
        return [say("Nothing is free {half}. These times are.", half=HALVES[said.at.value])]
    return []


@BOOKING.offers("time")
async def times(visit: Visit) -> list[Choice]:
    """Six times as sentences, and ways to others."""
    await _let_go(visit)
    shown = await page(visit, visit.answers.get("since"))
    if not shown.openings:
        raise Stop(nothing_free(visit))
    choices = shown.choices(visit)
    return [*choices, WAIT_CHOICE] if visit.answers.get("missed") and WAIT_CHOICE not in choices else choices


@BOOKING.settles("time")
async def kept_time(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """The time is kept for the person while they say yes; or other times are shown."""
    if isinstance(value, Moment):
        return await _told(visit, value)
    if value == WAIT:
        return booking_waiting.instead()
    if value == OTHER_DAY:
        notebook.forget(visit, ["day"])
        return {"how": "day", "since": None, "days_from": None, "half": None}
    if value.startswith((LATER, EARLIER)):
        return {"since": value}
    starts_at, counselor_id = read_choice(value)
    return await _held(visit, starts_at, counselor_id)


async def _held(visit: Visit, starts_at: datetime, counselor_id: int | None) -> dict[str, Any]:
    answers = visit.answers
    wanted = {"way": Way(answers["way"])} if answers.get("way") else {}
    try:
        held = await bookings.hold(
            visit.session,
            visit.center,
            visit.person,
            str(answers["service"]),
            starts_at,
            visit.now,
            moves=int(answers["moves"]) if answers.get("moves") else None,
            counselor_id=counselor_id,
            chosen=bool(answers.get("only")),
            **wanted,
        )
    except NotBookable as refused:
        raise _refusal(visit, refused) from refused
    except NotThere as gone:
        raise _gone(visit, gone) from gone
    [named] = await bookings.with_names(visit.session, [held])
    return {"time": held.starts_at.isoformat(), "hold": held.id, "with": named.counselor_name}


def _refusal(visit: Visit, refused: NotBookable) -> AskAgain | Stop:
    if refused.reason is Refusal.HAS_ONE:
        return Stop(regret(visit))
    if refused.reason in {Refusal.ENOUGH, Refusal.DAY_FULL}:
        return Stop(enough(visit))
    if refused.reason is Refusal.NOT_OPEN:
        return Stop(not_open(visit))
    return AskAgain("time", REGRETS[refused.reason])


def _gone(visit: Visit, gone: NotThere) -> Stop:
    if gone.reason is Why.TOO_LATE:
        return Stop(too_late_card(visit))
    return Stop(card(say("That appointment was already changed or canceled.")))


BOOKING.offers("wait_who")(booking_waiting.whom)
BOOKING.offers("wait_days")(booking_waiting.days)
BOOKING.settles("wait_days")(booking_waiting.settle_days)
BOOKING.settles("wait_half")(booking_waiting.settle_half)


@BOOKING.leaves
async def _let_go(visit: Visit) -> None:
    """Whoever looks for another time, or goes, keeps none."""
    if "hold" in visit.answers:
        await bookings.release(visit.session, visit.person, visit.now)
        notebook.forget(visit, ["hold"])


@BOOKING.settles("sure")
async def sure_or_other(_visit: Visit, value: str) -> dict[str, Any]:
    """Another time leads back to the times."""
    if value != "yes":
        raise AskAgain("time", say("Let us look for another time."))
    return {"sure": value}


@BOOKING.ends
async def book(visit: Visit) -> Ending:
    """What was held is theirs; or the five minutes were over, and somebody was quicker."""
    answers = visit.answers
    if waits(answers):
        return await booking_waiting.join(visit)
    try:
        appointment = await _give(visit)
    except NotBookable as refused:
        raise _refusal(visit, refused) from refused
    except NotThere as gone:
        raise _gone(visit, gone) from gone
    return Ending(await booked_card(visit, appointment, moved=bool(answers.get("moves"))))


async def _give(visit: Visit) -> Appointment:
    answers = visit.answers
    accepted = answers.get("accepted") == "yes"
    if answers.get("hold"):
        return await bookings.confirm(
            visit.session, visit.center, visit.person, int(answers["hold"]), visit.now, accepted=accepted
        )
    starts_at = datetime.fromisoformat(str(answers["time"]))
    if answers.get("moves"):
        return await bookings.change(
            visit.session, visit.center, visit.person, int(answers["moves"]), starts_at, visit.now
        )
    way_wanted = Way(answers["way"]) if answers.get("way") else None
    return await bookings.book(
        visit.session,
        visit.center,
        visit.person,
        str(answers["service"]),
        starts_at,
        visit.now,
        way=way_wanted,
        accepted=accepted,
    )
