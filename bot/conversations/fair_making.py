"""Making a hiring day in the chat: when, where, for how many; then each company with what it looks for."""

import re
from datetime import UTC, date, datetime, time
from typing import Any

from bot.center import Hours
from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.intake_reading import job_field
from bot.conversations.intake_words import FIELDS
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean import moments
from bot.korean.unclear import Unclear, Why
from bot.models import Fair, Role
from bot.say import Button, Card, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import Offer

HOURS = re.compile(r"\s*(\d{1,2})(?::(\d{2}))?\s*[-~]\s*(\d{1,2})(?::(\d{2}))?\s*")
DIGITS = re.compile(r"\D*(\d{1,4})\D*")


def words(text: str, _visit: Visit) -> str:
    """A few words on one line."""
    line = " ".join(text.split())
    if not 2 <= len(line) <= 100:
        raise Unclear(Why.NOTHING)
    return line


def day(text: str, visit: Visit) -> str:
    """A day to come."""
    found = moments.moment(text, visit.today).day
    if found is None:
        raise Unclear(Why.NOTHING)
    if found < visit.today.date():
        raise Unclear(Why.PAST)
    return found.isoformat()


def hours(text: str, _visit: Visit) -> str:
    """From when to when, like 14:00-17:00."""
    found = HOURS.fullmatch(text)
    if found is None:
        raise Unclear(Why.NOTHING)
    begins, _, ends, _ = numbers = [int(each or 0) for each in found.groups()]
    written = "{:02}:{:02}-{:02}:{:02}".format(*numbers)
    try:
        return str(Hours.model_validate(written))
    except ValueError:
        raise Unclear(Why.CONTRADICTION if begins >= ends else Why.NOTHING) from None


def count(text: str, _visit: Visit) -> int:
    """How many people."""
    found = DIGITS.fullmatch(text)
    if found is None or not int(found[1]):
        raise Unclear(Why.NOTHING)
    return int(found[1])


def show_day(value: Any, _visit: Visit) -> Say:
    """12월 2일 (수)."""
    return Say("{day}", {"day": date.fromisoformat(str(value))})


def asks(key: str, question: Say, called: Say, hint: Say, reads: Any, **other: Any) -> Ask:
    """A question that is answered in one's own words."""
    return Ask(key, question, called, hint, reads, free=True, **other)


FRAME = (
    asks("title", say("What is it called?"), say("Title"), say("For example: 미니 채용행사 – 생산"), words),
    asks("day", say("On which day?"), say("Day"), say("For example: 12월 2일."), day, shows=show_day),
    asks("hours", say("From when to when?"), say("Hours"), say("For example: 14:00-17:00."), hours),
    asks("place", say("Where?"), say("Where"), say("For example: 11층 상설채용관."), words),
    asks("capacity", say("For how many people?"), say("Places"), say("A number, like 24."), count),
)

MAKING = Script(
    "fair_make",
    say("A new hiring day"),
    FRAME,
    needs_consent=False,
    for_staff=True,
    summary=say("A draft that only the staff see. Is everything right?"),
)

ADDING = Script(
    "fair_company",
    say("One more company"),
    (
        asks("company", say("Which company comes?"), say("Company"), say("Its name, please."), words),
        asks("title", say("For which work?"), say("Position"), say("For example: 가전 부품 조립."), words),
        Ask(
            "field",
            say("Which field of work is it?"),
            say("Field of work"),
            say("For example: office work, driving, care work."),
            job_field,
            FIELDS,
        ),
        asks("headcount", say("How many people are wanted?"), say("Wanted"), say("A number, like 3."), count),
        asks("pay", say("What is the pay?"), say("Pay"), say("For example: 월 240만원."), words),
        asks(
            "hours",
            say("Which working hours?"),
            say("Working hours"),
            say("For example: 주 5일 09:00-18:00."),
            words,
        ),
        asks("place", say("Where is the work?"), say("Place of work"), say("For example: 광산구."), words),
        Ask(
            "checked",
            say("Have you made sure of it with the company or 고용24? Your name will stand there."),
            say("Checked"),
            say("Please say yes or no."),
            yes_no,
            (Choice("yes", say("Yes, I have checked it")), Choice("no", say("Not yet"))),
        ),
    ),
    needs_consent=False,
    for_staff=True,
)


@MAKING.begins
@ADDING.begins
async def staff_only(visit: Visit) -> dict[str, Any]:
    """Operators only."""
    if visit.staff_as(Role.OPERATOR) is None:
        raise Stop(FOR_STAFF)
    return {}


@MAKING.ends
async def make(visit: Visit) -> Ending:
    """A draft is there."""
    answers = visit.answers
    held_on, span = date.fromisoformat(str(answers["day"])), Hours.model_validate(answers["hours"])
    begins, ends = (moment(held_on, at) for at in (span.starts, span.ends))
    if begins <= visit.now:
        raise AskAgain("day", say("That time has already passed."))
    fair = await fairs.make_draft(
        visit.session, answers["title"], (begins, ends), answers["place"], int(answers["capacity"]), visit.now
    )
    return Ending(draft_card(fair, say("The draft is there. Now the companies.")))


@ADDING.settles("checked")
async def checked(_visit: Visit, value: str) -> dict[str, Any]:
    """No position without somebody who has made sure of it."""
    if value != "yes":
        raise Stop(card(say("Then please check it first. Nothing was kept."), rows=((MENU,),)))
    return {"checked": value}


@ADDING.ends
async def add(visit: Visit) -> Ending:
    """One more company comes."""
    answers, staff = visit.answers, visit.staff_as(Role.OPERATOR)
    fair = await fairs.fair(visit.session, int(answers["fair"]))
    if fair is None or staff is None:
        raise Stop(card(fair_words.REGRETS[fairs.Refusal.NOT_THERE], rows=((MENU,),)))
    names = ("company", "title", "field", "headcount", "pay", "hours", "place")
    await fairs.add_company(
        visit.session, fair, Offer(**{name: answers[name] for name in names}), staff, visit.now
    )
    return Ending(draft_card(fair, say("It is added: {company}", company=quote(answers["company"]))))


def draft_card(fair: Fair, first: Say) -> Card:
    """What can be done with a draft."""
    rows = [(Button(say("One more company"), f"fdesk:add:{fair.id}"),)]
    if fair.state == "draft":
        rows.append((Button(say("Open it for everybody"), f"fdesk:open:{fair.id}"),))
    return card(first, fair_words.heading(fair), rows=(*rows, (MENU,)))


def moment(on: date, at: time) -> datetime:
    """On Seoul's clock, as UTC."""
    return datetime.combine(on, at, SEOUL).astimezone(UTC)
