"""Intake (초기상담): the first interview, at most eight questions, and what may fit."""

from typing import Any

from bot.conversations.fitting_programs import programs_card
from bot.conversations.intake_reading import (
    born,
    career,
    district,
    job_field,
    person_name,
    phone,
    situation,
    whole,
)
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
from bot.models import How
from bot.say import say
from bot.services import profiles

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
            why=say("Only so that I can call you something. It need not be your real name."),
        ),
        Ask(
            "district",
            say("Which district do you live in?"),
            say("District"),
            say("For example: Buk-gu, or your neighborhood such as 용봉동 or 수완동."),
            district,
            DISTRICTS,
            why=say(
                "Which center and which programs help depends on where you live. The district is enough."
            ),
        ),
        Ask(
            "born",
            say("Which year were you born? Your age is fine too."),
            say("Birth year or age"),
            say("For example: 1990, or 만 35세."),
            born,
            shows=show_born,
            why=say("Some programs are for certain ages, so I ask."),
        ),
        Ask(
            "situation",
            say("What describes your present situation best?"),
            say("Situation"),
            say("For example: I am looking for work, or I want to change my job."),
            situation,
            SITUATIONS,
            why=say("Which programs may fit depends on your present situation, so I ask."),
        ),
        Ask(
            "field",
            say("Which kind of work would you like?"),
            say("Kind of work wanted"),
            say("For example: office work, driving, care work."),
            job_field,
            FIELDS,
            why=say("So that the counselor can prepare for what you want. You can change it later."),
        ),
        Ask(
            "career",
            say("How long have you worked so far, all jobs together?"),
            say("Career"),
            say("For example: 3 years 6 months, or none."),
            career,
            CAREERS,
            shows=show_career,
            why=say("So that the counselor can prepare. About is good enough."),
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
            why=say("So that I can look for help that fits. You may skip this."),
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
            why=say("Only for when this chat does not work. You may skip this."),
        ),
    ),
    summary=say("Thank you. This is what I understood. Is it right?"),
    whole=whole,
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
