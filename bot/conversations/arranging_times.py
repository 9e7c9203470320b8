"""Free times for somebody else, as choices: what the staff may give them, soon or late."""

from datetime import UTC, datetime, time

from bot.clock import SEOUL
from bot.conversations.booking_openings import LATER, as_choice, stamp
from bot.conversations.booking_reading import WAYS
from bot.conversations.script import Choice
from bot.conversations.visit import Visit
from bot.korean.moments import Moment
from bot.models import Person, Way
from bot.say import say
from bot.services import bookings
from bot.services.bookings import SHOWN, Opening, Search

ANEW = "anew"


async def search(visit: Visit, person: Person) -> Search:
    """What the answers look for; the meeting that is to be moved is in nobody's way."""
    answers = visit.answers
    booked = await bookings.mine(visit.session, person, visit.now)
    moving = next((each for each in booked if each.id == answers.get("appointment")), None)
    kind = visit.center.service(answers["service"])
    return Search(
        visit.center,
        kind.key,
        Way(answers.get("way") or kind.ways[0]),
        counselor_id=moving.counselor_id if moving else answers.get("only"),
        own_counselor_id=await bookings.own_counselor(visit.session, kind, person.id or 0),
        busy=[each for each in booked if each is not moving],
        by_staff=True,
    )


async def choices(visit: Visit, person: Person) -> list[Choice]:
    """Six times as sentences, later ones, and back to the first."""
    looking = await search(visit, person)
    since = visit.answers.get("since")
    found = await bookings.openings(visit.session, looking, visit.now, _moment(since) or visit.now)
    listed = [as_choice(each, WAYS[looking.way]) for each in found[:SHOWN]]
    if len(found) > SHOWN:
        listed.append(Choice(f"{LATER}{stamp(found[SHOWN].starts_at)}", say("Later times")))
    if since:
        listed.append(Choice(ANEW, say("The soonest time")))
    return listed


async def exactly(visit: Visit, person: Person, said: Moment) -> Opening | None:
    """The opening at the very time that was typed."""
    if said.day is None or not isinstance(said.at, time):
        return None
    wanted = datetime.combine(said.day, said.at, SEOUL)
    found = await bookings.openings(visit.session, await search(visit, person), visit.now, wanted)
    return next((each for each in found if each.starts_at == wanted), None)


def _moment(since: object) -> datetime | None:
    seconds = str(since or "").partition(":")[2]
    return datetime.fromtimestamp(int(seconds), UTC) if seconds else None
