"""Hiring days: companies, positions, guests, interview times, queues, results; companies among the staff

Revision: 0010, after 0003.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0010"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "fair",
    "fair_company",
    "fair_interviewer",
    "fair_position",
    "fair_talk",
    "fair_guest",
    "fair_wish",
    "fair_seat",
    "fair_interview",
    "fair_turn",
    "fair_outcome",
    "fair_feedback",
)
LIVE = "state IN ('planned', 'done')"
BUSY = ("person_id",), ("interviewer_id",), ("fair_id", "booth")
ROLES = "'counselor', 'operator'"
WHOSE = (
    "CONSTRAINT fk_staff_fair_company_id_fair_company "
    "FOREIGN KEY (fair_company_id) REFERENCES fair_company (id) ON DELETE SET NULL"
)


def upgrade() -> None:
    fairs()
    companies()
    interviewers()
    positions()
    talks()
    guests()
    wishes()
    seats()
    interviews()
    turns()
    outcomes()
    feedback()
    no_overlaps()
    companies_among_the_staff()


def fairs() -> None:
    op.create_table(
        "fair",
        sa.Column("id", wide(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("series", words("fairseries", "wednesday", "bitnag", "fair", "mini"), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("bring", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("walk_in", sa.Boolean(), nullable=False),
        sa.Column("walking_minutes", sa.Integer(), nullable=False),
        sa.Column("times_at", UTCDateTime(), nullable=True),
        sa.Column("times_told_at", UTCDateTime(), nullable=True),
        sa.Column("state", words("fairstate", "draft", "open", "full", "done", "canceled"), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("door", sa.String(length=16), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("trim(title) <> ''", name=op.f("ck_fair_titled")),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_fair_room")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_fair_forward")),
        sa.CheckConstraint("walking_minutes >= 0", name=op.f("ck_fair_walking")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair")),
        sa.UniqueConstraint("door", name=op.f("uq_fair_door")),
        sa.UniqueConstraint("id", "capacity", name="uq_fair_as_counted"),
        sa.UniqueConstraint("key", name=op.f("uq_fair_key")),
    )
    op.create_index(op.f("ix_fair_starts_at"), "fair", ["starts_at"], unique=False)


def companies() -> None:
    op.create_table(
        "fair_company",
        sa.Column("id", wide(), nullable=False),
        sa.Column("fair_id", wide(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("canceled_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("trim(name) <> ''", name=op.f("ck_fair_company_named")),
        sa.CheckConstraint("minutes BETWEEN 5 AND 120", name=op.f("ck_fair_company_minutes")),
        sa.ForeignKeyConstraint(
            ["fair_id"], ["fair.id"], name=op.f("fk_fair_company_fair_id_fair"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_company")),
        sa.UniqueConstraint("fair_id", "key", name=op.f("uq_fair_company_fair_id_key")),
        sa.UniqueConstraint("id", "fair_id", name="uq_fair_company_of_fair"),
    )


def interviewers() -> None:
    op.create_table(
        "fair_interviewer",
        sa.Column("id", wide(), nullable=False),
        sa.Column("fair_id", wide(), nullable=False),
        sa.Column("company_id", wide(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("booth", sa.String(length=32), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("trim(booth) <> ''", name=op.f("ck_fair_interviewer_placed")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_fair_interviewer_forward")),
        sa.ForeignKeyConstraint(
            ["company_id", "fair_id"],
            ["fair_company.id", "fair_company.fair_id"],
            name="fk_fair_interviewer_of_fair",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_interviewer")),
        sa.UniqueConstraint("company_id", "name", name=op.f("uq_fair_interviewer_company_id_name")),
        sa.UniqueConstraint("id", "company_id", "fair_id", "booth", name="uq_fair_interviewer_as_booked"),
    )


def positions() -> None:
    op.create_table(
        "fair_position",
        sa.Column("id", wide(), nullable=False),
        sa.Column("company_id", wide(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("field", sa.String(length=1), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=False),
        sa.Column("pay", sa.String(length=120), nullable=False),
        sa.Column("hours", sa.String(length=120), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("work24", sa.String(length=32), nullable=True),
        sa.Column("checked_by", sa.String(length=64), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("conditions", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "length(field) = 1 AND field BETWEEN '0' AND '9'", name=op.f("ck_fair_position_keco")
        ),
        sa.CheckConstraint("trim(checked_by) <> ''", name=op.f("ck_fair_position_checked")),
        sa.CheckConstraint("trim(title) <> ''", name=op.f("ck_fair_position_named")),
        sa.CheckConstraint("headcount > 0", name=op.f("ck_fair_position_headcount")),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["fair_company.id"],
            name=op.f("fk_fair_position_company_id_fair_company"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_position")),
        sa.UniqueConstraint("company_id", "key", name=op.f("uq_fair_position_company_id_key")),
    )
    op.create_index(op.f("ix_fair_position_field"), "fair_position", ["field"], unique=False)


def talks() -> None:
    op.create_table(
        "fair_talk",
        sa.Column("id", wide(), nullable=False),
        sa.Column("fair_id", wide(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("kind", words("talkkind", "talk", "workshop", "coaching"), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.CheckConstraint("seats > 0", name=op.f("ck_fair_talk_room")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_fair_talk_forward")),
        sa.ForeignKeyConstraint(
            ["fair_id"], ["fair.id"], name=op.f("fk_fair_talk_fair_id_fair"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_talk")),
        sa.UniqueConstraint("fair_id", "key", name=op.f("uq_fair_talk_fair_id_key")),
        sa.UniqueConstraint("id", "seats", name="uq_fair_talk_as_counted"),
    )


def guests() -> None:
    op.create_table(
        "fair_guest",
        sa.Column("id", wide(), nullable=False),
        sa.Column("fair_id", wide(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("person_id", wide(), nullable=True),
        sa.Column(
            "state",
            words("gueststate", "waiting", "offered", "registered", "arrived", "withdrawn", "missed"),
            nullable=False,
        ),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("shared", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("registered_at", UTCDateTime(), nullable=False),
        sa.Column("offered_until", UTCDateTime(), nullable=True),
        sa.Column("arrived_at", UTCDateTime(), nullable=True),
        sa.Column("arrived_by", words("arrival", "picture", "code", "staff", "door"), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(state = 'arrived') = (arrived_at IS NOT NULL)", name=op.f("ck_fair_guest_arrived")
        ),
        sa.CheckConstraint(
            "(state = 'offered') = (offered_until IS NOT NULL)", name=op.f("ck_fair_guest_offered")
        ),
        sa.CheckConstraint(
            "(state IN ('offered', 'registered', 'arrived')) = (place IS NOT NULL)",
            name=op.f("ck_fair_guest_placed"),
        ),
        sa.CheckConstraint("place BETWEEN 1 AND capacity", name=op.f("ck_fair_guest_room")),
        sa.ForeignKeyConstraint(
            ["fair_id", "capacity"],
            ["fair.id", "fair.capacity"],
            name="fk_fair_guest_as_counted",
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_fair_guest_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_guest")),
        sa.UniqueConstraint("fair_id", "code", name=op.f("uq_fair_guest_fair_id_code")),
        sa.UniqueConstraint("fair_id", "place", name=op.f("uq_fair_guest_fair_id_place")),
        sa.UniqueConstraint("id", "fair_id", "person_id", name="uq_fair_guest_of_fair"),
    )
    op.create_index(op.f("ix_fair_guest_person_id"), "fair_guest", ["person_id"], unique=False)
    only_one(
        "uq_fair_guest_one_each",
        "fair_guest",
        ["fair_id", "person_id"],
        "state IN ('waiting', 'offered', 'registered', 'arrived')",
    )


def wishes() -> None:
    op.create_table(
        "fair_wish",
        sa.Column("id", wide(), nullable=False),
        sa.Column("guest_id", wide(), nullable=False),
        sa.Column("company_id", wide(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.CheckConstraint("rank > 0", name=op.f("ck_fair_wish_rank")),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["fair_company.id"],
            name=op.f("fk_fair_wish_company_id_fair_company"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["fair_guest.id"], name=op.f("fk_fair_wish_guest_id_fair_guest"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_wish")),
        sa.UniqueConstraint("guest_id", "company_id", name=op.f("uq_fair_wish_guest_id_company_id")),
        sa.UniqueConstraint("guest_id", "rank", name=op.f("uq_fair_wish_guest_id_rank")),
    )
    op.create_index(op.f("ix_fair_wish_company_id"), "fair_wish", ["company_id"], unique=False)


def seats() -> None:
    op.create_table(
        "fair_seat",
        sa.Column("id", wide(), nullable=False),
        sa.Column("talk_id", wide(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("guest_id", wide(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("number BETWEEN 1 AND seats", name=op.f("ck_fair_seat_room")),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["fair_guest.id"], name=op.f("fk_fair_seat_guest_id_fair_guest"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["talk_id", "seats"],
            ["fair_talk.id", "fair_talk.seats"],
            name="fk_fair_seat_as_counted",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_seat")),
        sa.UniqueConstraint("talk_id", "guest_id", name=op.f("uq_fair_seat_talk_id_guest_id")),
        sa.UniqueConstraint("talk_id", "number", name=op.f("uq_fair_seat_talk_id_number")),
    )
    op.create_index(op.f("ix_fair_seat_guest_id"), "fair_seat", ["guest_id"], unique=False)


def interviews() -> None:
    op.create_table(
        "fair_interview",
        sa.Column("id", wide(), nullable=False),
        sa.Column("fair_id", wide(), nullable=False),
        sa.Column("guest_id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=True),
        sa.Column("company_id", wide(), nullable=False),
        sa.Column("interviewer_id", wide(), nullable=False),
        sa.Column("booth", sa.String(length=32), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("state", words("interviewstate", "planned", "done", "withdrawn", "missed"), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_fair_interview_forward")),
        sa.ForeignKeyConstraint(
            ["guest_id", "fair_id", "person_id"],
            ["fair_guest.id", "fair_guest.fair_id", "fair_guest.person_id"],
            name="fk_fair_interview_of_guest",
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"],
            ["fair_guest.id"],
            name=op.f("fk_fair_interview_guest_id_fair_guest"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["interviewer_id", "company_id", "fair_id", "booth"],
            [
                "fair_interviewer.id",
                "fair_interviewer.company_id",
                "fair_interviewer.fair_id",
                "fair_interviewer.booth",
            ],
            name="fk_fair_interview_as_booked",
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_interview")),
    )
    op.create_index(op.f("ix_fair_interview_person_id"), "fair_interview", ["person_id"], unique=False)
    op.create_index("ix_fair_interview_times", "fair_interview", ["company_id", "starts_at"], unique=False)
    only_one(
        "uq_fair_interview_one_each",
        "fair_interview",
        ["guest_id", "company_id"],
        "state IN ('planned', 'done')",
    )


def turns() -> None:
    op.create_table(
        "fair_turn",
        sa.Column("id", wide(), nullable=False),
        sa.Column("company_id", wide(), nullable=False),
        sa.Column("guest_id", wide(), nullable=False),
        sa.Column("interview_id", wide(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sort", sa.Integer(), nullable=False),
        sa.Column("state", words("turnstate", "waiting", "called", "inside", "done", "gone"), nullable=False),
        sa.Column("deferred", sa.Boolean(), nullable=False),
        sa.Column("taken_at", UTCDateTime(), nullable=False),
        sa.Column("called_at", UTCDateTime(), nullable=True),
        sa.Column("started_at", UTCDateTime(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint(
            "(state = 'waiting') OR (called_at IS NOT NULL) OR (state = 'gone')",
            name=op.f("ck_fair_turn_called"),
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_fair_turn_number")),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["fair_company.id"],
            name=op.f("fk_fair_turn_company_id_fair_company"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"], ["fair_guest.id"], name=op.f("fk_fair_turn_guest_id_fair_guest"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["interview_id"],
            ["fair_interview.id"],
            name=op.f("fk_fair_turn_interview_id_fair_interview"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_turn")),
        sa.UniqueConstraint("company_id", "number", name=op.f("uq_fair_turn_company_id_number")),
    )
    op.create_index(op.f("ix_fair_turn_guest_id"), "fair_turn", ["guest_id"], unique=False)
    op.create_index("ix_fair_turn_queue", "fair_turn", ["company_id", "state", "sort"], unique=False)
    only_one(
        "uq_fair_turn_one_each",
        "fair_turn",
        ["company_id", "guest_id"],
        "state IN ('waiting', 'called', 'inside')",
    )


def outcomes() -> None:
    op.create_table(
        "fair_outcome",
        sa.Column("id", wide(), nullable=False),
        sa.Column("guest_id", wide(), nullable=False),
        sa.Column("company_id", wide(), nullable=False),
        sa.Column("interviewed_at", UTCDateTime(), nullable=True),
        sa.Column("second_at", UTCDateTime(), nullable=True),
        sa.Column("hired_at", UTCDateTime(), nullable=True),
        sa.Column("declined_at", UTCDateTime(), nullable=True),
        sa.Column("stayed_30_at", UTCDateTime(), nullable=True),
        sa.Column("stayed_90_at", UTCDateTime(), nullable=True),
        sa.Column("told_by", words("teller", "person", "company", "staff"), nullable=False),
        sa.Column("told_at", UTCDateTime(), nullable=False),
        sa.CheckConstraint("hired_at IS NULL OR declined_at IS NULL", name=op.f("ck_fair_outcome_one_end")),
        sa.CheckConstraint(
            "hired_at IS NULL OR interviewed_at IS NOT NULL", name=op.f("ck_fair_outcome_hired")
        ),
        sa.CheckConstraint(
            "second_at IS NULL OR interviewed_at IS NOT NULL", name=op.f("ck_fair_outcome_second")
        ),
        sa.CheckConstraint(
            "stayed_30_at IS NULL OR hired_at IS NOT NULL", name=op.f("ck_fair_outcome_stayed_30")
        ),
        sa.CheckConstraint(
            "stayed_90_at IS NULL OR stayed_30_at IS NOT NULL", name=op.f("ck_fair_outcome_stayed_90")
        ),
        sa.ForeignKeyConstraint(
            ["company_id"],
            ["fair_company.id"],
            name=op.f("fk_fair_outcome_company_id_fair_company"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["guest_id"],
            ["fair_guest.id"],
            name=op.f("fk_fair_outcome_guest_id_fair_guest"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_outcome")),
        sa.UniqueConstraint("guest_id", "company_id", name=op.f("uq_fair_outcome_guest_id_company_id")),
    )
    op.create_index(op.f("ix_fair_outcome_company_id"), "fair_outcome", ["company_id"], unique=False)


def feedback() -> None:
    op.create_table(
        "fair_feedback",
        sa.Column("id", wide(), nullable=False),
        sa.Column("guest_id", wide(), nullable=False),
        sa.Column("liked", words("liked", "good", "fair", "poor"), nullable=False),
        sa.Column("missed", sa.String(length=300), nullable=True),
        sa.Column("wants", words("nextstep", "counseling", "training", "another", "nothing"), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["guest_id"],
            ["fair_guest.id"],
            name=op.f("fk_fair_feedback_guest_id_fair_guest"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair_feedback")),
        sa.UniqueConstraint("guest_id", name=op.f("uq_fair_feedback_guest_id")),
    )


def no_overlaps() -> None:
    """Nobody, no interviewer and no booth has two interviews at once, whoever writes to the table (see 0001)."""
    for who in BUSY:
        name = f"ex_fair_interview_{who[-1]}"
        if op.get_bind().dialect.name == "postgresql":
            equal = ", ".join(f"{column} WITH =" for column in who)
            op.execute(
                f"ALTER TABLE fair_interview ADD CONSTRAINT {name} EXCLUDE USING gist "
                f"({equal}, tstzrange(starts_at, ends_at) WITH &&) WHERE ({LIVE})"
            )
        else:
            op.execute(trigger(name, who, "INSERT", "0"))
            op.execute(trigger(name, who, "UPDATE", "other.id = NEW.id"))


def trigger(name: str, who: tuple[str, ...], deed: str, same: str) -> str:
    equal = " AND ".join(f"other.{column} = NEW.{column}" for column in who)
    return f"""
        CREATE TRIGGER tr_{name}_{deed.lower()} BEFORE {deed} ON fair_interview
        WHEN NEW.{LIVE} AND EXISTS (
            SELECT 1 FROM fair_interview AS other
            WHERE other.{LIVE} AND {equal} AND NOT ({same})
              AND other.starts_at < NEW.ends_at AND NEW.starts_at < other.ends_at
        )
        BEGIN SELECT RAISE(ABORT, '{name}: the times overlap'); END
    """


def companies_among_the_staff() -> None:
    """A third role, and whose company it is."""
    op.add_column("staff", sa.Column("fair_company_id", wide(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE staff DROP CONSTRAINT ck_staff_role")
        op.execute(f"ALTER TABLE staff ADD CONSTRAINT ck_staff_role CHECK (role IN ({ROLES}, 'company'))")
        op.execute(f"ALTER TABLE staff ADD {WHOSE}")
    else:
        rebuild_staff(ROLES, f"{ROLES}, 'company'")


def rebuild_staff(before: str, after: str) -> None:
    """SQLite cannot change constraints: the table is copied, with whatever else it has by then."""
    connection = op.get_bind()
    said = "SELECT type, sql FROM sqlite_master WHERE tbl_name = 'staff' AND sql IS NOT NULL"
    made = [(kind, sql) for kind, sql in connection.exec_driver_sql(said)]
    [table] = [sql for kind, sql in made if kind == "table"]
    assert before in table
    columns = table.replace(before, after).replace("staff", "staff_new", 1).rpartition(")")[0]
    connection.exec_driver_sql(f"{columns}, {WHOSE})")
    connection.exec_driver_sql("INSERT INTO staff_new SELECT * FROM staff")
    connection.exec_driver_sql("DROP TABLE staff")
    connection.exec_driver_sql("ALTER TABLE staff_new RENAME TO staff")
    for kind, sql in made:
        if kind != "table":
            connection.exec_driver_sql(sql)


def wide() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def words(name: str, *states: str) -> sa.Enum:
    return sa.Enum(*states, name=name, native_enum=False, length=24, create_constraint=True)


def only_one(name: str, table: str, columns: list[str], where: str) -> None:
    live = sa.text(where)
    op.create_index(name, table, columns, unique=True, sqlite_where=live, postgresql_where=live)


def downgrade() -> None:
    """Somebody of a company is no longer of the staff; on SQLite the wider check stays."""
    op.execute("DELETE FROM staff WHERE role = 'company'")
    with op.batch_alter_table("staff") as staff:
        staff.drop_constraint("fk_staff_fair_company_id_fair_company", type_="foreignkey")
        staff.drop_column("fair_company_id")
    for table in reversed(TABLES):
        op.drop_table(table)
