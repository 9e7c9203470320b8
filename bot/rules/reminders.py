"""When is a reminder of a meeting due, and until when is it worth saying?"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.clock import SEOUL

EVENING = time(18)
BEDTIME = time(22)
SHORTLY = timedelta(hours=2)


class ReminderKind(StrEnum):
    """Which reminder it is; also the name of the notice."""

    THREE_DAYS = "reminder.three_days"
    DAY_BEFORE = "reminder.day_before"
    TWO_HOURS = "reminder.two_hours"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: due at a moment, and worth nothing from another one on."""

    kind: ReminderKind
    due_at: datetime
    expires_at: datetime


def reminders(starts_at: datetime, now: datetime) -> list[Reminder]:
    """The reminders of a meeting that are still ahead, soonest first."""
    known = (three_days(starts_at), day_before(starts_at), two_hours(starts_at))
    return [reminder for reminder in known if reminder.due_at > now]


def three_days(starts_at: datetime) -> Reminder:
    """In the evening three days before, while another time is still easy to find."""
    day = starts_at.astimezone(SEOUL).date() - timedelta(days=3)
    due_at = datetime.combine(day, EVENING, SEOUL)
    return Reminder(ReminderKind.THREE_DAYS, due_at, datetime.combine(day, BEDTIME, SEOUL))


def day_before(starts_at: datetime) -> Reminder:
    """In the evening before; "tomorrow" is wrong after midnight, and a ring unkind after ten."""
    eve = starts_at.astimezone(SEOUL).date() - timedelta(days=1)
    due_at = datetime.combine(eve, EVENING, SEOUL)
    return Reminder(ReminderKind.DAY_BEFORE, due_at, datetime.combine(eve, BEDTIME, SEOUL))


def two_hours(starts_at: datetime) -> Reminder:
    """While there is time to come, and until the meeting begins."""
    return Reminder(ReminderKind.TWO_HOURS, starts_at - SHORTLY, starts_at)
