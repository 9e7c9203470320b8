"""What is looked up while an operator says whom an announcement is for."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from bot.conversations import notebook
from bot.conversations.announcement_audience import AUDIENCES, DETAILS, NARROWINGS
from bot.conversations.announcement_reading import detail_key
from bot.conversations.announcement_words import FOR_NOBODY, SURE, reaches_somebody
from bot.conversations.script import AskAgain, Choice
from bot.conversations.visit import Visit
from bot.korean.audiences import UNREAD
from bot.say import Say, quote, say
from bot.services.announcements import coming_fairs, latest_announcements


async def fairs(visit: Visit) -> Sequence[Choice]:
    """The hiring days that are still to come."""
    coming = (await coming_fairs(visit.session, visit.now))[:6]
    return [Choice(fair.key, _named(fair.title, fair.held_on)) for fair in coming]


async def fairs_or_none(visit: Visit) -> Sequence[Choice]:
    """The same, or none of them."""
    return [*await fairs(visit), Choice("none", say("No hiring day"))]


async def programs(visit: Visit) -> Sequence[Choice]:
    """The programs of the center."""
    return [Choice(program.id, quote(program.name)) for program in visit.center.programs]


async def earlier(visit: Visit) -> Sequence[Choice]:
    """The announcements of the last weeks, the latest first."""
    return [
        Choice(str(each.id), quote(f"{each.id}. {each.text[:18]}"))
        for each in await latest_announcements(visit.session)
    ]


OF_KIND = {"fair": fairs, "program": programs, "not_yet": earlier}


async def kind(visit: Visit, value: Any) -> dict[str, Any]:
    """A service notice asks for no consent: it is for those alone who registered for a hiring day."""
    if value == "service":
        if not await fairs(visit):
            raise AskAgain("kind", say("No hiring day is coming, so nobody is registered for one."))
        notebook.forget(visit, ["audience"])
    return {"kind": value}


async def audience(visit: Visit, value: Any) -> dict[str, Any]:
    """A button's choice, or wishes that were typed; what was not understood of them is said."""
    if visit.answers.get("kind") == "service" and value != "fair":
        raise AskAgain("audience", say("This kind goes only to those who registered for a hiring day."))
    if isinstance(value, Mapping):
        value = dict(value)
        if unread := value.pop(UNREAD, ""):
            visit.leads.append(
                say("I did not understand this part, so I left it out: {words}", words=quote(unread))
            )
    return await anew("audience")(visit, value)


async def audiences(visit: Visit) -> Sequence[Choice]:
    """For whom it may be."""
    is_service = visit.answers.get("kind") == "service"
    return [each for each in AUDIENCES if each.value == "fair" or not is_service]


async def last_words(visit: Visit) -> Sequence[Choice]:
    """What can be done with the draft: one that reaches nobody cannot go out at once."""
    if reaches_somebody(visit):
        return SURE
    later = visit.answers.get("when") != "now"
    first = [each for each in SURE if each.value in FOR_NOBODY]
    rest = [each for each in SURE if each.value not in {*FOR_NOBODY, "yes"}]
    return [*first, *(each for each in SURE if later and each.value == "yes"), *rest]


async def narrowings(visit: Visit) -> Sequence[Choice]:
    """By what the audience was not chosen already."""
    told = visit.answers.get("audience")
    taken = set(told) if isinstance(told, Mapping) else {told}
    return [each for each in NARROWINGS if each.value not in taken]


def anew(slot: str) -> Callable[[Visit, Any], Awaitable[dict[str, Any]]]:
    """Another choice is asked about anew, also where the same one was made before."""

    async def settle(visit: Visit, value: Any) -> dict[str, Any]:
        notebook.forget(visit, [detail_key(slot, kind) for kind in DETAILS])
        taken = value if isinstance(value, Mapping) else {value}
        if slot == "audience" and visit.answers.get("narrow") in taken:
            notebook.forget(visit, ["narrow"])
        return {slot: value}

    return settle


def _named(title: str, held_on: Any) -> Say:
    return say("{title} ({day})", title=quote(title), day=held_on)
