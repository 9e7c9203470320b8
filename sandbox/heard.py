"""A message as a person sees it, for tests."""

from dataclasses import dataclass
from typing import Any

from sandbox.refusals import Json


@dataclass(frozen=True, slots=True)
class Heard:
    """`changed` is the number of the event that brought it to what it is now."""

    body: Json

    @property
    def message_id(self) -> int:
        return int(self.body["message_id"])

    @property
    def changed(self) -> int:
        return int(self.body["changed"])

    @property
    def text(self) -> str:
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        return list(self.body.get("entities", ()))

    @property
    def edited(self) -> bool:
        return "edit_date" in self.body

    @property
    def from_bot(self) -> bool:
        return bool(self.body["from_bot"])

    @property
    def rows(self) -> list[list[Json]]:
        rows: Any = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return list(rows)

    @property
    def labels(self) -> list[str]:
        return [str(button["text"]) for row in self.rows for button in row]
