"""What a handler is given: the visit, loaded for this update, on this turn's unit of work."""

from contextvars import ContextVar
from typing import Any

from telegram.ext import CallbackContext, ExtBot

from bot.conversations.visit import Visit

TURN: ContextVar[Visit] = ContextVar("turn")


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """PTB's context with the visit; nothing is kept in the memory of the process."""

    @property
    def visit(self) -> Visit:
        """Who is here, and what we may do for them in this turn."""
        return TURN.get()
