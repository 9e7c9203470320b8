"""The times of a booking as choices: six full sentences, earlier and later ones, another day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from bot.clock import SEOUL
from bot.conversations.booking_reading import show_way
from bot.conversations.booking_waiting import WAIT_CHOICE
from bot.conversations.script import Choice
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.models import Way
from bot.rules.calendar import NOON
from bot.say import Say, quote, say
from bot.services import bookings
from bot.services.bookings import SHOWN, Opening, Search

LATER, EARLIER, OTHER_DAY = "later:", "earlier:", "other_day"


@dataclass(frozen=True, slots=True)
class Page:
    """Up to six times, and from where on there are earlier and later ones."""

    openings: list[Opening]
    earlier: datetime | None = None
    later: datetime | None = None

    def choices(self, visit: Visit) -> list[Choice]:
        """As they stand on the buttons."""
        way = show_way(visit.answers.get("way"), visit)
        listed = [as_choice(each, way) for each in self.openings]
        if self.earlier:
            listed.append(Choice(f"{EARLIER}{stamp(self.earlier)}", say("Earlier times")))
        if self.later:
            listed.append(Choice(f"{LATER}{stamp(self.later)}", say("Later times")))
        listed.append(Choice(OTHER_DAY, say("Another day")))
        return listed if self.later else [*listed, WAIT_CHOICE]


def as_choice(opening: Opening, way: Say) -> Choice:
    """A time as a whole sentence: when, with whom, how."""
    return Choice(
        f"{stamp(opening.starts_at)}.{opening.counselor_id}",
        Say(
            "{when}, {counselor}, {way}",
            {"when": opening.starts_at, "counselor": quote(opening.counselor_name), "way": way},
        ),
    )


def stamp(moment: datetime) -> int:
    """The moment in as few characters as a button has room for."""
    return int(moment.timestamp())


def read_choice(value: str) -> tuple[datetime, int]:
    """The time and the counselor of a choice."""
    seconds, counselor_id = value.split(".")
    return datetime.fromtimestamp(int(seconds), UTC), int(counselor_id)


def since_of(said: Moment) -> str | None:
    """From where to look for what was said; None where no day was."""
    if said.day is None:
        return None
    at = said.at if isinstance(said.at, time) else NOON if said.at is HalfDay.PM else time()
    return f"{LATER}{stamp(datetime.combine(said.day, at, SEOUL))}"


def noted(said: Moment) -> str:
    """What was said of a day, to be kept among the answers; `recalled` reads it."""
    at = said.at.isoformat() if isinstance(said.at, time) else said.at or ""
    return f"{said.day or ''} {at}"


def recalled(written: str) -> Moment:
    """What `noted` wrote."""
    day, _, at = written.partition(" ")
    half = at if at in set(HalfDay) else ""
    hour = HalfDay(half) if half else time.fromisoformat(at) if at else None
    return Moment(date.fromisoformat(day) if day else None, hour)


async def search(visit: Visit) -> Search:
    """What the answers so far look for: the chosen counselor, and the own one first where there is one."""
    answers = visit.answers
    kind = visit.center.service(answers["service"])
    moves = int(answers["moves"]) if answers.get("moves") else None
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    had = next((each.counselor_id for each in booked if each.id == moves), None)
    return Search(
        visit.center,
        kind.key,
        Way(answers.get("way") or kind.ways[0]),
        counselor_id=int(answers["only"]) if answers.get("only") else None,
        own_counselor_id=had or await bookings.own_counselor(visit.session, kind, visit.person_id),
        busy=[each for each in booked if each.id != moves],
    )


async def page(visit: Visit, since: str | None) -> Page:
    """The times from there on, or the last ones before; the soonest without."""
    looking = await search(visit)
    kind, _, seconds = (since or "").partition(":")
    bound = datetime.fromtimestamp(int(seconds), UTC) if seconds else visit.now
    if f"{kind}:" == EARLIER:
        found = await bookings.openings(visit.session, looking, visit.now, bound, backwards=True)
        more = found[0].starts_at if len(found) > SHOWN else None
        shown = found[-SHOWN:]
        return Page(shown, shown[0].starts_at if more else None, bound) if shown else await page(visit, None)
    found = await bookings.openings(visit.session, looking, visit.now, bound)
    shown = found[:SHOWN]
    if not shown and seconds:
        return await page(visit, f"{EARLIER}{seconds}")
    return Page(
        shown,
        shown[0].starts_at if seconds and await _any_before(visit, looking, shown) else None,
        found[SHOWN].starts_at if len(found) > SHOWN else None,
    )


async def _any_before(visit: Visit, looking: Search, shown: list[Opening]) -> bool:
    first = shown[0].starts_at
    return bool(await bookings.openings(visit.session, looking, visit.now, first, backwards=True))


async def exact_opening(visit: Visit, said: Moment) -> Opening | None:
    """The opening at exactly the time that was said; on an hour of no day, on the day that is looked at."""
    if not isinstance(said.at, time):
        return None
    day = said.day or _day_looked_at(visit)
    if day is None:
        return None
    wanted = datetime.combine(day, said.at, SEOUL)
    found = await bookings.openings(visit.session, await search(visit), visit.now, wanted)
    return next((each for each in found if each.starts_at == wanted), None)


def _day_looked_at(visit: Visit) -> date | None:
    told = visit.answers.get("since")
    if not told:
        return None
    seconds = int(str(told).partition(":")[2])
    return datetime.fromtimestamp(seconds, UTC).astimezone(SEOUL).date()
