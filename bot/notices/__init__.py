"""Notices in the receiver's words: a kind and its facts become a card when it is sent."""

from bot.notices.called_off import called_off_because
from bot.notices.rendering import Notices
from bot.notices.told import counselor_line, line_of, service_name, service_of

__all__ = ["Notices", "called_off_because", "counselor_line", "line_of", "service_name", "service_of"]
