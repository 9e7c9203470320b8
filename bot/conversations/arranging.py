"""The staff arrange something for a person: what each answer means, and what can be chosen."""

from datetime import datetime
from typing import Any

from bot.conversations import arranging_times
from bot.conversations.arranging_deeds import AGAIN, member, person
from bot.conversations.arranging_script import ARRANGING, YES, chooses_time
from bot.conversations.arranging_words import DEEDS, line, named_service, short
from bot.conversations.booking_openings import LATER, read_choice, since_of
from bot.conversations.booking_reading import WAYS
from bot.conversations.cards import block
from bot.conversations.common_words import MENU
from bot.conversations.script import AskAgain, Choice, Stop
from bot.conversations.visit import Visit
from bot.korean.moments import Moment
from bot.models import Appointment, Way
from bot.say import Say, card, say
from bot.services import bookings, found

__all__ = ["ARRANGING"]


@ARRANGING.settles("who")
async def find(visit: Visit, value: str) -> dict[str, Any]:
    """The person behind this number."""
    member(visit)
    behind = await found.person_behind(visit.session, value)
    if behind is None:
        raise AskAgain("who", say("I have found nobody with that number who uses Bitna and agreed to it."))
    return {"who": value, "person": behind.id}


@ARRANGING.tells("deed")
async def what_they_have(visit: Visit) -> Say:
    """The appointments ahead: times, services, numbers; no names."""
    booked = await bookings.mine(visit.session, await person(visit), visit.now)
    if not booked:
        return say("They have no appointment ahead.")
    return block((say("Ahead of them:"), *(line(each, visit) for each in booked)))


@ARRANGING.offers("deed")
async def deeds(visit: Visit) -> list[Choice]:
    """What can be done for them here."""
    movable = await _own(visit)
    return [Choice(key, label) for key, label in DEEDS.items() if key != "move" or movable]


async def _own(visit: Visit) -> list[Appointment]:
    """What this counselor may move."""
    mine = member(visit).counselor_id
    booked = await bookings.mine(visit.session, await person(visit), visit.now)
    return [each for each in booked if mine is not None and each.counselor_id == mine]


@ARRANGING.offers("appointment")
async def movable_ones(visit: Visit) -> list[Choice]:
    """The person's appointments with this counselor."""
    return [Choice(str(each.id), short(each)) for each in await _own(visit)]


@ARRANGING.settles("appointment")
async def chosen(visit: Visit, value: str) -> dict[str, Any]:
    """What is known of it is not asked."""
    each = next(each for each in await _own(visit) if str(each.id) == value)
    known = {"service": each.service, "way": each.way.value, "number": each.number}
    return {"appointment": each.id, "gives": False, **known}


@ARRANGING.offers("service")
async def services(visit: Visit) -> list[Choice]:
    """Every counseling that is one to one, also what only the staff may give, without what is booked."""
    booked = {each.service for each in await bookings.mine(visit.session, await person(visit), visit.now)}
    by_staff = visit.answers["deed"] != "invite"
    return [
        Choice(each.key, named_service(each.key, sensitive=False, visit=visit))
        for each in visit.center.services
        if not each.is_group and each.key not in booked and (by_staff or each.open_to != "staff")
    ]


@ARRANGING.settles("service")
async def service(visit: Visit, value: str) -> dict[str, Any]:
    """The service; whether there are several ways, and whether the one who books gives it."""
    kind = visit.center.service(value)
    gives = await bookings.gives(visit.session, value, member(visit).counselor_id)
    return {"service": value, "several_ways": len(kind.ways) > 1, "gives": gives}


@ARRANGING.offers("way")
async def ways(visit: Visit) -> list[Choice]:
    """How this service can be had."""
    return [Choice(each, WAYS[Way(each)]) for each in visit.center.service(visit.answers["service"]).ways]


@ARRANGING.settles("with")
async def with_whom(visit: Visit, value: str) -> dict[str, Any]:
    """One's own time, or anybody's."""
    return {"with": value, "only": member(visit).counselor_id if value == "me" else None}


@ARRANGING.offers("time")
async def times(visit: Visit) -> list[Choice]:
    """Six free times; Stop where there is none."""
    listed = await arranging_times.choices(visit, await person(visit))
    if not listed:
        raise Stop(card(say("Nothing is free in the coming days."), rows=((MENU,),)))
    return listed


@ARRANGING.settles("time")
async def time_chosen(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A time, or where to look on."""
    if isinstance(value, Moment):
        opening = await arranging_times.exactly(visit, await person(visit), value)
        if opening is None:
            visit.leads.append(say("These times are free."))
            return {"since": since_of(value)}
        return _at(opening.starts_at, opening.counselor_id, opening.counselor_name)
    if value == arranging_times.ANEW:
        return {"since": None}
    if value.startswith(LATER):
        return {"since": value}
    starts_at, counselor_id = read_choice(value)
    return _at(starts_at, counselor_id, await bookings.counselor_name(visit.session, counselor_id))


def _at(starts_at: datetime, counselor_id: int, name: str) -> dict[str, Any]:
    return {"time": starts_at.isoformat(), "counselor": counselor_id, "named": name}


@ARRANGING.offers("sure")
async def yes_or(visit: Visit) -> list[Choice]:
    """Yes; else another time, or for what the person chooses, no."""
    otherwise = say("Another time") if chooses_time(visit.answers) else say("No")
    return [Choice("yes", YES), Choice("no", otherwise)]


@ARRANGING.settles("sure")
async def sure_or_other(visit: Visit, value: str) -> dict[str, Any]:
    """Another time leads back to the times."""
    if value != "yes" and not chooses_time(visit.answers):
        raise Stop(card(say("All right, I have asked nobody."), rows=(AGAIN,)))
    if value != "yes":
        raise AskAgain("time", say("Let us look for another time."))
    return {"sure": value}
