"""The guards on SQLite, which has no exclusion constraints: triggers that refuse."""

# ruff: noqa: S608 (every part of these statements stands in this folder)

from bot.migrations.book_guards.shared import (
    BUSY,
    EVENT,
    FIRST_EVENT,
    FITTED,
    LIVE,
    PLACED,
    REFITTED,
    TAKEN,
    TOLD,
)


def refusing(name: str, why: str) -> str:
    """Stop, and say why under the name that the constraint or trigger has on PostgreSQL."""
    return f"SELECT RAISE(ABORT, '{name}: {why}');"


def overlap(who: str) -> str:
    """A condition: another occasion takes this time of the same counselor, room or person."""
    until, occasion = BUSY[who]
    return f"""
        NEW.{LIVE} AND EXISTS (
            SELECT 1 FROM appointment AS other
            WHERE other.{LIVE} AND other.{who} = NEW.{who}
              AND {occasion.format(row="other.")} <> {occasion.format(row="NEW.")}
              AND other.starts_at < NEW.{until} AND NEW.starts_at < other.{until}
        )
    """


FREE_MINUTES = f"""
    CASE WHEN EXISTS (
        SELECT 1 FROM appointment AS a
        WHERE a.counselor_id = slot.counselor_id AND a.{TAKEN} AND a.starts_at < slot.starts_at
          AND a.starts_at > datetime(slot.starts_at, '-1 day') AND a.busy_until > slot.starts_at
    ) THEN 0 ELSE (strftime('%s', COALESCE((
        SELECT MIN(a.starts_at) FROM appointment AS a
        WHERE a.counselor_id = slot.counselor_id AND a.{TAKEN}
          AND a.starts_at >= slot.starts_at AND a.starts_at < slot.ends_at
    ), slot.ends_at)) - strftime('%s', slot.starts_at)) / 60 END
"""


def fit_slots(row: str) -> str:
    """Count anew for the slots that this row of appointment can concern."""
    return f"""
        UPDATE slot SET free_minutes = {FREE_MINUTES}
        WHERE counselor_id = {row}.counselor_id AND starts_at < {row}.busy_until
          AND starts_at > datetime({row}.starts_at, '-1 day') AND ends_at > {row}.starts_at;
    """


FIT_SLOT = f"UPDATE slot SET free_minutes = {FREE_MINUTES} WHERE id = NEW.id;"
CHANGED = " OR ".join(f"NEW.{each} IS NOT OLD.{each}" for each in TOLD)
HAS_APPOINTMENT = "EXISTS (SELECT 1 FROM appointment WHERE id = OLD.appointment_id)"

# When, under which condition, and what then.
OVERLAPS = {
    f"tr_appointment_{who}_{name}": (
        f"AFTER {deed} ON appointment",
        overlap(who),
        refusing(f"ex_appointment_{who}", "the times overlap"),
    )
    for who in BUSY
    for name, deed in (("insert", "INSERT"), ("update", f"UPDATE OF {PLACED}"))
}
FITS = {
    "tr_slot_fits": ("AFTER INSERT ON slot", None, FIT_SLOT),
    "tr_slot_fits_anew": ("AFTER UPDATE OF counselor_id, starts_at, ends_at ON slot", None, FIT_SLOT),
    "tr_appointment_fits": ("AFTER INSERT ON appointment", None, fit_slots("NEW")),
    "tr_appointment_fits_deleted": ("AFTER DELETE ON appointment", None, fit_slots("OLD")),
    "tr_appointment_fits_anew": (
        f"AFTER UPDATE OF {FITTED} ON appointment",
        REFITTED,
        fit_slots("OLD") + fit_slots("NEW"),
    ),
}
TELLS = {
    "tr_appointment_tells": ("AFTER INSERT ON appointment", "NEW.state <> 'held'", FIRST_EVENT),
    "tr_appointment_tells_more": (
        f"AFTER UPDATE OF {', '.join(TOLD)} ON appointment",
        f"NEW.state <> 'held' AND ({CHANGED})",
        EVENT,
    ),
}
REFUSALS = {
    "tr_appointment_never_held_again": (
        "BEFORE UPDATE OF state ON appointment",
        "NEW.state = 'held' AND OLD.state <> 'held'",
        "it is booked",
    ),
    "tr_appointment_event_stays": ("BEFORE DELETE ON appointment_event", HAS_APPOINTMENT, "an event stays"),
    "tr_appointment_event_as_it_was": (
        "BEFORE UPDATE ON appointment_event",
        None,
        "an event is not changed",
    ),
}
TRIGGERS = {
    **OVERLAPS,
    **FITS,
    **TELLS,
    **{name: (when, condition, refusing(name, why)) for name, (when, condition, why) in REFUSALS.items()},
}

CREATED = tuple(
    f"CREATE TRIGGER {name} {when} {f'WHEN {condition}' if condition else ''} BEGIN {deed} END"
    for name, (when, condition, deed) in TRIGGERS.items()
)
DROPPED = tuple(f"DROP TRIGGER {name}" for name in TRIGGERS)
