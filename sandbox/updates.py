"""The queue of updates for one bot, with Telegram's offset semantics."""

from collections.abc import Callable, Iterator
from itertools import islice

from sandbox.refusals import Json

UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""What Telegram keeps to itself unless the bot asks for it by name."""


class Updates:
    """An update stays, and is delivered again and again, until a later offset says that it arrived."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._pending: dict[int, Json] = {}
        self._allowed: frozenset[str] = frozenset()
        self.arrived: Callable[[int, Json], None] = lambda _id, _content: None
        self.emptied: Callable[[], None] = lambda: None

    def __len__(self) -> int:
        return len(self._pending)

    def __iter__(self) -> Iterator[tuple[int, Json]]:
        return iter(self._pending.items())

    def get(self, update_id: int) -> Json | None:
        return self._pending.get(update_id)

    @property
    def allowed(self) -> list[str]:
        return sorted(self._allowed)

    def allow(self, kinds: list[str] | None) -> None:
        """An empty list means the usual kinds; None leaves what was said before."""
        if kinds is not None:
            self._allowed = frozenset(kinds)

    def add(self, kind: str, content: Json) -> int | None:
        """Queue an update, unless the bot does not want this kind. Its id, if it was queued."""
        if kind not in self._allowed if self._allowed else kind in UNASKED:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._pending[update_id] = {"update_id": update_id, kind: content}
        self.arrived(update_id, content)
        return update_id

    def take(self, offset: int, limit: int) -> list[Json]:
        """A positive offset acknowledges all before it; a negative one keeps only that many at the end."""
        if offset < 0:
            self.forget(list(self._pending)[:offset])
        elif offset:
            self.forget(list(self._before(offset)))
        return list(islice(self._pending.values(), limit))

    def _before(self, offset: int) -> Iterator[int]:
        for update_id in self._pending:
            if update_id >= offset:
                return
            yield update_id

    def forget(self, update_ids: list[int]) -> None:
        for update_id in update_ids:
            self._pending.pop(update_id, None)
        if update_ids and not self._pending:
            self.emptied()

    def clear(self) -> None:
        self.forget(list(self._pending))
