"""Every call a bot made, in order."""

from collections import deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from sandbox.params import Upload
from sandbox.refusals import Json

KEPT = 100_000


@dataclass(slots=True)
class Entry:
    n: int
    at: float
    method: str
    params: Json
    unknown_params: list[str]
    chat_id: int | str | None
    ok: bool = True
    error_code: int | None = None
    description: str | None = None
    fault: str | None = None

    def refuse(self, code: int, description: str) -> None:
        self.ok, self.error_code, self.description = False, code, description

    def told(self) -> Json:
        return asdict(self) | {"params": {name: _short(value) for name, value in self.params.items()}}


def _short(value: Any) -> Any:
    if isinstance(value, Upload):
        return {"name": value.name, "mime_type": value.mime_type, "bytes": len(value.content)}
    return value


class CallLog:
    """What tests look at to see what the bot really said to Telegram."""

    def __init__(self) -> None:
        self.number = 0
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self.listeners: list[Callable[[], None]] = []

    def open(self, at: float, method: str, params: Json, unknown: list[str]) -> Entry:
        self.number += 1
        entry = Entry(self.number, at, method, params, unknown, params.get("chat_id"))
        self._entries.append(entry)
        for listener in self.listeners:
            listener()
        return entry

    def after(self, number: int, method: str | None = None) -> list[Entry]:
        start = max(0, number - self.number + len(self._entries))
        return [entry for entry in islice(self._entries, start, None) if method in (None, entry.method)]

    def clear(self) -> None:
        self._entries.clear()
