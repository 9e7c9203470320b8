"""The questions of a booking, in the order they are asked."""

from datetime import datetime

from bot.conversations.booking_looking import moment_or_other, moment_or_wish
from bot.conversations.booking_reading import (
    service,
    show_day,
    show_how,
    show_service,
    show_time,
    show_way,
    way,
)
from bot.conversations.booking_waiting import WAIT_ASKS, looks
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, Choice
from bot.conversations.visit import Visit
from bot.say import Say, quote, say


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


QUESTIONS = (
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
        yes_no,
        (Choice("yes", say("Yes, I agree")), Choice("no", say("No"))),
        only_if=lambda answers: bool(answers.get("must_accept")) and looks(answers),
    ),
    Ask(
        "how",
        say("How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”."),
        say("Looking for"),
        say("For example: 다음 주 화요일 오후, or 12월 2일."),
        moment_or_wish,
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
        moment_or_wish,
        shows=show_day,
        only_if=lambda answers: answers.get("how") == "day" and looks(answers),
    ),
    Ask(
        "time",
        say("Which time suits you?"),
        say("Time"),
        say("For example: 다음 주 화요일 오후 2시."),
        moment_or_other,
        shows=show_time,
        wide=True,
        only_if=looks,
    ),
    Ask(
        "sure",
        _sure_words,
        say("Booking"),
        say("Please say yes or no."),
        yes_no,
        (Choice("yes", say("Yes, book it")), Choice("other", say("Another time"))),
        only_if=looks,
    ),
    *WAIT_ASKS,
)
