"""What went wrong with a call, and whether Telegram may have got it."""

import traceback
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

REFUSALS: Mapping[int, type[TelegramError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: InvalidToken,
    HTTPStatus.CONFLICT: Conflict,
}

PASSING = {"40001", "40P01"}  # serialization failure, deadlock: nobody's fault, gone when tried again


class NotDelivered(Exception):  # noqa: N818 - a cause, told apart from the next one
    """Telegram surely did not get the call: no connection was there to carry it."""


class MaybeDelivered(Exception):  # noqa: N818
    """The call left us; whether Telegram carried it out cannot be known."""


def never_arrived(error: BaseException) -> bool:
    """Whether a call that failed so may be made again without any doubt."""
    return isinstance(error.__cause__, NotDelivered)


def refusal(code: int, answer: Mapping[str, Any]) -> TelegramError:
    """The exception of python-telegram-bot for an answer that is not ok."""
    parameters = answer.get("parameters") or {}
    if chat_id := parameters.get("migrate_to_chat_id"):
        return ChatMigrated(chat_id)
    if code == HTTPStatus.TOO_MANY_REQUESTS:
        return RetryAfter(timedelta(seconds=float(parameters.get("retry_after", 1))))
    description = str(answer.get("description") or f"HTTP {code}")
    if found := REFUSALS.get(code):
        return found(description)
    error = NetworkError(description)
    error.__cause__ = MaybeDelivered(f"HTTP {code}")
    return error


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks us to be silent."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def is_passing(error: BaseException) -> bool:
    """Whether the database asks for another try, or is away: no turn is to blame."""
    if not isinstance(error, DBAPIError):
        return False
    is_busy = "database is locked" in str(error.orig)
    return error.connection_invalidated or is_busy or getattr(error.orig, "sqlstate", None) in PASSING


def place_of(error: BaseException) -> str:
    """The exception's type and where it came from, without its words: they may be a person's own."""
    frames = traceback.extract_tb(error.__traceback__)[-6:]
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return f"{type(error).__name__} ({' > '.join(places)})"
