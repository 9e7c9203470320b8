"""A reader that many scripts share; those of one script stand beside its words."""

from bot.conversations.visit import Visit
from bot.korean.yes_no import yes_or_no


def yes_no(text: str, _visit: Visit) -> str:
    """Whether somebody typed yes or no, as the values of the two buttons."""
    return "yes" if yes_or_no(text) else "no"
