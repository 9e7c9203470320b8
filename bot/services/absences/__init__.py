"""When counselors or the whole center are away, and what becomes of the meetings that were agreed on.

Every deed first puts the slots right, and holds the counselors concerned while it looks at their meetings.
"""

from bot.services.absences.affected import Scope, affected, people_in
from bot.services.absences.answering import (
    Gone,
    Ways,
    call_me,
    cancel,
    choose_time,
    colleague_takes,
    own_disruption,
    ways,
)
from bot.services.absences.away import Leave, enter, scope_of, undo, whose
from bot.services.absences.closing import NotSpecial, Special, declare, scope_of_day, undo_day
from bot.services.absences.counting import Tally, tally
from bot.services.absences.following import follow_up

__all__ = [
    "Gone",
    "Leave",
    "NotSpecial",
    "Scope",
    "Special",
    "Tally",
    "Ways",
    "affected",
    "call_me",
    "cancel",
    "choose_time",
    "colleague_takes",
    "declare",
    "enter",
    "follow_up",
    "own_disruption",
    "people_in",
    "scope_of",
    "scope_of_day",
    "tally",
    "undo",
    "undo_day",
    "ways",
    "whose",
]
