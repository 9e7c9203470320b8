"""Intake (초기상담): the first interview, at most eight questions, and what may fit."""

from typing import Any

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
from bot.rules.programs import Fit, fitting
from bot.say import Button, Card, Say, quote, say
from bot.services import profiles

SHOWN_PROGRAMS = 4  # what a phone shows without scrolling far


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


def programs_card(visit: Visit, answers: Any) -> Card:
    """Which programs may fit, each with its reason; never a verdict."""
    today = visit.today.date()
    fits = fitting(visit.center.programs, profiles.facts(answers, today), today, most=SHOWN_PROGRAMS)
    titles = {program.id: program for program in visit.center.programs}
    lines = tuple(_fit(fit, titles[fit.program_id].name, titles[fit.program_id].about) for fit in fits)
    first = say("These programs may fit you.") if fits else say("A counselor will look for what fits you.")
    return Card(
        (
            first,
            *lines,
            say(
                "This shows possibilities; it does not decide about eligibility. "
                "As of {day}. Please make sure with work24.go.kr or the center.",
                day=today,
            ),
        ),
        (
            (Button(say("Book counseling"), "menu:book"),),
            (Button(say("News of hiring days"), "menu:notifications"), Button(say("Menu"), "menu:home")),
        ),
    )


def _fit(fit: Fit, name: str, about: str) -> Say:
    reasons = quote(" ".join(fit.because) or about)
    if not fit.ask:
        return say("<b>{program}</b>\n{why}", program=quote(name), why=reasons)
    return say(
        "<b>{program}</b>\n{why}\nTo be looked at with the center: {open}",
        program=quote(name),
        why=reasons,
        open=quote(" ".join(fit.ask[:2])),
    )
