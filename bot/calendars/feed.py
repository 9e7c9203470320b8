"""A counselor's meetings as one calendar that programs come back to."""

from collections.abc import Iterable
from datetime import timedelta

from bot.calendars.files import calendar_of, meeting
from bot.calendars.words import counselor_sees
from bot.center import Center
from bot.models import Appointment, AppointmentState

LANGUAGE = "ko"  # of the center
REFRESH = timedelta(minutes=15)


def counselors_calendar(center: Center, name: str, appointments: Iterable[Appointment]) -> bytes:
    """Number, time, service and way of each, no names; what nobody has confirmed yet is tentative.

    The same meetings give the same bytes.
    """
    calendar = calendar_of()
    calendar.add("x-wr-calname", f"{center.short_name} · {name}")
    calendar.add("x-wr-timezone", center.time_zone)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT15M")
    for each in appointments:
        shown = counselor_sees(center, each, LANGUAGE)
        requested = each.state is AppointmentState.REQUESTED
        calendar.add_component(meeting(center, each, shown, tentative=requested))
    return bytes(calendar.to_ical())
