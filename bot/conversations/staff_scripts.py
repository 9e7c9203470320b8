"""The scripts of the staff, and the one that passes a question on to them."""

from bot.conversations.announcing import ANNOUNCING
from bot.conversations.answering_questions import ANSWERING_QUESTIONS
from bot.conversations.arranging import ARRANGING
from bot.conversations.closure import CLOSURE
from bot.conversations.group_planning import PLANNING
from bot.conversations.leave import LEAVE
from bot.conversations.mending_announcements import MENDING_ANNOUNCEMENTS
from bot.conversations.noting_need import NOTING_NEED
from bot.conversations.passing_on import PASSING_ON

STAFF_SCRIPTS = (
    PASSING_ON,
    ANNOUNCING,
    MENDING_ANNOUNCEMENTS,
    ANSWERING_QUESTIONS,
    LEAVE,
    CLOSURE,
    ARRANGING,
    NOTING_NEED,
    PLANNING,
)
