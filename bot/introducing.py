"""Who we are and what can be said to us, as Telegram shows it before anybody has written."""

from collections.abc import Callable
from typing import Any

from telegram import BotCommand

from bot import texts
from bot.handlers.commands import COMMANDS
from bot.say import say

ABOUT = say(
    "Bitna helps job seekers in Gwangju: a first interview, programs that may fit, counseling, hiring days.\n"
    "It never asks for a resident number, money or a bank account."
)
IN_SHORT = say("The assistant of an employment center in Gwangju")


async def introduce(call: Callable[..., Any]) -> None:
    """Tell Telegram who we are and our commands, in each language; Korean where it is none of ours."""
    public = [command for command in COMMANDS if command.role is None]
    for language in texts.LANGUAGES:
        said: dict[str, dict[str, Any]] = {
            "setMyCommands": {
                "commands": [BotCommand(c.name, texts.plain(c.about, language)).to_dict() for c in public]
            },
            "setMyDescription": {"description": texts.plain(ABOUT, language)},
            "setMyShortDescription": {"short_description": texts.plain(IN_SHORT, language)},
        }
        for method, words in said.items():
            await call(method, {**words, "language_code": language})
            if language == "ko":
                await call(method, words)
