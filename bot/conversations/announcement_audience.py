"""Whom an announcement is for: the questions an operator is asked."""

from collections.abc import Callable

from bot.conversations import announcement_reading as reading
from bot.conversations.intake_words import DISTRICTS, FIELDS
from bot.conversations.script import Answers, Ask, Choice
from bot.say import say


def chosen(key: str, value: str) -> Callable[[Answers], bool]:
    """The question applies where that was answered before."""
    return lambda answers: answers.get(key) == value


def wanted(key: str) -> Callable[[Answers], bool]:
    """The question applies where an operator asked for it, or has answered it."""
    return lambda answers: answers.get("more") == key or key in answers


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

AUDIENCE_QUESTIONS = (
    Ask(
        "audience",
        say("Who should get it? Only people who asked for it are counted."),
        say("Audience"),
        BUTTONS,
        None,
        AUDIENCES,
        wide=True,
    ),
    Ask(
        "district",
        say("Which district?"),
        say("District"),
        say("For example: Buk-gu, or your neighborhood such as 용봉동 or 수완동."),
        reading.district,
        DISTRICTS[:5],
        only_if=chosen("audience", "district"),
    ),
    Ask(
        "field",
        say("Which kind of work?"),
        say("Kind of work wanted"),
        say("For example: office work, driving, care work."),
        reading.job_field,
        FIELDS,
        only_if=chosen("audience", "field"),
    ),
    Ask(
        "ages",
        say("From which age to which?"),
        say("Ages"),
        say("For example: 20~39."),
        reading.ages,
        only_if=chosen("audience", "ages"),
        shows=reading.show_ages,
    ),
    Ask(
        "program",
        say("Which program should fit them?"),
        say("Program"),
        BUTTONS,
        wide=True,
        only_if=chosen("audience", "program"),
        shows=reading.show_program,
    ),
    Ask(
        "not_yet",
        say("Which announcement should they not have yet?"),
        say("Not yet told"),
        BUTTONS,
        wide=True,
        only_if=chosen("audience", "not_yet"),
    ),
    Ask(
        "of_fair",
        say("Who is registered for which hiring day?"),
        say("Hiring day"),
        BUTTONS,
        wide=True,
        only_if=chosen("audience", "fair"),
        shows=reading.show_fair,
    ),
)
