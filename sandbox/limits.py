"""Telegram's real sending limits, for those who switch them on."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from sandbox.refusals import too_many_requests

BURST = 5
A_SECOND = 30


@dataclass(slots=True)
class Bucket:
    """Holds so many sends, and fills up again with time."""

    size: float
    rate: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until one more send fits; takes it when that is now."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (1 - self.level) / self.rate)


class Limits:
    """One message a second to a chat with bursts, thirty a second in all."""

    def __init__(self, monotonic: Callable[[], float], *, on: bool = False) -> None:
        self._monotonic = monotonic
        self.on = on
        self._chats: dict[int, Bucket] = {}
        self._all = Bucket(A_SECOND, A_SECOND, A_SECOND, monotonic())

    def count(self, chat_id: int) -> None:
        """One more message to this chat, or the refusal that says how long to wait."""
        if not self.on:
            return
        now = self._monotonic()
        chat = self._chats.setdefault(chat_id, Bucket(BURST, 1, BURST, now))
        wait = max(chat.wait(now), self._all.wait(now))
        if wait > 0:
            raise too_many_requests(ceil(wait))
        chat.level -= 1
        self._all.level -= 1
