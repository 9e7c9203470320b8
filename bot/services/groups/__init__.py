"""Group sessions: planned by the staff, with seats that people take."""

from bot.services.groups.canceling import cancel
from bot.services.groups.planning import Plan, plan
from bot.services.groups.reading import GroupSession, coming, planned, roster, session_of
from bot.services.groups.seats import take

__all__ = ["GroupSession", "Plan", "cancel", "coming", "plan", "planned", "roster", "session_of", "take"]
