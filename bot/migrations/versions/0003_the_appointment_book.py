"""The appointment book: groups, holds, histories, absences, the waiting list, series, calls

Revision: 0003, after 0002.
"""

from importlib import import_module
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

from bot.migrations import book_guards

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LIVE = "state IN ('held', 'requested', 'confirmed', 'arrived')"
OPEN, GOES_ON = "state = 'open'", "ended_at IS NULL"
STATES = (
    "held",
    "requested",
    "confirmed",
    "arrived",
    "done",
    "no_show",
    "past",
    "canceled_by_person",
    "canceled_by_center",
)
CAUSES = [
    "booked",
    "asked",
    "accepted",
    "proposed",
    "passed_on",
    "absence",
    "closure",
    "waiting_list",
    "series",
    "invitation",
    "met",
    "over",
    "corrected",
    "erased",
]
WAYS, ACTORS = ("visit", "phone", "video"), ("person", "staff", "system")
TABLES = """
    feed reminder_answer call invitation offer waiting_half waiting disruption special_day absence
    appointment_event own_counselor gives
"""
# What seats share with their session, and every appointment with its slot.
AS_SESSION = ["places", "counselor_id", "starts_at", "ends_at", "busy_until"]
AS_SLOT = ["counselor_id", "starts_at"]


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":  # SQLite's triggers go with the table that is rebuilt
        for who in ("counselor_id", "person_id"):
            op.drop_constraint(f"ex_appointment_{who}", "appointment")
    for step in (series, slots, appointments, histories, absences, disruptions, waiting_list, offers):
        step()
    for step in (invitations, calls, calendars, book_guards.create, what_happened_so_far):
        step()


def series() -> None:
    op.create_table(
        "series",
        sa.Column("id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=True),
        sa.Column("service", sa.String(length=32), nullable=False),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("planned >= 1", name=op.f("ck_series_planned")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_series_person_id_person"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_series_counselor_id_counselor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    index("uq_series_one_a_service", "series", ["person_id", "service"], GOES_ON, unique=True)
    op.create_table(
        "own_counselor",
        sa.Column("person_id", wide(), nullable=False),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_own_counselor_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_own_counselor_counselor_id_counselor")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_own_counselor")),
    )


def slots() -> None:
    """A slot is where a meeting may begin, whatever its length: only its beginning is the appointment's."""
    with op.batch_alter_table("appointment") as batch:
        batch.drop_constraint("fk_appointment_as_booked", type_="foreignkey")
    with op.batch_alter_table("slot") as batch:
        batch.add_column(sa.Column("free_minutes", sa.Integer(), nullable=False, server_default="0"))
        batch.drop_constraint("uq_slot_as_booked", type_="unique")
        batch.create_unique_constraint("uq_slot_as_booked", ["id", *AS_SLOT])
    op.drop_index(op.f("ix_slot_starts_at"), "slot")  # PostgreSQL would take it where the next one is better
    index("ix_slot_free", "slot", [*reversed(AS_SLOT), "free_minutes"], "free_minutes > 0")
    op.create_table(
        "gives",
        sa.Column("service", sa.String(length=32), nullable=False),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("way", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_gives_counselor_id_counselor")
        ),
        sa.PrimaryKeyConstraint("service", "counselor_id", "way", name=op.f("pk_gives")),
    )


def appointments() -> None:
    for name in ("uq_appointment_one_a_service", "uq_appointment_slot"):
        op.drop_index(name, "appointment")
    with op.batch_alter_table("appointment") as batch:
        for column in new_columns():
            batch.add_column(column)
        batch.alter_column("slot_id", existing_type=wide(), nullable=True)
        batch.drop_constraint(op.f("ck_appointment_appointmentstate"), type_="check")
    op.execute(SIGNED)
    with op.batch_alter_table("appointment") as batch:
        for name in ("busy_until", "changed_at"):
            batch.alter_column(name, existing_type=UTCDateTime(), nullable=False)
        batch.create_unique_constraint("uq_appointment_as_session", ["id", *AS_SESSION])
        for name, condition in CHECKS.items():
            batch.create_check_constraint(op.f(f"ck_appointment_{name}"), condition)
        for name, table, columns, others, then in REFERENCES:
            batch.create_foreign_key(name, table, columns, others, **then)
    indexes()


REFERENCES: list[tuple[str, str, list[str], list[str], dict[str, Any]]] = [
    ("fk_appointment_as_booked", "slot", ["slot_id", *AS_SLOT], ["id", *AS_SLOT], {}),
    (
        "fk_appointment_seat_in",
        "appointment",
        ["session_id", *AS_SESSION],
        ["id", *AS_SESSION],
        {"onupdate": "CASCADE"},
    ),
    ("fk_appointment_moving_id_appointment", "appointment", ["moving_id"], ["id"], {"ondelete": "CASCADE"}),
    ("fk_appointment_counselor_id_counselor", "counselor", ["counselor_id"], ["id"], {}),
    ("fk_appointment_series_id_series", "series", ["series_id"], ["id"], {}),
    ("fk_appointment_changed_by_id_staff", "staff", ["changed_by_id"], ["id"], {}),
]


def new_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("way", words("way", *WAYS), nullable=False, server_default="visit"),
        sa.Column("sensitive", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("accepted_at", UTCDateTime(), nullable=True),
        sa.Column(
            "assigned",
            words("assigned", "own", "least_loaded", "chosen", "staff"),
            nullable=False,
            server_default="least_loaded",
        ),
        sa.Column("room", sa.String(length=32), nullable=True),
        sa.Column("busy_until", UTCDateTime(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("session_id", wide(), nullable=True),
        sa.Column("seat", sa.Integer(), nullable=True),
        sa.Column("series_id", wide(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("held_until", UTCDateTime(), nullable=True),
        sa.Column("moving_id", wide(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("changed_at", UTCDateTime(), nullable=True),
        sa.Column("changed_by", words("actor", *ACTORS), nullable=False, server_default="system"),
        sa.Column("changed_by_id", wide(), nullable=True),
        sa.Column("changed_why", words("cause", *CAUSES), nullable=False, server_default="booked"),
    ]


CHECKS = {
    "appointmentstate": f"state IN {STATES}",
    "forward": "starts_at < ends_at AND ends_at <= busy_until",
    "held_until": "(state = 'held') = (held_until IS NOT NULL)",
    "moving_while_held": "moving_id IS NULL OR state = 'held'",
    "ordinal": "(series_id IS NULL) = (ordinal IS NULL) AND COALESCE(ordinal, 1) >= 1",
    "places": "places IS NULL OR places >= 1",
    "seat_of_session": "(session_id IS NULL) = (seat IS NULL) AND (session_id IS NULL OR places IS NOT NULL)",
    "seat_there": "seat IS NULL OR (seat >= 1 AND seat <= places) OR NOT (" + LIVE + ")",
    "session_of_nobody": "person_id IS NULL OR places IS NULL OR seat IS NOT NULL",
    "signed": "changed_by_id IS NULL OR changed_by = 'staff'",
}
SIGNED = """
    UPDATE appointment SET busy_until = ends_at,
        changed_at = COALESCE(ended_at, decided_at, requested_at),
        changed_by = CASE state WHEN 'confirmed' THEN 'staff' WHEN 'canceled_by_center' THEN 'staff'
                     WHEN 'past' THEN 'system' ELSE 'person' END,
        changed_why = CASE state WHEN 'requested' THEN 'booked' WHEN 'confirmed' THEN 'accepted'
                      WHEN 'past' THEN 'over' ELSE 'asked' END,
        sequence = CASE state WHEN 'requested' THEN 0 ELSE 1 END
"""
INDEXES: dict[str, tuple[list[str], str | None]] = {
    "ix_appointment_counselor_live": (["counselor_id", "starts_at"], LIVE),
    "ix_appointment_live": (["ends_at"], LIVE),
    "ix_appointment_person": (["person_id", "starts_at"], None),
    "ix_appointment_person_live": (["person_id", "starts_at"], LIVE),
    "ix_appointment_room_live": (["room", "starts_at"], LIVE),
    "ix_appointment_session": (["session_id"], None),
    "ix_appointment_slot": (["slot_id"], None),
    "uq_appointment_moving": (["moving_id"], None),
    "uq_appointment_one_a_service": (
        ["person_id", "service"],
        "state IN ('requested', 'confirmed') AND session_id IS NULL",
    ),
    "uq_appointment_one_seat_each": (["session_id", "person_id"], LIVE),
    "uq_appointment_ordinal": (
        ["series_id", "ordinal"],
        "state IN ('held', 'requested', 'confirmed', 'arrived', 'done')",
    ),
    "uq_appointment_seat": (["session_id", "seat"], LIVE),
    "uq_appointment_slot": (["slot_id"], LIVE),
}


def indexes() -> None:
    for name, (columns, condition) in INDEXES.items():
        index(name, "appointment", columns, condition, unique=name.startswith("uq_"))


def histories() -> None:
    op.create_table(
        "appointment_event",
        sa.Column("id", wide(), nullable=False),
        sa.Column("appointment_id", wide(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("state", words("appointmentstate", *STATES), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by", words("actor", *ACTORS), nullable=False),
        sa.Column("staff_id", wide(), nullable=True),
        sa.Column("why", words("cause", *CAUSES), nullable=False),
        sa.Column("slot_id", wide(), nullable=True),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("room", sa.String(length=32), nullable=True),
        sa.Column("way", words("way", *WAYS), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("from_slot_id", wide(), nullable=True),
        sa.Column("from_counselor_id", wide(), nullable=True),
        sa.Column("from_starts_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_appointment_event_appointment_id_appointment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_appointment_event_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment_event")),
        sa.UniqueConstraint(
            "appointment_id", "ordinal", name=op.f("uq_appointment_event_appointment_id_ordinal")
        ),
    )


EVENTS = """
    INSERT INTO appointment_event
        (appointment_id, ordinal, state, at, by, why, slot_id, counselor_id, way, starts_at)
    SELECT id, {ordinal}, {state}, {at}, {by}, {why}, slot_id, counselor_id, way, starts_at
    FROM appointment WHERE sequence >= {ordinal}
"""


def what_happened_so_far() -> None:
    """As far as the rows of 0001 tell: each was requested, and some were more. And the slots count anew."""
    first = {"ordinal": 0, "state": "'requested'", "at": "requested_at", "by": "'person'", "why": "'booked'"}
    last = {"ordinal": 1, "state": "state", "at": "changed_at", "by": "changed_by", "why": "changed_why"}
    for columns in (first, last):
        op.execute(EVENTS.format(**columns))
    op.execute("UPDATE slot SET ends_at = ends_at")


def absences() -> None:
    op.create_table(
        "absence",
        sa.Column("id", wide(), nullable=False),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("kind", words("absencekind", "leave", "sick", "training", "other"), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("entered_by_id", wide(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("undone_by_id", wide(), nullable=True),
        sa.Column("undone_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(last_day IS NULL AND weekday IS NOT NULL) OR (last_day IS NOT NULL AND first_day <= last_day)",
            name=op.f("ck_absence_days"),
        ),
        sa.CheckConstraint(
            "(starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR starts < ends)",
            name=op.f("ck_absence_hours"),
        ),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by_id IS NULL)", name=op.f("ck_absence_undone")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_absence_weekday")),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_absence_counselor_id_counselor")
        ),
        sa.ForeignKeyConstraint(["entered_by_id"], ["staff.id"], name=op.f("fk_absence_entered_by_id_staff")),
        sa.ForeignKeyConstraint(["undone_by_id"], ["staff.id"], name=op.f("fk_absence_undone_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    index("ix_absence_in_force", "absence", ["counselor_id", "first_day"], "undone_at IS NULL")
    op.create_table(
        "special_day",
        sa.Column("id", wide(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("like_weekday", sa.Integer(), nullable=True),
        sa.Column("entered_by_id", wide(), nullable=False),
        sa.Column("entered_at", UTCDateTime(), nullable=False),
        sa.Column("undone_by_id", wide(), nullable=True),
        sa.Column("undone_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(starts IS NULL) = (ends IS NULL) AND (starts IS NULL OR starts < ends)",
            name=op.f("ck_special_day_hours"),
        ),
        sa.CheckConstraint(
            "like_weekday IS NULL OR (NOT closed AND like_weekday BETWEEN 0 AND 6)",
            name=op.f("ck_special_day_like"),
        ),
        sa.CheckConstraint("closed OR starts IS NULL", name=op.f("ck_special_day_part_closed")),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by_id IS NULL)", name=op.f("ck_special_day_undone")
        ),
        sa.ForeignKeyConstraint(
            ["entered_by_id"], ["staff.id"], name=op.f("fk_special_day_entered_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by_id"], ["staff.id"], name=op.f("fk_special_day_undone_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_day")),
    )
    index("uq_special_day_in_force", "special_day", ["day"], "undone_at IS NULL", unique=True)


def disruptions() -> None:
    op.create_table(
        "disruption",
        sa.Column("id", wide(), nullable=False),
        sa.Column("appointment_id", wide(), nullable=False),
        sa.Column("absence_id", wide(), nullable=True),
        sa.Column("special_day_id", wide(), nullable=True),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("found_at", UTCDateTime(), nullable=False),
        sa.Column("told_at", UTCDateTime(), nullable=True),
        sa.Column("call_at", UTCDateTime(), nullable=True),
        sa.Column(
            "answer", words("disruptionanswer", "colleague", "other_time", "call", "cancel"), nullable=True
        ),
        sa.Column("answered_at", UTCDateTime(), nullable=True),
        sa.Column("settled_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_disruption_answered")),
        sa.CheckConstraint(
            "absence_id IS NULL OR special_day_id IS NULL", name=op.f("ck_disruption_one_cause")
        ),
        sa.CheckConstraint("(told_at IS NULL) = (call_at IS NULL)", name=op.f("ck_disruption_told")),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_disruption_appointment_id_appointment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["absence_id"], ["absence.id"], name=op.f("fk_disruption_absence_id_absence")
        ),
        sa.ForeignKeyConstraint(
            ["special_day_id"], ["special_day.id"], name=op.f("fk_disruption_special_day_id_special_day")
        ),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_disruption_counselor_id_counselor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disruption")),
    )
    index("ix_disruption_absence_id", "disruption", ["absence_id"])
    index("ix_disruption_appointment_id", "disruption", ["appointment_id"])
    index("ix_disruption_call_at", "disruption", ["call_at"], "settled_at IS NULL")
    index("ix_disruption_special_day_id", "disruption", ["special_day_id"])
    index("uq_disruption_unsettled", "disruption", ["appointment_id"], "settled_at IS NULL", unique=True)


def waiting_list() -> None:
    op.create_table(
        "waiting",
        sa.Column("id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=False),
        sa.Column("service", sa.String(length=32), nullable=False),
        sa.Column("counselor_id", wide(), nullable=True),
        sa.Column("joined_at", UTCDateTime(), nullable=False),
        sa.Column("needed_by", sa.Date(), nullable=True),
        sa.Column("need_seen_by_id", wide(), nullable=True),
        sa.Column("state", words("waitingstate", "waiting", "placed", "left", "over"), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name=op.f("ck_waiting_ended")),
        sa.CheckConstraint(
            "(needed_by IS NULL) = (need_seen_by_id IS NULL)", name=op.f("ck_waiting_need_seen")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_waiting_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_waiting_counselor_id_counselor")
        ),
        sa.ForeignKeyConstraint(
            ["need_seen_by_id"], ["staff.id"], name=op.f("fk_waiting_need_seen_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting")),
    )
    index("ix_waiting_order", "waiting", ["service", "needed_by", "joined_at"], "state = 'waiting'")
    index("ix_waiting_person_id", "waiting", ["person_id"])
    index("uq_waiting_one_a_service", "waiting", ["person_id", "service"], "state = 'waiting'", unique=True)
    op.create_table(
        "waiting_half",
        sa.Column("id", wide(), nullable=False),
        sa.Column("waiting_id", wide(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("half", words("half", "am", "pm"), nullable=False),
        sa.ForeignKeyConstraint(
            ["waiting_id"],
            ["waiting.id"],
            name=op.f("fk_waiting_half_waiting_id_waiting"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_half")),
        sa.UniqueConstraint("waiting_id", "day", "half", name=op.f("uq_waiting_half_waiting_id_day_half")),
    )
    index("ix_waiting_half_day", "waiting_half", ["day", "half"])


def offers() -> None:
    op.create_table(
        "offer",
        sa.Column("id", wide(), nullable=False),
        sa.Column("waiting_id", wide(), nullable=False),
        sa.Column("appointment_id", wide(), nullable=True),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("offered_at", UTCDateTime(), nullable=False),
        sa.Column("leased_until", UTCDateTime(), nullable=False),
        sa.Column(
            "state", words("offerstate", "open", "accepted", "refused", "lapsed", "withdrawn"), nullable=False
        ),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'open') = (ended_at IS NULL)", name=op.f("ck_offer_ended")),
        sa.CheckConstraint("state <> 'open' OR appointment_id IS NOT NULL", name=op.f("ck_offer_held")),
        sa.CheckConstraint("offered_at < leased_until", name=op.f("ck_offer_lease")),
        sa.ForeignKeyConstraint(
            ["waiting_id"], ["waiting.id"], name=op.f("fk_offer_waiting_id_waiting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_offer_appointment_id_appointment"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_offer_counselor_id_counselor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    index("ix_offer_appointment_id", "offer", ["appointment_id"])
    index("ix_offer_leased_until", "offer", ["leased_until"], OPEN)
    index(
        "uq_offer_once",
        "offer",
        ["waiting_id", "counselor_id", "starts_at"],
        "state IN ('open', 'accepted', 'refused', 'lapsed')",
        unique=True,
    )
    index("uq_offer_open_time", "offer", ["counselor_id", "starts_at"], OPEN, unique=True)
    index("uq_offer_open_waiting", "offer", ["waiting_id"], OPEN, unique=True)


def invitations() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=False),
        sa.Column("service", sa.String(length=32), nullable=False),
        sa.Column("counselor_id", wide(), nullable=True),
        sa.Column("invited_by_id", wide(), nullable=False),
        sa.Column("invited_at", UTCDateTime(), nullable=False),
        sa.Column("reminded_at", UTCDateTime(), nullable=True),
        sa.Column("next_at", UTCDateTime(), nullable=True),
        sa.Column(
            "state", words("invitationstate", "open", "booked", "declined", "withdrawn"), nullable=False
        ),
        sa.Column("appointment_id", wide(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("(state = 'open') = (ended_at IS NULL)", name=op.f("ck_invitation_ended")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_invitation_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_invitation_counselor_id_counselor")
        ),
        sa.ForeignKeyConstraint(
            ["invited_by_id"], ["staff.id"], name=op.f("fk_invitation_invited_by_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_invitation_appointment_id_appointment"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
    )
    index("ix_invitation_appointment_id", "invitation", ["appointment_id"])
    index("ix_invitation_next_at", "invitation", ["next_at"], OPEN)
    index("ix_invitation_person_id", "invitation", ["person_id"])
    index("uq_invitation_one_a_service", "invitation", ["person_id", "service"], OPEN, unique=True)


def calls() -> None:
    op.create_table(
        "call",
        sa.Column("id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=False),
        sa.Column(
            "why",
            words("callwhy", "disruption", "wanted", "reminder", "invitation", "no_show"),
            nullable=False,
        ),
        sa.Column("appointment_id", wide(), nullable=True),
        sa.Column("invitation_id", wide(), nullable=True),
        sa.Column("counselor_id", wide(), nullable=True),
        sa.Column("listed_at", UTCDateTime(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.Column("done_by_id", wide(), nullable=True),
        sa.Column("outcome", words("callend", "reached", "not_reached", "not_needed"), nullable=True),
        sa.CheckConstraint(
            "appointment_id IS NOT NULL OR invitation_id IS NOT NULL", name=op.f("ck_call_about")
        ),
        sa.CheckConstraint("(done_at IS NULL) = (outcome IS NULL)", name=op.f("ck_call_done")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_call_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_call_appointment_id_appointment"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["invitation.id"],
            name=op.f("fk_call_invitation_id_invitation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_call_counselor_id_counselor")
        ),
        sa.ForeignKeyConstraint(["done_by_id"], ["staff.id"], name=op.f("fk_call_done_by_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call")),
    )
    index("ix_call_appointment_id", "call", ["appointment_id"])
    index("ix_call_invitation_id", "call", ["invitation_id"])
    index("ix_call_person_id", "call", ["person_id"])
    index("ix_call_to_do", "call", ["listed_at"], "done_at IS NULL")
    index("uq_call_appointment", "call", ["why", "appointment_id"], "done_at IS NULL", unique=True)
    index("uq_call_invitation", "call", ["why", "invitation_id"], "done_at IS NULL", unique=True)


def calendars() -> None:
    op.create_table(
        "reminder_answer",
        sa.Column("id", wide(), nullable=False),
        sa.Column("appointment_id", wide(), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("reminder", sa.String(length=40), nullable=False),
        sa.Column("answer", words("coming", "coming", "late", "change", "cancel"), nullable=False),
        sa.Column("answered_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"],
            ["appointment.id"],
            name=op.f("fk_reminder_answer_appointment_id_appointment"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_answer")),
        sa.UniqueConstraint(
            "appointment_id",
            "starts_at",
            "reminder",
            name=op.f("uq_reminder_answer_appointment_id_starts_at_reminder"),
        ),
    )
    op.create_table(
        "feed",
        sa.Column("id", wide(), nullable=False),
        sa.Column("counselor_id", wide(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", UTCDateTime(), nullable=False),
        sa.Column("read_at", UTCDateTime(), nullable=True),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["counselor_id"], ["counselor.id"], name=op.f("fk_feed_counselor_id_counselor")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_feed_token_hash")),
    )
    index("uq_feed_in_force", "feed", ["counselor_id"], "revoked_at IS NULL", unique=True)


def wide() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def words(name: str, *states: str) -> sa.Enum:
    return sa.Enum(*states, name=name, native_enum=False, length=24, create_constraint=True)


def index(
    name: str, table: str, columns: list[str], condition: str | None = None, *, unique: bool = False
) -> None:
    where = sa.text(condition) if condition else None
    op.create_index(name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    book_guards.drop()
    for statement in FORGOTTEN:
        op.execute(statement)
    for table in TABLES.split():
        op.drop_table(table)
    for name in (*INDEXES, "ix_appointment_counselor_day"):
        op.drop_index(name, "appointment")
    op.drop_index("ix_slot_free", "slot")
    with op.batch_alter_table("appointment") as batch:
        for name, *_ in REFERENCES:
            batch.drop_constraint(name, type_="foreignkey")
        for name in CHECKS:
            batch.drop_constraint(op.f(f"ck_appointment_{name}"), type_="check")
        for name in ("way", "assigned", "actor", "cause"):
            batch.drop_constraint(op.f(f"ck_appointment_{name}"), type_="check")
        batch.drop_constraint("uq_appointment_as_session", type_="unique")
        for column in new_columns():
            batch.drop_column(column.name)
        batch.alter_column("slot_id", existing_type=wide(), nullable=False)
    op.drop_table("series")
    as_in_0001()


def as_in_0001() -> None:
    booked = "state IN ('requested', 'confirmed')"
    times = [*AS_SLOT, "ends_at"]
    with op.batch_alter_table("slot") as batch:
        batch.drop_column("free_minutes")
        batch.drop_constraint("uq_slot_as_booked", type_="unique")
        batch.create_unique_constraint("uq_slot_as_booked", ["id", *times])
    index("ix_slot_starts_at", "slot", ["starts_at"])
    with op.batch_alter_table("appointment") as batch:
        batch.create_foreign_key("fk_appointment_as_booked", "slot", ["slot_id", *times], ["id", *times])
        batch.create_check_constraint(op.f("ck_appointment_appointmentstate"), BEFORE)
    index("ix_appointment_counselor_day", "appointment", AS_SLOT)
    index("uq_appointment_one_a_service", "appointment", ["person_id", "service"], booked, unique=True)
    index("uq_appointment_slot", "appointment", ["slot_id"], booked, unique=True)
    import_module("bot.migrations.versions.0001_the_first_tables").no_overlaps()


BEFORE = "state IN ('requested', 'confirmed', 'past', 'canceled_by_person', 'canceled_by_center')"
LAST = "(SELECT MAX(busy_until) FROM appointment WHERE slot_id = slot.id)"
# 0001 knows one to one, at the times of a slot; slots that nobody had are made anew from the timetable.
FORGOTTEN = (
    "DELETE FROM appointment WHERE slot_id IS NULL OR places IS NOT NULL OR state = 'held'",
    "DELETE FROM outbox WHERE appointment_id NOT IN (SELECT id FROM appointment)",
    "DELETE FROM slot WHERE id NOT IN (SELECT slot_id FROM appointment)",
    f"UPDATE slot SET ends_at = {LAST}",
    "UPDATE appointment SET ends_at = (SELECT ends_at FROM slot WHERE slot.id = appointment.slot_id)",
    "UPDATE appointment SET state = 'confirmed' WHERE state = 'arrived'",
    "UPDATE appointment SET state = 'past' WHERE state IN ('done', 'no_show')",
)
