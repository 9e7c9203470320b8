"""What is said about several meetings that belong together."""

from bot.conversations.booking_reading import WAYS
from bot.models import Appointment, Series, SeriesEnd, Way
from bot.say import Button, Rows, Say, quote, say
from bot.services.bookings import SHOWN, Opening

WHY_ENDED = {
    SeriesEnd.FOUND_WORK: say("Found work"),
    SeriesEnd.ENOUGH: say("Reached what it was for"),
    SeriesEnd.ELSEWHERE: say("Another help fits better"),
    SeriesEnd.PERSON: say("The person wants to stop"),
}


def which_meeting(series: Series | None, appointment: Appointment) -> Say | None:
    """Which meeting of how many it is; nothing for one that stands by itself."""
    if series is None or appointment.ordinal is None:
        return None
    return ordinal_of(series, appointment.ordinal)


def ordinal_of(series: Series, ordinal: int) -> Say:
    """3번째 상담 (모두 5번)."""
    return say("Meeting {ordinal} of {planned}", ordinal=ordinal, planned=max(series.planned, ordinal))


def with_meeting(line: Say, series: Series | None, appointment: Appointment) -> Say:
    """The line, and below it which meeting it is."""
    meeting = which_meeting(series, appointment)
    return Say("{line}\n{meeting}", {"line": line, "meeting": meeting}) if meeting else line


def time_rows(found: list[Opening], way: Way, kind: str) -> Rows:
    """Six times as sentences; `kind` is what their buttons carry before the time and the counselor."""
    return tuple(
        (
            Button(
                Say(
                    "{when}, {counselor}, {way}",
                    {"when": each.starts_at, "counselor": quote(each.counselor_name), "way": WAYS[way]},
                ),
                f"{kind}:{int(each.starts_at.timestamp())}:{each.counselor_id}",
            ),
        )
        for each in found[:SHOWN]
    )
