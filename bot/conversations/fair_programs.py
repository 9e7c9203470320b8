"""Talks, workshops and coachings of a hiring day, added and taken out in the chat."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.center import Hours, TalkPlan
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_frame import asks, count, day, hours, show_day, words
from bot.conversations.fair_making import staff_only
from bot.conversations.fair_words import DESK
from bot.conversations.player import Player
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.models import Fair, TalkKind
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import NotPossible, NotStored

SAME_DAY = "same"
KINDS = (
    Choice(TalkKind.TALK, say("A company's talk, a lecture")),
    Choice(TalkKind.WORKSHOP, say("A workshop")),
    Choice(TalkKind.COACHING, say("Résumé or interview coaching")),
)


def day_or_same(text: str, visit: Visit) -> str:
    """A day, or the fair's."""
    return SAME_DAY if "행사" in text or "당일" in text else day(text, visit)


def show_when(value: Any, visit: Visit) -> Say:
    """The day; the fair's own by name."""
    return say("On the hiring day") if value == SAME_DAY else show_day(value, visit)


PROGRAM = Script(
    "fair_talk",
    say("One more talk or coaching"),
    (
        Ask(
            "kind",
            say("What takes place?"),
            say("Its kind"),
            say("Please press one of the buttons."),
            None,
            KINDS,
            wide=True,
        ),
        asks(
            "title",
            say("Which title does it have?"),
            say("Its title"),
            say("For example: 이력서 코칭."),
            words,
        ),
        Ask(
            "day",
            say("On which day? A coaching can be up to two weeks before."),
            say("Day"),
            say("For example: 12월 2일."),
            day_or_same,
            (Choice(SAME_DAY, say("On the hiring day")),),
            shows=show_when,
            only_if=lambda answers: answers.get("kind") == TalkKind.COACHING,
        ),
        asks("hours", say("From when to when?"), say("Hours"), say("For example: 14:00-17:00."), hours),
        asks("place", say("Where?"), say("Where"), say("For example: 11층 상설채용관."), words),
        asks("seats", say("How many seats?"), say("Seats"), say("A number, like 24."), count),
    ),
    needs_consent=False,
    for_staff=True,
)


PROGRAM.begins(staff_only)


async def begin(visit: Visit, player: Player, fair_id: int) -> None:
    """Ask for one more, where a company comes already: said before anything is asked."""
    if await fairs.stands(visit.session, fair_id):
        await player.begin(visit, "fair_talk", {"fair": fair_id})
    else:
        await visit.chat.say(card(say("Please add a company first."), rows=((DESK, MENU),)))


@PROGRAM.offers("place")
async def same_place(visit: Visit) -> Sequence[Choice]:
    """Where the fair is."""
    fair = await _fair(visit, int(visit.answers["fair"]))
    return [Choice(fair.place, quote(fair.place))]


@PROGRAM.ends
async def add(visit: Visit) -> Ending:
    """One more; who is registered can take a seat from now on."""
    await staff_only(visit)
    fair = await _fair(visit, int(visit.answers["fair"]))
    try:
        await fairs.add_talk(visit.session, fair, _plan(visit), visit.now)
    except NotPossible as refused:
        raise Stop(card(fair_words.REGRETS[refused.reason], rows=((DESK, MENU),))) from refused
    except NotStored as refused:
        raise AskAgain(*_again(refused), only=True) from refused
    return Ending(await programs_card(visit, fair))


def _plan(visit: Visit) -> TalkPlan:
    answers = visit.answers
    on = answers.get("day") or SAME_DAY
    return TalkPlan(
        key=f"talk_{secrets.token_hex(3)}",
        title=answers["title"],
        kind=answers["kind"],
        hours=Hours.model_validate(answers["hours"]),
        on=None if on == SAME_DAY else date.fromisoformat(str(on)),
        place=answers["place"],
        seats=int(answers["seats"]),
    )


def _again(refused: NotStored) -> tuple[str, Say]:
    """Which question is asked once more, and why."""
    match refused.path[-1]:
        case "seats":
            return "seats", say("The hiring day has fewer places than that.")
        case "on":
            return "day", say("A coaching for it would be after that day, or more than two weeks before it.")
    return "hours", say("That is not within the hours of the hiring day. Other hours, please.")


async def programs_card(visit: Visit, fair: Fair) -> Card:
    """What there is beside the interviews, with the seats that are left; each can be taken out."""
    found = await fairs.talks(visit.session, fair.id or 0)
    left = await fairs.seats_left(visit.session, fair.id or 0)
    lines = [
        say(
            "{talk}: {when}, {place} · free {left} of {seats}",
            talk=quote(talk.title),
            when=talk.starts_at,
            place=quote(talk.place),
            left=left[talk.id or 0],
            seats=talk.seats,
        )
        for talk in found
    ]
    nothing = say("There are no talks and no coachings yet.")
    out: Rows = tuple(
        (Button(say("Take out: {talk}", talk=quote(talk.title)), f"fdesk:untalk:{talk.id}"),)
        for talk in found
    )
    more = (Button(say("One more talk or coaching"), f"fdesk:talk:{fair.id}"),)
    body = fair_words.under_each_other(lines or [nothing])
    return Card((_heading(fair), body), (more, *out, (DESK, MENU)))


def _heading(fair: Fair) -> Say:
    return say("{title}: {when}", title=quote(fair.title), when=fair.starts_at)


async def _fair(visit: Visit, fair_id: int) -> Fair:
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None:
        raise Stop(card(fair_words.REGRETS[fairs.Refusal.NOT_THERE], rows=((MENU,),)))
    return fair
