"""What is sent beside words, where a question asked for it: a picture, a place on the map."""

from telegram import Message

from bot.conversations.announcement_reading import PHOTO
from bot.conversations.visit import Visit


def attached(visit: Visit, message: Message) -> str | None:
    """As the question reads it; None where nobody asked for it."""
    asked = visit.dialogue.asked if visit.dialogue else None
    if asked == "picture" and message.photo:
        return PHOTO + message.photo[-1].file_id
    if asked == "map" and message.location:
        return f"{message.location.latitude:.5f}, {message.location.longitude:.5f}"
    return None
