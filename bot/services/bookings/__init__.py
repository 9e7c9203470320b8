"""Giving people the counselors' time: finding it, booking, changing, calling it off."""

from bot.rules.booking import NotBookable, Refusal
from bot.services.bookings.clearing import clear_all_over
from bot.services.bookings.coming import answer
from bot.services.bookings.deciding import accept, ask_other_time
from bot.services.bookings.ending import cancel_by_center, cancel_by_person, finish_past
from bot.services.bookings.filing import send_file
from bot.services.bookings.giving import book
from bot.services.bookings.meeting import mark
from bot.services.bookings.moving import change
from bot.services.bookings.openings import SHOWN, Opening, Search, openings, own_counselor
from bot.services.bookings.reading import Named, calendar_of, day_of, mine, with_names
from bot.services.bookings.reasons import NotThere, Why
from bot.services.bookings.reserving import confirm, hold, release
from bot.services.bookings.times import open_days, times_on

__all__ = [
    "SHOWN",
    "Named",
    "NotBookable",
    "NotThere",
    "Opening",
    "Refusal",
    "Search",
    "Why",
    "accept",
    "answer",
    "ask_other_time",
    "book",
    "calendar_of",
    "cancel_by_center",
    "cancel_by_person",
    "change",
    "clear_all_over",
    "confirm",
    "day_of",
    "finish_past",
    "hold",
    "mark",
    "mine",
    "open_days",
    "openings",
    "own_counselor",
    "release",
    "send_file",
    "times_on",
    "with_names",
]
