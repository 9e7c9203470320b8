"""What is said about hiring days, wherever it is said."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote as in_address

from bot.clock import SEOUL
from bot.conversations.common_words import MENU
from bot.models import Fair, FairCompany, FairGuest, FairOutcome, FairPosition, GuestState
from bot.rules.positions import Look
from bot.say import Button, Rows, Say, quote, say
from bot.services.fairs import CheckedIn, Refusal, Step

DESK = Button(say("Hiring days: the desk"), "menu:fairdesk")
FAIRS = Button(say("Hiring days"), "menu:fairs")

STATES = {
    GuestState.WAITING: say("on the waiting list"),
    GuestState.OFFERED: say("a place is kept for you"),
    GuestState.REGISTERED: say("registered"),
    GuestState.ARRIVED: say("you are there"),
    GuestState.WITHDRAWN: say("withdrawn"),
    GuestState.MISSED: say("you could not come"),
}

REGRETS = {
    Refusal.NOT_OPEN: say("This hiring day is not open for registration any more."),
    Refusal.ALREADY: say("You are registered already."),
    Refusal.NOT_THERE: say("I cannot find that any more. It may have changed meanwhile."),
    Refusal.OFFER_OVER: say("I am sorry, the place was kept until then only. You can join the list again."),
    Refusal.NO_SEAT: say("I am sorry, that is full, or you have something else then."),
    Refusal.NO_TIME: say("I am sorry, that time is somebody else's meanwhile. Yours stays as it is."),
    Refusal.NOT_TODAY: say("That works on the day itself, from three hours before it begins."),
    Refusal.NOT_ARRIVED: say("Numbers are given to those who have checked in. Please show your code first."),
    Refusal.NO_PLACE: say("There is no place for this registration."),
    Refusal.NO_COMPANY: say("It needs a company first, and can be opened once."),
    Refusal.ONCE_ONLY: say("One can let somebody go first once. After that please come, or give it up."),
}


OUTCOMES = (
    ("stayed_90_at", say("still there after 90 days")),
    ("stayed_30_at", say("still there after 30 days")),
    ("hired_at", say("hired")),
    ("declined_at", say("not this time")),
    ("second_at", say("second interview")),
    ("interviewed_at", say("interviewed")),
)


def came_of_it(outcome: FairOutcome | None) -> Say | None:
    """The latest that is known of an interview."""
    return next((words for name, words in OUTCOMES if outcome and getattr(outcome, name)), None)


def when(fair: Fair) -> Say:
    """12월 2일 (수) 오후 2시, until 오후 5시."""
    return say("{begins} to {ends}", begins=fair.starts_at, ends=fair.ends_at.astimezone(SEOUL).time())


def heading(fair: Fair) -> Say:
    """Title, when, where; an example says that it is one."""
    example = say("(an example, not a real date)") if fair.sample else say("(checked by the center)")
    return say(
        "<b>{title}</b> {example}\n{when}\n{place}",
        title=quote(fair.title),
        example=example,
        when=when(fair),
        place=quote(fair.place),
    )


def map_button(fair: Fair) -> tuple[Button, ...]:
    """The way to the place on a map, where we know it."""
    return (Button(say("See it on a map"), f"fair:map:{fair.id}"),) if fair.latitude is not None else ()


def route_button(fair: Fair) -> Button:
    """A page that finds the way there."""
    name = in_address(fair.place.replace(",", " "))
    return Button(
        say("Find the way (KakaoMap)"),
        url=f"https://map.kakao.com/link/to/{name},{fair.latitude},{fair.longitude}",
    )


def ways_in(fair: Fair, guest: FairGuest | None) -> Rows:
    """To one's registration or to registering, and to what is offered."""
    if guest:
        first = Button(say("My registration"), f"fair:mine:{guest.id}")
    elif fair.state == "full":
        first = Button(say("Join the waiting list"), f"fair:register:{fair.id}")
    else:
        first = Button(say("Register"), f"fair:register:{fair.id}")
    jobs = Button(say("Positions"), f"fair:jobs:{fair.id}")
    return ((first,), (jobs, *map_button(fair)), (FAIRS, MENU))


def times_of(company: FairCompany) -> Say:
    """What leads to another time at this company."""
    return say("Another time: {company}", company=quote(company.name))


def position_lines(company: FairCompany, position: FairPosition) -> Say:
    """What a position offers, and who made sure of it when."""
    return say(
        "<b>{company}</b>\n{title}, {count} people\n{pay} · {hours} · {place}\nChecked: {by}, {day}{work24}",
        company=quote(company.name),
        title=quote(position.title),
        count=position.headcount,
        pay=quote(position.pay),
        hours=quote(position.hours),
        place=quote(position.place),
        by=quote(position.checked_by),
        day=position.checked_on,
        work24=quote(f" · 고용24 {position.work24}" if position.work24 else ""),
    )


def look_lines(look: Look) -> list[Say]:
    """Why it is shown, and what of the posted conditions is met, not met, not known."""
    lines = []
    if look.field:
        lines.append(say("Why I show it: it is the kind of work you are looking for."))
    if look.near:
        lines.append(say("Why I show it: it is in your district."))
    told: Sequence[tuple[tuple[str, ...], Any]] = (
        (look.met, lambda words: say("You meet: {conditions}", conditions=quote(words))),
        (look.unmet, lambda words: say("Not met yet: {conditions}", conditions=quote(words))),
        (look.unsaid, lambda words: say("I do not know of you: {conditions}", conditions=quote(words))),
    )
    lines += [words(", ".join(conditions)) for conditions, words in told if conditions]
    return lines


async def bring_line(fair: Fair) -> list[Say]:
    """What to bring."""
    return [say("Please bring: {things}", things=quote(", ".join(fair.bring)))] if fair.bring else []


def under_each_other(lines: Sequence[Say]) -> Say:
    """Lines of one paragraph."""
    names: Mapping[str, Say] = {f"line{number}": line for number, line in enumerate(lines)}
    return Say("\n".join(f"{{{name}}}" for name in names), dict(names))


def checked_in(done: CheckedIn) -> Say:
    """There, since when, and whether this was said before."""
    assert done.guest.arrived_at
    at = done.guest.arrived_at.astimezone(SEOUL).time()
    if done.first:
        return say("Checked in: {code}, {when}", code=done.guest.code, when=at)
    return say("Already there since {when}: {code}", code=done.guest.code, when=at)


def stay_rows(guest_id: int, company_id: int, step: Step) -> Rows:
    """Still at the company, or not any more."""
    return (
        (Button(say("Yes, still there"), f"fair:step:{guest_id}:{company_id}:{step}"),),
        (Button(say("No longer"), f"fair:left:{guest_id}:{company_id}"),),
    )
