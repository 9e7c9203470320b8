"""Making a hiring day in the chat: when, where, for how many; then each company with what it looks for."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from bot.center import Hours
from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.fair_frame import FRAME, asks, count, spot, words
from bot.conversations.fair_posting import (
    posted_conditions,
    show_conditions,
    show_work24,
    unlawful,
    work24_number,
)
from bot.conversations.intake_reading import job_field
from bot.conversations.intake_words import FIELDS
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.models import Fair, Role
from bot.say import Button, Card, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import Offer

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
        asks(
            "conditions",
            say("Which conditions does the company post? With commas."),
            say("Posted conditions"),
            say("For example: 경력 1년 이상, 지게차 자격증."),
            posted_conditions,
            optional=True,
            shows=show_conditions,
        ),
        asks(
            "work24",
            say("Which number does it have on 고용24?"),
            say("고용24 number"),
            say("Letters and digits, like K131112611230001."),
            work24_number,
            optional=True,
            shows=show_work24,
        ),
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
        visit.session,
        (begins, ends),
        visit.now,
        title=answers["title"],
        place=answers["place"],
        capacity=int(answers["capacity"]),
        bring=answers.get("bring") or [],
        spot=spot(answers.get("map")),
    )
    return Ending(draft_card(fair, say("The draft is there. Now the companies.")))


@ADDING.offers("company")
async def there_already(visit: Visit) -> Sequence[Choice]:
    """The companies that come: each can have one more position."""
    stands = await fairs.stands(visit.session, int(visit.answers["fair"]))
    return [Choice(stand.company.name, quote(stand.company.name)) for stand in stands]


@ADDING.settles("conditions")
async def lawful(_visit: Visit, value: list[dict[str, Any]] | None) -> dict[str, Any]:
    """Age, sex, looks and family may not be asked for: said before anybody reads it."""
    if wrong := unlawful(value or []):
        why = say("The law does not allow a company to ask for this: {condition}", condition=quote(wrong))
        raise AskAgain("conditions", why, only=True)
    return {"conditions": value}


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
    offer = Offer(
        **{name: answers[name] for name in names},
        conditions=answers.get("conditions") or [],
        work24=answers.get("work24"),
    )
    await fairs.add_company(visit.session, fair, offer, staff, visit.now)
    return Ending(draft_card(fair, say("It is added: {company}", company=quote(answers["company"]))))


def draft_card(fair: Fair, first: Say) -> Card:
    """What can be done with a draft."""
    rows: list[tuple[Button, ...]] = [
        (Button(say("One more company"), f"fdesk:add:{fair.id}"), programs_button(fair))
    ]
    if fair.state == "draft":
        rows.append((Button(say("Open it for everybody"), f"fdesk:open:{fair.id}"),))
    return card(first, fair_words.heading(fair), rows=(*rows, (MENU,)))


def programs_button(fair: Fair) -> Button:
    """To the talks and coachings of a hiring day."""
    return Button(say("Talks and coachings"), f"fdesk:talks:{fair.id}")


def moment(on: date, at: time) -> datetime:
    """On Seoul's clock, as UTC."""
    return datetime.combine(on, at, SEOUL).astimezone(UTC)
