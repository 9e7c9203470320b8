"""The guards on PostgreSQL: exclusion constraints, functions, triggers."""

# ruff: noqa: S608 (every part of these statements stands in this folder)

from bot.migrations.book_guards.shared import (
    BUSY,
    EVENT,
    FIRST_EVENT,
    FITTED,
    LIVE,
    REFITTED,
    TAKEN,
    TOLD,
)


def exclusion(who: str) -> str:
    """No two live rows of different occasions at overlapping times."""
    until, occasion = BUSY[who]
    return (
        f"ALTER TABLE appointment ADD CONSTRAINT ex_appointment_{who} EXCLUDE USING gist ({who} WITH =, "
        f"({occasion.format(row='')}) WITH <>, tstzrange(starts_at, {until}) WITH &&) WHERE ({LIVE})"
    )


SLOT_FREE_MINUTES = f"""
    IF EXISTS (
        SELECT 1 FROM appointment a
        WHERE a.counselor_id = who AND a.{TAKEN}
          AND a.starts_at < since AND a.starts_at > since - interval '1 day' AND a.busy_until > since
    ) THEN
        RETURN 0;
    END IF;
    SELECT COALESCE(MIN(a.starts_at), until) INTO until FROM appointment a
    WHERE a.counselor_id = who AND a.{TAKEN} AND a.starts_at >= since AND a.starts_at < until;
    RETURN EXTRACT(EPOCH FROM until - since)::integer / 60;
"""
# The lock is the counselor's of bot/services/locks.py: whoever waits for it sees what the other has written.
FIT_SLOTS = """
    PERFORM pg_advisory_xact_lock(7002, who::integer);
    UPDATE slot SET free_minutes = slot_free_minutes(counselor_id, starts_at, ends_at)
    WHERE counselor_id = who
      AND starts_at < until AND starts_at > since - interval '1 day' AND ends_at > since;
"""
SLOT_FITS = """
    NEW.free_minutes = slot_free_minutes(NEW.counselor_id, NEW.starts_at, NEW.ends_at);
    RETURN NEW;
"""
APPOINTMENT_FITS = """
    IF TG_OP <> 'INSERT' THEN
        PERFORM fit_slots(OLD.counselor_id, OLD.starts_at, OLD.busy_until);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM fit_slots(NEW.counselor_id, NEW.starts_at, NEW.busy_until);
    END IF;
    RETURN NULL;
"""
APPOINTMENT_TELLS = f"""
    IF TG_OP = 'INSERT' THEN {FIRST_EVENT}
    ELSE {EVENT}
    END IF;
    RETURN NULL;
"""
APPOINTMENT_EVENT_STAYS = """
    IF EXISTS (SELECT 1 FROM appointment WHERE id = OLD.appointment_id) THEN
        RAISE EXCEPTION 'an event stays'
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN OLD;
"""
BOOK_REFUSES = """
    RAISE EXCEPTION USING
        MESSAGE = TG_ARGV[0], ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_NAME;
"""

FUNCTIONS = {
    "slot_free_minutes(who bigint, since timestamptz, until timestamptz) RETURNS integer": SLOT_FREE_MINUTES,
    "fit_slots(who bigint, since timestamptz, until timestamptz) RETURNS void": FIT_SLOTS,
    "slot_fits() RETURNS trigger": SLOT_FITS,
    "appointment_fits() RETURNS trigger": APPOINTMENT_FITS,
    "appointment_tells() RETURNS trigger": APPOINTMENT_TELLS,
    "appointment_event_stays() RETURNS trigger": APPOINTMENT_EVENT_STAYS,
    "book_refuses() RETURNS trigger": BOOK_REFUSES,
}
CHANGED = f"(NEW.{', NEW.'.join(TOLD)}) IS DISTINCT FROM (OLD.{', OLD.'.join(TOLD)})"
EACH, ALL = "FOR EACH ROW", "FOR EACH STATEMENT"
TRIGGERS = {
    "tr_slot_fits": f"BEFORE INSERT OR UPDATE OF counselor_id, starts_at, ends_at ON slot {EACH} "
    "EXECUTE FUNCTION slot_fits()",
    "tr_appointment_fits": f"AFTER INSERT OR DELETE ON appointment {EACH} "
    "EXECUTE FUNCTION appointment_fits()",
    "tr_appointment_fits_anew": f"AFTER UPDATE OF {FITTED} ON appointment {EACH} WHEN ({REFITTED}) "
    "EXECUTE FUNCTION appointment_fits()",
    "tr_appointment_tells": f"AFTER INSERT ON appointment {EACH} WHEN (NEW.state <> 'held') "
    "EXECUTE FUNCTION appointment_tells()",
    "tr_appointment_tells_more": f"AFTER UPDATE OF {', '.join(TOLD)} ON appointment {EACH} "
    f"WHEN (NEW.state <> 'held' AND {CHANGED}) EXECUTE FUNCTION appointment_tells()",
    "tr_appointment_never_held_again": f"BEFORE UPDATE OF state ON appointment {EACH} "
    "WHEN (NEW.state = 'held' AND OLD.state <> 'held') EXECUTE FUNCTION book_refuses('it is booked')",
    "tr_appointment_event_stays": f"BEFORE DELETE ON appointment_event {EACH} "
    "EXECUTE FUNCTION appointment_event_stays()",
    "tr_appointment_event_as_it_was": f"BEFORE UPDATE ON appointment_event {EACH} "
    "EXECUTE FUNCTION book_refuses('an event is not changed')",
    "tr_appointment_event_all_stay": f"BEFORE TRUNCATE ON appointment_event {ALL} "
    "EXECUTE FUNCTION book_refuses('events stay')",
}

CREATED = (
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    *(exclusion(who) for who in BUSY),
    *(
        f"CREATE FUNCTION {heading} LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
        for heading, body in FUNCTIONS.items()
    ),
    *(f"CREATE TRIGGER {name} {what}" for name, what in TRIGGERS.items()),
)
DROPPED = (
    *(f"DROP FUNCTION {heading.partition(' RETURNS')[0]} CASCADE" for heading in FUNCTIONS),  # and triggers
    *(f"ALTER TABLE appointment DROP CONSTRAINT ex_appointment_{who}" for who in BUSY),
)
