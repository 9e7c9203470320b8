"""The tables, one file a subject."""

from bot.models.announcements import Announcement, AnnouncementState
from bot.models.appointments import LIVE_STATES, Appointment, AppointmentState, Slot
from bot.models.chores import Chore
from bot.models.dialogues import Dialogue, DialogueState
from bot.models.messages import (
    Inbox,
    InboxState,
    Outbox,
    OutboxKind,
    OutboxState,
    Priority,
)
from bot.models.people import Consent, ConsentKind, Erasure, How, Person, ProfileAnswer
from bot.models.questions import Asker, Question, QuestionState, Verdict, VerdictKind
from bot.models.staff import Counselor, Duty, Role, Staff
from bot.models.talks import Talk, TalkEnd, TalkState, TalkWhy

__all__ = [
    "LIVE_STATES",
    "Announcement",
    "AnnouncementState",
    "Appointment",
    "AppointmentState",
    "Asker",
    "Chore",
    "Consent",
    "ConsentKind",
    "Counselor",
    "Dialogue",
    "DialogueState",
    "Duty",
    "Erasure",
    "How",
    "Inbox",
    "InboxState",
    "Outbox",
    "OutboxKind",
    "OutboxState",
    "Person",
    "Priority",
    "ProfileAnswer",
    "Question",
    "QuestionState",
    "Role",
    "Slot",
    "Staff",
    "Talk",
    "TalkEnd",
    "TalkState",
    "TalkWhy",
    "Verdict",
    "VerdictKind",
]
