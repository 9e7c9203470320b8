"""Which programs may fit, each with its reason; never a verdict."""

from datetime import date
from typing import Any

from bot.conversations.common_words import BOOK, MENU
from bot.conversations.visit import Visit
from bot.rules.programs import Fit, fitting
from bot.say import Button, Card, Say, quote, say
from bot.services import profiles

SHOWN_PROGRAMS = 4  # what a phone shows without scrolling far


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
            no_verdict(today),
        ),
        (
            *((Button(quote(titles[fit.program_id].name), f"prog:show:{fit.program_id}"),) for fit in fits),
            (BOOK,),
            (Button(say("News of hiring days"), "menu:notifications"), MENU),
        ),
    )


def no_verdict(day: date) -> Say:
    """The office's own sentence: it stands under every program."""
    return say(
        "This shows possibilities; it does not decide about eligibility. "
        "As of {day}. Please make sure with work24.go.kr or the center.",
        day=day,
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
