"""What a bot sent along with a call, whichever way it was encoded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from sandbox.refusals import bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a multipart body."""

    name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """Forms carry everything as text, JSON bodies carry types: both read the same here."""

    given: Mapping[str, Any]

    def __contains__(self, name: str) -> bool:
        return self.given.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.given.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.given.get(name) or default)
        except (TypeError, ValueError):
            return default

    def boolean(self, name: str) -> bool:
        value = self.given.get(name)
        return value.strip().lower() in {"true", "1", "yes", "t"} if isinstance(value, str) else bool(value)

    def structure(self, name: str, what: str) -> Any:
        """A list or an object; in a form it is JSON inside text."""
        value = self.given.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            raise bad_request(f"can't parse {what} JSON object") from None
