"""The questions by which the staff arrange something for a person."""

from datetime import datetime

from bot.conversations.arranging_words import DEEDS, WHY, WITH, named_service, show_who, way_named, who
from bot.conversations.booking_reading import WAYS, moment, show_time
from bot.conversations.reading import yes_no
from bot.conversations.script import Answers, Ask, Choice, Script
from bot.conversations.visit import Visit
from bot.models import Cause, Way
from bot.say import Say, quote, say
from bot.services.bookings import TOLD_CAUSES

YES = say("Yes, do it")
PRESS = say("Please press one of the buttons.")


def chooses_time(answers: Answers) -> bool:
    """Whether the staff choose it, and not the person."""
    return answers.get("deed") != "invite"


def _sure_words(visit: Visit) -> Say:
    answers = visit.answers
    kind = visit.center.service(answers["service"])
    if not chooses_time(answers):
        return say(
            "Shall I ask them to choose a time?\n{service}",
            service=named_service(kind.key, sensitive=False, visit=visit),
        )
    first = (
        say("Shall I move it to this?") if answers["deed"] == "move" else say("Shall I book this for them?")
    )
    return Say(
        "{first}\n<b>{when}</b>\n{service}, {way}\n{counselor}",
        {
            "first": first,
            "when": datetime.fromisoformat(str(answers["time"])),
            "service": named_service(kind.key, sensitive=False, visit=visit),
            "way": WAYS[Way(answers.get("way") or kind.ways[0])],
            "counselor": quote(str(answers["named"])),
        },
    )


ARRANGING = Script(
    "arrange",
    say("Arranging an appointment"),
    (
        Ask(
            "who",
            say("For whom? Please write their booking number or their mobile number."),
            say("For"),
            say("For example: B-12345, or 010-1234-5678."),
            who,
            shows=show_who,
        ),
        Ask(
            "deed", say("What shall I do?"), say("To do"), PRESS, shows=lambda v, _: DEEDS[str(v)], wide=True
        ),
        Ask(
            "appointment",
            say("Which appointment?"),
            say("Appointment"),
            PRESS,
            shows=lambda _value, visit: quote(str(visit.answers["number"])),
            wide=True,
            only_if=lambda answers: answers.get("deed") == "move",
        ),
        Ask(
            "service",
            say("Which counseling?"),
            say("Counseling"),
            PRESS,
            shows=lambda value, visit: named_service(str(value), sensitive=False, visit=visit),
            wide=True,
            only_if=lambda answers: answers.get("deed") != "move",  # a meeting is moved as it is
        ),
        Ask(
            "way",
            say("How do they meet?"),
            say("Way"),
            PRESS,
            shows=way_named,
            only_if=lambda answers: bool(answers.get("several_ways")) and chooses_time(answers),
        ),
        Ask(
            "with",
            say("With whom?"),
            say("With"),
            PRESS,
            choices=tuple(Choice(key, label) for key, label in WITH.items()),
            shows=lambda value, _visit: WITH[str(value)],
            only_if=lambda answers: bool(answers.get("gives")),
        ),
        Ask(
            "why",
            say("Why does it move? The person is told."),
            say("Why"),
            PRESS,
            choices=tuple(Choice(why, WHY[why]) for why in TOLD_CAUSES),
            shows=lambda value, _visit: WHY[Cause(value)],
            wide=True,
            only_if=lambda answers: answers.get("deed") == "move",
        ),
        Ask(
            "time",
            say("Which time?"),
            say("Time"),
            say("For example: 다음 주 화요일 오후 2시."),
            moment,
            shows=show_time,
            wide=True,
            only_if=chooses_time,
        ),
        Ask(
            "sure",
            _sure_words,
            say("Arranged"),
            say("Please say yes or no."),
            yes_no,
            shows=lambda _value, _visit: YES,
        ),
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
    can_wait=False,
)
