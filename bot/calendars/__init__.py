"""Calendars: what phones and calendar programs read (RFC 5545)."""

from bot.calendars.feed import counselors_calendar
from bot.calendars.files import ICALENDAR, appointment_file, fair_file

__all__ = ["ICALENDAR", "appointment_file", "counselors_calendar", "fair_file"]
