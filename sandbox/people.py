"""People with phones, and their chat with a bot."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.refusals import Json


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram user."""

    id: int
    first_name: str
    language_code: str = "ko"
    username: str | None = None
    role: str = ""

    def user(self) -> Json:
        """As bots see the sender."""
        shown = {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "language_code": self.language_code,
        }
        return shown | {"username": self.username} if self.username else shown

    def chat(self) -> Json:
        """As bots see the private chat."""
        shown = {"id": self.id, "type": "private", "first_name": self.first_name}
        return shown | {"username": self.username} if self.username else shown

    def told(self) -> Json:
        return self.user() | {"role": self.role}


@dataclass(slots=True)
class Message:
    """`body` is never changed in place: updates on their way keep what they were sent with."""

    body: Json
    from_bot: bool
    changed: int = 0
    locked: bool = False  # sent with a reply keyboard: Telegram does not let a bot edit those

    def seen(self) -> Json:
        return self.body | {"from_bot": self.from_bot}


@dataclass(slots=True)
class Chat:
    """One person's chat with one bot."""

    person: Person
    messages: dict[int, Message] = field(default_factory=dict)
    deleted: list[tuple[int, int]] = field(default_factory=list)
    keyboard: Json | None = None
    started: bool = False
    blocked: bool = False
    user: Json = field(init=False)
    info: Json = field(init=False)

    def __post_init__(self) -> None:
        self.user = self.person.user()
        self.info = self.person.chat()

    def seen(self, after: int = 0) -> Json:
        """The chat as the person sees it: all that changed after an event number."""
        changed = [message for message in self.messages.values() if message.changed > after]
        return {
            "messages": [message.seen() | {"changed": message.changed} for message in changed],
            "deleted": [message_id for number, message_id in self.deleted if number > after],
            "keyboard": self.keyboard,
            "started": self.started,
            "blocked": self.blocked,
        }

    def newest(self, wanted: Callable[[Message], bool]) -> Message | None:
        return next((message for message in reversed(self.messages.values()) if wanted(message)), None)
