"""A hiring day as an iCalendar file (RFC 5545), for the calendar of a phone."""

from datetime import UTC, datetime

from bot.center import Center
from bot.services.announcements import ComingFair


def invitation(fair: ComingFair, center: Center) -> bytes:
    """The file: hours in UTC, lines of at most 75 octets, ended by CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bitna//announcements//KO",
        "BEGIN:VEVENT",
        f"UID:{fair.key}@{center.id}.bitna",
        f"DTSTAMP:{_moment(fair.starts_at)}",
        f"DTSTART:{_moment(fair.starts_at)}",
        f"DTEND:{_moment(fair.ends_at)}",
        f"SUMMARY:{_text(fair.title)}",
        f"LOCATION:{_text(fair.place)}",
        f"DESCRIPTION:{_text(f'{center.name} {center.phone}')}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """A long line goes on after a space; a Hangul syllable is three octets and is never cut."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > 74:
            parts.append(part)
            part = " "
        part += letter
    return [*parts, part]
