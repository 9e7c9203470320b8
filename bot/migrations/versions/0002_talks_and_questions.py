"""Talks with a person, questions for the staff, verdicts; who is on duty; days without announcements

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LIVE = sa.text("state IN ('waiting', 'open')")
OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    op.add_column("person", sa.Column("hushed_until", UTCDateTime(), nullable=True))
    op.execute(
        "ALTER TABLE staff ADD COLUMN duty VARCHAR(24) NOT NULL DEFAULT 'hours' "
        "CONSTRAINT ck_staff_duty CHECK (duty IN ('hours', 'always', 'off'))"
    )
    talks()
    questions()
    verdicts()


def talks() -> None:
    op.create_table(
        "talk",
        sa.Column("id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=False),
        sa.Column("why", words("talkwhy", "asked", "distress"), nullable=False),
        sa.Column("state", words("talkstate", "waiting", "open", "ended"), nullable=False),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("rings_at", UTCDateTime(), nullable=True),
        sa.Column("rung", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("staff_id", wide(), nullable=True),
        sa.Column("taken_at", UTCDateTime(), nullable=True),
        sa.Column("spoken_at", UTCDateTime(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("ended_by", words("talkend", "person", "staff", "silence"), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_talk_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_talk_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
    )
    op.create_index(op.f("ix_talk_person_id"), "talk", ["person_id"], unique=False)
    index("uq_talk_one_live", "talk", "person_id", LIVE, unique=True)
    index("uq_talk_one_each_staff", "talk", "staff_id", OPEN, unique=True)
    index("ix_talk_rings_at", "talk", "rings_at", LIVE, unique=False)


def questions() -> None:
    op.create_table(
        "question",
        sa.Column("id", wide(), nullable=False),
        sa.Column("plain", sa.String(length=200), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("state", words("questionstate", "open", "answered", "dismissed"), nullable=False),
        sa.Column("answer", sa.String(length=300), nullable=True),
        sa.Column("staff_id", wide(), nullable=True),
        sa.Column("first_at", UTCDateTime(), nullable=False),
        sa.Column("last_at", UTCDateTime(), nullable=False),
        sa.Column("answered_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_question_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sa.UniqueConstraint("plain", name=op.f("uq_question_plain")),
    )
    op.create_index(op.f("ix_question_state"), "question", ["state"], unique=False)
    op.create_table(
        "asker",
        sa.Column("id", wide(), nullable=False),
        sa.Column("question_id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_asker_question_id_question"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_asker_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asker")),
        sa.UniqueConstraint("question_id", "person_id", name=op.f("uq_asker_question_id_person_id")),
    )
    op.create_index(op.f("ix_asker_person_id"), "asker", ["person_id"], unique=False)


def verdicts() -> None:
    op.create_table(
        "verdict",
        sa.Column("id", wide(), nullable=False),
        sa.Column("person_id", wide(), nullable=True),
        sa.Column("passage", sa.String(length=64), nullable=False),
        sa.Column("kind", words("verdictkind", "helped", "not_helped", "wrong"), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_verdict_person_id_person"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
        sa.UniqueConstraint("person_id", "passage", name=op.f("uq_verdict_person_id_passage")),
    )
    op.create_index(op.f("ix_verdict_passage"), "verdict", ["passage"], unique=False)


def wide() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def words(name: str, *states: str) -> sa.Enum:
    return sa.Enum(*states, name=name, native_enum=False, length=24, create_constraint=True)


def index(name: str, table: str, column: str, where: sa.TextClause, *, unique: bool) -> None:
    op.create_index(name, table, [column], unique=unique, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for table in ("verdict", "asker", "question", "talk"):
        op.drop_table(table)
    op.drop_column("staff", "duty")
    op.drop_column("person", "hushed_until")
