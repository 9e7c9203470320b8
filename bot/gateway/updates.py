"""Reading what every update has, whatever its kind."""

from collections.abc import Mapping
from typing import Any

# What we ask Telegram for: all that a person can do with us in a chat.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


def chat_of(update: Mapping[str, Any]) -> int:
    """The chat an update belongs to; the person's id where it has no chat, 0 where it has neither."""
    content = next((value for value in update.values() if isinstance(value, dict)), {})
    for part in (content, content.get("message")):
        if isinstance(part, dict) and (chat_id := _id(part.get("chat"))):
            return chat_id
    return _id(content.get("from")) or _id(content.get("user"))


def _id(somebody: Any) -> int:
    found = somebody.get("id") if isinstance(somebody, dict) else None
    return found if isinstance(found, int) else 0


def is_press(update: Any) -> bool:
    """Whether somebody pressed a button and waits for it to stop spinning."""
    return isinstance(update, dict) and "callback_query" in update
