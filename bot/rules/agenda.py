"""When does a counselor's day begin and end, and who is at work on it?"""

from collections.abc import Iterable
from datetime import date, datetime, time

from bot.center import Center, CounselorPlan
from bot.clock import SEOUL
from bot.models import Absence
from bot.rules.absences import away_on
from bot.rules.calendar import hours_on, without

MORNING = time(8, 30)


def due_at(day: date) -> datetime:
    """When counselors hear of their day."""
    return datetime.combine(day, MORNING, SEOUL)


def ends_at(center: Center, day: date) -> datetime | None:
    """When the center closes on this day; None where it does not open."""
    hours = hours_on(center.office_hours, day, center.single_days)
    return datetime.combine(day, hours[-1].ends, SEOUL) if hours else None


def is_at_work(center: Center, plan: CounselorPlan, day: date, absences: Iterable[Absence]) -> bool:
    """Whether the counselor is there on this day, for some of their hours at least."""
    away = [stretch for absence in absences if (stretch := away_on(absence, day))]
    return bool(without(hours_on(plan.hours, day, center.single_days), away))
