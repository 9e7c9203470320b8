"""How late and how far ahead a service can be booked: as it says itself, or else as the center does."""

from datetime import timedelta

from bot.center import Center, CounselorPlan


def notice_of(center: Center, service: str) -> timedelta:
    """How long before a meeting it can still be booked."""
    own = center.service(service).notice_minutes
    return timedelta(minutes=center.booking.notice_minutes if own is None else own)


def window_of(center: Center, service: str) -> timedelta:
    """How far ahead the service can be booked; whole days."""
    return timedelta(days=center.service(service).window_days or center.booking.window_days)


def longest_window(center: Center, plan: CounselorPlan) -> timedelta:
    """How far ahead anything can be booked with this counselor; whole days."""
    return max(window_of(center, each.key) for each in center.services if each.key in plan.services)
