"""The tables, one file a subject."""

from bot.models.absences import Absence, AbsenceKind, Disruption, DisruptionAnswer, SpecialDay
from bot.models.announcements import Announcement, AnnouncementState
from bot.models.appointments import FREE, Appointment, Slot
from bot.models.chores import Chore
from bot.models.dialogues import Dialogue, DialogueState
from bot.models.follow_ups import (
    Call,
    CallEnd,
    CallWhy,
    Coming,
    Feed,
    Invitation,
    InvitationState,
    OwnCounselor,
    ReminderAnswer,
    Series,
)
from bot.models.history import AppointmentEvent
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
from bot.models.staff import Counselor, Duty, Gives, Role, Staff
from bot.models.states import (
    BOOKED_STATES,
    CANCELED_STATES,
    LIVE_STATES,
    Actor,
    AppointmentState,
    Assigned,
    Cause,
    Way,
)
from bot.models.talks import Talk, TalkEnd, TalkState, TalkWhy
from bot.models.waiting import Half, Offer, OfferState, Waiting, WaitingHalf, WaitingState

__all__ = [
    "BOOKED_STATES",
    "CANCELED_STATES",
    "FREE",
    "LIVE_STATES",
    "Absence",
    "AbsenceKind",
    "Actor",
    "Announcement",
    "AnnouncementState",
    "Appointment",
    "AppointmentEvent",
    "AppointmentState",
    "Asker",
    "Assigned",
    "Call",
    "CallEnd",
    "CallWhy",
    "Cause",
    "Chore",
    "Coming",
    "Consent",
    "ConsentKind",
    "Counselor",
    "Dialogue",
    "DialogueState",
    "Disruption",
    "DisruptionAnswer",
    "Duty",
    "Erasure",
    "Feed",
    "Gives",
    "Half",
    "How",
    "Inbox",
    "InboxState",
    "Invitation",
    "InvitationState",
    "Offer",
    "OfferState",
    "Outbox",
    "OutboxKind",
    "OutboxState",
    "OwnCounselor",
    "Person",
    "Priority",
    "ProfileAnswer",
    "Question",
    "QuestionState",
    "ReminderAnswer",
    "Role",
    "Series",
    "Slot",
    "SpecialDay",
    "Staff",
    "Talk",
    "TalkEnd",
    "TalkState",
    "TalkWhy",
    "Verdict",
    "VerdictKind",
    "Waiting",
    "WaitingHalf",
    "WaitingState",
    "Way",
]
