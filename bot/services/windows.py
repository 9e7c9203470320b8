"""How far ahead a service can be booked, and how late booked, changed, called off: as it says itself, or else
as the center does."""

from datetime import timedelta

from bot.center import Center, CounselorPlan, Service


def notice_of(center: Center, service: str) -> timedelta:
    """How long before a meeting it can still be booked."""
    return _minutes(center.service(service).notice_minutes, center.booking.notice_minutes)


def window_of(center: Center, service: str) -> timedelta:
    """How far ahead the service can be booked; whole days."""
    return timedelta(days=center.service(service).window_days or center.booking.window_days)


def longest_window(center: Center, plan: CounselorPlan) -> timedelta:
    """How far ahead anything can be booked with this counselor; whole days."""
    return max(window_of(center, each.key) for each in center.services if each.key in plan.services)


def change_deadline(center: Center, service: str) -> timedelta:
    """How long before it the person may still move the meeting; a service that is gone has the center's."""
    kind = _still_given(center, service)
    return _minutes(kind.change_minutes if kind else None, center.booking.change_minutes)


def cancel_deadline(center: Center, service: str) -> timedelta:
    """How long before it the person may still call the meeting off; the same for one that is gone."""
    kind = _still_given(center, service)
    return _minutes(kind.cancel_minutes if kind else None, center.booking.cancel_minutes)


def _still_given(center: Center, service: str) -> Service | None:
    return next((each for each in center.services if each.key == service), None)


def _minutes(own: int | None, centers: int) -> timedelta:
    return timedelta(minutes=centers if own is None else own)
