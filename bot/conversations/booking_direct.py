"""A booking that begins with a time already chosen: it is kept at once, and only the yes is asked for."""

from datetime import datetime
from typing import Any

from bot.conversations.booking_beginning import begun_with
from bot.conversations.booking_keeping import kept, refusal
from bot.conversations.booking_openings import LATER, stamp
from bot.conversations.booking_reading import Wanted
from bot.conversations.player import Player
from bot.conversations.script import Stop
from bot.conversations.visit import Visit
from bot.models import Way
from bot.services import bookings
from bot.services.bookings import NotBookable


async def straight_to(
    visit: Visit, player: Player, service: str, way: Way, starts_at: datetime, counselor_id: int | None
) -> None:
    """Keep this time for the person; where it is gone, show what is free from there on."""
    await player.park(visit)  # what an open booking kept is free before this is kept
    try:
        known = await begun_with(visit, Wanted(service, way.value))
        kept = {} if known["must_accept"] else await _kept(visit, service, way, starts_at, counselor_id)
    except Stop as stop:
        await visit.chat.say(stop.why)
        return
    since = f"{LATER}{stamp(starts_at)}"
    await player.begin(visit, "book", {**known, "way": way.value, "how": "typed", "since": since, **kept})


async def _kept(
    visit: Visit, service: str, way: Way, starts_at: datetime, counselor_id: int | None
) -> dict[str, Any]:
    try:
        held = await bookings.hold(
            visit.session,
            visit.center,
            visit.person,
            service,
            starts_at,
            visit.now,
            way=way,
            counselor_id=counselor_id,
        )
    except NotBookable as refused:
        why = refusal(visit, refused)
        if isinstance(why, Stop):
            raise why from refused
        visit.leads.append(why.why)
        return {}
    return await kept(visit, held)


async def invited_to(visit: Visit, player: Player, service: str, counselor_id: int | None) -> None:
    """A service that the staff asked this person to book; with the counselor whom they named, if any."""
    await player.park(visit)
    try:
        known = await begun_with(visit, Wanted(service))
    except Stop as stop:
        await visit.chat.say(stop.why)
        return
    named = {"how": "soonest", "only": counselor_id} if counselor_id else {}
    await player.begin(visit, "book", {**known, **named})


async def times_from(visit: Visit, player: Player, service: str, way: Way | None) -> None:
    """The soonest times of this service, whatever was said before."""
    await player.park(visit)
    try:
        known = await begun_with(visit, Wanted(service, way.value if way else None))
    except Stop as stop:
        await visit.chat.say(stop.why)
        return
    await player.begin(visit, "book", {**known, "how": "soonest"} if way else known)
