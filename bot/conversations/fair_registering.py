"""Registering for a hiring day: companies in order of wish, what they may see, a yes."""

from collections.abc import Sequence
from typing import Any

from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_cards import registered_card
from bot.conversations.fair_reading import (
    NO_COMPANY,
    ON_THE_DAY,
    WISHES,
    company_named,
    registers,
    show_company,
    show_shared,
    wants_more,
)
from bot.conversations.fair_sharing import WHAT_THEY_SEE, remember_name
from bot.conversations.fair_words import FAIRS
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.models import Fair
from bot.say import Say, card, quote, say
from bot.services import fairs, profiles
from bot.services.fairs import NotPossible


def wish(key: str, words: Say, called: Say, **other: Any) -> Ask:
    """One of the wishes."""
    hint = say("Please press a company, or write its name.")
    return Ask(key, words, called, hint, company_named, shows=show_company, wide=True, **other)


QUESTIONS = (
    wish("first", say("Which company would you like to talk with most?"), say("First wish")),
    wish(
        "second",
        say("And which one next?"),
        say("Second wish"),
        optional=True,
        only_if=wants_more("second"),
    ),
    wish("third", say("And a third one?"), say("Third wish"), optional=True, only_if=wants_more("third")),
)

REGISTERING = Script(
    "fair_register",
    say("Registration"),
    (
        *QUESTIONS,
        *WHAT_THEY_SEE,
        Ask(
            "sure",
            say("Shall I register you?"),
            say("Registration"),
            say("Please say yes or no."),
            registers,
            (Choice("yes", say("Yes, register me")), Choice("no", say("No, change it"))),
        ),
    ),
)

CHANGING = Script("fair_change", say("Companies"), QUESTIONS, counts=False)


async def known_before(visit: Visit, fair: Fair) -> dict[str, Any]:
    """What the script knows from the start: the fair, its companies, whether we know a name."""
    stands = await fairs.stands(visit.session, fair.id or 0)
    names = {str(stand.company.id): stand.company.name for stand in stands}
    profile = await profiles.known(visit.session, visit.person_id)
    return {"fair": fair.id, "names": names, "known_name": "name" in profile}


async def companies(visit: Visit, key: str) -> Sequence[Choice]:
    """The companies that are not chosen yet, with what they look for."""
    taken = {visit.answers.get(other) for other in WISHES if other != key}
    choices = [
        Choice(number, quote(name))
        for number, name in (visit.answers.get("names") or {}).items()
        if number not in taken
    ]
    if key == "first":
        choices.append(Choice(NO_COMPANY, ON_THE_DAY))
    return choices


async def chosen(visit: Visit, key: str, value: Any) -> dict[str, Any]:
    """A company that comes and is not chosen yet."""
    if value in {visit.answers.get(other) for other in WISHES[: WISHES.index(key)]}:
        raise AskAgain(
            key, say("You have chosen that company already. Please choose another one."), only=True
        )
    return {key: value}


def _wire(script: Script) -> None:
    for key in WISHES:

        async def offer(visit: Visit, key: str = key) -> Sequence[Choice]:
            return await companies(visit, key)

        async def settle(visit: Visit, value: Any, key: str = key) -> dict[str, Any]:
            return await chosen(visit, key, value)

        script.offers(key)(offer)
        script.settles(key)(settle)


_wire(REGISTERING)
_wire(CHANGING)


@REGISTERING.tells("sure")
async def what_it_will_be(visit: Visit) -> Say:
    """The fair, the wishes in order, what may be seen."""
    fair = await _fair(visit)
    named = tuple(show_company(number, visit) for number in _wished(visit))
    return say(
        "{fair}\nCompanies: {companies}\nThey may see: {shared}",
        fair=fair_words.heading(fair),
        companies=named or say("on the day"),
        shared=show_shared(visit.answers.get("shared"), visit),
    )


@REGISTERING.settles("sure")
async def sure_or_change(_visit: Visit, value: str) -> dict[str, Any]:
    """A no leads back to the wishes; what companies may see can be changed by itself."""
    if value == "shared":
        raise AskAgain("shared", say("Let us change it."))
    if value != "yes":
        raise AskAgain("first", say("Let us change it."))
    return {"sure": value}


@REGISTERING.ends
async def register(visit: Visit) -> Ending:
    """A place, or one on the waiting list."""
    answers = visit.answers
    await remember_name(visit)
    try:
        guest = await fairs.register(
            visit.session,
            visit.person,
            int(answers["fair"]),
            visit.now,
            [int(number) for number in _wished(visit)],
            answers.get("shared") or [],
        )
    except NotPossible as refused:
        raise Stop(card(fair_words.REGRETS[refused.reason], rows=((FAIRS, MENU),))) from refused
    return Ending(await registered_card(visit, guest))


@CHANGING.ends
async def change(visit: Visit) -> Ending:
    """Other companies; times with those that stay are kept."""
    guest = await fairs.guest(visit.session, int(visit.answers["guest"]))
    if guest is None or guest.person_id != visit.person_id:
        raise Stop(card(fair_words.REGRETS[fairs.Refusal.NOT_THERE], rows=((FAIRS, MENU),)))
    await fairs.change_wishes(visit.session, guest, [int(number) for number in _wished(visit)], visit.now)
    return Ending(await registered_card(visit, guest))


def _wished(visit: Visit) -> list[str]:
    """The companies in order of wish."""
    chosen = [visit.answers.get(key) for key in WISHES]
    return list(dict.fromkeys(str(number) for number in chosen if number not in {None, NO_COMPANY}))


async def _fair(visit: Visit) -> Fair:
    return await visit.session.get_one(Fair, int(visit.answers["fair"]))
