"""What a call and a phone share: the time, who watches, what may be sent, and luck."""

import time
from random import Random

from sandbox.clock import Clock
from sandbox.events import Events
from sandbox.limits import Limits
from sandbox.people import Chat, Message


class World:
    """The surroundings of everything that happens in the pretend Telegram."""

    def __init__(self, clock: Clock | None, seed: int | None) -> None:
        self.clock = clock or Clock()
        self.random = Random(seed)  # noqa: S311 - ids that look real, not secrets
        self.limits = Limits(time.monotonic)
        self.events = Events()

    def show(self, kind: str, chat: Chat, message: Message) -> None:
        """A message is new or has changed: whoever watches this chat hears of it."""
        message.changed = self.events.tell(kind, chat.person.id, message.seen())
