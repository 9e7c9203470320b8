"""Announcements: drafts, approval, pauses; the ledger of copies; companies' offers; what somebody refuses

Revision: 0011, after 0010.

Copies leave the outbox for a narrow table of their own: a million of them are written and ended with a third
of the work, and nobody's replies are searched for among them.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

STATES = "'draft', 'awaiting', 'scheduled', 'sending', 'paused', 'sent', 'canceled'"
# What may follow what; the same table is in bot.rules.sending, a test compares the two.
FOLLOWS = """
    draft>awaiting draft>scheduled draft>canceled awaiting>draft awaiting>scheduled awaiting>canceled
    scheduled>draft scheduled>sending scheduled>canceled sending>paused sending>sent sending>canceled
    paused>sending paused>canceled
"""
CHECKS = {
    "announcementstate": f"state IN ({STATES})",
    "legalclass": "law IN ('service', 'program', 'advert')",
    "approved": "expected <= 500 OR approved_by IS NOT NULL OR origin IS NOT NULL"
    " OR state IN ('draft', 'awaiting', 'canceled')",
    "four_eyes": "approved_by IS NULL OR approved_by <> staff_id",
    "somebodys": "staff_id IS NOT NULL OR origin IS NOT NULL",
    "sponsored": "law <> 'advert' OR sponsor IS NOT NULL",
    "released": "released_at IS NOT NULL OR state NOT IN ('sending', 'sent')",
}


def upgrade() -> None:
    announcements()
    consents()
    copies()
    refusals()
    transitions()


def announcements() -> None:
    drop_check("announcement", "announcementstate")
    with op.batch_alter_table("announcement") as table:
        for new in new_columns():
            table.add_column(new)
        table.alter_column("staff_id", existing_type=sa.BigInteger(), nullable=True)
        table.create_unique_constraint("uq_announcement_origin", ["origin"])
        for column, other in (("approved_by", "staff"), ("edits_id", "announcement")):
            table.create_foreign_key(f"fk_announcement_{column}_{other}", other, [column], ["id"])
        for name, condition in CHECKS.items():
            table.create_check_constraint(op.f(f"ck_announcement_{name}"), condition)


def new_columns() -> list[sa.Column[Any]]:
    def text(name: str, length: int | None = None) -> sa.Column[Any]:
        return sa.Column(name, sa.String(length=length), nullable=True)

    def given(name: str, kind: sa.types.TypeEngine[Any], default: str) -> sa.Column[Any]:
        return sa.Column(name, kind, nullable=False, server_default=sa.text(default))

    return [
        given("words", sa.JSON(none_as_null=True), "'{}'"),
        text("picture"),
        given("law", sa.String(length=24), "'program'"),
        text("sponsor", 64),
        text("topic", 32),
        text("fair", 64),
        given("in_waves", sa.Boolean(), "false"),
        given("revision", sa.Integer(), "0"),
        given("expected", sa.Integer(), "0"),
        sa.Column("approved_by", wide(), nullable=True),
        text("origin", 96),
        sa.Column("edits_id", wide(), nullable=True),
        given("reached_id", sa.BigInteger(), "0"),
        sa.Column("shown_at", UTCDateTime(), nullable=True),
        text("paused_why", 24),
        sa.Column("tested_at", UTCDateTime(), nullable=True),
        sa.Column("spread_at", UTCDateTime(), nullable=True),
        sa.Column("wave_at", UTCDateTime(), nullable=True),
    ]


def consents() -> None:
    """A consent of its own for companies' offers, and when an old one was confirmed."""
    drop_check("consent", "consentkind")
    op.drop_index("uq_consent_in_force", table_name="consent")
    with op.batch_alter_table("consent") as table:
        table.add_column(sa.Column("confirm_asked_at", UTCDateTime(), nullable=True))
        table.add_column(sa.Column("confirmed_at", UTCDateTime(), nullable=True))
        kinds = "kind IN ('collect', 'abroad', 'news', 'ads', 'night')"
        table.create_check_constraint(op.f("ck_consent_consentkind"), kinds)
    in_force = sa.text("withdrawn_at IS NULL")
    op.create_index(
        "uq_consent_in_force",
        "consent",
        ["person_id", "kind"],
        unique=True,
        sqlite_where=in_force,
        postgresql_where=in_force,
    )


def copies() -> None:
    states = words("copystate", "waiting", "sending", "sent", "blocked", "failed", "unknown", "canceled")
    op.create_table(
        "copy",
        sa.Column("id", wide(), nullable=False),
        sa.Column("announcement_id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=True),
        sa.Column("state", states, nullable=False),
        sa.Column("night", sa.Boolean(), nullable=False),
        sa.Column("edits", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["announcement_id"], ["announcement.id"], name=op.f("fk_copy_announcement_id_announcement")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_copy_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_copy")),
    )
    op.execute(
        "INSERT INTO copy (announcement_id, person_id, state, night, message_id, error, ended_at) "
        "SELECT announcement_id, person.id, CASE state WHEN 'expired' THEN 'canceled' ELSE state END, false, "
        "message_id, error, ended_at FROM outbox LEFT JOIN person ON person.chat_id = outbox.chat_id "
        "WHERE kind = 'copy' AND announcement_id IS NOT NULL ORDER BY outbox.id"
    )
    op.execute("DELETE FROM outbox WHERE kind = 'copy'")
    op.execute("UPDATE announcement SET spread_at = released_at")
    op.drop_index("uq_outbox_one_copy_each", table_name="outbox")
    op.drop_index("ix_outbox_announcement", table_name="outbox")
    op.create_index("uq_copy_one_each", "copy", ["person_id", "announcement_id"], unique=True)
    op.create_index("ix_copy_announcement", "copy", ["announcement_id", "state", "night"], unique=False)


def refusals() -> None:
    op.create_table(
        "refused",
        sa.Column("id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=False),
        sa.Column("kind", words("refusalkind", "company", "topic"), nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("refused_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_refused_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refused")),
    )
    op.create_index("uq_refused_once", "refused", ["person_id", "kind", "what"], unique=True)


def transitions() -> None:
    """No state follows another that may not, whoever writes to the table."""
    allowed = ", ".join(f"'{step}'" for step in FOLLOWS.split())
    wrong = f"OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN ({allowed})"
    if op.get_bind().dialect.name != "postgresql":
        op.execute(
            f"CREATE TRIGGER tr_announcement_state BEFORE UPDATE OF state ON announcement WHEN {wrong} "
            "BEGIN SELECT RAISE(ABORT, 'tr_announcement_state: that state may not follow'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION announcement_state_follows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'tr_announcement_state: that state may not follow' USING ERRCODE = '23514'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER tr_announcement_state BEFORE UPDATE OF state ON announcement FOR EACH ROW WHEN ({wrong}) "
        "EXECUTE FUNCTION announcement_state_follows()"
    )


def drop_check(table: str, name: str) -> None:
    """SQLite's tables are written anew below, without the checks that they had."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(op.f(f"ck_{table}_{name}"), table, type_="check")


def wide() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def words(name: str, *states: str) -> sa.Enum:
    return sa.Enum(*states, name=name, native_enum=False, length=24, create_constraint=True)


def downgrade() -> None:
    raise NotImplementedError("Copies do not go back into the outbox: restore the backup instead.")
