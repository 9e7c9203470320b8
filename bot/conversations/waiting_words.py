"""What is said about the waiting list, wherever it is said."""

from collections.abc import Sequence

from bot.conversations.booking_reading import show_service
from bot.conversations.cards import block
from bot.conversations.common_words import BOOK, MENU, MINE
from bot.conversations.visit import Visit
from bot.models import Half
from bot.rules.waiting import HalfDay
from bot.say import Button, Card, Rows, Say, card, say
from bot.services.waitlist import NotOffered, Place, Why

HALVES = {Half.AM: say("in the morning"), Half.PM: say("in the afternoon")}

YES = say("Yes, book it")
NO = say("No, I keep waiting")
LATER = say("Ask me again tomorrow")

REGRETS = {
    Why.OVER: say("That time cannot be had any more. Your place in the line stays as it is."),
    Why.TAKEN: say("You already have an appointment then. Please look at your appointments."),
    Why.PAST: say("Those days have already passed. Please choose others."),
}
NOT_THERE = say("There is nothing of the kind any more. I have changed nothing.")


def when(halves: Sequence[HalfDay]) -> Say:
    """12월 1일 (화) 오전, 12월 3일 (목): a day that suits as a whole stands without its halves."""
    lines = []
    for day in dict.fromkeys(day for day, _ in halves):
        own = [half for each, half in halves if each == day]
        if len(own) == len(Half):
            lines.append(Say("{day}", {"day": day}))
        else:
            lines.append(Say("{day} {half}", {"day": day, "half": HALVES[own[0]]}))
    return Say("{days}", {"days": tuple(lines)})


def before(place: Place) -> Say:
    """How many come first."""
    if place.before == 0:
        return say("You are first in line.")
    if place.before == 1:
        return say("One person is before you.")
    return say("{many} people are before you.", many=place.before)


def place_line(visit: Visit, place: Place) -> Say:
    """A place on the list, as its owner sees it."""
    return say(
        "<b>Waiting: {service}</b>\n{days}\n{before} Waiting number: {number}",
        service=show_service(place.waiting.service, visit),
        days=when(place.halves),
        before=before(place),
        number=place.waiting.id or 0,
    )


def joined_card(visit: Visit, place: Place, leads: tuple[Say, ...]) -> Card:
    """What was wished for, how many come first, and what happens next."""
    return card(
        *leads,
        say("You are on the waiting list."),
        place_line(visit, place),
        block(
            (
                say(
                    "When a time is free, I ask one after the other and keep it for {minutes} minutes.",
                    minutes=visit.center.booking.lease_minutes,
                ),
                say("Between nine at night and eight in the morning those minutes stand still."),
            )
        ),
        say(
            "If a paper says by when you must have counseling, please show it at the center: "
            "then you come first. {phone}",
            phone=visit.center.phone,
        ),
        rows=((MINE, MENU),),
    )


def leaving(visit: Visit, place: Place) -> tuple[Button, ...]:
    """The way out of the list."""
    service = show_service(place.waiting.service, visit)
    return (Button(say("Stop waiting: {service}", service=service), f"wait:leave:{place.waiting.id}"),)


def answers(offer_id: int | None) -> Rows:
    """What can be said to an offered time."""
    return (
        (Button(YES, f"wait:yes:{offer_id}"),),
        (Button(NO, f"wait:no:{offer_id}"),),
        (Button(LATER, f"wait:later:{offer_id}"),),
    )


def regret(gone: NotOffered) -> Card:
    """Why nothing was done, and where to go on."""
    return card(REGRETS.get(gone.reason, NOT_THERE), rows=((MINE, BOOK),))
