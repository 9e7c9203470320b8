"""The file of a meeting, opened by the library that wrote it and by one that knows nothing of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from bot.calendars import appointment_file, fair_file
from bot.center import Center, load_center
from bot.clock import SEOUL
from bot.models import Appointment, AppointmentState, Way
from bot.services.announcements import ComingFair

STARTS = datetime(2026, 12, 1, 15, tzinfo=SEOUL)
ENDS = STARTS + timedelta(minutes=50)


@pytest.fixture(scope="module")
def center() -> Center:
    return load_center(Path(__file__).parents[2] / "center")


def meeting(**columns: Any) -> Appointment:
    """A first interview on Tuesday afternoon."""
    kept = {
        "number": "B-12345",
        "service": "intake",
        "way": Way.VISIT,
        "starts_at": STARTS.astimezone(UTC),
        "ends_at": ENDS.astimezone(UTC),
        "state": AppointmentState.REQUESTED,
        "sequence": 0,
        "changed_at": datetime(2026, 11, 23, 1, 2, 3, 456_000, tzinfo=UTC),
    }
    return Appointment(**kept | columns)


def read(file: bytes) -> tuple[Any, Any]:
    """What the two libraries find: the calendar's method and its only event, by each."""
    ours = Calendar.from_ical(file)
    [event] = ours.walk("VEVENT")
    return (ours, event), vobject.readOne(file.decode())


def test_two_libraries_find_the_same_hours(center: Center) -> None:
    (calendar, event), other = read(appointment_file(center, meeting(), "윤슬 상담사", "ko"))

    assert (event.start, event.end) == (STARTS, ENDS)
    assert (other.vevent.dtstart.value, other.vevent.dtend.value) == (STARTS, ENDS)
    assert str(calendar["METHOD"]) == other.method.value == "PUBLISH"
    assert str(event["STATUS"]) == other.vevent.status.value == "CONFIRMED"
    assert str(event["UID"]) == other.vevent.uid.value == "B-12345@gwangju.bitna"
    assert str(event["SUMMARY"]) == other.vevent.summary.value == "상담사와 초기상담 · 광주고용센터"
    assert other.vevent.location.value == f"{center.name}, {center.address}"
    assert other.vevent.description.value == (
        "만날 분: 윤슬 상담사\n예약 번호: B-12345\n바꾸거나 취소하실 때: 062-609-8500"
    )


def test_lines_are_as_the_standard_wants_them(center: Center) -> None:
    """At most 75 octets, ended by CRLF, and no letter cut in two: each line is whole UTF-8."""
    file = appointment_file(center, meeting(), "윤슬 상담사", "ko")
    lines = file.split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert [line.decode() for line in lines]


def test_a_move_is_the_same_event_and_newer(center: Center) -> None:
    _, before = read(appointment_file(center, meeting(), "윤슬 상담사", "ko"))
    later = timedelta(days=1)
    moved = meeting(starts_at=STARTS + later, ends_at=ENDS + later, sequence=2)
    _, after = read(appointment_file(center, moved, "새벽 상담사", "ko"))

    assert after.vevent.uid.value == before.vevent.uid.value
    assert int(after.vevent.sequence.value) > int(before.vevent.sequence.value)
    assert after.vevent.dtstart.value == STARTS + later


@pytest.mark.parametrize(
    "state", [AppointmentState.CANCELED_BY_PERSON, AppointmentState.CANCELED_BY_CENTER], ids=str
)
def test_what_is_off_takes_itself_out(center: Center, state: AppointmentState) -> None:
    (calendar, event), other = read(appointment_file(center, meeting(state=state, sequence=1), "윤슬", "ko"))

    assert str(calendar["METHOD"]) == other.method.value == "CANCEL"
    assert str(event["STATUS"]) == other.vevent.status.value == "CANCELLED"
    assert (event["UID"], event["SEQUENCE"]) == ("B-12345@gwangju.bitna", 1)
    assert str(event["ORGANIZER"]) == "tel:062-609-8500"  # RFC 5546: PUBLISH and CANCEL want one


def test_a_sensitive_service_is_not_named(center: Center) -> None:
    """Somebody else may look at the phone."""
    kept = next(each for each in center.services if each.sensitive)
    file = appointment_file(center, meeting(service=kept.key, sensitive=True), "누리 상담사", "ko").decode()
    named = vobject.readOne(file).vevent.summary.value

    assert named == "상담 · 광주고용센터"
    assert kept.name not in file.replace("\r\n ", "")


def test_by_telephone_nobody_has_to_go_anywhere(center: Center) -> None:
    _, other = read(appointment_file(center, meeting(way=Way.PHONE), "윤슬", "en"))

    assert other.vevent.location.value == "By telephone: the counselor calls you"
    assert other.vevent.summary.value.endswith(" · Gwangju Employment and Welfare Plus Center")


def test_a_hiring_day_opens_in_both(center: Center) -> None:
    fair = ComingFair(1, "wed-2026-12", "wed", "일자리 수요데이, 12월", "3층; 대강당", STARTS, ENDS)
    (_, event), other = read(fair_file(center, fair))

    assert (event.start, other.vevent.dtend.value) == (STARTS, ENDS)
    assert other.vevent.location.value == str(event["LOCATION"]) == "3층; 대강당"
    assert other.vevent.summary.value == "일자리 수요데이, 12월"
