"""One operation of the book: who does it, to what, and what came of it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.exc import OperationalError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.gateway.errors import is_passing
from bot.models import Appointment, AppointmentState, Person, Staff
from bot.services import bookings
from bot.services.absences import Gone, NotSpecial
from bot.services.waitlist import NotOffered
from tests.book.town import Nothing, Pick, Town

REFUSALS = (
    bookings.NotBookable,
    bookings.NotThere,
    bookings.NotAsked,
    Gone,
    NotSpecial,
    NotOffered,
)
RESTS, NOTHING = "rests", "nothing to be done"
LEAVES = "wants_to_be_forgotten"
TRIES = 5


@dataclass
class Turn:
    """Somebody's turn, in a unit of work of its own."""

    session: AsyncSession
    town: Town
    whom: Person  # whom others do something to
    counselor: Staff
    pick: Pick

    @property
    def now(self) -> datetime:
        """What the clock says."""
        return self.town.now

    @property
    def person(self) -> Person:
        """Who acts. A chat's messages are answered one after the other: whoever is leaving does nothing else."""
        if self.whom.id in self.town.leaving:
            raise Nothing
        return self.whom

    @person.setter
    def person(self, person: Person) -> None:
        self.whom = person

    def services(self) -> list[str]:
        """What somebody can book alone."""
        return ["intake", "leap", "finance"]

    def mine(self, *states: AppointmentState) -> int:
        """An appointment in these states, by the person whose it is; in one of eight turns, by a stranger."""
        found = self.pick.of([each for each in self.town.appointments(states) if each.places is None])
        if self.pick.of(range(8)) != 7:
            self.person = self.town.person_of(found)
        return found.id or 0

    def given(self, *states: AppointmentState) -> int:
        """The same for the counselor; in one of eight turns, a colleague."""
        found = self.pick.of([each for each in self.town.appointments(states) if each.places is None])
        if self.pick.of(range(8)) != 7:
            self.counselor = self.town.counselor_of(found)
        return found.id or 0

    def known(self, appointment_id: int) -> Appointment:
        """An appointment as everybody saw it before these turns."""
        return next(each for each in self.town.seen.all(Appointment) if each.id == appointment_id)


Deed = Callable[[Turn], Awaitable[object]]
DEEDS: dict[str, Deed] = {}
USED: set[object] = set()


def does(*services: object) -> Callable[[Deed], Deed]:
    """Put an operation into the table, and say which public functions of the services it comes through."""

    def put(deed: Deed) -> Deed:
        DEEDS[deed.__name__] = deed
        USED.update(services)
        return deed

    return put


@dataclass(frozen=True)
class Claim:
    """What a service said was done: the appointment stood so after so many events."""

    appointment_id: int
    sequence: int
    state: AppointmentState
    counselor_id: int
    starts_at: datetime

    @property
    def told(self) -> str:
        """In a few words."""
        where = f"{self.starts_at:%d %H:%M} with {self.counselor_id}"
        return f"{self.appointment_id} is {self.state} {where}, event {self.sequence}"


@dataclass(frozen=True)
class Outcome:
    """What came of a turn."""

    told: str
    at: datetime
    came: str  # "done", or the reason why not
    claim: Claim | None = None

    def __str__(self) -> str:
        stood = f": {self.claim.told}" if self.claim else ""
        return f"{self.at:%d %H:%M} {self.told} {self.came}{stood}"


async def take(town: Town, door: int, name: str, who: int, number: int) -> Outcome:
    """Do it in a transaction; a refusal is an outcome, anything else is a fault of the house.

    What PostgreSQL ends because two wait for each other is done again, as the bot's worker does.
    """
    told = f"{name}({who}, {number})"
    for _ in range(TRIES):
        try:
            claim = await _done(town, door, name, who, number)
        except Nothing:
            return Outcome(told, town.now, NOTHING)
        except REFUSALS as refused:
            reason: Any = getattr(refused, "reason", type(refused).__name__)
            return Outcome(told, town.now, str(reason))
        except OperationalError as error:
            if not is_passing(error):
                raise
            town.deadlocks[name] += 1
        else:
            return Outcome(told, town.now, "done", claim)
    raise AssertionError(f"{told} met {TRIES} deadlocks")


async def _done(town: Town, door: int, name: str, who: int, number: int) -> Claim | None:
    if name == RESTS:
        raise Nothing
    counselor = town.counselors[who % len(town.counselors)]
    async with town.doors[door % len(town.doors)].transaction() as session:
        turn = Turn(session, town, town.people[who], counselor, Pick(number))
        return await claimed(session, await DEEDS[name](turn))


async def claimed(session: AsyncSession, given: object) -> Claim | None:
    """The appointment as it was given back. Without a change of its own, a turn may be overtaken by the clock."""
    if not isinstance(given, Appointment):
        return None
    said = given.state, given.counselor_id, given.starts_at
    await session.refresh(given)
    overtaken = said != (given.state, given.counselor_id, given.starts_at)
    return Claim(given.id or 0, given.sequence - overtaken, *said)
