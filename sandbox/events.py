"""What happened, numbered, for whoever listens: the page, and tests that wait."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Event:
    """`person` is None for what concerns everybody (the clock, faults)."""

    number: int
    kind: str
    person: int | None
    data: Any

    def told(self) -> dict[str, Any]:
        return {"n": self.number, "kind": self.kind, "person": self.person, "data": self.data}


Listener = Callable[[Event], None]


class Events:
    """Telling costs only as much as there are listeners for that person."""

    def __init__(self) -> None:
        self.number = 0
        self._past: deque[Event] = deque(maxlen=KEPT)
        self._listeners: dict[int | None, list[Listener]] = {}

    def tell(self, kind: str, person: int | None, data: Any) -> int:
        self.number += 1
        event = Event(self.number, kind, person, data)
        self._past.append(event)
        for listener in self._listening(person):
            listener(event)
        return self.number

    def _listening(self, person: int | None) -> list[Listener]:
        if person is None:
            return [listener for listeners in self._listeners.values() for listener in listeners]
        return [*self._listeners.get(person, ()), *self._listeners.get(None, ())]

    def after(self, number: int, person: int | None = None) -> list[Event]:
        start = max(0, number - self.number + len(self._past))
        recent = islice(self._past, start, None)
        return [event for event in recent if person is None or event.person in (None, person)]

    def listen(self, listener: Listener, person: int | None = None) -> Callable[[], None]:
        """Call `listener` for each event of this person (None: of everybody) until the result is called."""
        listeners = self._listeners.setdefault(person, [])
        listeners.append(listener)

        def stop() -> None:
            listeners.remove(listener)
            if not listeners:
                self._listeners.pop(person, None)

        return stop
