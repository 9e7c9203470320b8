"""Giving people the counselors' time: finding it, booking, changing, calling it off."""

from bot.rules.booking import NotBookable, Refusal
from bot.services.bookings.deciding import accept, ask_other_time
from bot.services.bookings.ending import cancel_by_center, cancel_by_person, finish_past
from bot.services.bookings.giving import book
from bot.services.bookings.moving import change
from bot.services.bookings.reading import Named, day_of, mine, with_names
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.times import open_days, times_on

__all__ = [
    "Named",
    "NotBookable",
    "NotThere",
    "Refusal",
    "Why",
    "accept",
    "ask_other_time",
    "book",
    "cancel_by_center",
    "cancel_by_person",
    "change",
    "day_of",
    "finish_past",
    "mine",
    "open_days",
    "times_on",
    "with_names",
]
