"""What both databases are told in the same words."""

# ruff: noqa: S608 (every part of these statements stands in this folder)

# Takes time, as LIVE in bot/models/appointments.py.
LIVE = "state IN ('held', 'requested', 'confirmed', 'arrived')"
# Takes the slot: a meeting that was had keeps it.
TAKEN = "state NOT IN ('canceled_by_person', 'canceled_by_center')"

# Who must not be in two places: until when they are busy, and which rows are one occasion.
BUSY = {
    "counselor_id": ("busy_until", "COALESCE({row}session_id, {row}moving_id, {row}id)"),
    "room": ("busy_until", "COALESCE({row}session_id, {row}moving_id, {row}id)"),
    "person_id": ("ends_at", "COALESCE({row}moving_id, {row}id)"),
}
PLACED = "state, person_id, counselor_id, room, starts_at, ends_at, busy_until, session_id, moving_id"
FITTED = "state, counselor_id, starts_at, busy_until"
REFITTED = f"""
    (OLD.{TAKEN}) <> (NEW.{TAKEN}) OR (NEW.{TAKEN} AND (NEW.counselor_id <> OLD.counselor_id
        OR NEW.starts_at <> OLD.starts_at OR NEW.busy_until <> OLD.busy_until))
"""

TOLD = ("state", "slot_id", "counselor_id", "room", "way", "starts_at")  # a change of these is an event
MOVED = "(NEW.counselor_id <> OLD.counselor_id OR NEW.starts_at <> OLD.starts_at)"
WAS = ("slot_id", "counselor_id", "starts_at")
FROM = ", ".join(f"CASE WHEN {MOVED} THEN OLD.{each} END" for each in WAS)


def event(before: str) -> str:
    """Count the events so far, and write the next."""
    return f"""
        UPDATE appointment SET sequence = (
            SELECT COUNT(*) FROM appointment_event WHERE appointment_id = NEW.id
        ) WHERE id = NEW.id;
        INSERT INTO appointment_event
            (appointment_id, ordinal, state, at, by, staff_id, why, slot_id, counselor_id, room, way,
             starts_at, from_slot_id, from_counselor_id, from_starts_at)
        SELECT id, sequence, state, changed_at, changed_by, changed_by_id, changed_why, slot_id, counselor_id,
               room, way, starts_at, {before}
        FROM appointment WHERE id = NEW.id;
    """


FIRST_EVENT, EVENT = event("NULL, NULL, NULL"), event(FROM)
