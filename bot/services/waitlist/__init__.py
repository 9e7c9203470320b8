"""The waiting list: a freed time is offered to one person at a time, in an order that everybody can see."""

from bot.services.waitlist.answering import accept, open_offer, refuse
from bot.services.waitlist.joining import Wish, join, leave, note_need
from bot.services.waitlist.losing import lose
from bot.services.waitlist.offering import care
from bot.services.waitlist.reading import Place, line_of, my_places
from bot.services.waitlist.reasons import NotOffered, Why

__all__ = [
    "NotOffered",
    "Place",
    "Why",
    "Wish",
    "accept",
    "care",
    "join",
    "leave",
    "line_of",
    "lose",
    "my_places",
    "note_need",
    "open_offer",
    "refuse",
]
