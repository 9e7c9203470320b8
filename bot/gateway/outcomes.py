"""What a call's end means for its row. Pure."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.gateway.errors import never_arrived, seconds_of
from bot.models import OutboxKind

_QUOTED = re.compile(r"\".*\"")  # Telegram quotes what it could not read: a person's own words


@dataclass(frozen=True, slots=True)
class Call:
    """A row on its way: what is called, and what its end will need."""

    row_id: int
    chat_id: int
    kind: OutboxKind
    method: str
    params: dict[str, Any]

    @property
    def edited_message_id(self) -> int | None:
        """The message that the call changes, where it sends none."""
        return self.params.get("message_id")


class End(Enum):
    """How a call ended."""

    SENT = auto()
    BLOCKED = auto()
    FAILED = auto()
    UNKNOWN = auto()
    NOT_DELIVERED = auto()  # again, when there is a connection
    TOLD_TO_WAIT = auto()  # again, after the pause
    MIGRATED = auto()  # again, to the chat's new id
    TOKEN_REFUSED = auto()  # again, when somebody has mended the token


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end, and what came with it."""

    end: End
    message_id: int | None = None
    error: str | None = None
    seconds: float = 0.0
    new_chat_id: int | None = None


AGAIN = {End.NOT_DELIVERED, End.TOLD_TO_WAIT, End.MIGRATED, End.TOKEN_REFUSED}
# The way to Telegram is bad: everybody waits a little, or an hour's copies would end in doubt.
TROUBLE = {End.NOT_DELIVERED, End.UNKNOWN, End.TOKEN_REFUSED}


def success(call: Call, result: Any) -> Outcome:
    """Telegram did it."""
    message_id = result.get("message_id") if isinstance(result, dict) else None
    return Outcome(End.SENT, message_id=message_id or call.edited_message_id)


def failure(call: Call, error: Exception) -> Outcome:
    """Telegram did not do it, or we cannot know."""
    match error:
        case TelegramError() if never_arrived(error):
            return Outcome(End.NOT_DELIVERED, error=str(error.__cause__))
        case Forbidden() | BadRequest() | ChatMigrated() | InvalidToken() | RetryAfter():
            return _refused(call, error)
        case TypeError() | ValueError():
            return Outcome(End.FAILED, error=type(error).__name__)  # could not even be written down
    return Outcome(End.UNKNOWN, error=str(error.__cause__ or type(error).__name__)[:200])


def failure_of_copy(edits: int | None, error: Exception) -> Outcome:
    """The same of a copy; `edits` is the message that it rewrites."""
    params = {} if edits is None else {"message_id": edits}
    outcome = failure(Call(0, 0, OutboxKind.NOTICE, "", params), error)
    if outcome.end is End.MIGRATED:  # a copy goes to one person, who has not become a group
        return Outcome(End.FAILED, error="migrated")
    return outcome


def _refused(call: Call, error: TelegramError) -> Outcome:
    match error:
        case RetryAfter():
            return Outcome(End.TOLD_TO_WAIT, seconds=seconds_of(error))
        case ChatMigrated():
            return Outcome(End.MIGRATED, new_chat_id=error.new_chat_id)
        case InvalidToken():
            return Outcome(End.TOKEN_REFUSED, error="InvalidToken")
        case Forbidden():
            return Outcome(End.BLOCKED, error=error.message[:200])
    if call.edited_message_id is not None and "message is not modified" in error.message.lower():
        return Outcome(End.SENT, message_id=call.edited_message_id)
    return Outcome(End.FAILED, error=_QUOTED.sub("…", error.message)[:200])
