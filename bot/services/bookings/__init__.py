"""Giving people the counselors' time: finding it, booking, changing, calling it off."""

from bot.rules.booking import NotBookable, Refusal
from bot.services.bookings.by_staff import book_again, book_for, postpone
from bot.services.bookings.clearing import clear_all_over
from bot.services.bookings.coming import answer
from bot.services.bookings.deciding import accept, ask_other_time, to_decide
from bot.services.bookings.ending import cancel_by_center, cancel_by_person, finish_past
from bot.services.bookings.filing import send_file
from bot.services.bookings.following import (
    ask_forgotten,
    book_next,
    leave_to_person,
    next_after,
    stop_by_staff,
    times_for,
)
from bot.services.bookings.giving import book
from bot.services.bookings.invited import decline, invitations_of, may_book, take_up
from bot.services.bookings.inviting import NotAsked, WhyNot, invite, remind_due, withdraw
from bot.services.bookings.meeting import mark
from bot.services.bookings.moving import change
from bot.services.bookings.openings import SHOWN, Opening, Search, free_halves, openings, own_counselor
from bot.services.bookings.reading import (
    Named,
    calendar_of,
    counselor_name,
    day_of,
    gives,
    meetings_of,
    mine,
    with_names,
)
from bot.services.bookings.reasons import TOLD_CAUSES, NotThere, Why
from bot.services.bookings.reserving import confirm, hold, release
from bot.services.bookings.series import NextMeeting, next_meeting, next_of, resume, series_of, stop
from bot.services.bookings.times import days_given, open_days, times_on

__all__ = [
    "SHOWN",
    "TOLD_CAUSES",
    "Named",
    "NextMeeting",
    "NotAsked",
    "NotBookable",
    "NotThere",
    "Opening",
    "Refusal",
    "Search",
    "Why",
    "WhyNot",
    "accept",
    "answer",
    "ask_forgotten",
    "ask_other_time",
    "book",
    "book_again",
    "book_for",
    "book_next",
    "calendar_of",
    "cancel_by_center",
    "cancel_by_person",
    "change",
    "clear_all_over",
    "confirm",
    "counselor_name",
    "day_of",
    "days_given",
    "decline",
    "finish_past",
    "free_halves",
    "gives",
    "hold",
    "invitations_of",
    "invite",
    "leave_to_person",
    "mark",
    "may_book",
    "meetings_of",
    "mine",
    "next_after",
    "next_meeting",
    "next_of",
    "open_days",
    "openings",
    "own_counselor",
    "postpone",
    "release",
    "remind_due",
    "resume",
    "send_file",
    "series_of",
    "stop",
    "stop_by_staff",
    "take_up",
    "times_for",
    "times_on",
    "to_decide",
    "with_names",
    "withdraw",
]
