"""The words of the appointment book: where an appointment stands, who changed it, and why."""

from enum import StrEnum


class Way(StrEnum):
    """How the two meet."""

    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"


class Assigned(StrEnum):
    """Why it is this counselor."""

    OWN = "own"  # the person's own counselor, or the one they already had
    LEAST_LOADED = "least_loaded"
    CHOSEN = "chosen"  # by the person
    STAFF = "staff"  # by the staff, or by the colleague who passed it on


class AppointmentState(StrEnum):
    """Where an appointment stands. Moving is no state: what was moved is requested or confirmed again."""

    HELD = "held"
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    DONE = "done"
    NO_SHOW = "no_show"
    PAST = "past"  # over, and nobody has said whether they met
    CANCELED_BY_PERSON = "canceled_by_person"
    CANCELED_BY_CENTER = "canceled_by_center"


# Agreed on and still to come.
BOOKED_STATES = (AppointmentState.REQUESTED, AppointmentState.CONFIRMED)
# Takes the time of the counselor, the room and the person.
LIVE_STATES = (AppointmentState.HELD, *BOOKED_STATES, AppointmentState.ARRIVED)
CANCELED_STATES = (AppointmentState.CANCELED_BY_PERSON, AppointmentState.CANCELED_BY_CENTER)


class Actor(StrEnum):
    """Who changed an appointment."""

    PERSON = "person"
    STAFF = "staff"
    SYSTEM = "system"


class Cause(StrEnum):
    """Why an appointment changed. Words of a list, so that nobody's own words can stand in a history."""

    BOOKED = "booked"
    ASKED = "asked"  # whoever did it wanted it so
    ACCEPTED = "accepted"
    PROPOSED = "proposed"  # the counselor proposed the time, the person chose it
    PASSED_ON = "passed_on"  # to a colleague
    ABSENCE = "absence"
    CLOSURE = "closure"
    WAITING_LIST = "waiting_list"
    SERIES = "series"
    INVITATION = "invitation"
    MET = "met"  # what came of it, by the counselor's tap
    OVER = "over"  # its time has passed
    CORRECTED = "corrected"  # somebody had tapped the wrong thing
    ERASED = "erased"
