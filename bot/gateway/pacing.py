"""How fast we may speak: to everybody, to one chat, and after Telegram asked for silence. Pure."""

from collections import deque
from dataclasses import dataclass
from typing import Protocol

# Telegram: about 30 a second to all, 1 a second to a chat, 20 a minute to a group.
MOST = 30  # in any second, whoever they are for
COPIES_RATE = 25.0  # copies of announcements a second: the rest is for people who talk with us
WINDOW = 1.006  # a second, and what the way to Telegram may squeeze it
EVENLY = 0.988  # of what is allowed, where copies use it up: then people find a place soon
ON_ITS_WAY = 0.015  # what a general client needs to build an answer: it gets there so much later
CATCHING_UP = 0.5  # of that share: how soon the next may follow where one left late
FIRST_MOST = 5  # after a pause, growing to the full number within
REOPENING_SECONDS = 20.0
EXPECTED_SECONDS = 2.0  # who wrote is answered within this: the next place is kept for them
MOST_PUSHED = 4  # places by which answers push copies back; the rest they take from the second itself
PAGE_SECONDS = 0.3  # copies are taken this far ahead, and are in doubt when we die
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

    def spend(self, chat_id: int, now: float, *, copy: bool = False) -> bool:
        """Take the right to one call to this chat; False when there is none now."""

    def delayed(self, spent: float, now: float) -> None:
        """What was taken the right to then leaves only now: it counts from now on."""

    def pause(self, seconds: float, now: float) -> None:
        """Nothing leaves for this long; a longer pause stands."""

    def hold(self, seconds: float, now: float) -> None:
        """Nothing leaves for this long, and then as much as before: nobody asked us to be slower."""

    def opens_in(self, now: float) -> float:
        """Seconds until there may be room."""

    def expect(self, now: float) -> None:
        """Somebody has written, or waits for words that are ready: no copy takes the next place."""

    def expects(self, now: float) -> bool:
        """Whether somebody has not been answered yet."""

    def copy_in(self, now: float) -> float:
        """Seconds until a copy of an announcement may leave; 0 when one may now."""

    def page(self, now: float) -> int:
        """How many copies to take from the database at once."""


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
    """The pace of one bot: so many in any second, copies evenly and behind everybody else."""

    def __init__(self, now: float, most: int = MOST, copies: float = COPIES_RATE) -> None:
        self._most = most
        self._spacing = max(1 / copies, 1 / (EVENLY * most))
        self._even = 1 / (EVENLY * most)
        self._left: deque[float] = deque(maxlen=most)
        self._copy_at = now
        self._even_at = now
        self._expected_at: float | None = None
        self._paused_until = now - REOPENING_SECONDS  # as if a pause had long been over
        self._held_until = now
        self._chats: dict[int, Bucket] = {}

    def room(self, now: float) -> int:
        if now < max(self._paused_until, self._held_until):
            return 0
        return max(0, self._open(now) - self._lately(now))

    def resting(self, now: float) -> set[int]:
        gone = [chat for chat, bucket in self._chats.items() if now - bucket.filled_at > FORGOTTEN_AFTER]
        for chat in gone:  # every bucket is full again by then
            del self._chats[chat]
        return {chat for chat, bucket in self._chats.items() if self._available(bucket, now) < 1}

    def spend(self, chat_id: int, now: float, *, copy: bool = False) -> bool:
        bucket = self._chats.get(chat_id) or self._bucket(chat_id, now)
        if self.room(now) < 1 or bucket.fill(now) + TINY < 1:
            return False
        self._chats[chat_id] = bucket
        bucket.tokens -= 1
        self._left.append(max(now, self._left[-1]) if self._left else now)
        even = max(self._even_at + self._even, now + CATCHING_UP * self._even)
        self._even_at = min(even, now + MOST_PUSHED * self._even)
        if copy:
            self._copy_at = max(self._copy_at + self._spacing, now + CATCHING_UP * self._spacing)
        else:
            self._expected_at = None
        return True

    def delayed(self, spent: float, now: float) -> None:
        if spent in self._left:
            self._left.remove(spent)
            at = now + ON_ITS_WAY
            self._left.append(max(at, self._left[-1]) if self._left else at)

    def pause(self, seconds: float, now: float) -> None:
        self._paused_until = max(self._paused_until, now + seconds)

    def hold(self, seconds: float, now: float) -> None:
        self._held_until = max(self._held_until, now + seconds)

    def opens_in(self, now: float) -> float:
        return self._place_in(now, 1)

    def expect(self, now: float) -> None:
        self._expected_at = now

    def expects(self, now: float) -> bool:
        return self._expected_at is not None and now - self._expected_at < EXPECTED_SECONDS

    def copy_in(self, now: float) -> float:
        turn = max(self._copy_at, self._even_at) - now
        return max(turn, self._place_in(now, 2 if self.expects(now) else 1), 0.0)

    def page(self, now: float) -> int:
        return max(3, min(100, int(min(self._open(now), 1 / self._spacing) * PAGE_SECONDS)))

    def _place_in(self, now: float, wanted: int) -> float:
        """Seconds until so many could leave together."""
        silent = max(self._paused_until, self._held_until) - now
        at = now + max(0.0, silent)
        most = max(self._open(at), wanted)
        leaving = len(self._left) - (most - wanted) - 1  # once this one is out of sight there is place
        seen = self._left[leaving] + WINDOW - now if leaving >= 0 else 0.0
        return max(0.0, silent, seen)

    def _lately(self, now: float) -> int:
        """How many left within the last second."""
        return sum(at > now - WINDOW + TINY for at in self._left)

    def _open(self, now: float) -> int:
        """How many may leave in a second: few after a pause, then more."""
        share = min(1.0, max(0.0, now - self._paused_until) / REOPENING_SECONDS)
        first = min(self._most, FIRST_MOST)
        return first + int(share * (self._most - first) + TINY)

    @staticmethod
    def _available(bucket: Bucket, now: float) -> float:
        passed = max(0.0, now - bucket.filled_at)
        return min(bucket.capacity, bucket.tokens + passed * bucket.rate) + TINY

    @staticmethod
    def _bucket(chat_id: int, now: float) -> Bucket:
        rate, capacity = GROUP if chat_id < 0 else PRIVATE
        return Bucket(rate, capacity, capacity, now)
