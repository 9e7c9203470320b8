"""How fast we may speak: to everybody, to one chat, and after Telegram asked for silence. Pure."""

from dataclasses import dataclass
from typing import Protocol

# Telegram: about 30 a second to all, 1 a second to a chat, 20 a minute to a group. A bucket lets through
# its capacity and its rate in any window, so that 5 + 25 is 30 and 2 + 18 is 20.
RATE = 25.0
CAPACITY = 5.0
FIRST_RATE = 5.0  # after a pause, growing to the full rate within
REOPENING_SECONDS = 20.0
PRIVATE = (1.0, 3.0)  # a second, at once
GROUP = (18 / 60, 2.0)
FORGOTTEN_AFTER = 60.0
TINY = 1e-9  # what floating point loses


class Pace(Protocol):
    """What the sender asks before it sends; `now` is a monotonic time in seconds."""

    def room(self, now: float) -> int:
        """How many calls may leave at this moment, whoever they are for."""

    def resting(self, now: float) -> set[int]:
        """The chats that have had their share for now."""

    def spend(self, chat_id: int, now: float) -> bool:
        """Take the right to one call to this chat; False when there is none now."""

    def pause(self, seconds: float, now: float) -> None:
        """Nothing leaves for this long; a longer pause stands."""

    def hold(self, seconds: float, now: float) -> None:
        """Nothing leaves for this long, and then as much as before: nobody asked us to be slower."""

    def opens_in(self, now: float, wanted: int = 1) -> float:
        """Seconds until there may be room for so many."""


@dataclass(slots=True)
class Bucket:
    """Tokens that come at a rate, up to a capacity."""

    rate: float
    capacity: float
    tokens: float
    filled_at: float

    def fill(self, now: float) -> float:
        """The tokens there are at this moment."""
        passed = max(0.0, now - self.filled_at)
        self.tokens = min(self.capacity, self.tokens + passed * self.rate)
        self.filled_at = max(self.filled_at, now)
        return self.tokens


class Pacing:
    """The pace of one bot."""

    def __init__(self, now: float, rate: float = RATE, capacity: float = CAPACITY) -> None:
        self._rate = rate
        self._capacity = capacity
        self._tokens = capacity
        self._filled_at = now
        self._paused_until = now - REOPENING_SECONDS  # as if a pause had long been over
        self._held_until = now
        self._chats: dict[int, Bucket] = {}

    def room(self, now: float) -> int:
        self._fill(now)
        return 0 if now < max(self._paused_until, self._held_until) else int(self._tokens + TINY)

    def resting(self, now: float) -> set[int]:
        gone = [chat for chat, bucket in self._chats.items() if now - bucket.filled_at > FORGOTTEN_AFTER]
        for chat in gone:  # every bucket is full again by then
            del self._chats[chat]
        return {chat for chat, bucket in self._chats.items() if self._available(bucket, now) < 1}

    def spend(self, chat_id: int, now: float) -> bool:
        bucket = self._chats.get(chat_id) or self._bucket(chat_id, now)
        if self.room(now) < 1 or bucket.fill(now) + TINY < 1:
            return False
        self._chats[chat_id] = bucket
        bucket.tokens -= 1
        self._tokens -= 1
        return True

    def pause(self, seconds: float, now: float) -> None:
        self._fill(now)
        self._paused_until = max(self._paused_until, now + seconds)
        self._tokens = 0.0

    def hold(self, seconds: float, now: float) -> None:
        self._held_until = max(self._held_until, now + seconds)

    def opens_in(self, now: float, wanted: int = 1) -> float:
        if now < self._paused_until:
            return max(self._paused_until - now + 1 / FIRST_RATE, self._held_until - now)
        self._fill(now)
        return max(self._held_until - now, max(0.0, wanted - self._tokens) / self._speed(now))

    def _fill(self, now: float) -> None:
        if now > self._filled_at:
            come = self._come_until(now) - self._come_until(self._filled_at)
            self._tokens = min(self._capacity, self._tokens + come)
            self._filled_at = now

    def _speed(self, now: float) -> float:
        share = min(1.0, max(0.0, now - self._paused_until) / REOPENING_SECONDS)
        return min(self._rate, FIRST_RATE) + share * max(0.0, self._rate - FIRST_RATE)

    def _come_until(self, now: float) -> float:
        """Tokens that have come since the last pause ended: the area under the growing speed."""
        since = max(0.0, now - self._paused_until)
        growing = min(since, REOPENING_SECONDS)
        first = min(self._rate, FIRST_RATE)
        slope = (self._rate - first) / REOPENING_SECONDS
        return first * growing + slope * growing**2 / 2 + self._rate * (since - growing)

    @staticmethod
    def _available(bucket: Bucket, now: float) -> float:
        passed = max(0.0, now - bucket.filled_at)
        return min(bucket.capacity, bucket.tokens + passed * bucket.rate) + TINY

    @staticmethod
    def _bucket(chat_id: int, now: float) -> Bucket:
        rate, capacity = GROUP if chat_id < 0 else PRIVATE
        return Bucket(rate, capacity, capacity, now)


class Unpaced:
    """No pace but the pauses, for tests that do not wait."""

    def __init__(self) -> None:
        self.paused_until = 0.0

    def room(self, now: float) -> int:
        return 0 if now < self.paused_until else 25

    def resting(self, now: float) -> set[int]:  # noqa: ARG002
        return set()

    def spend(self, chat_id: int, now: float) -> bool:  # noqa: ARG002
        return True

    def pause(self, seconds: float, now: float) -> None:
        self.paused_until = max(self.paused_until, now + seconds)

    def hold(self, seconds: float, now: float) -> None:
        self.pause(seconds, now)

    def opens_in(self, now: float, wanted: int = 1) -> float:  # noqa: ARG002
        return max(0.0, self.paused_until - now)
