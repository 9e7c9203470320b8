"""What the center tells many at once: who gets it, when it goes out, what came of it."""

from bot.services.announcements.audiences import Reach, count
from bot.services.announcements.copies import hold_for_the_night, not_before, release_due, stop_news
from bot.services.announcements.planning import cancel, schedule
from bot.services.announcements.progress import percent, refresh_progress, tallies

__all__ = [
    "Reach",
    "cancel",
    "count",
    "hold_for_the_night",
    "not_before",
    "percent",
    "refresh_progress",
    "release_due",
    "schedule",
    "stop_news",
    "tallies",
]
