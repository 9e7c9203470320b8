"""Intake (초기상담): the first interview, at most eight questions, and what may fit."""

from typing import Any

from bot.conversations.fitting_programs import programs_card
from bot.conversations.intake_words import (
    CAREERS,
    DISTRICTS,
    FIELDS,
    HARDSHIPS,
    SITUATIONS,
    show_born,
    show_career,
    show_contact,
    show_hardships,
)
from bot.conversations.script import Ask, Ending, Script
from bot.conversations.visit import Visit
from bot.korean import ages, careers, districts, fields, nicknames, phones, situations
from bot.models import How
from bot.say import say
from bot.services import profiles


def person_name(text: str, _visit: Visit) -> str:
    """How somebody wants to be called."""
    return nicknames.nickname(text)


def district(text: str, visit: Visit) -> str:
    """One of the five 구, or outside."""
    return districts.district(text, visit.places)


def born(text: str, visit: Visit) -> str:
    """A birth year ("1985") or an age as it was said ("age:39", "age:39:full")."""
    told = ages.birth_year_or_age(text, visit.today)
    if isinstance(told, ages.BirthYear):
        return str(told.year)
    return f"age:{told.years}" + (":full" if told.full else "")


def situation(text: str, _visit: Visit) -> str:
    """The present situation, as one of the labels."""
    return str(situations.employment_status(text))


def job_field(text: str, _visit: Visit) -> str:
    """The first digit of the KECO code."""
    return fields.job_field(text)


def career(text: str, _visit: Visit) -> int:
    """Months of work; 0 for none."""
    return careers.months(text)


def phone(text: str, _visit: Visit) -> str:
    """Digits, national form."""
    return phones.phone(text)


INTAKE = Script(
    "intake",
    say("First interview"),
    (
        Ask(
            "name",
            say("What may I call you? A nickname is fine."),
            say("Name"),
            say("For example: Minji, or 민지."),
            person_name,
            free=True,
        ),
        Ask(
            "district",
            say("Which district do you live in?"),
            say("District"),
            say("For example: Buk-gu, or your neighborhood such as 용봉동 or 수완동."),
            district,
            DISTRICTS,
        ),
        Ask(
            "born",
            say("Which year were you born? Your age is fine too."),
            say("Birth year or age"),
            say("For example: 1990, or 만 35세."),
            born,
            shows=show_born,
        ),
        Ask(
            "situation",
            say("What describes your present situation best?"),
            say("Situation"),
            say("For example: I am looking for work, or I want to change my job."),
            situation,
            SITUATIONS,
        ),
        Ask(
            "field",
            say("Which kind of work would you like?"),
            say("Kind of work wanted"),
            say("For example: office work, driving, care work."),
            job_field,
            FIELDS,
        ),
        Ask(
            "career",
            say("How long have you worked so far, all jobs together?"),
            say("Career"),
            say("For example: 3 years 6 months, or none."),
            career,
            CAREERS,
            shows=show_career,
        ),
        Ask(
            "hardships",
            say(
                "What makes finding work hard? Choose as many as you like.\n"
                "You need not write about illness or family here: the buttons are enough."
            ),
            say("What makes it hard"),
            say("Please use the buttons here, so that nothing private is written down."),
            None,
            HARDSHIPS,
            many=True,
            optional=True,
            shows=show_hardships,
        ),
        Ask(
            "contact",
            say("How may the center call you if this chat does not work? You may skip this."),
            say("Phone"),
            say("For example: 010-1234-5678. Or press “Skip”."),
            phone,
            optional=True,
            contact=True,
            shows=show_contact,
        ),
    ),
    summary=say("Thank you. This is what I understood. Is it right?"),
)


@INTAKE.begins
async def already_known(visit: Visit) -> dict[str, Any]:
    """What was told before is not asked again: it stands in the summary, to be changed there."""
    if visit.fresh:
        return {}
    return {
        key: answer.value for key, answer in (await profiles.known(visit.session, visit.person_id)).items()
    }


@INTAKE.ends
async def keep(visit: Visit) -> Ending:
    """The answers become the profile; the programs that may fit are shown with their reasons."""
    assert visit.dialogue
    for ask in INTAKE.questions:
        told = visit.dialogue.answers.get(ask.key)
        if (
            told
            and told.get("message_id") is None
            and not told.get("words")
            and ask.key in await _kept(visit)
        ):
            continue  # unchanged since an earlier interview: its own provenance stays
        if told:
            given = profiles.Given(
                told["value"], told["words"], How(told["how"]), told["message_id"], visit.now
            )
            await profiles.remember(visit.session, visit.person_id, ask.key, given)
    return Ending(programs_card(visit, visit.answers))


async def _kept(visit: Visit) -> set[str]:
    assert visit.dialogue
    known = await profiles.known(visit.session, visit.person_id)
    return {key for key, answer in known.items() if answer.value == visit.dialogue.answers[key]["value"]}
