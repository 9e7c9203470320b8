"""Whom an announcement is for: the questions an operator is asked."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from bot.conversations import announcement_hearing as hearing
from bot.conversations import announcement_reading as reading
from bot.conversations.announcement_reading import detail_key
from bot.conversations.intake_words import DISTRICTS, FIELDS
from bot.conversations.script import Answers, Ask, Choice
from bot.conversations.visit import Visit
from bot.say import Say, say


def chosen(key: str, value: str) -> Callable[[Answers], bool]:
    """The question applies where that was answered before."""
    return lambda answers: answers.get(key) == value


def wanted(key: str) -> Callable[[Answers], bool]:
    """The question applies where an operator asked for it, or has answered it."""
    return lambda answers: answers.get("more") == key or key in answers


NARROWS = ("district", "field", "ages", "program", "foreign")
BUTTONS = say("Please press one of the buttons.")

AUDIENCES = (
    Choice("all", say("Everyone who asked for it")),
    Choice("district", say("By district")),
    Choice("field", say("By kind of work")),
    Choice("ages", say("By age")),
    Choice("program", say("Whom a program may fit")),
    Choice("fair", say("Who is registered for a hiring day")),
    Choice("not_yet", say("Who has not got an earlier one")),
    Choice("foreign", say("Who reads English here")),
)

NARROWINGS = (*(each for each in AUDIENCES if each.value in NARROWS), Choice("none", say("No narrower")))
LEFT_OUT = (
    Choice("district", say("Who lives in a district")),
    Choice("field", say("Who wants a kind of work")),
    Choice("ages", say("Who is of an age")),
    Choice("fair", say("Who is registered for a hiring day")),
    Choice("not_yet", say("Who has got an earlier one")),
    Choice("none", say("Nobody is left out")),
)

# What is asked once it is clear by what the audience is chosen, by the value of that choice.
DETAILS = {
    "district": Ask(
        "district",
        say("Which district?"),
        say("District"),
        say("For example: Buk-gu, or your neighborhood such as 용봉동 or 수완동."),
        reading.district,
        DISTRICTS[:5],
    ),
    "field": Ask(
        "field",
        say("Which kind of work?"),
        say("Kind of work wanted"),
        say("For example: office work, driving, care work."),
        reading.job_field,
        FIELDS,
    ),
    "ages": Ask(
        "ages",
        say("From which age to which?"),
        say("Ages"),
        say("For example: 20~39, 30대, 65세 이상."),
        reading.ages,
        shows=reading.show_ages,
    ),
    "program": Ask(
        "program",
        say("Which program should fit them?"),
        say("Program"),
        BUTTONS,
        wide=True,
        shows=reading.show_program,
    ),
    "not_yet": Ask(
        "not_yet",
        say("Which announcement should they not have yet?"),
        say("Not yet told"),
        BUTTONS,
        wide=True,
    ),
    "fair": Ask(
        "of_fair",
        say("Who is registered for which hiring day?"),
        say("Hiring day"),
        BUTTONS,
        wide=True,
        shows=reading.show_fair,
    ),
}
WITHOUT = say("Whom exactly shall I leave out?")


def details(slot: str, kinds: Iterable[str]) -> tuple[Ask, ...]:
    """The questions about each kind of choice in this slot: "audience", "narrow" or "without"."""
    asked = [
        replace(DETAILS[kind], key=detail_key(slot, kind), only_if=chosen(slot, kind))
        for kind in kinds
        if kind in DETAILS
    ]
    if slot == "narrow":
        asked = [replace(ask, called=say("Narrowed down: {what}", what=ask.called)) for ask in asked]
    elif slot == "without":
        named = [replace(ask, called=say("Left out: {what}", what=ask.called)) for ask in asked]
        asked = [replace(ask, words=WITHOUT) for ask in named]
    return tuple(asked)


def _whom(visit: Visit) -> Say:
    """Who is counted depends on what it is: nobody has to ask for what they need to know."""
    if visit.answers.get("kind") == "service":
        return say("Whom does it concern? All of them get it, also those who want no news.")
    return say("Who should get it? Only people who asked for it are counted.")


AUDIENCE_QUESTIONS = (
    Ask(
        "audience",
        _whom,
        say("Audience"),
        say("For example: 전체, 북구 사는 20대, 광산구 빼고 모두. Or press a button."),
        hearing.audience,
        AUDIENCES,
        wide=True,
        shows=reading.show_audience,
    ),
    *details("audience", DETAILS),
)
FINER_QUESTIONS = (
    Ask(
        "narrow",
        say("By what shall it be narrowed down?"),
        say("Narrowed down"),
        BUTTONS,
        None,
        NARROWINGS,
        wide=True,
        only_if=wanted("narrow"),
        wish="more",
    ),
    *details("narrow", NARROWS),
    Ask(
        "without",
        say("Whom shall I leave out?"),
        say("Left out"),
        BUTTONS,
        None,
        LEFT_OUT,
        wide=True,
        only_if=wanted("without"),
        wish="more",
    ),
    *details("without", [each.value for each in LEFT_OUT]),
)
