"""What the center tells many at once: who gets it, when it goes out, what came of it."""

from bot.services.announcements.confirming import ask_due, confirm
from bot.services.announcements.counting import Reach, count
from bot.services.announcements.deciding import NotOneself, approve, cancel, pause, resume
from bot.services.announcements.fairs import Coming as ComingFair
from bot.services.announcements.fairs import coming as coming_fairs
from bot.services.announcements.fairs import named as fair_named
from bot.services.announcements.looking import handed_in, show_again
from bot.services.announcements.mending import rewrite, tell_more
from bot.services.announcements.planning import Plan, draft, hand_in, second_readers, try_out
from bot.services.announcements.progress import delivered, percent, refresh_progress, tallies
from bot.services.announcements.progress import latest as latest_announcements
from bot.services.announcements.refusing import allow_again, refuse, told_of, told_together
from bot.services.announcements.series import announce_series
from bot.services.announcements.spreading import release_due, spread
from bot.services.announcements.steps import NotNow
from bot.services.announcements.waves import Wave, first_wave

__all__ = [
    "ComingFair",
    "NotNow",
    "NotOneself",
    "Plan",
    "Reach",
    "Wave",
    "allow_again",
    "announce_series",
    "approve",
    "ask_due",
    "cancel",
    "coming_fairs",
    "confirm",
    "count",
    "delivered",
    "draft",
    "fair_named",
    "first_wave",
    "hand_in",
    "handed_in",
    "latest_announcements",
    "pause",
    "percent",
    "refresh_progress",
    "refuse",
    "release_due",
    "resume",
    "rewrite",
    "second_readers",
    "show_again",
    "spread",
    "tallies",
    "tell_more",
    "told_of",
    "told_together",
    "try_out",
]
