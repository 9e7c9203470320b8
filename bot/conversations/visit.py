"""What a conversation is given: who speaks, with whom, when, and on which unit of work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.korean.districts import Places
from bot.models import ConsentKind, Dialogue, Person, Role, Staff
from bot.say import Card, Enclosure, Say, Spot


class Speaker(Protocol):
    """Whoever carries a card to the person; bot.chat has one that writes rows of the outbox.

    `say`, `enclose` and `point_out` return the number of their row. `rewrite` and `take_buttons` name an
    earlier message by it (`said`), or as Telegram counts it (`message_id`).
    """

    language: str

    def to(self, chat_id: int, language: str) -> "Speaker": ...
    async def say(self, card: Card) -> int: ...
    async def enclose(self, file: Enclosure) -> int: ...
    async def point_out(self, spot: Spot) -> int: ...
    def rewrite(self, card: Card, *, said: int | None = None, message_id: int | None = None) -> None: ...
    def take_buttons(self, *, said: int | None = None, message_id: int | None = None) -> None: ...


@dataclass(slots=True)
class Visit:
    """One update of one person, inside one transaction."""

    session: AsyncSession
    person: Person
    staff: tuple[Staff, ...]
    consents: frozenset[ConsentKind]
    center: Center
    places: Places
    chat: Speaker
    now: datetime
    bot_name: str = ""  # as t.me knows it
    feeds: str = ""  # the public address of counselors' calendars; none are served without
    dialogue: Dialogue | None = None
    handled: bool = False  # the player itself has spoken about the open question in this turn
    fresh: bool = False  # begin from nothing, whatever is known
    leads: list[Say] = field(default_factory=list)  # lines to say before the next question

    @property
    def today(self) -> datetime:
        """The moment as the clock on the center's wall shows it."""
        return self.now.astimezone(SEOUL)

    @property
    def answers(self) -> Mapping[str, Any]:
        """The values of the open dialogue, by question."""
        if self.dialogue is None:
            return {}
        return {key: given["value"] for key, given in self.dialogue.answers.items() if not given.get("draft")}

    @property
    def person_id(self) -> int:
        """The person's row."""
        assert self.person.id is not None
        return self.person.id

    @property
    def at_desk(self) -> Staff | None:
        """This person as one of the center's own staff; somebody of a company at a hiring day is none."""
        return self.staff_as(Role.COUNSELOR) or self.staff_as(Role.OPERATOR)

    def staff_as(self, role: Role) -> Staff | None:
        """This person as a member of the staff in that role, if they are one."""
        return next((member for member in self.staff if member.role is role), None)
